"""The parser's grammar and each check of the guard, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.window.page_request import HEADER_LINES_MAX, Place, Refusal, Request, admit, parse_request

PORT = 50001
TOKEN = "t0ken"
SHELL = {"host": f"127.0.0.1:{PORT}"}
CHAT = {"host": f"localhost:{PORT}"}


def ask(path: str, headers: dict[str, str], *, method: str = "GET") -> Place | Refusal:
    return admit(Request(method, f"/{TOKEN}/{path}", headers), PORT, TOKEN)


def test_a_head_becomes_a_request() -> None:
    head = b"GET /t/shell/a.js HTTP/1.1\r\nHost: 127.0.0.1:1\r\nX-Odd:\t caf\xe9 \t\r\nEmpty:"
    assert parse_request(head) == Request(
        "GET", "/t/shell/a.js", {"host": "127.0.0.1:1", "x-odd": "caf\xe9", "empty": ""}
    )


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"GET /",
        b"GET / HTTP/1.0",
        b"GET / HTTP/2",
        b"GET  / HTTP/1.1",
        b" GET / HTTP/1.1",
        b"GET / HTTP/1.1 ",
        b"get / HTTP/1.1",
        b"GET http://127.0.0.1/ HTTP/1.1",
        b"GET * HTTP/1.1",
        b"GET a HTTP/1.1",
        b"GET /a b HTTP/1.1",
        b"GET /\x00 HTTP/1.1",
        b"GET /\xff HTTP/1.1",
        b"GET /\n HTTP/1.1",
        b"PRI * HTTP/2.0",
        b"GET / HTTP/1.1\nHost: x",
        b"GET / HTTP/1.1\r\nHost : x",
        b"GET / HTTP/1.1\r\n Host: x",
        b"GET / HTTP/1.1\r\nHost: x\r\n folded",
        b"GET / HTTP/1.1\r\nHost: x\ny: z",
        b"GET / HTTP/1.1\r\nHost: x\x00",
        b"GET / HTTP/1.1\r\nHost: x\x7f",
        b"GET / HTTP/1.1\r\nHost",
        b"GET / HTTP/1.1\r\n: x",
        b"GET / HTTP/1.1\r\nHost: x\r\nhOST: y",
        b"GET / HTTP/1.1" + b"\r\nA: b" * 2,
    ],
)
def test_anything_else_is_malformed(head: bytes) -> None:
    assert parse_request(head) is Refusal.MALFORMED


def test_the_number_of_headers_is_capped() -> None:
    lines = [f"X-{number}: y" for number in range(HEADER_LINES_MAX + 1)]
    assert isinstance(parse_request("\r\n".join(["GET / HTTP/1.1", *lines[:-1]]).encode()), Request)
    assert parse_request("\r\n".join(["GET / HTTP/1.1", *lines]).encode()) is Refusal.MALFORMED


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_the_parser_answers_whatever_it_reads(head: bytes) -> None:
    assert isinstance(parse_request(head), (Request, Refusal))
    assert isinstance(parse_request(b"GET / HTTP/1.1\r\n" + head), (Request, Refusal))


@pytest.mark.parametrize(
    ("path", "headers", "name"),
    [
        ("shell/index.html", SHELL, "127.0.0.1"),
        ("styles/tokens.css", SHELL, "127.0.0.1"),
        ("chat/builtin.html", CHAT, "localhost"),
        ("styles/tokens.css", CHAT, "localhost"),
        ("shell/main.js", SHELL | {"origin": f"http://127.0.0.1:{PORT}"}, "127.0.0.1"),
        ("chat/builtin.js", CHAT | {"origin": f"http://localhost:{PORT}"}, "localhost"),
        ("shell/main.js", SHELL | {"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, "127.0.0.1"),
    ],
)
def test_our_own_pages_are_admitted(path: str, headers: dict[str, str], name: str) -> None:
    assert ask(path, headers) == Place(name, path)
    assert ask(path, headers, method="HEAD") == Place(name, path)


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "GETX"]
)
def test_only_reading_is_understood(method: str) -> None:
    assert ask("shell/index.html", SHELL, method=method) is Refusal.METHOD


@pytest.mark.parametrize("name", ["content-length", "transfer-encoding"])
def test_a_request_with_a_body_is_malformed(name: str) -> None:
    assert ask("shell/index.html", SHELL | {name: "0"}) is Refusal.MALFORMED


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1",
        "localhost",
        f"127.0.0.1:{PORT + 1}",
        f"LOCALHOST:{PORT}",
        f"localhost.:{PORT}",
        f"0.0.0.0:{PORT}",
        f"[::1]:{PORT}",
        f"127.1:{PORT}",
        f"evil.example:{PORT}",
        f"localhost.evil.example:{PORT}",
        f"user@127.0.0.1:{PORT}",
        f"127.0.0.1:{PORT}, evil.example",
        f"127.0.0.1:0{PORT}",
    ],
)
def test_any_other_host_is_foreign(host: str) -> None:
    assert ask("shell/index.html", {"host": host}) is Refusal.FOREIGN_HOST


def test_no_host_is_foreign() -> None:
    assert ask("shell/index.html", {}) is Refusal.FOREIGN_HOST


@pytest.mark.parametrize(
    "origin",
    ["null", "", "https://evil.example", f"https://127.0.0.1:{PORT}", f"http://localhost:{PORT}", "http://127.0.0.1"],
)
def test_another_origin_gets_nothing(origin: str) -> None:
    assert ask("shell/main.js", SHELL | {"origin": origin}) is Refusal.FOREIGN_PAGE


def fetch(site: str, mode: str, destination: str) -> dict[str, str]:
    return {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": destination}


def test_the_window_itself_opens_the_shell_and_the_shell_frames_the_chat() -> None:
    assert isinstance(ask("shell/index.html", SHELL | fetch("none", "navigate", "document")), Place)
    assert isinstance(ask("chat/builtin.html", CHAT | fetch("cross-site", "navigate", "iframe")), Place)


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("shell/main.js", SHELL | fetch("none", "no-cors", "script")),
        ("shell/index.html", SHELL | fetch("none", "navigate", "iframe")),
        ("shell/index.html", SHELL | fetch("cross-site", "navigate", "iframe")),
        ("shell/index.html", SHELL | fetch("cross-site", "navigate", "document")),
        ("shell/index.html", SHELL | {"sec-fetch-site": "cross-site"}),
        ("chat/builtin.html", CHAT | fetch("cross-site", "navigate", "document")),
        ("chat/builtin.html", CHAT | fetch("cross-site", "navigate", "frame")),
        ("chat/builtin.html", CHAT | fetch("cross-site", "no-cors", "iframe")),
        ("chat/builtin.html", CHAT | fetch("same-site", "navigate", "iframe")),
        ("chat/builtin.js", CHAT | fetch("cross-site", "navigate", "iframe")),
        ("chat/builtin.js", CHAT | fetch("cross-site", "no-cors", "script")),
        ("styles/tokens.css", CHAT | fetch("cross-site", "navigate", "iframe")),
        ("shell/main.js", SHELL | fetch("same-site", "cors", "script")),
        ("shell/main.js", SHELL | fetch("Same-Origin", "cors", "script")),
        ("shell/main.js", SHELL | fetch("", "cors", "script")),
    ],
)
def test_the_engine_naming_another_asker_gets_nothing(path: str, headers: dict[str, str]) -> None:
    assert ask(path, headers) is Refusal.FOREIGN_PAGE


@pytest.mark.parametrize(
    "target",
    ["/", "//", "/T0KEN/shell/index.html", "/t0ke/shell/a", "/t0ken1/shell/a", "/shell/index.html", "//t0ken/shell/a"],
)
def test_without_the_token_nothing_is_found(target: str) -> None:
    assert admit(Request("GET", target, SHELL), PORT, TOKEN) is Refusal.NOT_FOUND


@pytest.mark.parametrize(("path", "headers"), [("chat/builtin.html", SHELL), ("shell/index.html", CHAT)])
def test_each_document_exists_in_its_own_origin_only(path: str, headers: dict[str, str]) -> None:
    assert ask(path, headers) is Refusal.NOT_FOUND
