"""What becomes of a start in which something goes wrong that nobody foresaw."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from app import startup
from app.errors import AlreadyRunning, AppError, AssetsDamaged, InternalError
from app.restart import ANEW_VARIABLE
from app.settings.data_lock import DataLock
from app.settings.locations import resolve_locations
from app.window.engine import WindowOptions
from app.window.hardening import NavigationPolicy
from app.window.lifecycle import Lifecycle
from app.window.main_window import LINK_CHARACTERS, MainWindow, WindowCallbacks
from app.window.recovery import Recovery

POLICY = NavigationPolicy(
    "http://127.0.0.1:1/t/shell/index.html", "http://127.0.0.1:1/t/shell/x.html", "http://localhost:1"
)


class StillEngine:
    """An engine that does nothing but remember."""

    name = "qt"

    def __init__(self) -> None:
        self.closed = threading.Event()
        self.broken = False

    def prepare(self, hooks: Any, _options: WindowOptions) -> None:
        self.hooks = hooks

    def attach(self, _native: Any) -> None:
        if self.broken:
            raise AttributeError("a name is missing")

    def system_scheme(self) -> str:
        return "light"

    def close(self) -> None:
        self.closed.set()

    def run_later(self, function: Callable[[], None]) -> None:
        function()


class Ended(BaseException):
    """Stands for the end of the process."""


def end(code: int) -> None:
    raise Ended(code)


def make_window(engine: StillEngine, links: list[str], lifecycle: Lifecycle) -> MainWindow:
    options = WindowOptions("x", 800, 600, False, "light", 100, False)
    recovery = Recovery(
        load_shell=lambda: None,
        load_fallback=lambda: None,
        end_renderer=lambda: None,
        give_up=lambda _error: None,
        record=lambda _error: None,
    )
    callbacks = WindowCallbacks(
        shown=lambda: None,
        page_open=lambda _reason: None,
        link_asked=links.append,
        microphone_asked=lambda _answer: None,
        microphone_used=lambda _active: None,
        shortcut=lambda _name: None,
        system_scheme=lambda _scheme: None,
        files_given=lambda _given: None,
        link_given=lambda _link: None,
        files_over=lambda _over: None,
        closing=lambda *_geometry: None,
    )
    return MainWindow(engine, options, lambda: POLICY, recovery, lifecycle, callbacks)  # type: ignore[arg-type]


def test_a_window_that_cannot_be_made_safe_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    engine = StillEngine()
    engine.broken = True
    window = make_window(engine, [], Lifecycle(end_process=end))
    with pytest.raises(Ended) as ended:
        window._before_show(type("Native", (), {"native": None})())
    assert ended.value.args == (InternalError.exit_code,)
    assert InternalError.default_sentence in capsys.readouterr().err


def test_a_link_longer_than_any_link_goes_nowhere() -> None:
    engine, links = StillEngine(), list[str]()
    make_window(engine, links, Lifecycle(end_process=end))
    engine.hooks.link_asked("https://example.org/" + "x" * LINK_CHARACTERS, True)
    engine.hooks.link_asked("https://example.org/", False)
    engine.hooks.link_asked("https://example.org/", True)
    assert links == ["https://example.org/"]


@pytest.mark.parametrize(("raised", "code"), [(KeyError("x"), "internal"), (AssetsDamaged(), "assets_damaged")])
def test_a_program_that_cannot_be_built_closes_the_window_and_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raised: Exception, code: str
) -> None:
    arguments = startup.WindowArguments(tmp_path, None, {}, False)
    start = startup._Start(arguments, Lifecycle(end_process=end), ExitStack())
    engine = StillEngine()
    start._engine = engine  # type: ignore[assignment]

    def fail(_start: object) -> None:
        raise raised

    monkeypatch.setattr(startup._Start, "_build_program", fail)
    start._build()
    assert engine.closed.is_set()
    assert isinstance(start._failure, AppError)
    assert start._failure.code == code


class Restart:
    """A start that is asked to start again, with what it starts in its own place."""

    def __init__(self, folder: Path, again: Callable[[list[str]], None]) -> None:
        self.lifecycle, self.stack = Lifecycle(end_process=end), ExitStack()
        arguments = startup.WindowArguments(folder, None, {}, False, flags_again=lambda safe: [f"safe={safe}"])
        self.start = startup._Start(arguments, self.lifecycle, self.stack)
        self.start._engine = StillEngine()  # type: ignore[assignment]
        self.start._own_start = type("OwnStart", (), {"again": staticmethod(again)})()


def test_it_starts_again_once_however_often_it_is_asked_and_however_it_ends(tmp_path: Path) -> None:
    started: list[list[str]] = []
    restart = Restart(tmp_path, started.append)
    restart.start._start_again(False)
    restart.start._start_again(True)
    restart.stack.close()
    for act in restart.lifecycle._last_acts:
        act()
    assert started == [["safe=True"]]


def test_a_signal_that_comes_while_it_stops_ends_it_for_good(tmp_path: Path) -> None:
    started: list[list[str]] = []
    restart = Restart(tmp_path, started.append)
    restart.start._start_again(False)
    restart.lifecycle.begin_stop()
    restart.lifecycle._on_signal(signal.SIGTERM, None)
    restart.stack.close()
    assert started == []


def test_a_program_that_cannot_be_started_is_noted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_arguments: list[str]) -> None:
        raise FileNotFoundError("gone")

    restart = Restart(tmp_path, fail)
    restart.start._start_again(False)
    with pytest.raises(FileNotFoundError):
        restart.start._go_on_anew()
    assert "could not start again" in caplog.text


@pytest.mark.parametrize("is_anew", [True, False])
def test_only_a_program_that_was_started_anew_waits_for_the_one_before_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_anew: bool
) -> None:
    if is_anew:
        monkeypatch.setenv(ANEW_VARIABLE, "yes")
    arguments = startup.WindowArguments(tmp_path, None, {"theme": "dark"}, False)
    start = startup._Start(arguments, Lifecycle(end_process=end), ExitStack())
    start._locations = resolve_locations(tmp_path, {})
    assert ANEW_VARIABLE not in os.environ
    held, wanted = DataLock(tmp_path / "lock"), DataLock(tmp_path / "lock")
    held.acquire()
    threading.Timer(0.2, held.release).start()
    if is_anew:
        start._take(wanted)
    else:
        with pytest.raises(AlreadyRunning):
            start._take(wanted)
    assert wanted.is_held is is_anew
    wanted.release()
