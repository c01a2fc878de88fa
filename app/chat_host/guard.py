"""Owns who may talk to the chat host: the checks on a request's head, in their order, and the CORS answer.

Every web page on this computer can send requests to `localhost`. A request passes when it names our host, comes from
the chat document, carries this launch's token and asks for something that exists; the address of a picture is itself
the token. Must stay light and free of the ChatKit server: the window process uses the same rules while it answers for a
chat host that is down.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.errors import AppError, InvalidArguments, NotAllowed, TooLong, UnknownCommand

TOKEN_HEADER = "x-agentnook-token"  # noqa: S105 - the header's name
CHAT_PATH = "/chatkit"
# Below each of these stands a name that nobody can guess.
UPLOADS_PATH = "/files/uploads"
PREVIEWS_PATH = "/files/previews"
# Takes a file in a form, without having been asked for a place first.
DIRECT_PATH = "/files/form"
BODY_LIMIT_BYTES = 1024 * 1024
# The most that OpenAI's own interface takes.
UPLOAD_LIMIT_BYTES = 512 * 1024 * 1024
PREFLIGHT_MAX_AGE_SECONDS = 600
REQUEST_HEADERS = frozenset({"content-type", "accept", "accept-language", TOKEN_HEADER})
NAME = re.compile(r"[A-Za-z0-9_-]{43}")
TRUSTED_SITES = frozenset({"same-origin", "same-site", "none"})
PICTURES_ARE_FOR = frozenset({"image", "empty"})
TAKES_FILES = frozenset({UPLOADS_PATH, DIRECT_PATH})
ROUTES: Mapping[str, frozenset[str]] = {
    CHAT_PATH: frozenset({"POST"}),
    UPLOADS_PATH: frozenset({"POST", "PUT"}),
    PREVIEWS_PATH: frozenset({"GET"}),
    DIRECT_PATH: frozenset({"POST"}),
}
ANSWER_HEADERS = (("cache-control", "no-store"), ("x-content-type-options", "nosniff"))
# SECURITY: a picture that is opened as a document could be one that runs scripts in our name.
PICTURE_HEADERS = {"content-security-policy": "default-src 'none'; sandbox", "content-disposition": "attachment"}


@dataclass(frozen=True, slots=True)
class Policy:
    """Whom this launch of the chat host answers."""

    host: str
    chat_origin: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one request; header names are in lower case."""

    method: str
    path: str
    headers: tuple[tuple[str, str], ...]

    def values(self, name: str) -> list[str]:
        """Return every value a header was sent with."""
        return [value for key, value in self.headers if key == name]

    def value(self, name: str) -> str | None:
        """Return a header's value; one that was sent twice counts as an empty one, which no rule accepts."""
        found = self.values(name)
        if not found:
            return None
        return found[0] if len(found) == 1 else ""

    @property
    def is_preflight(self) -> bool:
        """Whether a browser asks for permission before the request itself."""
        return self.method == "OPTIONS" and self.value("access-control-request-method") is not None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not answered: the HTTP status and what the page may know about it."""

    status: int
    error: AppError


Check = Callable[[Head, Policy], Refusal | None]


def check_host(head: Head, policy: Policy) -> Refusal | None:
    """Refuse every name but ours."""
    # SECURITY: a foreign name that resolves to this computer (DNS rebinding) shows in the Host header.
    return None if head.value("host") == policy.host else Refusal(403, NotAllowed())


def check_origin(head: Head, policy: Policy) -> Refusal | None:
    """Refuse every page but the chat document; a program without an origin still needs the token."""
    # SECURITY: a browser always names the page behind a cross-origin POST.
    return None if head.value("origin") in (None, policy.chat_origin) else Refusal(403, NotAllowed())


def check_site(head: Head, _policy: Policy) -> Refusal | None:
    """Refuse what a browser itself calls cross-site."""
    # SECURITY: a page cannot forge Sec-Fetch-Site, so this holds where an origin is withheld.
    site = head.value("sec-fetch-site")
    return None if site is None or site in TRUSTED_SITES else Refusal(403, NotAllowed())


def check_token(head: Head, policy: Policy) -> Refusal | None:
    """Refuse whoever does not know this launch's token."""
    # SECURITY: other users and programs of this computer reach the port as well; compared in constant time.
    sent = (head.value(TOKEN_HEADER) or "").encode("utf-8", "surrogateescape")
    return None if hmac.compare_digest(sent, policy.token.encode()) else Refusal(401, NotAllowed())


def check_route(head: Head, _policy: Policy) -> Refusal | None:
    """Refuse unknown paths and methods."""
    methods = methods_of(head.path)
    if not methods:
        return Refusal(404, UnknownCommand())
    return None if head.method in methods else Refusal(405, UnknownCommand())


