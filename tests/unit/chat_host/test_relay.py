"""The relay: what comes back from a self-hosted server, what that server gets, and what its failures are called."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import StreamingResponse

from app.chat_host.launch import Launch, Relay, parse_launch
from app.chat_host.relay import RelayEndpoint
from app.errors import (
    AnswerUnusable,
    AppError,
    ConnectionRefused,
    ConnectionUnusable,
    KeyRefused,
    NotTheServer,
    ServerTrouble,
)
from app.resources import text
from app.services.server_check import check_server
from tests.support.processes import free_port
from tests.support.served import served

KEY = "Bearer canary-0123456789"
ORIGIN = "http://localhost:6000"
BODY = b'{"type": "threads.list"}'


class Server(ThreadingHTTPServer):
    """Answers every request alike, and keeps their heads."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.status, self.kind, self.pieces, self.location = 200, "application/json", [b'{"data": []}'], ""
        self.announced = 0
        self.heads: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.goes_on, self.was_left = threading.Event(), threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/chatkit"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about whoever hangs up."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        server = self.server
        server.heads.append({name.lower(): value for name, value in self.headers.items()})
        server.bodies.append(self.rfile.read(int(self.headers["content-length"])))
        self.send_response(server.status)
        self.send_header("Content-Type", server.kind)
        if server.announced:
            self.send_header("Content-Length", str(server.announced))
        if server.location:
            self.send_header("Location", server.location)
        self.end_headers()
        try:
            for number, piece in enumerate(server.pieces):
                if number:
                    server.goes_on.wait(10)
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            server.was_left.set()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    with served(server):
        yield server
        server.goes_on.set()


def request() -> Request:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": BODY, "more_body": False}

    head = {"content-type": "application/json", "cookie": "a=b", "x-agentnook-token": "secret", "origin": "http://x"}
    raw = [(name.encode(), value.encode()) for name, value in head.items()]
    return Request({"type": "http", "method": "POST", "path": "/chatkit", "headers": raw, "query_string": b""}, receive)


def ask(relay: Relay) -> bytes:
    """Return a whole answer."""

    async def run() -> bytes:
        answer = await RelayEndpoint(relay, ORIGIN).answer(request())
        if isinstance(answer, StreamingResponse):
            return b"".join([bytes(piece) async for piece in answer.body_iterator])  # type: ignore[arg-type]
        return bytes(answer.body)

    return asyncio.run(run())


def test_the_server_gets_the_request_with_its_header_and_nothing_of_ours(server: Server) -> None:
    assert ask(Relay(server.url, "Authorization", KEY)) == b'{"data": []}'
    assert server.bodies == [BODY]
    assert server.heads[0]["authorization"] == KEY
    assert not {"cookie", "origin", "x-agentnook-token"} & server.heads[0].keys()


def test_a_stream_comes_piece_by_piece_and_the_server_hears_who_leaves(server: Server) -> None:
    server.kind, server.pieces = "text/event-stream", [b"data: 1\n\n", *[b"data: 2\n\n" * 50_000] * 20]

    async def run() -> bytes:
        answer = await RelayEndpoint(Relay(server.url), ORIGIN).answer(request())
        assert isinstance(answer, StreamingResponse)
        pieces = aiter(answer.body_iterator)
        first = await anext(pieces)
        await pieces.aclose()  # type: ignore[attr-defined]
        return bytes(first)  # type: ignore[arg-type]

    assert asyncio.run(run()) == b"data: 1\n\n"
    server.goes_on.set()
    assert server.was_left.wait(10)


DELTA = b'data: {"type":"thread.item.updated","update":{"type":"assistant_message.content_part.text_delta"}}\n\n'


def heard(relay: Relay, stall_seconds: float) -> bytes:
    async def run() -> bytes:
        answer = await RelayEndpoint(relay, ORIGIN, stall_seconds).answer(request())
        assert isinstance(answer, StreamingResponse)
        return b"".join([bytes(piece) async for piece in answer.body_iterator])  # type: ignore[arg-type]

    return asyncio.run(run())


