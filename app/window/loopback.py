"""Owns the listening sockets on this computer's loopback addresses: both families on one port, or none."""

from __future__ import annotations

import errno
import socket
import sys
from dataclasses import dataclass

from app.errors import PortsUnavailable

ATTEMPTS = 20
BACKLOG = 128
IPV4_LOOPBACK = "127.0.0.1"
IPV6_LOOPBACK = "::1"
NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)

# Ports above 1023 that the Fetch standard blocks: a page on one of them would never load.
BLOCKED_BY_ENGINES = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, *range(6665, 6670), 6679, 6697, 10080}
)


@dataclass(frozen=True, slots=True)
class LoopbackSockets:
    """One port, listened to on every loopback address that engines take `localhost` for."""

    port: int
    sockets: tuple[socket.socket, ...]

    def close(self) -> None:
        """Give the port back."""
        for listener in self.sockets:
            listener.close()


def bind_loopback() -> LoopbackSockets:
    """Return sockets that listen on 127.0.0.1 and [::1] alike, on a port the system chose."""
    for _ in range(ATTEMPTS):
        bound = _try_one_port()
        if bound is not None:
            return bound
    raise PortsUnavailable(detail=f"no common port on {IPV4_LOOPBACK} and {IPV6_LOOPBACK} in {ATTEMPTS} attempts")


def _try_one_port() -> LoopbackSockets | None:
    try:
        first = listen_at(socket.AF_INET, IPV4_LOOPBACK, 0)
    except OSError:
        return None
    port: int = first.getsockname()[1]
    if port in BLOCKED_BY_ENGINES:
        first.close()
        return None
    try:
        return LoopbackSockets(port, (first, listen_at(socket.AF_INET6, IPV6_LOOPBACK, port)))
    except OSError as error:
        # SECURITY: engines try [::1] first for `localhost`, so whoever holds that port there is shown as our page.
        # IPv4 alone is safe only where the address does not exist; every other refusal fails closed.
        if _address_is_absent(error):
            return LoopbackSockets(port, (first,))
        first.close()
        return None


def _address_is_absent(error: OSError) -> bool:
    return error.errno in NO_SUCH_ADDRESS


def listen_at(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    """Return a socket that listens at one address, on a port that the system chooses unless there is one; OSError."""
    # The protocol is named because a process that inherits the socket decides by it whether this is TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        if sys.platform == "win32":
            # SECURITY: without it another program may bind the same port over ours.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        listener.bind((address, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener
