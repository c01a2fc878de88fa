"""The answer in place of a chat host that is down bears what strangers send to it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from app.services import unavailable_answer
from app.services.unavailable_answer import MOST_CONNECTIONS, UnavailableAnswer
from app.window.loopback import LoopbackSockets, bind_loopback
from tests.support.waiting import wait_until

WELL_MEANT = b"POST /chatkit HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture
def port() -> Iterator[int]:
    """Return the port of an answer that is given for as long as the test lasts."""
    loopback: LoopbackSockets = bind_loopback()
    answer = UnavailableAnswer(loopback.sockets, lambda: "http://localhost:1")
    thread = threading.Thread(target=answer.serve_until_ended, daemon=True)
    thread.start()
    yield loopback.port
    answer.end()
    thread.join(5)
    loopback.close()
    assert not thread.is_alive()


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=2)


def received(connection: socket.socket) -> bytes:
    """Return everything that comes until the connection ends; TimeoutError when it does not."""
    pieces = b""
    try:
        while piece := connection.recv(65536):
            pieces += piece
    except ConnectionError:
        pass
    return pieces


def exchange(port: int, request: bytes) -> bytes:
    with connect(port) as connection:
        connection.sendall(request)
        return received(connection)


@pytest.mark.parametrize("length", [b"-1", b"+1", b"1_0", b"\xb2", b"1, 1", b"x", b"9" * 5000])
def test_a_length_that_is_no_number_ends_it(port: int, length: bytes) -> None:
    assert exchange(port, b"POST /chatkit HTTP/1.1\r\nContent-Length: " + length + b"\r\n\r\n{}") == b""
    assert exchange(port, WELL_MEANT).startswith(b"HTTP/1.1 503 ")


def test_a_length_above_the_limit_is_answered_all_the_same(port: int) -> None:
    request = b"POST /chatkit HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n{}"
    assert exchange(port, request).startswith(b"HTTP/1.1 503 ")


def test_one_more_than_the_most_is_hung_up_on(port: int) -> None:
    with ExitStack() as held:
        for _ in range(MOST_CONNECTIONS):
            held.enter_context(connect(port))
        assert exchange(port, WELL_MEANT) == b""
    answered = lambda: exchange(port, WELL_MEANT).startswith(b"HTTP/1.1 503 ")  # noqa: E731
    wait_until(answered, what="an answer once the others are gone")


def test_who_keeps_waiting_is_hung_up_on(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unavailable_answer, "READ_SECONDS", 0.1)
    assert exchange(port, b"POST /chatkit HTTP/1.1\r\nContent-Length: 9\r\n\r\n") == b""
