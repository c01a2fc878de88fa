"""Owns which requests the page server answers: a strict parser and one check per kind of attack.

It must not know what the files hold or how bytes travel; it turns a request's head into a path, or into a refusal.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from app.window.content_policy import CHAT_HOST, SHELL_HOST, origin

HEADER_LINES_MAX = 64
REQUEST_LINE = re.compile(r"([A-Z]{1,16}) (/[!-~]*) HTTP/1\.1")
HEADER_LINE = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\t -~\x80-\xff]*)")
BODY_HEADERS = ("content-length", "transfer-encoding")
FOREIGN_FOLDERS = {SHELL_HOST: ("chat/",), CHAT_HOST: ("shell/", "once/")}


class Refusal(IntEnum):
    """Why a request gets no file; the number is the status it gets instead."""

    MALFORMED = 400
    FOREIGN_PAGE = 403
    NOT_FOUND = 404
    METHOD = 405
    TOO_LARGE = 431
    FOREIGN_HOST = 421


@dataclass(frozen=True, slots=True)
class Request:
    """The head of a request: header names in lower case, none twice."""

    method: str
    target: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """What an admitted request asks for: a path, below one of the two origins."""

    host: str
    path: str


def parse_request(head: bytes) -> Request | Refusal:
    """Return the request of a complete head, without its empty line."""
    request_line, *header_lines = head.decode("latin-1").split("\r\n")
    request = REQUEST_LINE.fullmatch(request_line)
    if request is None or len(header_lines) > HEADER_LINES_MAX:
        return Refusal.MALFORMED
    headers: dict[str, str] = {}
    for line in header_lines:
        header = HEADER_LINE.fullmatch(line)
        # SECURITY: of two headers with one name, another parser might believe the other one.
        if header is None or header[1].lower() in headers:
            return Refusal.MALFORMED
        headers[header[1].lower()] = header[2].strip(" \t")
    return Request(request[1], request[2], headers)


def admit(request: Request, port: int, path_token: str) -> Place | Refusal:
    """Return where an allowed request leads, or the first reason to refuse it."""
    host = request.headers.get("host", "")
    if not method_only_reads(request):
        return Refusal.METHOD
    if not has_no_body(request):
        return Refusal.MALFORMED
    if not host_is_ours(host, port):
        return Refusal.FOREIGN_HOST
    name = CHAT_HOST if host.startswith(CHAT_HOST) else SHELL_HOST
    token, _, path = request.target[1:].partition("/")
    if not origin_is_ours(request, origin(name, port)) or not fetch_comes_from_us(request, path):
        return Refusal.FOREIGN_PAGE
    if not token_is_right(token, path_token) or not path_belongs_to(name, path):
        return Refusal.NOT_FOUND
    return Place(name, path)


def method_only_reads(request: Request) -> bool:
    """SECURITY: nothing here can be changed, so nothing but reading is understood."""
    return request.method in ("GET", "HEAD")


def has_no_body(request: Request) -> bool:
    """SECURITY: a body would be read as the next request by whoever counts its bytes differently."""
    return not any(name in request.headers for name in BODY_HEADERS)


def host_is_ours(host: str, port: int) -> bool:
    """SECURITY: a foreign name that was made to point at this computer (rebinding, 0.0.0.0) ends here."""
    return host in (f"{SHELL_HOST}:{port}", f"{CHAT_HOST}:{port}")


def origin_is_ours(request: Request, own_origin: str) -> bool:
    """SECURITY: a page of another origin that asks says so, and gets nothing."""
    return request.headers.get("origin", own_origin) == own_origin


def fetch_comes_from_us(request: Request, path: str) -> bool:
    """SECURITY: what the engine says about the asker: our own page, the window itself, or the shell framing the chat.

    `127.0.0.1` and `localhost` are two sites, so the shell's frame arrives as `cross-site`; nothing else may.
    """
    site, mode, destination = (request.headers.get(f"sec-fetch-{name}") for name in ("site", "mode", "dest"))
    if site == "cross-site":
        return (mode, destination) == ("navigate", "iframe") and path.startswith("chat/") and path.endswith(".html")
    if site == "none":
        return (mode, destination) == ("navigate", "document")
    return site in (None, "same-origin")


def script_fetches(request: Request) -> bool:
    """SECURITY: what can be fetched once goes to a script of the shell: to no navigation, picture or other program."""
    said = tuple(request.headers.get(f"sec-fetch-{name}") for name in ("site", "mode", "dest"))
    return request.method == "GET" and said == ("same-origin", "cors", "empty")


def token_is_right(token: str, path_token: str) -> bool:
    """SECURITY: other people on this computer can reach the port, but do not know this start's path."""
    return hmac.compare_digest(token.encode("latin-1"), path_token.encode("latin-1"))


def path_belongs_to(host: str, path: str) -> bool:
    """SECURITY: the privileged shell exists in its own origin only, the chat document in the other one only."""
    return not path.startswith(FOREIGN_FOLDERS[host])
