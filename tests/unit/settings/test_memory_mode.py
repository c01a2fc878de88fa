"""A run that can keep nothing: where it lives, what it takes along, what it leaves."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.diagnostics.findings import CheckContext
from app.errors import CannotWrite
from app.settings import memory_mode
from app.settings.locations import Locations, resolve_locations
from app.settings.memory_mode import forget, writable
from app.settings.store import SettingsStore
from tests.support.listing import names_in


@pytest.fixture
def runtime(tmp_path: Path) -> dict[str, str]:
    """Return an environment whose runtime folder is empty."""
    (tmp_path / "runtime").mkdir()
    return {"XDG_RUNTIME_DIR": str(tmp_path / "runtime")}


@pytest.fixture
def refusing(tmp_path: Path) -> Locations:
    """Return a folder in which a file stands where the folder of the conversations should be: not even root writes."""
    locations = resolve_locations(tmp_path / "nook")
    locations.settings_dir.mkdir()
    locations.settings_file.write_text('{"settings_version": 1, "theme": "dark"}')
    locations.connections_file.write_text("{}")
    locations.data_lock_file.mkdir()
    (locations.settings_dir / "settings.json.lock").mkdir()
    return locations


def test_folders_that_can_be_written_stay(tmp_path: Path, runtime: dict[str, str]) -> None:
    locations = resolve_locations(tmp_path / "nook")
    assert writable(locations, runtime) is locations
    forget(locations)
    assert names_in(locations.data_dir) == ["window.lock"]
    assert names_in(tmp_path / "runtime") == []


def test_what_refuses_is_replaced_by_a_private_folder_that_goes(
    refusing: Locations, runtime: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    before = names_in(refusing.data_dir)
    found = writable(refusing, runtime)
    assert found.meant is refusing
    assert found.data_dir.parent == tmp_path / "runtime"
    assert found.data_dir.stat().st_mode & 0o777 == 0o700
    assert not found.is_own_folder
    assert "nothing can be kept" in caplog.text
    forget(found)
    assert names_in(tmp_path / "runtime") == []
    assert names_in(refusing.data_dir) == before


def test_settings_and_connections_are_taken_along_and_it_is_told_once(
    refusing: Locations, runtime: dict[str, str]
) -> None:
    found = writable(refusing, runtime)
    store = SettingsStore(found, overrides={}, environ={})
    assert [notice.code for notice in store.load().notices] == ["nothing_kept"]
    assert store.read("theme").value == "dark"
    store.write("theme", "light")
    assert found.connections_file.read_text() == "{}"
    assert "dark" in refusing.settings_file.read_text()


def test_settings_that_can_be_written_are_written_where_they_are(
    refusing: Locations, runtime: dict[str, str], tmp_path: Path
) -> None:
    elsewhere = replace(refusing, settings_dir=tmp_path / "settings")
    assert writable(elsewhere, runtime).settings_dir == tmp_path / "settings"


def test_diagnostics_looks_at_the_folder_that_refuses(refusing: Locations, runtime: dict[str, str]) -> None:
    found = writable(refusing, runtime)
    context = CheckContext.of_this_process(found, environ={})
    assert context.locations is refusing
    assert context.records is found


def test_without_any_room_there_is_no_window(
    refusing: Locations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_mode, "SHARED_MEMORY", tmp_path / "gone")
    monkeypatch.setattr("tempfile.gettempdir", lambda: os.fspath(tmp_path / "gone too"))
    with pytest.raises(CannotWrite):
        writable(refusing, {"XDG_RUNTIME_DIR": "relative"})
