"""Owns the bare connection to a host, straight or through the proxy, as the clients of this program go there."""

from __future__ import annotations

import base64
import http.client
import re
import socket
from urllib.parse import unquote, urlsplit

from app.diagnostics.reach import Place
from app.network import CONNECT_SECONDS, proxy_failure, proxy_gone, usable_proxy

_REFUSED = re.compile(r"Tunnel connection failed: (\d+)")


def open_way(place: Place) -> socket.socket:
    """Return a connection to a host; raises OSError, or ProxyFailed where a proxy stands between."""
    proxy = usable_proxy(place.url)
    if proxy is not None:
        return open_tunnel(proxy, place)
    return socket.create_connection((place.host, place.port), CONNECT_SECONDS)


def open_tunnel(proxy: str, place: Place) -> socket.socket:
    """Return a connection to a host that a proxy made; raises ProxyFailed."""
    host, port = address_of(proxy)
    to_proxy = http.client.HTTPConnection(host, port, timeout=CONNECT_SECONDS)
    target = place.host.encode("idna").decode("ascii")
    to_proxy.set_tunnel(target, place.port, {"Host": f"{target}:{place.port}", **_signature(proxy)})
    try:
        to_proxy.connect()
    except (OSError, http.client.HTTPException) as error:
        refused = _REFUSED.match(str(error))
        # Only the status is told; the words of a stranger could be anything.
        raise (proxy_failure(refused[1]) if refused else proxy_gone(error)) from None
    made: socket.socket = to_proxy.sock
    return made


def address_of(proxy: str) -> tuple[str, int]:
    """Return the host and port of a proxy, without the name and password that may stand before them."""
    parts = urlsplit(proxy)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def is_opaque(proxy: str | None) -> bool:
    """Say whether a proxy is itself spoken to over TLS, so that only a whole request can be sent through it."""
    return proxy is not None and proxy.startswith("https:")


def _signature(proxy: str) -> dict[str, str]:
    parts = urlsplit(proxy)
    if parts.username is None:
        return {}
    signed = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(signed).decode()}"}