def check_content_type(head: Head, _policy: Policy) -> Refusal | None:
    """Refuse bodies that are not announced as JSON; a file may be of any type."""
    if route_of(head.path) in TAKES_FILES:
        return None
    # SECURITY: text/plain needs no preflight, so a foreign page could send it unasked.
    kind = (head.value("content-type") or "").partition(";")[0].strip().lower()
    return None if kind == "application/json" else Refusal(415, InvalidArguments())


def check_announced_length(head: Head, _policy: Policy) -> Refusal | None:
    """Refuse a body that says it is too long before a byte of it is read."""
    most = UPLOAD_LIMIT_BYTES if route_of(head.path) in TAKES_FILES else BODY_LIMIT_BYTES
    try:
        return None if announced_length(head) <= most else Refusal(413, TooLong())
    except ValueError:
        return Refusal(400, InvalidArguments())


def check_destination(head: Head, _policy: Policy) -> Refusal | None:
    """Refuse to show a picture as anything else."""
    # SECURITY: what another server calls a picture is never a document, a frame or a script of this origin.
    destination = head.value("sec-fetch-dest")
    return None if destination is None or destination in PICTURES_ARE_FOR else Refusal(403, NotAllowed())


def check_preflight(head: Head, policy: Policy) -> Refusal | None:
    """Refuse a preflight that does not ask, from the chat document, for exactly what the chat document does."""
    method = head.value("access-control-request-method")
    asked = (head.value("access-control-request-headers") or "").lower().split(",")
    fits = (
        head.value("origin") == policy.chat_origin
        and method in methods_of(head.path)
        and {name.strip() for name in asked if name.strip()} <= REQUEST_HEADERS
    )
    return None if fits else Refusal(403, NotAllowed())


def route_of(path: str) -> str:
    """Return the route that a path belongs to, or nothing."""
    folder, _, name = path.rpartition("/")
    if folder in (UPLOADS_PATH, PREVIEWS_PATH) and NAME.fullmatch(name):
        return folder
    return path if path in (CHAT_PATH, DIRECT_PATH) else ""


def methods_of(path: str) -> frozenset[str]:
    """Return how a path may be asked; one that does not exist in no way."""
    return ROUTES.get(route_of(path), frozenset())


def announced_length(head: Head) -> int:
    """Return how many bytes the body says it has, or raise ValueError where that is no plain number."""
    announced = head.value("content-length")
    if announced is None:
        return 0
    # SECURITY: int() knows signs, and -1 means "everything" to whoever reads that many bytes.
    if not announced.isascii() or not announced.isdigit():
        raise ValueError("no number")
    return int(announced)


REQUEST_CHECKS: tuple[Check, ...] = (
    check_host,
    check_origin,
    check_site,
    check_token,
    check_route,
    check_content_type,
    check_announced_length,
)
# A picture is loaded by an <img>, which sends no header of ours; it may stand in the frame of OpenAI's interface.
PICTURE_CHECKS: tuple[Check, ...] = (check_host, check_origin, check_destination, check_route, check_announced_length)
PREFLIGHT_CHECKS: tuple[Check, ...] = (check_host, check_origin, check_site, check_preflight)


def refuse(head: Head, policy: Policy) -> Refusal | None:
    """Return why a request is refused, or None when it may pass."""
    for check in _checks(head):
        refusal = check(head, policy)
        if refusal is not None:
            return refusal
    return None


def _checks(head: Head) -> tuple[Check, ...]:
    if head.is_preflight:
        return PREFLIGHT_CHECKS
    return PICTURE_CHECKS if route_of(head.path) == PREVIEWS_PATH else REQUEST_CHECKS


def answer_headers(head: Head, policy: Policy) -> tuple[tuple[str, str], ...]:
    """Return the headers every answer carries; only the chat document's own page may read it."""
    return (*ANSWER_HEADERS, *cors_headers(head.value("origin"), policy.chat_origin))


def cors_headers(origin: str | None, chat_origin: str) -> tuple[tuple[str, str], ...]:
    """Return what lets exactly one origin read an answer, and tells caches that it depends on the origin."""
    allowed = (("access-control-allow-origin", chat_origin),) if origin == chat_origin else ()
    return (*allowed, ("vary", "Origin"))


def preflight_headers(path: str) -> tuple[tuple[str, str], ...]:
    """Return what a granted preflight says."""
    return (
        ("access-control-allow-methods", ", ".join(sorted(methods_of(path)))),
        ("access-control-allow-headers", ", ".join(sorted(REQUEST_HEADERS))),
        ("access-control-max-age", str(PREFLIGHT_MAX_AGE_SECONDS)),
    )
