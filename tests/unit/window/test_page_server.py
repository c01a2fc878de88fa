"""The real server on real sockets: what it serves, how it treats the slow and the many, how it ends."""

from __future__ import annotations

import errno
import socket
import threading
import time
from pathlib import Path

import pytest

from app import resources
from app.services.official_script import OFFICIAL_SCRIPT, origin_of
from app.window import page_server
from app.window.content_policy import chat_headers, official_headers, shell_headers
from app.window.loopback import LoopbackSockets, bind_loopback
from app.window.page_server import HEAD_MAX_BYTES, VISITORS_MAX, PageServer
from tests.support.pages import (
    CHAT_HOST_PORT,
    FILES,
    ask,
    connect,
    port_of,
    read_reply,
    request_bytes,
    running_server,
    token_of,
)
from tests.support.waiting import wait_until

SHELL = "shell/index.html"
LARGE = "chat/dist/agentnook-chat.js"


def visitors_of(server: PageServer) -> int:
    return len(server._visitors)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_every_file_is_served_under_its_host_on_both_addresses(
    server: PageServer, family: socket.AddressFamily
) -> None:
    for path, body in FILES.items():
        host = "localhost" if path.startswith("chat/") else "127.0.0.1"
        reply = ask(server, request_bytes(server, path, host=host), family)
        assert (reply.status, reply.body) == (200, body)
        assert reply.headers["content-length"] == str(len(body))


def test_the_addresses_it_tells_are_the_ones_it_serves(server: PageServer) -> None:
    assert server.shell_url == f"{server.shell_origin}/{token_of(server)}/shell/index.html"
    assert server.chat_url == f"{server.chat_origin}/{token_of(server)}/chat/builtin.html"
    assert server.shell_origin == f"http://127.0.0.1:{port_of(server)}"
    assert server.chat_origin == f"http://localhost:{port_of(server)}"
    assert len(token_of(server)) >= 43


def test_each_origin_sends_its_own_policy_with_everything(server: PageServer) -> None:
    port = port_of(server)
    for host, path, policy in (
        ("127.0.0.1", SHELL, shell_headers(port)),
        ("127.0.0.1", "styles/tokens.css", shell_headers(port)),
        ("localhost", "chat/builtin.html", chat_headers(port, CHAT_HOST_PORT)),
        ("localhost", "styles/tokens.css", chat_headers(port, CHAT_HOST_PORT)),
        ("localhost", "chat/official.html", official_headers(port, CHAT_HOST_PORT, origin_of(OFFICIAL_SCRIPT))),
    ):
        headers = ask(server, request_bytes(server, path, host=host)).headers
        assert {name.lower(): value for name, value in policy} == {
            name: value for name, value in headers.items() if name not in ("content-type", "content-length")
        }


def test_head_gets_the_same_head_and_no_body(server: PageServer) -> None:
    whole = ask(server, request_bytes(server, SHELL))
    head = ask(server, request_bytes(server, SHELL, method="HEAD"))
    assert head.headers == whole.headers
    assert head.body == b""


def test_a_connection_serves_one_request_after_the_other(server: PageServer) -> None:
    with connect(server) as connection:
        for path in (SHELL, "shell/main.js", "styles/tokens.css"):
            connection.sendall(request_bytes(server, path))
            assert read_reply(connection).body == FILES[path]
        connection.sendall(request_bytes(server, SHELL, method="HEAD"))
        assert read_reply(connection, has_body=False).status == 200


def test_a_request_may_arrive_in_pieces(server: PageServer) -> None:
    with connect(server) as connection:
        for byte in request_bytes(server, SHELL):
            connection.sendall(bytes([byte]))
        assert read_reply(connection).body == FILES[SHELL]


def test_a_large_file_arrives_whole_however_slowly_it_is_read(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connect(server) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16384)
        accepted = next(iter(wait_until(lambda: list(server._visitors))))
        accepted.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16384)
        connection.sendall(request_bytes(server, LARGE, host="localhost"))
        wait_until(lambda: accepted.unsent)
        assert ask(server, request_bytes(server, SHELL)).status == 200, "nobody else waits for it"
        assert read_reply(connection).body == FILES[LARGE]


