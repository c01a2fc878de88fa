from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from app.bridge.channel import Channel
from app.bridge.gate import Gate
from app.window.engine import Engine, EngineHooks, WindowOptions
from app.window.hardening import NavigationPolicy
from app.window.lifecycle import Lifecycle
from app.window.main_window import EARLY_TEXTS, MainWindow, WindowCallbacks
from app.window.recovery import Recovery

SHELL, FALLBACK, CHAT = "http://127.0.0.1:1/t/shell/index.html", "http://127.0.0.1:1/t/shell/not_ready.html", "http://x"
OPTIONS = WindowOptions("Window", 1, 1, False, "light", 100, False)


class FakeEngine:
    """An engine whose page does nothing by itself."""

    name = "qt"

    def __init__(self) -> None:
        self.url = SHELL
        self.scripts: list[str] = []
        self.acknowledge: list[Callable[[], None]] = []

    def prepare(self, hooks: EngineHooks, _options: WindowOptions) -> None:
        self.hooks = hooks

    def run_later(self, function: Callable[[], None]) -> None:
        function()

    def run_script(self, script: str, done: Callable[[], None]) -> None:
        self.scripts.append(script)
        self.acknowledge.append(done)

    def top_url(self) -> str:
        return self.url


class FakeRecovery:
    """Notes what it hears."""

    def __init__(self) -> None:
        self.loads: list[bool] = []
        self.reason = ""

    def page_loading(self, *, explains: bool = False) -> None:
        self.loads.append(explains)

    def page_open(self) -> str:
        return self.reason

    def renderer_gone(self, reason: str) -> None:
        return


class FakeChannel:
    """Notes what it hears."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def page_loading(self) -> None:
        self.heard.append("loading")

    def page_open(self) -> None:
        self.heard.append("open")


class Stand:
    """A window on a fake engine, with a real gate."""

    def __init__(self) -> None:
        self.engine, self.recovery, self.channel = FakeEngine(), FakeRecovery(), FakeChannel()
        self.opened: list[str] = []
        callbacks = WindowCallbacks(
            shown=lambda: None,
            page_open=self.opened.append,
            link_asked=lambda _url: None,
            microphone_asked=lambda _answer: None,
            microphone_used=lambda _active: None,
            shortcut=lambda _name: None,
            system_scheme=lambda _scheme: None,
            files_given=lambda _given: None,
            link_given=lambda _link: None,
            files_over=lambda _over: None,
            closing=lambda *_geometry: None,
        )
        self.window = MainWindow(
            cast(Engine, self.engine),
            OPTIONS,
            lambda: NavigationPolicy(SHELL, FALLBACK, CHAT),
            cast(Recovery, self.recovery),
            Lifecycle(),
            callbacks,
        )
        self.gate = Gate(lambda *_call: None, self.window.open_page, reply_line=lambda: lambda _text: None)

    def connect(self) -> None:
        self.window.connect(self.gate, cast(Channel, self.channel))

    def knock(self) -> None:
        self.engine.hooks.receive("knock")


@pytest.fixture
def stand() -> Stand:
    return Stand()


def test_a_knock_of_the_shell_is_answered_with_the_token(stand: Stand) -> None:
    stand.connect()
    stand.recovery.reason = "It stopped."
    stand.knock()
    assert stand.engine.scripts == [f'__agentnookOpen("{stand.gate.token}")']
    # It may say hello before the engine has said that it was let in.
    assert (stand.opened, stand.window.page_loads) == ([], 1)
    stand.engine.acknowledge[0]()
    assert (stand.opened, stand.channel.heard, stand.window.page_loads) == (["It stopped."], ["open"], 1)


def test_a_page_that_knocks_again_is_opened_once(stand: Stand) -> None:
    stand.connect()
    for _ in range(3):
        stand.knock()
    for acknowledge in stand.engine.acknowledge:
        acknowledge()
    assert (stand.opened, stand.channel.heard, stand.window.page_loads) == ([""], ["open"], 1)
    stand.engine.hooks.page_loading()
    stand.knock()
    stand.engine.acknowledge[-1]()
    assert stand.window.page_loads == 2


def test_a_knock_before_the_bridge_is_there_is_answered_later(stand: Stand) -> None:
    for _ in range(EARLY_TEXTS + 5):
        stand.knock()
    assert stand.engine.scripts == []
    stand.connect()
    assert len(stand.engine.scripts) == EARLY_TEXTS


@pytest.mark.parametrize("url", ["https://example.org/", FALLBACK, "", f"{SHELL}?x"])
def test_no_other_document_at_the_top_gets_a_token(stand: Stand, url: str) -> None:
    stand.connect()
    stand.engine.url = url
    stand.knock()
    assert stand.engine.scripts == []


def test_a_page_that_was_replaced_while_it_was_let_in_is_not_open(stand: Stand) -> None:
    stand.connect()
    stand.knock()
    stand.engine.hooks.page_loading()
    stand.engine.acknowledge[0]()
    assert stand.opened == []
    stand.knock()
    stand.engine.acknowledge[1]()
    assert stand.opened == [""]
    assert stand.channel.heard == ["loading", "open"]


@pytest.mark.parametrize(("url", "explains"), [(SHELL, False), (FALLBACK, True)])
def test_recovery_hears_which_page_it_is(stand: Stand, url: str, explains: bool) -> None:
    hooks: Any = stand.engine.hooks
    assert hooks.allow_navigation(url, True)
    # What a frame does meanwhile says nothing about the page.
    hooks.allow_navigation(f"{CHAT}/a", False)
    hooks.allow_navigation("https://example.org/", True)
    hooks.page_loading()
    assert stand.recovery.loads == [explains]
