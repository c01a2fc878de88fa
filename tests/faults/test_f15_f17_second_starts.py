"""F15, F17: a second start gives the person the window that is open, with what they started it for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.resources import text
from app.settings.locations import resolve_locations
from tests.support.running_app import PROJECT, RunningApp, window_environment, xdotool
from tests.support.waiting import wait_until

pytestmark = pytest.mark.window

BOTH = [pytest.param("qt", marks=pytest.mark.qt), pytest.param("gtk", marks=pytest.mark.gtk)]
END_SECONDS = 30.0
COUNT_DISARMED = """(button) => {
    globalThis.__disarmed = 0;
    const count = () => { globalThis.__disarmed += button.getAttribute('aria-disabled') === 'true' ? 1 : 0; };
    new MutationObserver(count).observe(button, { attributes: true });
}"""


def start_again(app: RunningApp, *arguments: str, environ: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
    """Start the program once more, as a menu, a double click or a link does."""
    return subprocess.run(
        [sys.executable, "-m", "app", "--data-dir", app.data_dir, "--allow-root", *arguments],
        cwd=PROJECT,
        env=window_environment(**environ),
        capture_output=True,
        text=True,
        timeout=END_SECONDS,
    )


def visible_windows(app: RunningApp) -> list[str]:
    return xdotool("search", "--all", "--pid", str(app.process.pid), "--onlyvisible").split()


def active_window() -> str:
    return xdotool("getactivewindow")


def bring_forward(window: str) -> None:
    xdotool("windowactivate", "--sync", window)
    wait_until(lambda: active_window() == window, what="a window in front")


@pytest.mark.parametrize("engine", BOTH)
def test_f15_the_window_comes_out_from_behind_another(engine: str, tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data", engine=engine) as app, RunningApp(tmp_path / "other") as other:
        window = app.window()
        bring_forward(other.window())
        assert start_again(app).returncode == 0
        wait_until(lambda: active_window() == window, what="the window, active")
        assert other.stop() == 0
        assert app.stop() == 0


@pytest.mark.parametrize("engine", BOTH)
def test_f15_the_window_that_is_open_comes_to_the_front(engine: str, tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data", engine=engine) as app:
        wait_until(resolve_locations(app.data_dir, {}).open_window_file.exists, what="the start to be over")
        window = wait_until(app.window, what="the window")
        xdotool("windowminimize", "--sync", window)
        wait_until(lambda: window not in visible_windows(app), what="a window that is put away")
        again = start_again(app)
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
        wait_until(lambda: window in visible_windows(app), what="the window")
        wait_until(lambda: active_window() == window, what="the window, active")
        assert app.process.poll() is None
        assert app.stop() == 0


@pytest.mark.qt
def test_f15_a_second_start_brings_files_and_a_new_conversation(tmp_path: Path) -> None:
    letter = tmp_path / "a letter.txt"
    letter.write_text("hello")
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.say("Are you a human?")
        app.wait_for_answer("not an AI model and not a person")
        app.wait_until_idle()
        assert start_again(app, "--new-conversation").returncode == 0
        expect(app.chat.get_by_role("article")).to_have_count(0)
        assert start_again(app, letter.as_uri()).returncode == 0
        tiles = app.chat.get_by_role("list", name=text("element.attachments")).get_by_role("listitem")
        expect(tiles).to_have_count(1)
        expect(tiles).to_contain_text(letter.name)
        assert app.stop() == 0


@pytest.mark.qt
def test_f15_t08_a_question_is_neither_given_up_for_a_second_start_nor_answered_by_its_press(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app, RunningApp(tmp_path / "other") as other:
        app.connect()
        window, in_front = app.window(), other.window()
        # The page of a window that never was in front would take itself for active after a debugger's click.
        bring_forward(window)
        app.say("open a file")
        allow = app.prompt.get_by_role("button", name=text("shell.prompt.once"))
        wait_until(lambda: allow.get_attribute("aria-disabled") is None, what="a button that takes a press")
        allow.evaluate(COUNT_DISARMED)
        bring_forward(in_front)
        assert start_again(app, "--new-conversation").returncode == 0
        wait_until(lambda: active_window() == window, what="the window, active")
        wait_until(lambda: app.shell.evaluate("() => globalThis.__disarmed"), what="a button that takes no press")
        expect(app.prompt).to_be_visible()
        wait_until(lambda: allow.get_attribute("aria-disabled") is None, what="a button that takes a press again")
        app.prompt.get_by_role("button", name=text("shell.prompt.deny")).click()
        app.wait_until_idle()
        expect(app.chat.get_by_role("article")).not_to_have_count(0)
        assert other.stop() == 0
        assert app.stop() == 0


@pytest.mark.qt
def test_f15_somebody_who_cannot_wait_gets_one_window(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        wait_until(lambda: is_locked(app.data_dir), what="a start that is on its way")
        assert not resolve_locations(app.data_dir, {}).open_window_file.exists()
        assert start_again(app).returncode == 0
        app.connect()
        assert app.stop() == 0


def is_locked(data_dir: Path) -> bool:
    """Say whether somebody holds the data, without trying to: that could keep the program from it."""
    lock = resolve_locations(data_dir, {}).data_lock_file
    return lock.exists() and f":{lock.stat().st_ino} " in Path("/proc/locks").read_text()


@pytest.mark.qt
def test_f17_a_window_that_does_not_answer_is_named(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.disconnect()
        wait_until(resolve_locations(app.data_dir, {}).open_window_file.exists, what="a window that hears starts")
        app.process.send_signal(signal.SIGSTOP)
        try:
            # Without a screen, so that no message of the system waits for somebody to read it.
            again = start_again(app, environ={"DISPLAY": ""})
        finally:
            app.process.send_signal(signal.SIGCONT)
        assert again.returncode == os.EX_TEMPFAIL
        assert again.stderr == f"{text('second_start.no_answer')}\n{text('second_start.no_answer_hint')}\n"
        assert app.stop() == 0


@pytest.mark.qt
def test_f15_what_is_set_for_a_new_window_is_not_lost_in_silence(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        again = start_again(app, "--software-rendering", environ={"DISPLAY": ""})
        assert again.returncode == os.EX_TEMPFAIL
        assert text("error.already_running.hint") in again.stderr
        assert app.stop() == 0


@pytest.mark.qt
def test_f15_what_a_window_that_was_killed_left_behind_holds_nobody_up(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.kill_everything()
    assert resolve_locations(app.data_dir, {}).open_window_file.exists()
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        assert start_again(app).returncode == 0
        assert app.stop() == 0
    assert not resolve_locations(app.data_dir, {}).open_window_file.exists()
