"""The installed program, started by the desktop: by a link to it, and once more from its menu while it runs."""

from __future__ import annotations

import configparser
import shlex
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.brand import BRAND
from linux.places import Places
from tests.support.installed_app import (
    END_SECONDS,
    START_SECONDS,
    InstalledApp,
    conversations_in,
    running,
    shown_window,
    wait_for_answer,
)
from tests.support.person import Person
from tests.support.running_app import xdotool
from tests.support.waiting import wait_until

pytestmark = pytest.mark.packaged

QUESTIONS = ("what is this program?", "is this private?")
SECONDS = 60.0
Command = Callable[[], list[str]]


@pytest.fixture
def app(upgraded: str, person: Person, tmp_path: Path) -> Iterator[InstalledApp]:
    """Return a window with the person's own data, which is what the desktop's starts are about."""
    with running(person, upgraded, log=tmp_path / "log") as app:
        yield app
        assert app.close() == 0


def link() -> list[str]:
    """Return how a desktop follows a link of ours; which program that is for it finds out by itself."""
    return ["gio", "open", f"{BRAND.url_scheme}:new"]


def menu() -> list[str]:
    """Return what an action of the menu runs."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(Path("/") / Places(BRAND).desktop_entry, "utf-8")
    return shlex.split(entry["Desktop Action new-conversation"]["Exec"])


@pytest.mark.parametrize("command", [link, menu])
def test_the_open_window_comes_forward_with_a_new_conversation(
    app: InstalledApp, person: Person, data: Path, command: Command
) -> None:
    before = len(conversations_in(data))
    for number, words in enumerate(QUESTIONS):
        question = f"{words} ({command.__name__})"
        app.say(question)
        wait_for_answer(data, question)
        assert len(conversations_in(data)) == before + 1 + number
        xdotool("windowminimize", "--sync", app.window)
        done = person.run(*command())
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        wait_until(lambda: xdotool("getactivewindow") == app.window, what="the window, in front again")
        app.wait_for_keyboard()


def test_a_link_starts_the_program_where_it_does_not_run(upgraded: str, person: Person) -> None:
    words = person.command(["gio", "open", f"{BRAND.url_scheme}:"], person.environ)
    # The program goes on with what it was given to write to, so nobody waits for the end of that.
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False)
    assert done.returncode == 0
    window = wait_until(shown_window, deadline_seconds=START_SECONDS, what="the window")
    process = psutil.Process(int(xdotool("getwindowpid", window)))
    assert process.uids().real == person.uid
    xdotool("windowactivate", "--sync", window, "key", "--clearmodifiers", "alt+F4")
    process.wait(END_SECONDS)
