from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import CannotWrite, SettingsProblem
from app.services.preferences import Preferences
from app.settings.locations import Locations, resolve_locations
from app.settings.schema import BY_KEY
from app.settings.store import SettingsStore

GEOMETRY = ("window_width_px", "window_height_px", "window_maximized")


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return resolve_locations(tmp_path)


@pytest.fixture
def applied() -> list[tuple[str, object]]:
    return []


@pytest.fixture
def make(locations: Locations, applied: list[tuple[str, object]]) -> Callable[..., Preferences]:
    def make(**environ: str) -> Preferences:
        store = SettingsStore(locations, overrides={}, environ=environ)
        store.load()
        return Preferences(store, lambda key, value: applied.append((key, value)))

    return make


Make = Callable[..., Preferences]


def kept(locations: Locations) -> list[object]:
    found = json.loads(locations.settings_file.read_text())
    return [found.get(key) for key in GEOMETRY]


def test_a_setting_is_described_in_plain_values(make: Make) -> None:
    described = make(AGENTNOOK_ALLOWED_LINK_HOSTS="a.example,b.example").describe("allowed_link_hosts")
    assert described == {
        "value": ["a.example", "b.example"],
        "default": [],
        "source": "environment",
        "help": BY_KEY["allowed_link_hosts"].help,
    }


def test_a_change_is_applied_and_saved(make: Make, applied: list[tuple[str, object]], locations: Locations) -> None:
    assert make().change("theme", "dark") == "dark"
    assert applied == [("theme", "dark")]
    assert json.loads(locations.settings_file.read_text())["theme"] == "dark"


def test_an_unknown_setting_is_refused(make: Make) -> None:
    with pytest.raises(SettingsProblem):
        make().describe("no_such_setting")


def test_notices_are_plain(make: Make, locations: Locations) -> None:
    locations.settings_file.parent.mkdir(parents=True, exist_ok=True)
    locations.settings_file.write_text("{")
    (notice,) = make().notices()
    assert notice["code"] == "settings_damaged"
    assert notice.keys() == {"code", "message", "hint"}


def test_a_host_is_remembered(make: Make) -> None:
    make().allow_link_host("a.example")
    preferences = make()
    preferences.allow_link_host("b.example")
    assert preferences.allowed_link_hosts() == ("a.example", "b.example")


def test_a_full_list_of_hosts_is_said(make: Make) -> None:
    preferences = make()
    preferences.change("allowed_link_hosts", [f"{number}.example" for number in range(500)])
    with pytest.raises(SettingsProblem):
        preferences.allow_link_host("one-more.example")
    assert len(preferences.allowed_link_hosts()) == 500


@pytest.mark.parametrize(
    ("size", "expected"),
    [((900, 640), (900, 640)), ((1, 1), (420, 480)), ((99_999, 99_999), (16_384, 16_384)), ((360, 900), (420, 900))],
)
def test_the_window_s_size_is_kept_within_what_a_setting_can_be(
    make: Make, locations: Locations, size: tuple[int, int], expected: tuple[int, int]
) -> None:
    make().keep_geometry(*size, maximized=False)
    assert kept(locations)[:2] == list(expected)


def test_a_maximized_window_keeps_the_size_it_had_before(make: Make, locations: Locations) -> None:
    make().keep_geometry(900, 640, maximized=False)
    make().keep_geometry(1920, 1080, maximized=True)
    assert kept(locations) == [900, 640, True]


def test_a_window_that_stayed_as_it_was_writes_nothing(make: Make, locations: Locations) -> None:
    width, height = (BY_KEY[key].default for key in GEOMETRY[:2])
    assert isinstance(width, int)
    assert isinstance(height, int)
    make().keep_geometry(width, height, maximized=False)
    assert not locations.settings_file.exists()


@pytest.mark.parametrize("error", [CannotWrite("The disk is full."), SettingsProblem()])
def test_a_size_that_cannot_be_kept_costs_nothing_else(
    make: Make, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    def refuse(*_anything: object) -> None:
        raise error

    monkeypatch.setattr(SettingsStore, "write_all", refuse)
    make().keep_geometry(900, 640, maximized=False)
    assert "was not kept" in caplog.text
