"""Files through the relay: the whole chat host before a real ChatKit server that takes uploads in two phases."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from app import network
from app.chat_host import relay_files, upload_body
from app.chat_host.composition import run_host
from app.chat_host.guard import TOKEN_HEADER
from app.chat_host.launch import Launch, Relay
from app.chat_host.targets import Way, find_way
from app.window.loopback import bind_loopback
from tests.support.certificates import certificate
from tests.support.chat_hosts import CHAT_ORIGIN, TOKEN, Client
from tests.support.conversations import words
from tests.support.self_hosted_files import UPLOAD_KEY, FilesAtServer, self_hosted_with_files
from tests.support.served import served
from tests.support.waiting import wait_until

KEY = "canary-0123456789"
PICTURE = b"\x89PNG\r\n\x1a\n and what a picture is made of"
ANSWER_SECONDS = 20.0


@contextmanager
def relay_to(url: str, database: Path) -> Iterator[Client]:
    """Run the chat host of a connection to a server, with its header."""
    loopback = bind_loopback()
    descriptors = tuple(os.dup(listener.fileno()) for listener in loopback.sockets)
    relay = Relay(url, "Authorization", f"Bearer {KEY}")
    launch = Launch(loopback.port, TOKEN, CHAT_ORIGIN, database, descriptors, relay=relay)
    ready = threading.Event()
    ends: list[Callable[[], None]] = []
    host = threading.Thread(target=lambda: asyncio.run(run_host(launch, ends.append, lambda _said: ready.set())))
    host.start()
    try:
        assert ready.wait(ANSWER_SECONDS), "it never answers"
        yield Client(loopback.port)
    finally:
        for end in ends:
            end()
        host.join(ANSWER_SECONDS)
        loopback.close()


@pytest.fixture
def server() -> Iterator[FilesAtServer]:
    with self_hosted_with_files(KEY) as server:
        yield server


@pytest.fixture
def host(server: FilesAtServer, tmp_path: Path) -> Iterator[Client]:
    with relay_to(server.url, tmp_path / "host.sqlite3") as host:
        yield host


class Place(ThreadingHTTPServer):
    """Somewhere else than the server: takes every request alike, and keeps what came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), PlaceHandler)
        self.status, self.kind, self.body, self.location = 200, "image/png", PICTURE, ""
        self.heads: list[dict[str, str]] = []
        self.received: list[int] = []
        self.holds = False
        self.began, self.was_left = threading.Event(), threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about whoever hangs up."""


class PlaceHandler(BaseHTTPRequestHandler):
    server: Place

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""

    def do_PUT(self) -> None:
        self._keep()
        left = int(self.headers["content-length"])
        received = 0
        while left > received:
            piece = self.rfile.read1(min(65536, left - received))
            if not piece:
                self.server.was_left.set()
                return
            received += len(piece)
            self.server.received.append(len(piece))
            self.server.began.set()
        self._answer(b"{}")

    def do_GET(self) -> None:
        self._keep()
        self._answer(self.server.body)

    def do_CONNECT(self) -> None:
        self._keep()
        self.send_error(502)

    def _keep(self) -> None:
        self.server.heads.append({name.lower(): value for name, value in self.headers.items()})

    def _answer(self, body: bytes) -> None:
        if self.server.holds:
            if self.rfile.read1(1) == b"":
                self.server.was_left.set()
            return
        self.send_response(self.server.status)
        self.send_header("Content-Type", self.server.kind)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def place() -> Iterator[Place]:
    place = Place()
    with served(place):
        yield place


def create(host: Client, mime_type: str = "image/png") -> Any:
    """Ask for the place of a file."""
    return host.fetch("attachments.create", name="a.png", size=len(PICTURE), mime_type=mime_type)


def head_of(host: Client, **changes: str | None) -> dict[str, str]:
    known = {"Host": f"localhost:{host.port}", "Origin": CHAT_ORIGIN, TOKEN_HEADER: TOKEN, **changes}
    return {name: value for name, value in known.items() if value is not None}


def send(
    host: Client, method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, bytes, dict[str, str]]:
    """Send one request to an address that the host gave."""
    with closing(http.client.HTTPConnection("127.0.0.1", host.port, timeout=ANSWER_SECONDS)) as connection:
        connection.request(method, urlsplit(url).path, body or None, head_of(host) if headers is None else headers)
        response = connection.getresponse()
        return response.status, response.read(), dict(response.getheaders())


def upload(host: Client, made: Any, body: bytes = PICTURE) -> tuple[int, bytes]:
    described = made["upload_descriptor"]
    headers = {**head_of(host), "Content-Type": "image/png"}
    status, answer, _headers = send(host, described["method"], described["url"], body, headers)
    return status, answer


def preview(host: Client, url: str) -> tuple[int, bytes, dict[str, str]]:
    """Load a picture as an <img> in the frame of OpenAI's interface does."""
    sent = {"Host": f"localhost:{host.port}", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image"}
    return send(host, "GET", url, headers=sent)


def code(body: bytes) -> str:
    return str(json.loads(body)["error"]["code"])


def test_a_file_goes_to_the_server_and_its_picture_comes_back(host: Client, server: FilesAtServer) -> None:
    made = create(host)
    ours = f"http://localhost:{host.port}/files/"
    assert made["upload_descriptor"]["url"].startswith(ours)
    assert made["preview_url"].startswith(ours)
    # What opens the place of the file stays here.
    assert made["upload_descriptor"]["headers"] == {}
    assert UPLOAD_KEY not in json.dumps(made)
    status, answer = upload(host, made)
    assert status == 200
    said = {"type": "image", "mime_type": "image/png", "preview_url": made["preview_url"], "size": len(PICTURE)}
    assert json.loads(answer) == said
    assert server.kept == {made["id"]: PICTURE}
    method, path, head = server.heads[-1]
    assert (method, path) == ("PUT", f"/files/{made['id']}")
    assert (head["x-upload-key"], head["content-type"]) == (UPLOAD_KEY, "image/png")
    assert head["authorization"] == f"Bearer {KEY}"
    assert head["content-length"] == str(len(PICTURE))
    assert TOKEN_HEADER not in head
    status, body, headers = preview(host, made["preview_url"])
    assert (status, body, headers["content-type"]) == (200, PICTURE, "image/png")
    assert "sandbox" in headers["content-security-policy"]
    assert server.heads[-1][2]["authorization"] == f"Bearer {KEY}"


def test_a_message_with_a_file_is_answered_and_read_again_with_the_same_addresses(
    host: Client, server: FilesAtServer
) -> None:
    made = create(host)
    upload(host, made)
    status, stream = host.ask("threads.create", input=words("Look", [made["id"]]))
    assert status == 200
    assert b"It got a.png." in stream
    assert server.origin.encode() not in stream
    assert made["preview_url"].encode() in stream
    events = [json.loads(line.removeprefix(b"data: ")) for line in stream.split(b"\n\n") if line]
    thread = events[0]["thread"]["id"]
    for read in (
        host.fetch("threads.get_by_id", thread_id=thread)["items"],
        host.fetch("items.list", thread_id=thread),
    ):
        attached = [each for item in read["data"] for each in item.get("attachments", [])]
        assert [each["preview_url"] for each in attached] == [made["preview_url"]]
        assert server.origin not in json.dumps(read)


def test_a_file_that_is_no_picture_has_one_address(host: Client, server: FilesAtServer) -> None:
    made = create(host, "application/pdf")
    assert "preview_url" not in made
    assert upload(host, made, b"%PDF")[0] == 200
    assert server.kept[made["id"]] == b"%PDF"


def test_t18_the_header_of_the_connection_does_not_follow_a_file_elsewhere(
    host: Client, server: FilesAtServer, place: Place
) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    made = create(host)
    assert upload(host, made) == (200, b"")
    assert preview(host, made["preview_url"])[1] == PICTURE
    for head in place.heads:
        assert "authorization" not in head
        assert KEY not in str(head)
        assert head["host"] == f"127.0.0.1:{place.port}"
    assert place.heads[0]["x-upload-key"] == UPLOAD_KEY


def test_t18_the_header_of_the_connection_does_not_follow_a_file_elsewhere_twin(
    host: Client, server: FilesAtServer, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"

    async def find_own(target: str, _server: str) -> Way:
        return await find_way(target, target)

    monkeypatch.setattr(relay_files, "find_way", find_own)
    assert upload(host, create(host))[0] == 200
    assert place.heads[0]["authorization"] == f"Bearer {KEY}"


def test_a_place_elsewhere_is_reached_over_https_by_its_name(
    host: Client, server: FilesAtServer, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate(tmp_path, "Files Ltd", "localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    place.socket = context.wrap_socket(place.socket, server_side=True)
    server.elsewhere = f"https://localhost:{place.port}"
    made = create(host)
    # An authority that nobody knows, before it is known.
    assert upload(host, made)[0] == 503
    trusting = partial(network.tls_context, path)
    monkeypatch.setattr(network, "tls_context", lambda _file: trusting())
    assert upload(host, made)[0] == 200
    assert place.heads[0]["host"] == f"localhost:{place.port}"


def test_a_place_elsewhere_is_reached_through_the_proxy_of_the_system(
    host: Client, server: FilesAtServer, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{place.port}")
    server.elsewhere = "https://files.example"
    status, body = upload(host, create(host))
    assert (status, code(body)) == (503, "proxy_failed")
    assert place.heads[0]["host"] == "files.example:443"
    assert KEY not in str(place.heads)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("x-amz-acl", "private", True),
        ("Content-Type", "image/png", True),
        ("Authorization", "Bearer of the upload", True),
        ("Host", "inner.example", False),
        ("Transfer-Encoding", "chunked", False),
        ("Proxy-Authorization", "x", False),
        ("cookie", "a=b", False),
        ("x-two", "a\r\nx-three: b", False),
        ("x-umlaut", "ä", False),
        ("x two", "a", False),
        ("", "a", False),
    ],
)
def test_a_server_may_want_headers_with_a_file_but_not_speak_for_us(name: str, value: str, expected: bool) -> None:
    assert relay_files.may_be_sent(name, value) is expected


def test_an_error_reaches_who_is_still_sending(host: Client, server: FilesAtServer) -> None:
    server.elsewhere = "https://10.0.0.1"
    status, body = upload(host, create(host), b"x" * 20_000_000)
    assert (status, code(body)) == (403, "address_refused")


REFUSED = [
    "http://example.com",
    "http://192.0.2.1",
    "http://10.0.0.1",
    "https://10.0.0.1",
    "https://169.254.169.254",
    "https://[fe80::1]",
    "https://[::ffff:10.0.0.1]",
    "https://0.0.0.0",
    "https://224.0.0.1",
    "https://user:word@example.com",
]


@pytest.mark.parametrize("origin", REFUSED)
def test_a_server_cannot_send_us_into_a_network(
    host: Client, server: FilesAtServer, origin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_names(monkeypatch, {"example.com": "93.184.215.14"})
    server.elsewhere = origin
    made = create(host)
    status, body = upload(host, made)
    assert (status, code(body)) == (403, "address_refused")
    status, body, _headers = preview(host, made["preview_url"])
    assert (status, code(body)) == (403, "address_refused")


def answer_names(monkeypatch: pytest.MonkeyPatch, known: dict[str, str]) -> None:
    """Answer for names as a name server would; nothing here asks a real one."""
    real = asyncio.BaseEventLoop.getaddrinfo

    async def answer(loop: asyncio.BaseEventLoop, host: str, port: Any, **options: Any) -> Any:
        return await real(loop, known.get(host, host), port, **options)

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", answer)


def test_t18_a_redirect_is_not_followed(host: Client, server: FilesAtServer, place: Place) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    place.status, place.location = 307, f"{server.origin}/files/thief"
    made = create(host)
    for status, body in (upload(host, made), preview(host, made["preview_url"])[:2]):
        assert (status, code(body)) == (400, "file_refused")
    assert len(place.heads) == 2


@pytest.mark.parametrize(
    ("status", "expected"), [(403, "file_refused"), (413, "file_refused"), (500, "server_trouble")]
)
def test_each_failure_has_its_name(
    host: Client, server: FilesAtServer, place: Place, status: int, expected: str
) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    place.status = status
    made = create(host)
    assert code(upload(host, made)[1]) == expected
    assert code(preview(host, made["preview_url"])[1]) == expected


def test_only_pictures_are_shown_as_pictures(host: Client, server: FilesAtServer, place: Place) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    place.kind = "text/html"
    status, body, _headers = preview(host, create(host)["preview_url"])
    assert (status, code(body)) == (503, "answer_unusable")


def test_a_picture_without_an_end_is_cut(
    host: Client, server: FilesAtServer, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    place.body = b"x" * 500_000
    monkeypatch.setattr(relay_files, "MOST_PREVIEW_BYTES", 100_000)
    assert len(preview(host, create(host)["preview_url"])[1]) <= 100_000


def test_a_file_beyond_the_limit_is_refused_before_and_while_it_is_sent(
    host: Client, server: FilesAtServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = create(host)
    headers = {**head_of(host), "Content-Length": str(512 * 1024 * 1024 + 1)}
    status, body, _headers = send(host, "PUT", made["upload_descriptor"]["url"], headers=headers)
    assert (status, code(body)) == (413, "too_long")
    monkeypatch.setattr(relay_files, "UPLOAD_LIMIT_BYTES", 100_000)
    status, body = upload(host, made, b"x" * 150_000)
    assert (status, code(body)) == (413, "too_long")
    assert server.kept == {}


def test_a_large_file_passes_piece_by_piece(host: Client, server: FilesAtServer, place: Place) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    described = create(host)["upload_descriptor"]
    with closing(http.client.HTTPConnection("127.0.0.1", host.port, timeout=ANSWER_SECONDS)) as connection:
        begin_upload(connection, host, described, 2_000_000)
        connection.send(b"x" * 1_000_000)
        # The first half is there before the second one is sent.
        wait_until(lambda: sum(place.received) == 1_000_000, what="the first half")
        connection.send(b"x" * 1_000_000)
        assert connection.getresponse().status == 200
    assert sum(place.received) == 2_000_000


def begin_upload(connection: http.client.HTTPConnection, host: Client, described: Any, size: int) -> None:
    connection.putrequest("PUT", urlsplit(described["url"]).path, skip_host=True)
    for name, value in {**head_of(host), "Content-Length": str(size)}.items():
        connection.putheader(name, value)
    connection.endheaders()


def test_whoever_hangs_up_while_sending_ends_the_other_side(host: Client, server: FilesAtServer, place: Place) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    described = create(host)["upload_descriptor"]
    with closing(http.client.HTTPConnection("127.0.0.1", host.port, timeout=ANSWER_SECONDS)) as connection:
        begin_upload(connection, host, described, 2_000_000)
        connection.send(b"x" * 1_000_000)
        assert place.began.wait(ANSWER_SECONDS)
    assert place.was_left.wait(ANSWER_SECONDS)


def test_whoever_hangs_up_while_waiting_ends_the_other_side(host: Client, server: FilesAtServer, place: Place) -> None:
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    described = create(host)["upload_descriptor"]
    place.holds = True
    with closing(http.client.HTTPConnection("127.0.0.1", host.port, timeout=ANSWER_SECONDS)) as connection:
        begin_upload(connection, host, described, 3)
        connection.send(b"abc")
        wait_until(lambda: sum(place.received) == 3, what="the whole file")
    assert place.was_left.wait(ANSWER_SECONDS)


def test_a_page_that_stops_to_send_is_not_waited_for(
    host: Client, server: FilesAtServer, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_body, "PAGE_SILENCE_SECONDS", 0.2)
    server.elsewhere = f"http://127.0.0.1:{place.port}"
    described = create(host)["upload_descriptor"]
    with closing(http.client.HTTPConnection("127.0.0.1", host.port, timeout=ANSWER_SECONDS)) as connection:
        begin_upload(connection, host, described, 10)
        connection.send(b"abc")
        response = connection.getresponse()
        assert (response.status, code(response.read())) == (408, "deadline_exceeded")
    assert place.was_left.wait(ANSWER_SECONDS)


OTHERS: list[tuple[str, int, str, Callable[[Client, Any], tuple[int, bytes, dict[str, str]]]]] = [
    (
        "no token",
        401,
        "not_allowed",
        lambda host, url: send(host, "PUT", url, b"x", head_of(host, **{TOKEN_HEADER: None})),
    ),
    (
        "another page",
        403,
        "not_allowed",
        lambda host, url: send(host, "PUT", url, b"x", head_of(host, Origin="https://evil.example")),
    ),
    (
        "another name",
        403,
        "not_allowed",
        lambda host, url: send(host, "PUT", url, b"x", head_of(host, Host="evil.example")),
    ),
    ("another method", 400, "invalid_arguments", lambda host, url: send(host, "POST", url, b"x")),
    ("no upload", 405, "unknown_command", lambda host, url: send(host, "GET", url)),
    ("a guess", 404, "not_found", lambda host, url: send(host, "PUT", url[:-43] + "g" * 43, b"x")),
]


@pytest.mark.parametrize(("status", "expected", "ask"), [each[1:] for each in OTHERS], ids=[each[0] for each in OTHERS])
def test_nobody_else_sends_a_file(
    host: Client,
    server: FilesAtServer,
    status: int,
    expected: str,
    ask: Callable[[Client, Any], tuple[int, bytes, dict[str, str]]],
) -> None:
    found, body, _headers = ask(host, create(host)["upload_descriptor"]["url"])
    assert (found, code(body)) == (status, expected)
    assert not any(path.startswith("/files/") for _method, path, _head in server.heads)


@pytest.mark.parametrize(
    ("status", "changes"),
    [
        (403, {"Sec-Fetch-Dest": "document"}),
        (403, {"Sec-Fetch-Dest": "iframe"}),
        (403, {"Host": "evil.example"}),
        (403, {"Origin": "https://evil.example"}),
    ],
)
def test_a_picture_is_shown_as_nothing_else(
    host: Client, server: FilesAtServer, status: int, changes: dict[str, str]
) -> None:
    made = create(host)
    upload(host, made)
    headers = {"Host": f"localhost:{host.port}", **changes}
    assert send(host, "GET", made["preview_url"], headers=headers)[0] == status
    guess = made["preview_url"][:-43] + "g" * 43
    assert preview(host, guess)[0] == 404
