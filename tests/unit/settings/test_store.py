from __future__ import annotations

import json
import logging
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.errors import CannotWrite, SettingsProblem
from app.settings.layers import Source
from app.settings.locations import Locations, resolve_locations
from app.settings.schema import SETTINGS
from app.settings.settings_file import SettingsFile
from app.settings.store import ReadSetting, SettingsStore


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    return resolve_locations(tmp_path / "nook")


@pytest.fixture
def store(locations: Locations) -> SettingsStore:
    return SettingsStore(locations, overrides={}, environ={})


def plant(locations: Locations, content: str) -> None:
    locations.settings_dir.mkdir(exist_ok=True)
    locations.settings_file.write_text(content)


def block(locations: Locations) -> None:
    """Make every save fail, whoever runs the tests."""
    (locations.settings_dir / "settings.json.lock").unlink(missing_ok=True)
    (locations.settings_dir / "settings.json.lock").mkdir()


def unblock(locations: Locations) -> None:
    (locations.settings_dir / "settings.json.lock").rmdir()


def test_fresh_machine_has_every_default_and_no_file(store: SettingsStore, locations: Locations) -> None:
    loaded = store.load()
    assert loaded.values == {setting.key: setting.default for setting in SETTINGS}
    assert set(loaded.sources.values()) == {Source.DEFAULT}
    assert loaded.notices == store.notices == ()
    assert not locations.settings_dir.exists()


def test_command_line_environment_env_file_and_file_win_in_this_order(locations: Locations, tmp_path: Path) -> None:
    saved = {"settings_version": 1, "theme": "dark", "zoom_percent": 110, "locale": "de", "engine": "gtk"}
    plant(locations, json.dumps(saved))
    env_file = tmp_path / "env"
    env_file.write_text(
        "AGENTNOOK_ZOOM_PERCENT=120\nAGENTNOOK_LOCALE=fr\nAGENTNOOK_ENGINE=qt\nCHATKIT_WORKFLOW_ID=wf_1"
    )
    environ = {"AGENTNOOK_LOCALE": "it", "AGENTNOOK_ENGINE": "qt"}
    store = SettingsStore(locations, overrides={"engine": "auto"}, environ=environ, env_file=env_file)
    found = {key: (store.read(key).value, store.read(key).source) for key in (*saved, "workflow_id") if key[0] != "s"}
    assert found == {
        "theme": ("dark", Source.SETTINGS_FILE),
        "zoom_percent": (120, Source.ENV_FILE),
        "locale": ("it", Source.ENVIRONMENT),
        "engine": ("auto", Source.COMMAND_LINE),
        "workflow_id": ("wf_1", Source.ENV_FILE),
    }


def test_reading_tells_value_default_source_and_help(store: SettingsStore) -> None:
    read = store.read("zoom_percent")
    assert (read.value, read.default, read.source) == (100, 100, Source.DEFAULT)
    assert read.help


def test_written_setting_counts_at_once_and_after_a_restart(store: SettingsStore, locations: Locations) -> None:
    assert store.write("theme", "dark") == "dark"
    assert store.read("theme").source is Source.SETTINGS_FILE
    again = SettingsStore(locations, overrides={}, environ={})
    assert again.read("theme").value == "dark"


def test_lists_are_held_as_what_nobody_can_change(store: SettingsStore) -> None:
    assert store.write("allowed_link_hosts", ["example.org"]) == ("example.org",)
    assert store.load().values["allowed_link_hosts"] == ("example.org",)


def test_change_counts_over_a_flag_until_the_next_start(locations: Locations) -> None:
    store = SettingsStore(locations, overrides={"theme": "dark"}, environ={})
    store.write("theme", "light")
    assert store.read("theme").value == "light"
    assert store.load().values["theme"] == "dark"


@pytest.mark.parametrize(("key", "value"), [("zoom_percent", 301), ("theme", None), ("allowed_link_hosts", ["a b"])])
def test_wrong_value_is_refused_in_words(store: SettingsStore, locations: Locations, key: str, value: object) -> None:
    with pytest.raises(SettingsProblem, match=f"{key} cannot have this value; it takes"):
        store.write(key, value)
    assert store.read(key).source is Source.DEFAULT
    assert not locations.settings_file.exists()


def test_one_wrong_value_stops_the_others_of_the_same_write(store: SettingsStore) -> None:
    with pytest.raises(SettingsProblem):
        store.write_all({"theme": "dark", "zoom_percent": 1})
    assert store.read("theme").value == "system"


@pytest.mark.parametrize("key", ["__proto__", "", "THEME", "settings_version"])
def test_unknown_setting_is_refused(store: SettingsStore, key: str) -> None:
    with pytest.raises(SettingsProblem, match="no setting"):
        store.read(key)
    with pytest.raises(SettingsProblem, match="no setting"):
        store.write(key, "dark")


def test_subscribers_hear_of_changes_only(store: SettingsStore) -> None:
    heard: list[tuple[str, object]] = []
    store.subscribe(lambda key, value: heard.append((key, value)))
    store.write("theme", "dark")
    store.write("theme", "dark")
    store.write_all({"theme": "dark", "zoom_percent": 110, "window_maximized": True})
    assert heard == [("theme", "dark"), ("zoom_percent", 110), ("window_maximized", True)]


def test_subscriber_may_use_the_store(store: SettingsStore) -> None:
    seen: list[object] = []
    store.subscribe(lambda key, _value: seen.append(store.read(key).source))
    store.write("theme", "dark")
    assert seen == [Source.SETTINGS_FILE]


