"""F28: the page server's port is taken, or the server dies: another port, and everything goes on."""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.errors import PortsUnavailable
from app.resources import text
from app.window import loopback
from app.window.loopback import ATTEMPTS, LoopbackSockets, bind_loopback
from app.window.page_server import PageServer
from tests.support.pages import (
    CHAT_HOST_PORT,
    FILES,
    ask,
    connect,
    port_of,
    request_bytes,
    running_server,
    write_assets,
)
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

SHELL = "shell/index.html"


class Squatters:
    """Strangers who sit on ports: real sockets, on one of the two addresses."""

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []

    def take(self, family: socket.AddressFamily, address: str, port: int = 0) -> int:
        squatter = socket.socket(family, socket.SOCK_STREAM)
        self.sockets.append(squatter)
        squatter.bind((address, port))
        squatter.listen()
        taken: int = squatter.getsockname()[1]
        return taken


@pytest.fixture
def squatters() -> Iterator[Squatters]:
    squatters = Squatters()
    yield squatters
    for squatter in squatters.sockets:
        squatter.close()


def choose_first(monkeypatch: pytest.MonkeyPatch, *ports: int) -> None:
    """Make the system choose these ports first where it is free to choose."""
    really_listen, choices = loopback.listen_at, iter(ports)

    def listen(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
        return really_listen(family, address, port or next(choices, 0))

    monkeypatch.setattr(loopback, "listen_at", listen)


def test_f28_an_occupied_port_is_replaced(
    monkeypatch: pytest.MonkeyPatch, squatters: Squatters, tmp_path: Path
) -> None:
    taken = squatters.take(socket.AF_INET, "127.0.0.1")
    choose_first(monkeypatch, taken)
    with running_server(write_assets(tmp_path)) as server:
        assert port_of(server) != taken
        assert ask(server, request_bytes(server, SHELL)).body == FILES[SHELL]


def test_f28_a_stranger_on_one_address_gets_the_port_to_himself(
    monkeypatch: pytest.MonkeyPatch, squatters: Squatters, tmp_path: Path
) -> None:
    taken = [squatters.take(socket.AF_INET6, "::1") for _ in range(5)]
    choose_first(monkeypatch, *taken)
    with running_server(write_assets(tmp_path)) as server:
        assert port_of(server) not in taken
        for family in (socket.AF_INET, socket.AF_INET6):
            assert ask(server, request_bytes(server, "chat/builtin.html", host="localhost"), family).status == 200
        # The 127.0.0.1 half of every port that was tried was given back.
        for port in taken:
            squatters.take(socket.AF_INET, "127.0.0.1", port)


def test_f28_strangers_on_every_port_fail_closed(monkeypatch: pytest.MonkeyPatch, squatters: Squatters) -> None:
    taken = [squatters.take(socket.AF_INET6, "::1") for _ in range(ATTEMPTS)]
    choose_first(monkeypatch, *taken)
    with pytest.raises(PortsUnavailable) as caught:
        bind_loopback()
    assert caught.value.exit_code == 69


def test_f28_an_address_that_exists_but_is_forbidden_fails_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    really_bind = socket.socket.bind

    class Forbidding(socket.socket):
        def bind(self, address: tuple[str, int], /) -> None:  # type: ignore[override]
            if address[0] == "::1":
                raise OSError(errno.EACCES, "forbidden by the test")
            really_bind(self, address)

    monkeypatch.setattr(socket, "socket", Forbidding)
    with pytest.raises(PortsUnavailable):
        bind_loopback()


def test_f28_fail_closed_twin(monkeypatch: pytest.MonkeyPatch, squatters: Squatters) -> None:
    """A server content with 127.0.0.1 shares its port with a stranger, to whom `localhost` leads first."""
    taken = squatters.take(socket.AF_INET6, "::1")
    choose_first(monkeypatch, taken)
    monkeypatch.setattr(loopback, "_address_is_absent", lambda error: True)
    bound = bind_loopback()
    try:
        assert bound.port == taken
        with socket.create_connection(("::1", bound.port), timeout=5):
            stranger, _ = squatters.sockets[0].accept()
            stranger.close()
    finally:
        bound.close()


def end_thread_of(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the server's thread die of a fault of its own, in the middle of its work."""
    faults: list[object] = []
    monkeypatch.setattr(threading, "excepthook", faults.append)

    def fault() -> None:
        raise RuntimeError("a fault planted by the test")

    monkeypatch.setattr(server, "_dismiss_late_visitors", fault)
    connect(server).close()
    wait_until(lambda: not server.is_alive())
    assert len(faults) == 1


def test_f28_a_dead_server_says_so_lets_go_and_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assets = write_assets(tmp_path)
    with running_server(assets) as first:
        old_port = port_of(first)
        end_thread_of(first, monkeypatch)
        with pytest.raises(ConnectionRefusedError):
            connect(first)
        with running_server(assets) as second:
            assert ask(second, request_bytes(second, SHELL)).body == FILES[SHELL]
            assert second.is_alive()
            assert second.shell_url != first.shell_url
    assert old_port == port_of(first)


def test_f28_a_lost_listening_socket_is_a_dead_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda arguments: None)
    bound = bind_loopback()
    bound.close()
    server = PageServer(
        LoopbackSockets(bound.port, bound.sockets), chat_host_port=CHAT_HOST_PORT, assets=write_assets(tmp_path)
    )
    server.start()
    wait_until(lambda: not server.is_alive())
    server.close()


@pytest.mark.window
@pytest.mark.qt
def test_f28_the_window_goes_on_at_another_port_as_it_was(tmp_path: Path) -> None:
    flag = tmp_path / "die"
    launcher = ("-m", "tests.support.faulty", "--fault", "page server", "--while", str(flag), "--")
    with RunningApp(tmp_path / "data", launcher=launcher, arguments=("--theme", "dark")) as app:
        app.connect()
        app.say("What is this?")
        app.wait_for_answer("a home for chat agents")
        app.wait_until_idle()
        app.box.click()
        app.shell.keyboard.type("not sent yet", delay=20)
        before = urlsplit(app.shell.url)
        flag.touch()
        with socket.create_connection(("127.0.0.1", before.port or 0), timeout=5):
            wait_until(lambda: not flag.exists(), what="the end of the server's thread")
        app.reconnect()
        assert urlsplit(app.shell.url).port != before.port
        assert app.shell.locator("html").get_attribute("data-theme") == "dark"
        app.shell.get_by_text(text("shell.problem.recovered")).wait_for()
        app.chat.get_by_role("log").get_by_text("a home for chat agents").wait_for()
        wait_until(lambda: app.box.input_value() == "not sent yet", what="the unsent words")
        # The chat host has a new origin to answer to, and that is no crash of its own.
        app.wait_until_idle()
        app.box.press("Control+A")
        app.shell.keyboard.type("Are you a human?")
        app.shell.keyboard.press("Enter")
        app.wait_for_answer("not an AI model and not a person")
        assert app.stop() == 0
