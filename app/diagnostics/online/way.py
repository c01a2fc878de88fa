"""Owns the bare connection to a host, straight or through the proxy, as the clients of this program go there."""

from __future__ import annotations

import base64
import re
import socket
import time
from contextlib import ExitStack
from urllib.parse import unquote, urlsplit

from app.diagnostics.reach import Place
from app.network import CONNECT_SECONDS, proxy_failure, proxy_gone, usable_proxy

MOST_ANSWER_BYTES = 16 * 1024

_STATUS = re.compile(rb"HTTP/1\.\d ([1-5]\d\d)\b")


def open_way(place: Place) -> socket.socket:
    """Return a connection to a host; raises OSError, or ProxyFailed where a proxy stands between."""
    proxy = usable_proxy(place.url)
    if proxy is not None:
        return open_tunnel(proxy, place)
    return socket.create_connection((place.host, place.port), CONNECT_SECONDS)


def open_tunnel(proxy: str, place: Place) -> socket.socket:
    """Return a connection to a host that a proxy made; raises ProxyFailed."""
    target = place.host.encode("idna").decode("ascii")
    authority = f"[{target}]:{place.port}" if ":" in target else f"{target}:{place.port}"
    request = "\r\n".join([f"CONNECT {authority} HTTP/1.1", f"Host: {authority}", *_signature(proxy), "", ""])
    with ExitStack() as failing:
        try:
            way = failing.enter_context(socket.create_connection(address_of(proxy), CONNECT_SECONDS))
            way.sendall(request.encode("ascii"))
            status = _status_in(_answer_on(way))
        except OSError as error:
            raise proxy_gone(error) from None
        # Only the status is told; the words of a stranger could be anything.
        if not status.startswith("2"):
            raise proxy_failure(status)
        failing.pop_all()
    way.settimeout(CONNECT_SECONDS)
    return way


def _answer_on(way: socket.socket) -> bytes:
    """Return what a proxy says up to an empty line, and not a byte more, as those are the host's.

    SECURITY: it may be anybody's machine, so neither a flood nor a trickle of headers is listened to for long.
    """
    ends_at = time.monotonic() + CONNECT_SECONDS
    answer = bytearray()
    while not answer.endswith((b"\r\n\r\n", b"\n\n")):
        seconds_left = ends_at - time.monotonic()
        if seconds_left <= 0:
            raise TimeoutError("the answer of the proxy has no end")
        way.settimeout(seconds_left)
        byte = way.recv(1)
        if not byte or len(answer) == MOST_ANSWER_BYTES:
            raise ConnectionError("the answer of the proxy has no end")
        answer += byte
    return bytes(answer)


def _status_in(answer: bytes) -> str:
    found = _STATUS.match(answer)
    if found is None:
        raise ConnectionError("what answers is no proxy")
    return found[1].decode("ascii")


def address_of(proxy: str) -> tuple[str, int]:
    """Return the host and port of a proxy, without the name and password that may stand before them."""
    parts = urlsplit(proxy)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def is_opaque(proxy: str | None) -> bool:
    """Say whether a proxy is itself spoken to over TLS, so that only a whole request can be sent through it."""
    return proxy is not None and proxy.startswith("https:")


def _signature(proxy: str) -> list[str]:
    parts = urlsplit(proxy)
    if parts.username is None:
        return []
    signed = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
    return [f"Proxy-Authorization: Basic {base64.b64encode(signed).decode()}"]
