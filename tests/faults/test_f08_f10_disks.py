"""F08, F09, F10: a disk that is full when something is saved or logged, and a home in which nothing can be written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.resources import text
from tests.support.listing import names_in
from tests.support.ordinary_user import OrdinaryUser, ordinary_user
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp
from tests.support.troubled_disks import no_room_at, small_disk_at
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

# What the program needs for itself at a start, and little more.
DISK = "24m"
NOTE = f"async (message) => {{ {WITH_BRIDGE} await bridge.call('log.note', {{ level: 'info', message }}); }}"
ZOOM = f"async () => {{ {WITH_BRIDGE} await bridge.call('settings.write', {{ key: 'zoom_percent', value: 110 }}); }}"
# The notes that a page may write in a second.
NOTES = 15
NOTE_CHARACTERS = 1_000


def theme(app: RunningApp) -> str | None:
    return app.shell.locator("html").get_attribute("data-theme")


def settings_in(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "settings.json").read_bytes())
    return found


def press_theme(app: RunningApp) -> str | None:
    """Press the button that changes the theme, and return what the window wears then."""
    before = theme(app)
    app.shell.get_by_role("button", name=re.compile("^Theme")).click()
    wait_until(lambda: theme(app) != before, what="another theme")
    return theme(app)


def test_f08_a_setting_counts_on_a_full_disk_and_is_saved_once_there_is_room(tmp_path: Path) -> None:
    with (
        small_disk_at(tmp_path / "disk", DISK) as disk,
        RunningApp(disk / "data", arguments=("--theme", "light")) as app,
    ):
        app.connect()
        # What a start writes and takes away again is over then.
        app.say("What is this?")
        app.wait_for_answer("a home for chat agents")
        with no_room_at(disk):
            assert press_theme(app) == "dark"
            app.shell.get_by_text(text("settings.not_written")).wait_for()
            app.check_alive()
        app.shell.evaluate(ZOOM)
        saved = settings_in(app.data_dir)
        assert (saved["theme"], saved["zoom_percent"]) == ("dark", 110)
        assert app.stop() == 0


def test_f09_a_full_disk_for_the_log_costs_its_lines_and_they_are_counted(tmp_path: Path) -> None:
    with small_disk_at(tmp_path / "data" / "log", "1m") as disk, RunningApp(tmp_path / "data") as app:
        app.connect()
        with no_room_at(disk):
            for number in range(NOTES):
                app.shell.evaluate(NOTE, f"note {number} {'x' * NOTE_CHARACTERS}")
            app.say("What is this?")
            app.wait_for_answer("a home for chat agents")
        assert app.stop() == 0
        found = re.search(r"(\d+) lines of the log could not be written", app.log())
        assert found is not None
        # The last page of the file had room for a few.
        assert int(found[1]) >= NOTES / 2
        assert all(re.match(r"\d{4}-\d\d-\d\dT|    ", line) for line in app.log().splitlines())


@pytest.fixture
def user() -> Iterator[OrdinaryUser]:
    with ordinary_user() as user:
        yield user


def test_f10_in_a_read_only_home_it_runs_in_memory_and_says_so_once(user: OrdinaryUser) -> None:
    home = user.make_folder("home", 0o500)
    environment = {**user.environment(), **home_variables(home)}
    with RunningApp(home, names_folder=False, under=user.under, environment=environment) as app:
        app.connect()
        said = app.shell.get_by_text(text("notice.nothing_kept.message"))
        said.wait_for()
        assert said.count() == 1
        app.say("What is this?")
        app.wait_for_answer("a home for chat agents")
        app.wait_until_idle()
        app.shell.get_by_role("button", name=re.compile("^Theme")).click()
        [room] = (user.folder / "runtime").glob("agentnook-*")
        wait_until(lambda: (room / "settings.json").exists(), what="the setting")
        assert app.stop() == 0
    assert names_in(home) == []
    assert list((user.folder / "runtime").glob("agentnook-*")) == []


def test_f10_settings_and_connections_that_can_only_be_read_still_count(user: OrdinaryUser) -> None:
    home = user.make_folder("home")
    folder = user.make_folder("home/data")
    (folder / "settings.json").write_text('{"settings_version": 1, "theme": "dark"}')
    (folder / "settings.json").chmod(0o444)
    folder.chmod(0o500)
    with RunningApp(folder, under=user.under, environment={**user.environment(), **home_variables(home)}) as app:
        app.connect()
        app.shell.get_by_text(text("notice.nothing_kept.message")).wait_for()
        assert theme(app) == "dark"
        assert press_theme(app) == "light"
        assert app.stop() == 0
    assert settings_in(folder) == {"settings_version": 1, "theme": "dark"}
    assert names_in(folder) == ["settings.json"]


def home_variables(home: Path) -> dict[str, str]:
    """Return the environment of somebody whose home this is, and who moves nothing out of it."""
    return {"HOME": str(home)} | {f"XDG_{name}_HOME": "" for name in ("CONFIG", "DATA", "STATE", "CACHE")}
