"""F50, F52: however the program is ended and whatever it is doing, it ends in two seconds and leaves nothing behind."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.resources import text
from tests.support.belongings import Belongings, Room, assert_said_nothing_wrong
from tests.support.gtk_app import GtkApp
from tests.support.running_app import RunningApp, xdotool
from tests.support.waiting import wait_until
from tests.support.x11 import ask_to_close

END_SECONDS = 2.0

Act = Callable[[RunningApp], object]


@pytest.fixture(scope="module")
def qt_room(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """One data folder for all of them: each run goes on with the conversation that the one before was torn out of."""
    return Room(tmp_path_factory.mktemp("ends"))


def go_on(app: RunningApp) -> None:
    """Open the newest conversation, if there is one, and say something in it."""
    app.shell.get_by_role("button", name=text("shell.bar.history")).click()
    panel = app.chat.get_by_role("navigation", name=text("element.history.title"))
    panel.wait_for()
    app.chat.get_by_role("button", name=text("element.history.close")).wait_for()
    newest = panel.locator("[aria-posinset='1']")
    none = panel.get_by_text(text("element.history.empty"))
    wait_until(lambda: newest.count() + none.count(), what="the list")
    if newest.count():
        newest.click()
        app.chat.get_by_role("log").get_by_role("article").first.wait_for()
    else:
        app.chat.get_by_role("button", name=text("element.history.close")).click()
    app.say("Are you a human?")
    app.wait_for_answer("not an AI model and not a person")
    app.wait_until_idle()


def hear_an_answer(app: RunningApp) -> None:
    app.say("What is this?")
    app.wait_for_answer("Agentnook is")


def be_asked(app: RunningApp) -> None:
    app.say("open a file")
    app.prompt.wait_for()


def pick_a_file(app: RunningApp) -> None:
    be_asked(app)
    allow = app.prompt.get_by_role("button", name=text("shell.prompt.once"))
    wait_until(lambda: allow.get_attribute("aria-disabled") is None)
    allow.click()
    title = f"^{text('tool.pick_files.title', agent='.+')}$"
    wait_until(lambda: xdotool("search", "--onlyvisible", "--name", title), what="the native dialog")


def hang(app: RunningApp) -> None:
    app.shell.evaluate("() => void setTimeout(() => { for (;;); }, 0)")


def send(number: signal.Signals) -> Act:
    return lambda app: app.process.send_signal(number)


def press_close(app: RunningApp) -> None:
    xdotool("windowactivate", "--sync", app.window(), "key", "--clearmodifiers", "alt+F4")


def be_deleted(app: RunningApp) -> None:
    ask_to_close(app.window())


@pytest.mark.window
@pytest.mark.qt
@pytest.mark.parametrize(
    ("doing", "end"),
    [
        pytest.param(hear_an_answer, send(signal.SIGTERM), id="streaming-SIGTERM"),
        pytest.param(be_asked, send(signal.SIGINT), id="question-SIGINT"),
        pytest.param(pick_a_file, send(signal.SIGHUP), id="dialog-SIGHUP"),
        pytest.param(hear_an_answer, press_close, id="streaming-alt-F4"),
        pytest.param(be_asked, be_deleted, id="question-WM_DELETE"),
        pytest.param(hang, send(signal.SIGTERM), id="hanging-SIGTERM"),
    ],
)
def test_f50_f52_qt_ends_in_time_and_leaves_nothing(qt_room: Room, doing: Act, end: Act) -> None:
    with RunningApp(qt_room.data_dir, environment=qt_room.environment()) as app:
        app.connect()
        go_on(app)
        doing(app)
        assert_ends(app, qt_room, end)


@pytest.mark.window
@pytest.mark.gtk
def test_f50_f52_gtk_ends_in_time_and_leaves_nothing(tmp_path: Path) -> None:
    room = Room(tmp_path)
    with RunningApp(room.data_dir, engine="gtk", environment=room.environment()) as app:
        wait_until(app.chat_host, deadline_seconds=30.0, what="the page to be open")
        app.window()
        assert_ends(app, room, press_close)


@pytest.mark.window
@pytest.mark.gtk
def test_f50_f52_gtk_ends_in_time_while_its_dialog_is_open(tmp_path: Path) -> None:
    with GtkApp(tmp_path) as app:
        app.open()
        app.in_chat("void document.querySelector('agentnook-chat').sendUserMessage({ text: 'open a file' });")
        allow = '[role="alertdialog"] .button-main:not([aria-disabled="true"])'
        wait_until(lambda: app.in_shell(f"return document.querySelector('{allow}') !== null;"), what="the question")
        app.click_in_shell(allow)
        title = f"^{text('tool.pick_files.title', agent='.+')}$"
        wait_until(lambda: xdotool("search", "--onlyvisible", "--name", title), what="the native dialog")
        app.disconnect()
        began_at = time.monotonic()
        assert app.stop() == 0
        assert time.monotonic() - began_at <= END_SECONDS
        assert_said_nothing_wrong(app)


def assert_ends(app: RunningApp, room: Room, end: Act) -> None:
    belongings = Belongings(app, room)
    app.disconnect()
    began_at = time.monotonic()
    end(app)
    assert app.wait() == 0
    took = time.monotonic() - began_at
    print(f"ended after {took:.2f} s")
    assert took <= END_SECONDS
    belongings.assert_gone()
    assert_said_nothing_wrong(app)
