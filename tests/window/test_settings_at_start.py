"""What the settings' sources do to the real window, and what the window does to the settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.resources import text
from app.settings.locations import resolve_locations
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.pointer import size_of
from tests.support.running_app import RunningApp, xdotool
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

SIZE = (900, 640)
WORKFLOW = "wf_68df4b13b3588190a09d19288d4610ec0df388c3983f58d1"


def settings_file(app: RunningApp) -> Path:
    return resolve_locations(app.data_dir).settings_file


def theme(app: RunningApp) -> tuple[str | None, str | None]:
    """Return what the two documents wear."""
    return tuple(each.locator("html").get_attribute("data-theme") for each in (app.shell, app.chat))  # type: ignore[return-value]


def size(app: RunningApp) -> tuple[int, int]:
    return size_of(app.window())


def read(app: RunningApp, key: str) -> tuple[object, str]:
    """Ask for a setting as the shell does."""
    body = f"async (key) => {{ {WITH_BRIDGE} return bridge.call('settings.read', {{ key }}); }}"
    found = app.shell.evaluate(body, key)
    return found["value"], found["source"]


def screen_size() -> tuple[int, int]:
    width, height = xdotool("getdisplaygeometry").split()
    return int(width), int(height)


def test_settings_of_a_person_from_one_start_to_the_next(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / ".env").write_text(f"AGENTNOOK_THEME=dark\nNEXT_PUBLIC_CHATKIT_WORKFLOW_ID={WORKFLOW}\n")
    data = tmp_path / "data"
    damaged_settings_are_told_and_an_env_file_counts(data, desk)
    a_variable_counts_more_and_a_flag_most(data, desk)
    a_window_fits_its_screen(data)


def damaged_settings_are_told_and_an_env_file_counts(data: Path, desk: Path) -> None:
    app = RunningApp(data, working_dir=desk)
    settings_file(app).parent.mkdir(parents=True)
    settings_file(app).write_bytes(b'{"theme": "li')
    with app:
        app.connect()
        app.shell.get_by_text(text("notice.settings_damaged.message")).wait_for()
        assert len(list(settings_file(app).parent.glob("settings.json.damaged-*"))) == 1
        assert theme(app) == ("dark", "dark")
        assert read(app, "workflow_id") == (WORKFLOW, "env_file")
        xdotool("windowsize", "--sync", app.window(), *map(str, SIZE))
        wait_until(lambda: size(app) == SIZE)
        assert app.stop() == 0
        kept = json.loads(settings_file(app).read_text())
    assert (kept["window_width_px"], kept["window_height_px"]) == SIZE


def a_variable_counts_more_and_a_flag_most(data: Path, desk: Path) -> None:
    variables = {"AGENTNOOK_ZOOM_PERCENT": "125", "AGENTNOOK_THEME": "dark", "CHATKIT_WORKFLOW_ID": "wf_variable"}
    with RunningApp(data, working_dir=desk, environment=variables, arguments=("--theme", "light")) as app:
        app.connect()
        assert size(app) == SIZE
        assert theme(app) == ("light", "light")
        assert read(app, "theme") == ("light", "command_line")
        assert read(app, "zoom_percent") == (125, "environment")
        assert read(app, "workflow_id") == ("wf_variable", "environment")
        assert app.shell.evaluate("innerWidth") == SIZE[0] / 1.25
        # The workflow has no key, which is all there is to say.
        app.shell.locator("#problems").get_by_text(text("notice.workflow_without_key.message")).wait_for()
        assert app.stop() == 0


def a_window_fits_its_screen(data: Path) -> None:
    with RunningApp(data, arguments=("--window-width-px", "6000", "--window-height-px", "5000")) as app:
        app.connect()
        width, height = screen_size()
        assert 0 < size(app)[0] <= width
        assert 0 < size(app)[1] <= height
        assert app.stop() == 0


def test_a_start_after_one_that_was_killed_works_and_says_so(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.say("What is this?")
        app.wait_for_answer("a home for chat agents")
        app.disconnect()
        left = app.children()
        app.process.kill()
        app.wait()
        wait_until(lambda: not any(each.is_running() and each.status() != "zombie" for each in left))
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.shell.get_by_text(text("notice.ended_badly.message")).wait_for()
        app.shell.get_by_role("button", name=text("shell.bar.history")).click()
        app.chat.get_by_role("navigation", name=text("element.history.title")).get_by_text("What is this?").click()
        app.wait_for_answer("a home for chat agents")
        assert app.stop() == 0