def test_value_that_cannot_be_saved_counts_and_is_saved_with_the_next(
    store: SettingsStore, locations: Locations, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[object] = []
    store.subscribe(lambda _key, value: heard.append(value))
    store.write("locale", "de")
    block(locations)
    with pytest.raises(CannotWrite) as refusal:
        store.write("theme", "dark")
    assert str(locations.settings_dir) not in refusal.value.sentence + refusal.value.hint
    assert (store.read("theme").value, store.read("theme").source) == ("dark", Source.MEMORY)
    assert heard == ["de", "dark"]
    assert "not saved" in caplog.text
    unblock(locations)
    store.write("zoom_percent", 110)
    assert store.read("theme").source is Source.SETTINGS_FILE
    again = SettingsStore(locations, overrides={}, environ={}).load()
    assert (again.values["locale"], again.values["theme"], again.values["zoom_percent"]) == ("de", "dark", 110)


def test_foreign_value_of_a_newer_file_stays_and_the_change_counts(store: SettingsStore, locations: Locations) -> None:
    plant(locations, '{"settings_version": 9, "theme": {"day": "light"}}')
    with pytest.raises(CannotWrite, match="newer version"):
        store.write("theme", "dark")
    assert (store.read("theme").value, store.read("theme").source) == ("dark", Source.MEMORY)
    store.write("zoom_percent", 110)
    saved = json.loads(locations.settings_file.read_bytes())
    assert saved == {"settings_version": 9, "theme": {"day": "light"}, "zoom_percent": 110}


def test_wrong_values_are_named_in_the_log_and_never_shown(
    locations: Locations, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    plant(locations, '{"settings_version": 1, "theme": "canary-1", "novel\\n": 1, "zoom_percent": 110}')
    store = SettingsStore(locations, overrides={}, environ={"AGENTNOOK_ENGINE": "canary-2"})
    loaded = store.load()
    assert (loaded.values["theme"], loaded.values["zoom_percent"], loaded.values["engine"]) == ("system", 110, "auto")
    assert [notice.code for notice in loaded.notices] == ["settings_refused"]
    assert "theme" in loaded.notices[0].message
    assert "setting theme has a wrong value in settings_file" in caplog.text
    assert "setting engine has a wrong value in environment" in caplog.text
    assert r"1 unknown settings are left in the file: 'novel\n'" in caplog.text
    assert "canary" not in caplog.text + loaded.notices[0].message


def test_env_file_that_cannot_be_read_is_told(locations: Locations, tmp_path: Path) -> None:
    store = SettingsStore(locations, overrides={}, environ={}, env_file=tmp_path / "missing")
    assert [notice.code for notice in store.load().notices] == ["env_file_unreadable"]


def test_reading_does_not_wait_for_a_save(
    store: SettingsStore, locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write("theme", "light")
    is_saving, may_go_on = threading.Event(), threading.Event()
    save = SettingsFile.save

    def slow_save(file: SettingsFile, changes: Mapping[str, object]) -> frozenset[str]:
        is_saving.set()
        assert may_go_on.wait(20)
        return save(file, changes)

    monkeypatch.setattr(SettingsFile, "save", slow_save)
    writer = threading.Thread(target=store.write, args=("theme", "dark"))
    writer.start()
    assert is_saving.wait(20)
    readings: list[ReadSetting] = []
    reader = threading.Thread(target=lambda: readings.append(store.read("theme")))
    reader.start()
    reader.join(20)
    may_go_on.set()
    writer.join(20)
    assert [(reading.value, reading.source) for reading in readings] == [("dark", Source.MEMORY)]
    assert store.read("theme").source is Source.SETTINGS_FILE


def test_subscriber_may_write(store: SettingsStore) -> None:
    def widen(key: str, _value: object) -> None:
        if key == "theme":
            store.write("window_maximized", True)

    store.subscribe(widen)
    store.write("theme", "dark")
    assert store.read("window_maximized").value is True


def test_threads_may_write_at_once(store: SettingsStore, locations: Locations) -> None:
    def write(key: str, values: range) -> None:
        for value in values:
            store.write(key, value)

    work = [
        ("zoom_percent", range(50, 70)),
        ("window_width_px", range(500, 520)),
        ("window_height_px", range(500, 520)),
    ]
    threads = [threading.Thread(target=write, args=arguments) for arguments in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    saved = json.loads(locations.settings_file.read_bytes())
    assert (saved["zoom_percent"], saved["window_width_px"], saved["window_height_px"]) == (69, 519, 519)


def test_a_file_that_is_set_aside_is_kept_and_counts_no_longer(locations: Locations) -> None:
    store = SettingsStore(locations, overrides={"locale": "de"}, environ={})
    store.write_all({"theme": "dark", "locale": "fr"})
    heard: list[tuple[str, object]] = []
    store.subscribe(lambda key, value: heard.append((key, value)))
    store.set_aside()
    # A flag counts again, as after a new start.
    assert heard == [("theme", "system"), ("locale", "de")]
    (kept,) = locations.settings_dir.glob("settings.json.before-reset-*")
    assert json.loads(kept.read_text())["theme"] == "dark"
    store.set_aside()
    assert list(locations.settings_dir.glob("settings.json.before-reset-*")) == [kept]


def test_a_file_that_cannot_be_set_aside_counts_as_before(store: SettingsStore, locations: Locations) -> None:
    store.write("theme", "dark")
    block(locations)
    with pytest.raises(CannotWrite):
        store.set_aside()
    assert store.read("theme").value == "dark"
