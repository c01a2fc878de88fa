"""F39: what is no answer, from each kind of server: bounded as it is read, and called by what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.chat_host.launch import Relay
from app.errors import AnswerUnusable, AppError, NotTheServer
from app.services.server_check import check_server
from app.services.session_service import check_service, mint_from_service
from tests.support.served import served

HUGE_BYTES = 50_000_000
# What the system itself may hold between the two: a reader that stops at its bound cannot unsend it.
BUFFERS_BYTES = 16_000_000
PIECE = b" " * 65_536
DEEP = b"[" * 30_000
PAGE = b"<!doctype html><title>Welcome to our hotel</title>"

Ask = Callable[[str], object]
KINDS: dict[str, Ask] = {
    "a ChatKit server": lambda url: check_server(Relay(f"{url}/chatkit")),
    "a session service": check_service,
    "its session": lambda url: mint_from_service(url, "", "wf_1"),
}


class Answering:
    """A server that gives the same answer to everything, and counts what went out of it."""

    def __init__(self, content_type: str, pieces: tuple[bytes, ...], length: int | None) -> None:
        self.sent_bytes = 0
        self.content_type, self.pieces, self.length = content_type, pieces, length

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(int(handler.headers.get("content-length", 0)))
        handler.send_response(200)
        handler.send_header("Content-Type", self.content_type)
        if self.length is not None:
            handler.send_header("Content-Length", str(self.length))
        handler.end_headers()
        with suppress(OSError):
            for piece in self.pieces:
                handler.wfile.write(piece)
                self.sent_bytes += len(piece)


@contextmanager
def serving(answering: Answering) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answering.answer(self)

        do_POST = do_GET  # noqa: N815 -- as http.server calls it

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with served(server):
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize("ask", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("length", [HUGE_BYTES, None], ids=["announced", "without an end in sight"])
def test_f39_a_huge_answer_is_left_at_the_bound(ask: Ask, length: int | None) -> None:
    answering = Answering("application/json", (PIECE,) * (HUGE_BYTES // len(PIECE)), length)
    with serving(answering) as url, pytest.raises(AnswerUnusable):
        ask(url)
    assert answering.sent_bytes < BUFFERS_BYTES


@pytest.mark.parametrize("ask", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        ("text/html; charset=utf-8", PAGE, NotTheServer),
        ("application/xhtml+xml", PAGE, NotTheServer),
        ("text/plain", b"{}", AnswerUnusable),
        ("", b"{}", AnswerUnusable),
        ("application/json", PAGE, AnswerUnusable),
        ("application/json", b"", AnswerUnusable),
        ("application/json", b'{"data": ', AnswerUnusable),
        ("application/json", b"\xff\xfe{}", AnswerUnusable),
        ("application/json", b"null", AnswerUnusable),
        ("application/json", DEEP, AnswerUnusable),
    ],
)
def test_f39_what_is_no_answer_is_called_by_what_it_is(
    ask: Ask, content_type: str, body: bytes, kind: type[AppError]
) -> None:
    with serving(Answering(content_type, (body,), len(body))) as url, pytest.raises(AppError) as failure:
        ask(url)
    assert type(failure.value) is kind
    assert "hotel" not in f"{failure.value.envelope()}{failure.value.detail}"