def test_f34_a_stream_that_stalls_half_way_ends_with_what_came_and_says_so(server: Server) -> None:
    server.kind, server.pieces = "text/event-stream", [DELTA, b"data: never\n\n"]
    whole = heard(Relay(server.url), 0.1)
    assert whole.startswith(DELTA)
    told = json.loads(whole.removeprefix(DELTA).removeprefix(b"data: "))
    assert told == {
        "type": "error", "code": "custom", "message": text("relay.stalled"), "allow_retry": True,
    }  # fmt: skip


def test_f34_an_agent_that_thinks_is_waited_for(server: Server) -> None:
    server.kind, server.pieces = "text/event-stream", [b"data: 1\n\n", b"data: 2\n\n"]
    threading.Timer(0.5, server.goes_on.set).start()
    assert heard(Relay(server.url), 0.1) == b"data: 1\n\ndata: 2\n\n"


def test_a_stream_that_breaks_keeps_its_whole_events_and_says_so(server: Server) -> None:
    server.kind, server.pieces, server.announced = "text/event-stream", [DELTA + b"data: {half"], len(DELTA) + 999
    whole = heard(Relay(server.url), 5)
    assert whole.startswith(DELTA + b"data: {")
    assert b"half" not in whole
    assert json.loads(whole.removeprefix(DELTA).removeprefix(b"data: "))["message"] == text("relay.broken")


@pytest.mark.parametrize(
    ("status", "kind", "expected"),
    [
        (401, "application/json", KeyRefused),
        (403, "application/json", KeyRefused),
        (404, "text/html", NotTheServer),
        (422, "application/json", AnswerUnusable),
        (503, "text/html", ServerTrouble),
        (200, "text/html", NotTheServer),
        (200, "text/plain", AnswerUnusable),
    ],
)
def test_each_failure_has_its_name(server: Server, status: int, kind: str, expected: type[AppError]) -> None:
    server.status, server.kind = status, kind
    for reach in (ask, check_server):
        with pytest.raises(expected):
            reach(Relay(server.url))


@pytest.mark.parametrize("answer", [b"{", b"7", b"null", b"[]", b"{}", b"[" * 100_000])
def test_an_answer_that_is_no_list_of_conversations_is_named(server: Server, answer: bytes) -> None:
    server.pieces = [answer]
    with pytest.raises(AnswerUnusable) as failure:
        check_server(Relay(server.url))
    assert "ession" not in failure.value.sentence


def test_a_token_that_no_header_can_carry_is_named(server: Server) -> None:
    with pytest.raises(KeyRefused):
        check_server(Relay(server.url, "Authorization", "Bearer geheim-für-dich"))


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(ConnectionUnusable):
        check_server(Relay("https://1.2.3.999/chatkit"))


def test_a_server_that_is_not_there_is_named() -> None:
    nowhere = Relay(f"http://127.0.0.1:{free_port()}/chatkit")
    for reach in (ask, check_server):
        with pytest.raises(ConnectionRefused):
            reach(nowhere)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_t18_a_redirect_is_not_followed_and_takes_no_header_along(server: Server, status: int) -> None:
    thief = Server()
    with served(thief):
        server.status, server.location = status, thief.url
        for reach in (ask, check_server):
            with pytest.raises(NotTheServer):
                reach(Relay(server.url, "Authorization", KEY))
        assert thief.heads == []


def test_t18_a_redirect_that_is_followed_takes_the_request_along_twin(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief = Server()
    with served(thief):
        server.status, server.location = 307, thief.url
        endpoint = RelayEndpoint(Relay(server.url, "x-token", KEY), ORIGIN)
        monkeypatch.setattr(endpoint._client, "follow_redirects", True)
        asyncio.run(endpoint.answer(request()))
        assert thief.heads[0]["x-token"] == KEY


def test_the_header_travels_on_stdin_and_shows_in_no_print(tmp_path: Any) -> None:
    launch = Launch(1, "token", "http://localhost:2", tmp_path / "db", relay=Relay("https://a.example", "x", KEY))
    assert parse_launch(launch.line()) == launch
    assert KEY not in repr(launch)