@pytest.mark.parametrize(
    ("request_head", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", 421),
        (b"nonsense\r\n\r\n", 400),
        (b"a" * (HEAD_MAX_BYTES + 1), 431),
    ],
)
def test_a_refusal_has_no_body_and_ends_the_connection(server: PageServer, request_head: bytes, status: int) -> None:
    with connect(server) as connection:
        connection.sendall(request_head)
        reply = read_reply(connection)
        assert (reply.status, reply.body) == (status, b"")
        assert reply.headers["connection"] == "close"
        assert connection.recv(1) == b""


def test_another_method_is_told_which_ones_there_are(server: PageServer) -> None:
    reply = ask(server, request_bytes(server, SHELL, method="POST"))
    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD")


def test_a_path_that_is_not_in_the_manifest_is_not_found(server: PageServer) -> None:
    assert ask(server, request_bytes(server, "shell/other.js")).status == 404
    assert ask(server, request_bytes(server, "manifest.json")).status == 404
    assert ask(server, request_bytes(server, SHELL + "?v=1")).status == 404


def test_a_second_request_sent_along_is_malformed(server: PageServer) -> None:
    with connect(server) as connection:
        connection.sendall(request_bytes(server, SHELL) * 2)
        assert read_reply(connection).status == 400


def test_a_visitor_who_never_finishes_asking_is_sent_away_and_holds_up_nobody(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_server, "REQUEST_SECONDS", 0.2)
    with connect(server) as silent, connect(server) as slow:
        slow.sendall(b"GET / HT")
        assert ask(server, request_bytes(server, SHELL)).status == 200
        assert silent.recv(1) == b""
        assert slow.recv(1) == b""
    wait_until(lambda: visitors_of(server) == 0)


def test_a_slow_request_has_one_deadline_however_often_it_sends(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_server, "REQUEST_SECONDS", 0.3)
    ends_at = time.monotonic() + 5
    with connect(server) as dribbling:
        dribbling.settimeout(0.01)
        while time.monotonic() < ends_at:
            try:
                dribbling.sendall(b"a")
                dribbling.recv(1)
            except TimeoutError:
                continue
            except ConnectionError:
                break
        else:
            pytest.fail("it was still heard after its deadline")


def test_a_second_request_has_the_same_deadline_as_the_first(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_server, "REQUEST_SECONDS", 0.2)
    with connect(server) as connection:
        connection.sendall(request_bytes(server, SHELL))
        assert read_reply(connection).status == 200
        connection.sendall(b"GET / HT")
        assert connection.recv(1) == b""


def test_waiting_for_visitors_never_blocks(server: PageServer) -> None:
    with connect(server):
        wait_until(lambda: visitors_of(server) == 1)
        sockets = [*server._loopback.sockets, *(visitor.socket for visitor in server._visitors)]
        assert [waiting.getblocking() for waiting in sockets] == [False, False, False]


def test_an_idle_visitor_is_sent_away(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_server, "IDLE_SECONDS", 0.1)
    with connect(server) as connection:
        connection.sendall(request_bytes(server, SHELL))
        assert read_reply(connection).status == 200
        assert connection.recv(1) == b""


def test_a_visitor_who_does_not_read_is_sent_away(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_server, "RESPONSE_SECONDS", 0.2)
    with connect(server) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        next(iter(wait_until(lambda: list(server._visitors)))).socket.setsockopt(
            socket.SOL_SOCKET, socket.SO_SNDBUF, 4096
        )
        connection.sendall(request_bytes(server, LARGE, host="localhost"))
        wait_until(lambda: visitors_of(server) == 0, deadline_seconds=page_server.REQUEST_SECONDS / 2)


