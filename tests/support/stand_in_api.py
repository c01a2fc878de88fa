"""Stands in for OpenAI's REST interface on loopback: scripted per test, and checked against the official extract."""

from __future__ import annotations

import json
import ssl
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from app.services.openai_client import TEST_URL_VARIABLE
from tests.support.processes import ROOT
from tests.support.served import served

EXTRACT = ROOT.parent / "shared" / "contracts" / "openai-chatkit.openapi.json"
SECRET_MARK = "ek_secret_of_the_stand_in_"


@dataclass
class Answer:
    """What is answered next; `hangs` answers nothing until the stand-in ends."""

    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    hangs: bool = False


@dataclass(frozen=True)
class Made:
    """A secret that was given out: when, and when it ends."""

    secret: str
    at: float
    ends_at: float


def failing(status: int, code: str = "", **headers: str) -> Answer:
    """Return a refusal as OpenAI words it."""
    error = {"message": "no", "type": "error", "param": None, "code": code or None}
    return Answer(status, json.dumps({"error": error}).encode(), {k.replace("_", "-"): v for k, v in headers.items()})


class StandInApi(ThreadingHTTPServer):
    """The stand-in; `script` is used up from its front, then every session is created.

    `always` is what each request to a path is answered with. With a `key`, no other one is taken.
    """

    daemon_threads = True
    # So that what is written in one burst is not turned away.
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script: list[Answer] = []
        self.always: dict[str, Answer] = {}
        self.requests: list[tuple[str, dict[str, str], Any]] = []
        self.violations: list[str] = []
        self.made: list[Made] = []
        self.key = ""
        self.server_clock = time.time
        self.lives_for = 600
        self.lag_seconds = 0.0
        self.conversations: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {}
        self.ended = threading.Event()
        self.scheme = "http"
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        """Return the base of the interface, as its package wants it."""
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about a client that hung up: some tests are about that."""

    def note(self, path: str, headers: dict[str, str], body: Any) -> int:
        """Keep a request, check it, and return its number."""
        with self._lock:
            self.requests.append((path, headers, body))
            if path == "/v1/chatkit/sessions":
                self.violations += violations("CreateChatSessionBody", body)
            return len(self.requests)

    def ends_at(self, secret: str) -> float | None:
        """Return when a secret ends, or None for one that was not made here."""
        return next((made.ends_at for made in self.made if made.secret == secret), None)

    def next_answer(self, path: str, authorization: str) -> Answer:
        """Return what is answered now."""
        if path in self.always:
            return self.always[path]
        if self.script:
            return self.script.pop(0)
        is_refused = self.key and authorization != f"Bearer {self.key}"
        return failing(401, "invalid_api_key") if is_refused else Answer()

    def session(self, number: int, body: Any) -> dict[str, object]:
        """Return a session as OpenAI describes it."""
        asked = body.get("chatkit_configuration", {})
        now = self.server_clock()
        made = Made(f"{SECRET_MARK}{number}", now, int(now) + self.lives_for)
        self.made.append(made)
        session: dict[str, object] = {
            "id": f"cksess_{number}",
            "object": "chatkit.session",
            "client_secret": made.secret,
            "expires_at": made.ends_at,
            "workflow": {
                "id": body.get("workflow", {}).get("id", ""),
                "version": None,
                "state_variables": None,
                "tracing": {"enabled": True},
            },
            "user": body.get("user", ""),
            "rate_limits": {"max_requests_per_1_minute": 10},
            "max_requests_per_1_minute": 10,
            "status": "active",
            "chatkit_configuration": {
                "automatic_thread_titling": {"enabled": True},
                "file_upload": {"enabled": False, "max_file_size": 10, "max_files": 5, **asked.get("file_upload", {})},
                "history": {"enabled": True, "recent_threads": None},
            },
        }
        self.violations += violations("ChatSessionResource", session)
        return session


class Handler(BaseHTTPRequestHandler):
    """One request to the stand-in."""

    server: StandInApi
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Return the Date header by the stand-in's own clock."""
        return formatdate(self.server.server_clock() if timestamp is None else timestamp, usegmt=True)

    def do_POST(self) -> None:
        """Create or cancel a session."""
        raw = self.rfile.read(int(self.headers.get("content-length", "0")))
        self.server.ended.wait(self.server.lag_seconds)
        self._answer(json.loads(raw or b"{}"))

    def do_GET(self) -> None:
        """List conversations or what is in one, or say that all is well."""
        self._answer({})

    def _answer(self, body: Any) -> None:
        number = self.server.note(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        answer = self.server.next_answer(self.path, self.headers.get("authorization", ""))
        if answer.hangs:
            self.server.ended.wait()
            self.close_connection = True
            return
        content = answer.body if answer.body is not None else json.dumps(self._good(number, body)).encode()
        self.send_response(answer.status)
        for name, value in {"Content-Type": answer.content_type, **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _good(self, number: int, body: Any) -> dict[str, object]:
        if self.command == "GET":
            return self._page()
        session = self.server.session(number, body)
        if self.path.startswith("/v1/"):
            return {**session, "status": "cancelled"} if self.path.endswith("/cancel") else session
        return {
            "client_secret": session["client_secret"],
            "session_id": session["id"],
            "expires_at": session["expires_at"],
        }

    def _page(self) -> dict[str, object]:
        """Return a page of conversations, or of one's items, from the oldest to the newest."""
        address = urlsplit(self.path)
        asked = dict(parse_qsl(address.query))
        thread_id = address.path.removesuffix("/items").rpartition("/")[2] if address.path.endswith("/items") else ""
        if thread_id:
            schema, records = "ThreadItemListResource", self.server.conversations[thread_id][1]
        else:
            schema, records = "ThreadListResource", [thread for thread, _ in self.server.conversations.values()]
            records = [each for each in records if asked.get("user") in (None, each["user"])]
        ids = [each["id"] for each in records]
        begin = ids.index(asked["after"]) + 1 if "after" in asked else 0
        part = records[begin : begin + int(asked.get("limit", 20))]
        ends = {"first_id": part[0]["id"] if part else None, "last_id": part[-1]["id"] if part else None}
        page = {"object": "list", "data": part, "has_more": begin + len(part) < len(records), **ends}
        self.server.violations += violations(schema, page)
        return page


@contextmanager
def stand_in(certificate: Path | None = None, *, is_old: bool = False) -> Iterator[StandInApi]:
    """Serve the stand-in, over TLS with a certificate and its key in one file, until the block ends.

    An old one speaks no newer protocol than TLS 1.1.
    """
    api = StandInApi()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if is_old:
            speak_old_protocols(context, newest=ssl.TLSVersion.TLSv1_1)
        context.load_cert_chain(certificate)
        api.socket = context.wrap_socket(api.socket, server_side=True)
        api.scheme = "https"
    with served(api):
        try:
            yield api
        finally:
            api.ended.set()


def speak_old_protocols(context: ssl.SSLContext, newest: ssl.TLSVersion = ssl.TLSVersion.MAXIMUM_SUPPORTED) -> None:
    """Let one side of a connection use what nobody should use any more."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version, context.maximum_version = ssl.TLSVersion.TLSv1, newest
    context.set_ciphers("ALL:@SECLEVEL=0")


@contextmanager
def in_place_of_openai(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    """Let this process take the stand-in for OpenAI; at the end, all it was asked for has to be as OpenAI wants it."""
    with stand_in() as api:
        monkeypatch.setenv(TEST_URL_VARIABLE, api.url)
        yield api
        assert api.violations == []


def violations(schema: str, value: Any) -> list[str]:
    """Return what a value has against the official extract; nothing where that is not at hand."""
    if not EXTRACT.is_file():
        return []
    jsonschema = import_module("jsonschema")

    extract = json.loads(EXTRACT.read_text(encoding="utf-8"))
    # The official description wants a state variable to be an integer or a number, and not both: no integer fits that.
    kinds = extract["components"]["schemas"]["WorkflowParam"]["properties"]["state_variables"]["additionalProperties"]
    kinds["anyOf"] = kinds.pop("oneOf")
    document = {**extract, "$ref": f"#/components/schemas/{schema}"}
    return [f"{schema}: {error.message}" for error in jsonschema.Draft202012Validator(document).iter_errors(value)]
