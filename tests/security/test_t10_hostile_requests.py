"""T10: a page in a browser here attacks the page server: rebinding, forged requests, smuggling, slowness."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.window import page_request, page_server
from app.window.page_request import Refusal, Request, parse_request
from app.window.page_server import HEAD_MAX_BYTES, PageServer
from tests.support.pages import (
    FILES,
    Reply,
    ask,
    connect,
    port_of,
    read_reply,
    request_bytes,
    running_server,
    write_assets,
)
from tests.support.waiting import wait_until

REQUEST_COUNT = 5000
DEADLINE_SECONDS = 15.0
SHELL = "shell/index.html"
NO_ANSWER = 0
REFUSED = {NO_ANSWER, *map(int, Refusal)}

HOSTS = (
    *("evil.example", "evil.example:{port}", "0.0.0.0:{port}", "[::1]:{port}", "[::]:{port}", "127.0.0.1", "localhost"),
    *(
        "127.0.0.2:{port}",
        "127.1:{port}",
        "2130706433:{port}",
        "0x7f.1:{port}",
        "localhost.:{port}",
        "LocalHost:{port}",
    ),
    *(
        "127.0.0.1.nip.io:{port}",
        "localhost.evil.example:{port}",
        "user@127.0.0.1:{port}",
        "127.0.0.1:{port}.evil.example",
    ),
    *(
        "127.0.0.1:1",
        "127.0.0.1:{port}0",
        "127.0.0.1:{port}, evil.example",
        "127.0.0.1:{port};",
        "http://127.0.0.1:{port}",
        "",
    ),
)
ORIGINS = (
    *(
        "null",
        "https://evil.example",
        "http://evil.example:{port}",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "file://",
    ),
    *(
        "https://127.0.0.1:{port}",
        "http://localhost:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "http://0.0.0.0:{port}",
    ),
    *("http://127.0.0.1:{port}/", "HTTP://127.0.0.1:{port}", "http://127.0.0.1:{port} http://evil.example", "", "*"),
)
SITES = ("cross-site", "same-site", "none", "", "Same-Origin", "same-origin, cross-site", "null", "same-origin;x")
MODES = ("cors", "no-cors", "websocket", "same-origin", "")
DESTINATIONS = ("script", "image", "object", "embed", "frame", "empty", "worker", "iframe")
METHODS = (
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PATCH",
    "PROPFIND",
    "get",
    "GETT",
    "G",
    "HEAD\t",
    "\0GET",
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    with running_server(write_assets(tmp_path_factory.mktemp("assets"))) as server:
        yield server


class Attacker:
    """Writes requests that are wrong in exactly one way; the path token is known, so nothing else protects."""

    def __init__(self, server: PageServer) -> None:
        self.server = server
        self.chance = random.Random(10)
        self.kinds: tuple[Callable[[], bytes], ...] = (
            *(
                self.foreign_host,
                self.foreign_origin,
                self.foreign_fetch,
                self.method,
                self.preflight,
                self.absolute_form,
            ),
            *(
                self.smuggled_body,
                self.smuggled_header,
                self.smuggled_request,
                self.other_version,
                self.oversized,
                self.noise,
            ),
        )

    def requests(self) -> Iterator[bytes]:
        """Yield endless hostile requests."""
        while True:
            yield self.chance.choice(self.kinds)()

    def good(self, **headers: str) -> bytes:
        """Return a request that would be answered."""
        return request_bytes(self.server, self.chance.choice([SHELL, "shell/main.js", "styles/tokens.css"]), **headers)

    def pick(self, texts: tuple[str, ...]) -> str:
        return self.chance.choice(texts).format(port=port_of(self.server))

    def own_host_line(self) -> bytes:
        return f"Host: 127.0.0.1:{port_of(self.server)}\r\n".encode()

    def foreign_host(self) -> bytes:
        return self.good().replace(self.own_host_line(), f"Host: {self.pick(HOSTS)}\r\n".encode())

    def foreign_origin(self) -> bytes:
        return self.good(Origin=self.pick(ORIGINS))

    def foreign_fetch(self) -> bytes:
        return self.good(
            Sec_Fetch_Site=self.pick(SITES), Sec_Fetch_Mode=self.pick(MODES), Sec_Fetch_Dest=self.pick(DESTINATIONS)
        )

    def method(self) -> bytes:
        return self.good().replace(b"GET", self.pick(METHODS).encode(), 1)

    def preflight(self) -> bytes:
        asked = {"Access_Control_Request_Method": "GET", "Access_Control_Request_Private_Network": "true"}
        return self.good(Origin=self.pick(ORIGINS), **asked).replace(b"GET", b"OPTIONS", 1)

    def absolute_form(self) -> bytes:
        start = self.pick(
            ("http://127.0.0.1:{port}", "http://evil.example", "//evil.example", "*", "127.0.0.1:{port}", "\\")
        )
        return self.good().replace(b"GET ", b"GET " + start.encode(), 1)

    def smuggled_body(self) -> bytes:
        header = self.chance.choice(
            [b"Content-Length: 0", b"Content-Length: 5", b"Transfer-Encoding: chunked", b"Transfer-Encoding: identity"]
        )
        body = self.chance.choice([b"", b"0\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"])
        return self.good()[:-2] + header + b"\r\n\r\n" + body

    def smuggled_header(self) -> bytes:
        line = self.chance.choice(
            [
                *(self.own_host_line(), b"hOST: evil.example\r\n", b"Host : x\r\n", b" Host: x\r\n", b"\tfolded\r\n"),
                *(
                    b"X\x00: y\r\n",
                    b"X: y\x00\r\n",
                    b"X: y\nHost: x\r\n",
                    b"X: y\rHost: x\r\n",
                    b": x\r\n",
                    b"no colon\r\n",
                ),
                *(b"X: y\x0b\r\n", b"X(): y\r\n", b"\xff: y\r\n", b"X: \x7f\r\n"),
            ]
        )
        return self.good()[:-2] + line + b"\r\n"

    def smuggled_request(self) -> bytes:
        return self.good() + self.chance.choice([self.good(), b"\r\n", b"x", b"\0" * 50])

    def other_version(self) -> bytes:
        version = self.chance.choice(
            [b"HTTP/1.0", b"HTTP/0.9", b"HTTP/2", b"http/1.1", b"HTTP/1.1 ", b"HTTP/11", b"", b"X"]
        )
        return self.good().replace(b"HTTP/1.1", version, 1)

    def oversized(self) -> bytes:
        filler = b"x" * self.chance.randrange(HEAD_MAX_BYTES, HEAD_MAX_BYTES + 500)
        many = b"".join(b"X-%d: y\r\n" % number for number in range(80))
        return self.chance.choice([self.good()[:-2] + b"X: " + filler + b"\r\n\r\n", self.good()[:-2] + many + b"\r\n"])

    def noise(self) -> bytes:
        request = bytearray(self.good()[:-4])
        for _ in range(self.chance.randrange(1, 4)):
            request[self.chance.randrange(len(b"GET /"), len(b"GET /") + 43)] = self.chance.choice(
                b"\0\r\n \x7f\xff\\%?#@"
            )
        return bytes(request) + b"\r\n\r\n"


def assert_refused(reply: Reply, request: bytes) -> None:
    assert reply.status in REFUSED, request
    assert reply.body == b"", request
    assert not [name for name in reply.headers if name.startswith("access-control-")], request


def test_t10_no_hostile_request_gets_a_file(server: PageServer) -> None:
    attacks = Attacker(server).requests()
    ends_at = time.monotonic() + DEADLINE_SECONDS
    for _ in range(REQUEST_COUNT):
        request = next(attacks)
        assert_refused(ask(server, request), request)
    assert time.monotonic() < ends_at
    assert ask(server, request_bytes(server, SHELL)).body == FILES[SHELL], "our own page is still served"


@pytest.mark.parametrize("address", ["0.0.0.0", "::ffff:127.0.0.1", "127.0.0.2"])
def test_t10_other_ways_to_this_computer_lead_nowhere(server: PageServer, address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    request = request_bytes(server, SHELL).replace(b"Host: 127.0.0.1", f"Host: {host}".encode())
    try:
        with socket.create_connection((address, port_of(server)), timeout=5) as connection:
            connection.sendall(request)
            assert_refused(read_reply(connection), request)
    except ConnectionRefusedError:
        return


def test_t10_slow_visitors_do_not_hold_up_the_pages(server: PageServer) -> None:
    slow = [connect(server) for _ in range(100)]
    try:
        for connection in slow[-20:]:
            connection.sendall(b"GET / HTTP/1.1\r\nX: ")
        started_at = time.monotonic()
        for path in ("shell/index.html", "shell/main.js", "styles/tokens.css"):
            assert ask(server, request_bytes(server, path)).body == FILES[path]
        assert time.monotonic() - started_at < page_server.REQUEST_SECONDS / 2
    finally:
        for connection in slow:
            connection.close()


def test_t10_no_answer_ever_opens_the_pages_to_other_origins(server: PageServer) -> None:
    reply = ask(server, request_bytes(server, SHELL, Origin=server.shell_origin))
    assert reply.status == 200
    assert not [name for name in reply.headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    ("check", "attack"),
    [
        ("host_is_ours", lambda attacker: attacker.good().replace(b"Host: 127.0.0.1:", b"Host: evil.example:")),
        ("origin_is_ours", lambda attacker: attacker.good(Origin="https://evil.example")),
        ("fetch_comes_from_us", lambda attacker: attacker.good(Sec_Fetch_Site="cross-site")),
        ("method_only_reads", lambda attacker: attacker.good().replace(b"GET", b"POST", 1)),
        ("has_no_body", lambda attacker: attacker.good(Content_Length="5")),
    ],
)
def test_t10_check_twin(
    server: PageServer, monkeypatch: pytest.MonkeyPatch, check: str, attack: Callable[[Attacker], bytes]
) -> None:
    request = attack(Attacker(server)).replace(b"/styles/tokens.css", b"/shell/main.js")
    assert_refused(ask(server, request), request)
    monkeypatch.setattr(page_request, check, lambda *_: True)
    reply = ask(server, request)
    assert reply.status == 200
    assert reply.body in FILES.values()


def test_t10_parser_twin(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse_loosely(head: bytes) -> Request | Refusal:
        lines = head.split(b"\r\n")
        return parse_request(b"\r\n".join(lines[:2]))

    request = request_bytes(server, SHELL)[:-2] + b"Host: evil.example\r\n\r\n"
    assert_refused(ask(server, request), request)
    monkeypatch.setattr(page_server, "parse_request", parse_loosely)
    assert ask(server, request).body == FILES[SHELL]


def test_t10_size_cap_twin(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    request = request_bytes(server, SHELL, X="x" * HEAD_MAX_BYTES)
    assert_refused(ask(server, request), request)
    monkeypatch.setattr(page_server, "HEAD_MAX_BYTES", 10 * HEAD_MAX_BYTES)
    assert ask(server, request).body == FILES[SHELL]


def test_t10_patience_twin(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that waits for whoever came first is held up by the first one who says nothing."""
    patience_ends = threading.Event()

    def wait_for_the_rest(visitor: page_server.Visitor) -> None:
        patience_ends.wait(page_server.REQUEST_SECONDS)
        raise OSError

    monkeypatch.setattr(server, "_listen", wait_for_the_rest)
    with connect(server) as slow, connect(server) as honest:
        slow.sendall(b"GET")
        honest.settimeout(0.3)
        honest.sendall(request_bytes(server, SHELL))
        with pytest.raises(TimeoutError):
            read_reply(honest)
        patience_ends.set()


