"""Both loopback addresses on one port, or nothing: real sockets, and the refusals that a machine can give."""

from __future__ import annotations

import errno
import socket
import sys
from collections.abc import Callable

import pytest

from app.errors import PortsUnavailable
from app.window import loopback
from app.window.loopback import ATTEMPTS, bind_loopback

Listen = Callable[[socket.AddressFamily, str, int], socket.socket]


def refuse_ipv6(monkeypatch: pytest.MonkeyPatch, error: int) -> list[int]:
    """Make every attempt on [::1] fail with this error; return the list of ports that were tried."""
    tried: list[int] = []
    really_listen = loopback.listen_at

    def listen(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
        if family == socket.AF_INET6:
            tried.append(port)
            raise OSError(error, "refused by the test")
        return really_listen(family, address, port)

    monkeypatch.setattr(loopback, "listen_at", listen)
    return tried


def test_both_families_listen_on_one_port() -> None:
    bound = bind_loopback()
    try:
        assert [listener.getsockname()[:2] for listener in bound.sockets] == [
            ("127.0.0.1", bound.port),
            ("::1", bound.port),
        ]
        for listener in bound.sockets:
            assert listener.proto == socket.IPPROTO_TCP
            assert listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1
            assert not listener.get_inheritable()
        assert bound.sockets[1].getsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY) == 1
    finally:
        bound.close()


def test_a_visitor_waits_in_the_queue_until_somebody_answers() -> None:
    bound = bind_loopback()
    for address in ("127.0.0.1", "::1"):
        socket.create_connection((address, bound.port), timeout=5).close()
    bound.close()


def test_nobody_else_can_listen_where_we_do() -> None:
    bound = bind_loopback()
    try:
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            with socket.socket(family, socket.SOCK_STREAM) as squatter:
                squatter.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                with pytest.raises(OSError, match=r"[Aa]ddress already in use"):
                    squatter.bind((address, bound.port))
    finally:
        bound.close()


def test_closing_gives_the_port_back() -> None:
    bound = bind_loopback()
    bound.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", bound.port), timeout=5)


@pytest.mark.parametrize("error", [errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT])
def test_a_machine_without_the_ipv6_address_gets_ipv4_alone(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    refuse_ipv6(monkeypatch, error)
    bound = bind_loopback()
    bound.close()
    assert [listener.family for listener in bound.sockets] == [socket.AF_INET]


@pytest.mark.parametrize("error", [errno.EADDRINUSE, errno.EACCES, errno.EPERM, errno.EMFILE])
def test_an_ipv6_address_that_cannot_be_had_fails_closed(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    tried = refuse_ipv6(monkeypatch, error)
    with pytest.raises(PortsUnavailable):
        bind_loopback()
    assert len(tried) == ATTEMPTS


def test_no_ipv4_address_is_no_port(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> socket.socket:
        raise OSError(errno.EACCES, "refused by the test")

    monkeypatch.setattr(loopback, "listen_at", refuse)
    with pytest.raises(PortsUnavailable):
        bind_loopback()


def test_a_port_that_engines_block_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    first = bind_loopback()
    first.close()
    ports = iter([first.port, 0])
    really_listen = loopback.listen_at
    monkeypatch.setattr(loopback, "BLOCKED_BY_ENGINES", frozenset({first.port}))
    monkeypatch.setattr(
        loopback, "listen_at", lambda family, address, port: really_listen(family, address, port or next(ports))
    )
    second = bind_loopback()
    second.close()
    assert second.port != first.port


def test_a_socket_that_cannot_listen_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = bind_loopback()
    try:
        # A leaked socket would be a ResourceWarning, which is an error here.
        with pytest.raises(OSError, match=r"[Aa]ddress already in use"):
            loopback.listen_at(socket.AF_INET, "127.0.0.1", bound.port)
    finally:
        bound.close()


def test_windows_is_asked_for_exclusive_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    # This machine's own option of no effect on us stands in for the one that only Windows has.
    monkeypatch.setattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_KEEPALIVE, raising=False)
    listener = loopback.listen_at(socket.AF_INET, "127.0.0.1", 0)
    assert listener.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
    listener.close()
