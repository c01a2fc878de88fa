"""A stand-in for OpenAI's component: its script, its frame and its server, on a port of its own on this computer.

It is as strict and as silent as the real one is known to be: options with one key too many leave the frame blank and
only its own console says so, options are never merged, an element that was taken out stays dead. The folder of the
script's address names the mode.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from tests.support.served import served

FOLDER = Path(__file__).parent / "stand_in_component"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
# The one wish for which its agent calls a tool.
GO_DARK = "go dark"
KEPT_THREAD, NEW_THREAD = "cthr_kept", "cthr_new"


class StandInComponent:
    """What the component's server was asked, and how it answers."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.requests: list[dict[str, Any]] = []
        self.secrets: list[str] = []
        self.visits: list[str] = []
        self.refused: list[str] = []
        self.is_missing = False
        # When a secret ends, where that is known: its frame is told, and asks for another one ahead of it.
        self.ends_at: Callable[[str], float | None] = lambda secret: None
        self._said: dict[str, list[str]] = {KEPT_THREAD: ["What was said before"]}
        self._ended: set[str] = set()
        self._held = threading.Event()
        self._held.set()

    def script(self, mode: str) -> str:
        """Return the address of the script in a mode."""
        return f"{self.url}/{mode}/chatkit.js"

    def end(self, secret: str) -> None:
        """Take a secret for ended from now on."""
        self._ended.add(secret)

    def dictated(self) -> list[str]:
        """Return what came of each press of the button that dictates: heard, refused or stopped."""
        names = [visit.rpartition("/")[2] for visit in self.visits]
        return [name.removeprefix("microphone-") for name in names if name.startswith("microphone-")]

    def attached(self) -> list[dict[str, Any]]:
        """Return what was attached in a hosted conversation: the name, type, size and, of a small one, the hash."""
        names = [unquote(visit.rpartition("/")[2]) for visit in self.visits]
        return [json.loads(name.removeprefix("attached-")) for name in names if name.startswith("attached-")]

    def hold(self) -> None:
        """Answer nothing from now on."""
        self._held.clear()

    def release(self) -> None:
        """Answer what waits, and everything after it."""
        self._held.set()

    def asked(self, kind: str) -> list[dict[str, Any]]:
        """Return the requests of a kind."""
        return [request for request in self.requests if request["type"] == kind]

    def seconds_left(self, secret: str) -> float | None:
        """Return how long a secret is still good, where that is known."""
        ends_at = self.ends_at(secret)
        return None if ends_at is None else ends_at - time.time()

    def converse(self, secret: str, request: dict[str, Any]) -> list[dict[str, Any]] | dict[str, Any] | None:
        """Answer one request; None when its secret is not good."""
        self.secrets.append(secret)
        left = self.seconds_left(secret)
        if not secret or secret in self._ended or (left is not None and left <= 0):
            self.refused.append(secret)
            return None
        self.requests.append(request)
        self._held.wait(30)
        parameters = request["params"]
        if request["type"] == "threads.get_by_id":
            said = self._said.get(parameters["thread_id"])
            return {} if said is None else {"items": said}
        if request["type"] == "threads.add_client_tool_output":
            return self._keep(parameters["thread_id"], _tool_answer(parameters["result"]))
        text = parameters["input"]["content"][0]["text"]
        thread = parameters.get("thread_id", NEW_THREAD)
        if request["type"] == "threads.create":
            self._said[thread] = []
        self._keep(thread, [{"type": "question", "text": text}])
        return [*_created(request["type"]), *self._keep(thread, _answer(text))]

    def _keep(self, thread: str, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Remember what was said, for whoever opens the conversation again."""
        self._said.setdefault(thread, []).extend(event["text"] for event in events if "text" in event)
        return events


def _created(kind: str) -> list[dict[str, Any]]:
    return [{"type": "thread.created", "thread": {"id": NEW_THREAD}}] if kind == "threads.create" else []


# What is answered with something else than words.
ANSWERS: dict[str, dict[str, Any]] = {
    GO_DARK: {"type": "client_tool_call", "name": "switch_theme", "params": {"theme": "dark"}},
    "pick a file": {"type": "client_tool_call", "name": "pick_files", "params": {}},
    "open settings": {"type": "deeplink", "name": "settings"},
}


# "call copy_text {"text": "Hello"}" calls a tool with these arguments.
CALL = "call "


def _answer(text: str) -> list[dict[str, Any]]:
    if text.startswith(CALL):
        name, _, arguments = text.removeprefix(CALL).partition(" ")
        return [{"type": "client_tool_call", "name": name, "params": json.loads(arguments or "{}")}]
    return [ANSWERS.get(text, {"type": "answer", "text": f"You said: {text}"})]


def _tool_answer(result: object) -> list[dict[str, Any]]:
    return [{"type": "answer", "text": f"The tool said: {json.dumps(result)}"}]


@contextmanager
def stand_in_component() -> Iterator[StandInComponent]:
    """Serve the component for the length of a block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            component.visits.append(self.path)
            file = FOLDER / Path(self.path).name
            if component.is_missing or not file.is_file():
                self._send(404, b"", "text/plain")
            else:
                self._send(200, file.read_bytes(), TYPES[file.suffix])

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            secret = (self.headers["Authorization"] or "").removeprefix("Bearer ")
            answer = component.converse(secret, body)
            left = component.seconds_left(secret)
            more = {} if left is None else {"Secret-Ends-In": f"{left:.3f}"}
            self._send(401 if answer is None else 200, json.dumps(answer).encode(), "application/json", more)

        def _send(self, status: int, body: bytes, kind: str, more: Mapping[str, str] = MappingProxyType({})) -> None:
            self.send_response(status)
            for name, value in more.items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_anything: object) -> None:
            """Say nothing: the test looks at the requests."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing about a page that hung up: some tests are about that."""

    server = Server(("127.0.0.1", 0), Handler)
    component = StandInComponent(server.server_port)
    with served(server):
        try:
            yield component
        finally:
            component.release()
