"""The window's pages over the deaths of their servers: they move to another port, up to a point."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from app.errors import AppError, PagesGone, PortsUnavailable
from app.window import pages as pages_module
from app.window.page_server import PageServer
from app.window.pages import DEATHS_ALLOWED, DEATHS_WITHIN_SECONDS, Pages
from tests.support.waiting import wait_until


@dataclass
class Watched:
    """Pages whose servers die at each request, what was said about it, and a clock that only the test turns."""

    now: float = 0.0
    moves: int = 0
    given_up: list[AppError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pages = Pages(1, moved=self._moved, give_up=self.given_up.append, clock=lambda: self.now)

    def _moved(self) -> None:
        self.moves += 1

    def ask(self) -> None:
        """Connect to the pages' port, which is the end of their server, and wait until it was noticed."""
        told = self.moves + len(self.given_up)
        with socket.create_connection(("127.0.0.1", self.port), timeout=5):
            wait_until(lambda: self.moves + len(self.given_up) > told, what="word of the death")

    @property
    def port(self) -> int:
        return int(self.pages.addresses.shell_url.split(":")[2].split("/")[0])


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    def fault(_server: PageServer) -> None:
        raise RuntimeError("a fault planted by the test")

    monkeypatch.setattr(PageServer, "_dismiss_late_visitors", fault)
    monkeypatch.setattr(threading, "excepthook", lambda _arguments: None)
    watched = Watched()
    watched.pages.open()
    yield watched
    watched.pages.close()


def test_a_dead_server_is_replaced_at_another_port(watched: Watched) -> None:
    before = watched.port
    watched.ask()
    assert watched.port != before
    assert (watched.moves, watched.given_up) == (1, [])


def test_servers_that_keep_dying_are_given_up(watched: Watched) -> None:
    for _ in range(DEATHS_ALLOWED):
        watched.ask()
    assert (watched.moves, watched.given_up) == (DEATHS_ALLOWED, [])
    port = watched.port
    watched.ask()
    assert [type(error) for error in watched.given_up] == [PagesGone]
    assert (watched.moves, watched.port) == (DEATHS_ALLOWED, port)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_deaths_that_lie_apart_do_not_add_up(watched: Watched) -> None:
    for _ in range(2 * DEATHS_ALLOWED):
        watched.ask()
        watched.now += DEATHS_WITHIN_SECONDS / DEATHS_ALLOWED
    assert (watched.moves, watched.given_up) == (2 * DEATHS_ALLOWED, [])


def test_without_another_port_the_pages_are_given_up(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse: Callable[[], None] = _raise(PortsUnavailable())
    monkeypatch.setattr(pages_module, "bind_loopback", refuse)
    watched.ask()
    assert [type(error) for error in watched.given_up] == [PortsUnavailable]


def _raise(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail
