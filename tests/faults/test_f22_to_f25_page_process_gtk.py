"""F22, F25 on WebKitGTK: its web process is killed or hangs; the window goes on by itself."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.resources import text
from tests.support.gtk_app import GtkApp
from tests.support.running_app import RunningApp, xdotool
from tests.support.waiting import holds_for, wait_until

pytestmark = [pytest.mark.window, pytest.mark.gtk]

BACK_SECONDS = 5.0
UNSENT = "These words are not sent yet."
# A view that a driver controls takes no keys from a person.
WRITE = "await document.querySelector('agentnook-chat').setComposerValue({ text: argument });"
WRITTEN = "return document.querySelector('agentnook-chat').draft;"


def test_f22_a_killed_page_is_back_with_the_unsent_words(tmp_path: Path) -> None:
    with GtkApp(tmp_path) as app:
        app.open()
        app.in_chat(WRITE, UNSENT)
        wait_until(lambda: app.ask("app.hello", v=1)["draft"] == UNSENT, what="the words to be kept")
        began_at = time.monotonic()
        app.kill_page()
        app.open()
        print(f"page back after {time.monotonic() - began_at:.2f} s")
        assert time.monotonic() - began_at < BACK_SECONDS
        wait_until(lambda: app.in_chat(WRITTEN) == UNSENT, what="the unsent words")
        wait_until(
            lambda: text("shell.problem.recovered") in app.in_shell("return problems.innerText;"), what="the strip"
        )
        assert app.stop() == 0


def test_f25_a_page_that_hangs_is_ended_and_one_that_cannot_be_seen_is_left_alone(tmp_path: Path) -> None:
    page_seconds = 1.0
    hurried = ("-m", "tests.support.faulty", "--page-seconds", str(page_seconds), "--")
    with RunningApp(tmp_path / "data", engine="gtk", launcher=hurried) as app:
        wait_until(app.chat_host, deadline_seconds=30.0, what="an open page")
        drawing = app.renderer()
        xdotool("windowminimize", "--sync", app.window())
        assert holds_for(3 * page_seconds, drawing.is_running)
        assert "does not answer" not in app.log()
        drawing.suspend()
        wait_until(lambda: app.has_other_renderer_than(drawing), what="another web process")
        assert "does not answer" in app.log()
        assert app.stop() == 0
