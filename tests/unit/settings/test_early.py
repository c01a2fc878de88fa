from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.settings.early import EarlySettings, read_early
from app.settings.locations import Locations, resolve_locations
from app.settings.schema import BY_KEY, EARLY
from tests.support.listing import names_in


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return resolve_locations(tmp_path)


def test_fields_are_the_early_settings() -> None:
    assert {field.name for field in dataclasses.fields(EarlySettings)} == {setting.key for setting in EARLY}


def test_fresh_machine_has_the_defaults(locations: Locations) -> None:
    early = read_early(locations, {}, {})
    assert dataclasses.asdict(early) == {setting.key: setting.default for setting in EARLY}


def test_sources_win_in_their_order(locations: Locations, tmp_path: Path) -> None:
    locations.settings_file.write_text('{"theme": "dark", "zoom_percent": 110, "locale": "de", "engine": "gtk"}')
    env_file = tmp_path / "env"
    env_file.write_text("AGENTNOOK_ZOOM_PERCENT=120\nAGENTNOOK_LOCALE=fr\nAGENTNOOK_ENGINE=qt\n")
    environ = {"AGENTNOOK_LOCALE": "it", "AGENTNOOK_ENGINE": "qt"}
    early = read_early(locations, {"engine": "auto"}, environ, env_file)
    assert (early.theme, early.zoom_percent, early.locale, early.engine) == ("dark", 120, "it", "auto")


def test_wrong_value_leaves_the_next_source_its_say(locations: Locations) -> None:
    locations.settings_file.write_text('{"theme": "dark", "zoom_percent": "110"}')
    early = read_early(locations, {"theme": "purple"}, {"AGENTNOOK_THEME": "42", "AGENTNOOK_WINDOW_WIDTH_PX": "1"})
    assert early.theme == "dark"
    assert early.zoom_percent == 100
    assert early.window_width_px == BY_KEY["window_width_px"].default


def test_reading_changes_nothing(locations: Locations, tmp_path: Path) -> None:
    for content in ("{", '{"zoom-percent": 120}'):
        locations.settings_file.write_text(content)
        read_early(locations, {}, {})
        assert names_in(tmp_path) == ["settings.json"]
        assert locations.settings_file.read_text() == content


def test_old_file_counts_before_it_is_migrated(locations: Locations) -> None:
    locations.settings_file.write_text('{"zoom-percent": 120}')
    assert read_early(locations, {}, {}).zoom_percent == 120


def test_missing_env_file_and_folder_are_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    early = read_early(resolve_locations(tmp_path / "file" / "below"), {}, {}, tmp_path / "missing")
    assert early.theme == "system"
