"""A stand-in for OpenAI's component: its script, its frame and its server, on a port of its own on this computer.

It is as strict and as silent as the real one is known to be: options with one key too many leave the frame blank and
only its own console says so, options are never merged, an element that was taken out stays dead. The folder of the
script's address names the mode.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.support.served import served

FOLDER = Path(__file__).parent / "stand_in_component"
TYPES = {".js": "text/javascript", ".html": "text/html"}
KEPT_THREAD = "cthr_kept"


class StandInComponent:
    """What the component's server was asked, and how it answers."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.requests: list[dict[str, Any]] = []
        self.secrets: list[str] = []
        self.visits: list[str] = []
        self.is_missing = False
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

    def hold(self) -> None:
        """Answer nothing from now on."""
        self._held.clear()

    def release(self) -> None:
        """Answer what waits, and everything after it."""
        self._held.set()

    def asked(self, kind: str) -> list[dict[str, Any]]:
        """Return the requests of a kind."""
        return [request for request in self.requests if request["type"] == kind]

    def converse(self, secret: str, request: dict[str, Any]) -> list[dict[str, Any]] | dict[str, Any] | None:
        """Answer one request; None when its secret is not good."""
        self.secrets.append(secret)
        if not secret or secret in self._ended:
            return None
        self.requests.append(request)
        self._held.wait(30)
        parameters = request["params"]
        if request["type"] == "threads.get_by_id":
            return {"items": ["What was said before"]} if parameters["thread_id"] == KEPT_THREAD else {}
        if request["type"] == "threads.add_client_tool_output":
            return [{"type": "answer", "text": f"The tool said: {json.dumps(parameters['result'])}"}]
        return [*_created(request["type"]), *_answer(parameters["input"]["content"][0]["text"])]


def _created(kind: str) -> list[dict[str, Any]]:
    return [{"type": "thread.created", "thread": {"id": "cthr_new"}}] if kind == "threads.create" else []


# What is answered with something else than words.
ANSWERS: dict[str, dict[str, Any]] = {
    "go dark": {"type": "client_tool_call", "name": "switch_theme", "params": {"theme": "dark"}},
    "pick a file": {"type": "client_tool_call", "name": "pick_files", "params": {}},
    "open settings": {"type": "deeplink", "name": "settings"},
}


def _answer(text: str) -> list[dict[str, Any]]:
    return [ANSWERS.get(text, {"type": "answer", "text": f"You said: {text}"})]


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
            self._send(401 if answer is None else 200, json.dumps(answer).encode(), "application/json")

        def _send(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_anything: object) -> None:
            """Say nothing: the test looks at the requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    component = StandInComponent(server.server_port)
    with served(server):
        try:
            yield component
        finally:
            component.release()