def test_t10_crowd_twin(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that turns away whoever comes when it is full is full of those who say nothing."""
    really_welcome = server._welcome

    def turn_away(listener: socket.socket) -> None:
        if len(server._visitors) < page_server.VISITORS_MAX:
            really_welcome(listener)
        else:
            listener.accept()[0].close()

    monkeypatch.setattr(server, "_welcome", turn_away)
    crowd = [connect(server) for _ in range(page_server.VISITORS_MAX)]
    wait_until(lambda: len(server._visitors) == page_server.VISITORS_MAX)
    assert ask(server, request_bytes(server, SHELL)).status == NO_ANSWER
    for connection in crowd:
        connection.close()
    wait_until(lambda: not server._visitors)


def test_t10_second_request_twin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_respond = PageServer._respond_to

    def respond_loosely(server: PageServer, received: bytes) -> page_server.Response | None:
        head, end, _ = received.partition(page_server.HEAD_END)
        return really_respond(server, head + end)

    with running_server(write_assets(tmp_path)) as server:
        request = request_bytes(server, SHELL) + b"GET /smuggled HTTP/1.1\r\n\r\n"
        assert_refused(ask(server, request), request)
        monkeypatch.setattr(PageServer, "_respond_to", respond_loosely)
        assert ask(server, request).body == FILES[SHELL]
