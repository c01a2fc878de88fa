"""F19: the X server is killed under the window; conversations and settings are kept, and the log says how it ended."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.errors import ScreenLost
from app.resources import text
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="a screen that may be killed is Xvfb's"),
]

WORDS = "What is this?"
ZOOM = f"async () => {{ {WITH_BRIDGE} await bridge.call('settings.write', {{ key: 'zoom_percent', value: 110 }}); }}"


class Screen:
    """A screen for one window."""

    def __init__(self) -> None:
        reader, writer = os.pipe()
        command = [
            "Xvfb",
            "-screen",
            "0",
            "1024x768x24",
            "-nolisten",
            "tcp",
            "-noreset",
            "-ac",
            "-displayfd",
            str(writer),
        ]
        self._process = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as announced:
            self.environment = {"DISPLAY": f":{announced.readline().strip()}", "XAUTHORITY": ""}

    def die(self) -> None:
        """End as in a crash."""
        self._process.kill()
        self._process.wait()


@contextmanager
def screen() -> Iterator[Screen]:
    screen = Screen()
    try:
        yield screen
    finally:
        screen.die()


def assert_ended_without_screen(app: RunningApp, screen: Screen) -> None:
    children = app.children()
    screen.die()
    assert app.wait() == ScreenLost.exit_code
    wait_until(lambda: not any(each.is_running() for each in children), what="the end of every child")
    assert f"{ScreenLost.code}: the screen went away; the exit code is {ScreenLost.exit_code}" in app.log()
    assert f"{ScreenLost.default_sentence}\n{ScreenLost.default_hint}\n" in app.errors()
    assert "Traceback" not in app.errors()
    [failure] = json.loads((app.data_dir / "failures.json").read_bytes())["failures"]
    assert failure["code"] == ScreenLost.code
    assert (app.data_dir / "crash-notes.txt").read_bytes() == b""


@pytest.mark.qt
def test_f19_when_the_screen_dies_everything_is_kept_and_the_end_is_logged(tmp_path: Path) -> None:
    with screen() as lost, RunningApp(tmp_path, environment=lost.environment) as app:
        app.connect()
        app.say(WORDS)
        app.wait_for_answer("a home for chat agents")
        app.wait_until_idle()
        app.shell.evaluate(ZOOM)
        app.disconnect()
        assert_ended_without_screen(app, lost)
    assert json.loads((tmp_path / "settings.json").read_bytes())["zoom_percent"] == 110
    with RunningApp(tmp_path) as app:
        app.connect()
        app.shell.get_by_role("button", name=text("shell.bar.history")).click()
        panel = app.chat.get_by_role("navigation", name=text("element.history.title"))
        panel.get_by_text(WORDS).first.wait_for()
        assert app.stop() == 0


@pytest.mark.gtk
def test_f19_on_gtk_too_when_the_screen_dies_the_end_is_logged(tmp_path: Path) -> None:
    with screen() as lost, RunningApp(tmp_path, engine="gtk", environment=lost.environment) as app:
        wait_until(app.chat_host, deadline_seconds=30.0, what="the chat host")
        assert_ended_without_screen(app, lost)
