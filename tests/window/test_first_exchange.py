"""The first minutes of a person, on either engine, by mouse and keyboard alone; the database says what came of it."""

from __future__ import annotations

import itertools
import json
import sqlite3
import string
from pathlib import Path

import pytest

from app.resources import text
from tests.support.pointer import size_of
from tests.support.running_app import RunningApp, xdotool
from tests.support.talking import database, kept
from tests.support.waiting import wait_until
from tests.support.windows import BOTH

COMPOSER_ABOVE_BOTTOM_PX = 62
# Some eight letters a second: xdotool waits half of it after each. Chromium puts a page's start off for as long as more
# than twenty a second come.
PACE_MILLISECONDS = "240"


def said(app: RunningApp) -> str:
    """Return everything that was said so far."""
    if not database(app).exists():
        return ""
    try:
        return kept(app)
    except sqlite3.OperationalError:
        return ""  # it is just being made


def click_composer(app: RunningApp) -> None:
    window = app.window()
    width, height = size_of(window)
    x, y = width // 2, height - COMPOSER_ABOVE_BOTTOM_PX
    xdotool("mousemove", "--window", window, str(x), str(y), "click", "1")


def noting(notes: Path) -> tuple[str, ...]:
    """Return how the program is started so that it notes what its pages ask for."""
    return ("-m", "tests.support.launcher", "--notes", str(notes), "--")


def takes_letters(app: RunningApp, notes: Path) -> bool:
    """Click into the composer and write a letter; what is written is kept by Python at once.

    Before the composer is there, the window shows where it will be, and letters go nowhere.
    """
    click_composer(app)
    xdotool("key", "x")
    return keeps_a_draft(notes)


def keeps_a_draft(notes: Path) -> bool:
    return notes.exists() and "draft.keep" in json.loads(notes.read_text())["handled"]


def write(app: RunningApp, words: str) -> None:
    """Click into the composer, write in the place of what is there, and send."""
    click_composer(app)
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "20", words)
    xdotool("key", "Return")


@pytest.mark.parametrize("engine", BOTH)
def test_a_person_writes_switches_the_theme_and_says_no(tmp_path: Path, engine: str) -> None:
    notes = tmp_path / "notes.json"
    with RunningApp(tmp_path / "data", engine=engine, launcher=noting(notes)) as app:
        wait_until(lambda: takes_letters(app, notes), deadline_seconds=30, what="the composer")
        write(app, "use dark mode")
        wait_until(lambda: text("guide.theme.dark.done") in said(app), deadline_seconds=30, what="the answer")
        assert json.loads((app.data_dir / "settings.json").read_text())["theme"] == "dark"
        write(app, "open a file")
        refusal = text("guide.tool_refused", reason="")[:20]

        def is_refused() -> bool:
            xdotool("key", "Escape")  # no, as soon as the question is there; before that it means nothing
            return refusal in said(app)

        wait_until(is_refused, deadline_seconds=30, what="the refusal to reach the agent")
        assert app.stop() == 0


@pytest.mark.parametrize("engine", BOTH)
def test_who_begins_to_type_without_a_click_has_typed_a_message(tmp_path: Path, engine: str) -> None:
    """No driver here: WebKit's takes the keyboard to the document that it looks into."""
    notes, letters, typed = tmp_path / "notes.json", itertools.cycle(string.ascii_lowercase), ""
    with RunningApp(tmp_path / "data", engine=engine, launcher=noting(notes)) as app:
        app.window()

        def another() -> bool:
            nonlocal typed
            typed += (letter := next(letters))
            xdotool("type", "--delay", PACE_MILLISECONDS, letter)
            return keeps_a_draft(notes)

        wait_until(another, what="the composer")
        xdotool("type", "--delay", PACE_MILLISECONDS, "and the rest")
        xdotool("key", "Return")
        sent = wait_until(lambda: said(app), what="the message").splitlines()[0]
        # Those before the composer was shown went nowhere; from the first that it took on there is every one.
        assert sent.endswith("and the rest")
        taken = sent.removesuffix("and the rest")
        assert taken
        assert typed.endswith(taken)
        assert app.stop() == 0