def test_a_crowd_of_silent_visitors_keeps_nobody_out(server: PageServer) -> None:
    crowd = [connect(server) for _ in range(3 * VISITORS_MAX)]
    try:
        assert ask(server, request_bytes(server, SHELL)).body == FILES[SHELL]
        assert visitors_of(server) <= VISITORS_MAX
    finally:
        for connection in crowd:
            connection.close()


def test_a_visitor_who_breaks_off_harms_nobody(server: PageServer) -> None:
    connection = connect(server)
    wait_until(lambda: visitors_of(server) == 1)
    # Lingering for zero seconds sends a reset, which the server meets as an error instead of an end.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    connection.close()
    wait_until(lambda: visitors_of(server) == 0)
    assert ask(server, request_bytes(server, SHELL)).status == 200


class Refusing:
    """A listening socket whose first visitors cannot be let in."""

    def __init__(self, errors: list[OSError]) -> None:
        self.errors = errors

    def accept(self) -> tuple[socket.socket, object]:
        raise self.errors.pop()


@pytest.mark.parametrize("error", [BlockingIOError(), OSError(errno.EMFILE, "no handle is free")])
def test_a_visitor_who_cannot_be_let_in_is_passed_over(server: PageServer, error: OSError) -> None:
    refusing = Refusing([error])
    server._welcome(refusing)  # type: ignore[arg-type]
    assert not refusing.errors
    assert ask(server, request_bytes(server, SHELL)).status == 200


def test_news_of_nothing_or_of_a_visitor_who_is_gone_is_ignored(server: PageServer) -> None:
    with connect(server) as connection:
        visitor = next(iter(wait_until(lambda: list(server._visitors))))
        key = next(key for key in server._selector.get_map().values() if key.data is visitor)
        server._attend(key)
        assert visitors_of(server) == 1, "it may have been no news at all"
        connection.close()
        wait_until(lambda: visitors_of(server) == 0)
        server._attend(key)


def test_it_lives_from_start_to_close_and_gives_everything_back(assets: Path) -> None:
    threads = threading.active_count()
    server = PageServer(bind_loopback(), chat_host_port=CHAT_HOST_PORT, assets=assets)
    assert not server.is_alive()
    server.start()
    assert server.is_alive()
    with connect(server) as visitor:
        wait_until(lambda: visitors_of(server) == 1)
        server.close()
        assert visitor.recv(1) == b""
    server.close()
    assert not server.is_alive()
    assert threading.active_count() == threads
    with pytest.raises(ConnectionRefusedError):
        connect(server)


def test_a_server_that_never_started_gives_its_port_back(assets: Path) -> None:
    loopback = bind_loopback()
    PageServer(loopback, chat_host_port=CHAT_HOST_PORT, assets=assets).close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", loopback.port), timeout=5)


def test_requests_that_came_before_the_start_are_answered(assets: Path) -> None:
    server = PageServer(bind_loopback(), chat_host_port=CHAT_HOST_PORT, path_token="known", assets=assets)
    with connect(server) as early:
        early.sendall(request_bytes(server, SHELL))
        server.start()
        assert read_reply(early).body == FILES[SHELL]
    assert "/known/" in server.shell_url
    server.close()


def test_ipv4_alone_is_served_where_there_is_no_ipv6(assets: Path) -> None:
    both = bind_loopback()
    both.sockets[1].close()
    server = PageServer(LoopbackSockets(both.port, both.sockets[:1]), chat_host_port=1, assets=assets)
    server.start()
    assert ask(server, request_bytes(server, SHELL)).status == 200
    server.close()


def test_without_a_folder_it_serves_the_program_s_own(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_server, "assets_dir", lambda: assets)
    server = PageServer(bind_loopback(), chat_host_port=1)
    server.start()
    assert ask(server, request_bytes(server, SHELL)).body == FILES[SHELL]
    server.close()
    assert resources.assets_dir() != assets


def test_closing_while_the_thread_ends_by_itself_is_no_error(assets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running_server(assets) as server:
        monkeypatch.setattr(server._thread, "is_alive", lambda: True)
        server._stopping.set()
        server._waker.send(b"!")
        server._thread.join(5)
        server.close()
