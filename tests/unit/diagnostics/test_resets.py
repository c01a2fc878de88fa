"""Each step of the ladder puts back what it names, and leaves the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.diagnostics.resets import Resets
from app.errors import KeyringLocked
from app.services.agent_access import AgentAccess
from app.services.connections import Connection, Connections
from app.services.credentials import Credentials
from app.services.keyring_backend import OpenKeyring
from app.services.preferences import Preferences
from app.settings.locations import resolve_locations
from app.settings.store import SettingsStore
from tests.support.keeping_keyring import KeepingKeyring

CHANGED = {"theme": "dark", "zoom_percent": 150, "window_width_px": 500, "log_level": "debug"}
HOSTED = Connection("", "workflow", "Trip agent", "Trip agent", workflow_id="wf_68e5a1b2c3d4")


class Ladder:
    """The ladder with settings that were changed and a key that is kept."""

    def __init__(self, folder: Path) -> None:
        self.locations = resolve_locations(folder)
        self.store = SettingsStore(self.locations, overrides={}, environ={})
        self.store.write_all(CHANGED)
        self.keyring, self.done = KeepingKeyring(), list[str]()
        self.connections = Connections()
        self.kept = self.connections.save(HOSTED)
        self.credentials = Credentials("test", {}, lambda: OpenKeyring(self.keyring, "Test Keyring"))
        self.credentials.store(self.kept.id, "sk-kept")
        self.access = access = AgentAccess(
            self.connections, lambda: self.credentials, lambda: "me", lambda _relay: None
        )
        preferences = Preferences(self.store, lambda _key, _value: None)
        self.resets = Resets(
            lambda: preferences,
            self.connections,
            access,
            lambda: self.done.append("web data"),
            lambda: self.done.append("size"),
            lambda safe_mode: self.done.append("safe mode" if safe_mode else "start"),
        )

    def values(self) -> dict[str, object]:
        return {key: self.store.read(key).value for key in CHANGED}

    def saved(self) -> dict[str, object]:
        return dict(json.loads(self.locations.settings_file.read_text()))

    def has_key(self) -> bool:
        return bool(self.keyring.kept)


@pytest.fixture
def ladder(tmp_path: Path) -> Ladder:
    return Ladder(tmp_path)


@pytest.mark.parametrize(("step", "done"), [("start_again", "start"), ("safe_mode", "safe mode")])
def test_the_first_steps_begin_anew_and_change_nothing(ladder: Ladder, step: str, done: str) -> None:
    before = ladder.saved()
    assert ladder.resets.do(step) is False
    assert ladder.done == [done]
    assert ladder.saved() == before
    assert ladder.has_key()


def test_web_data_is_the_engines_alone(ladder: Ladder) -> None:
    assert ladder.resets.do("web_data") is True
    assert ladder.done == ["web data"]
    assert ladder.values() == CHANGED
    assert ladder.has_key()


def test_the_window_gets_its_first_size_and_keeps_it_at_its_end(ladder: Ladder) -> None:
    assert ladder.resets.do("window") is True
    assert ladder.done == ["size"]
    assert ladder.values() == {**CHANGED, "zoom_percent": 100, "window_width_px": 1024}
    assert ladder.saved()["window_width_px"] == 1024
    assert ladder.has_key()


def test_settings_go_back_and_the_old_file_is_kept(ladder: Ladder) -> None:
    before = ladder.locations.settings_file.read_bytes()
    assert ladder.resets.do("settings") is True
    assert ladder.values() == {"theme": "system", "zoom_percent": 100, "window_width_px": 1024, "log_level": "info"}
    assert not ladder.locations.settings_file.exists()
    (backup,) = ladder.locations.settings_dir.glob("settings.json.before-reset-*")
    assert backup.read_bytes() == before
    assert ladder.done == ["size"]
    assert ladder.has_key()
    assert [each.label for each in ladder.connections.all()][-1] == "Trip agent"


def test_keys_are_forgotten_everywhere_and_nothing_else(ladder: Ladder) -> None:
    assert ladder.resets.do("keys") is False
    assert not ladder.has_key()
    assert ladder.credentials.status(ladder.kept.id).source == "none"
    assert ladder.values() == CHANGED
    assert len(ladder.connections.all()) == 2


def test_one_key_that_stays_keeps_no_other_and_no_session_alive(
    ladder: Ladder, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget, begun = ladder.access.forget_key, list[bool]()

    def refuse(connection: Connection) -> None:
        if connection.id != ladder.kept.id:
            raise KeyringLocked
        forget(connection)

    monkeypatch.setattr(ladder.access, "forget_key", refuse)
    monkeypatch.setattr(ladder.access, "begin_anew", lambda: begun.append(True))
    with pytest.raises(KeyringLocked):
        ladder.resets.do("keys")
    assert (ladder.has_key(), begun) == (False, [True])


def test_a_locked_keyring_says_so_and_is_not_passed_over(ladder: Ladder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_anything: object) -> str:
        raise KeyringLocked

    monkeypatch.setattr(ladder.keyring, "get_password", refuse)
    with pytest.raises(KeyringLocked):
        ladder.resets.do("keys")
    assert ladder.has_key()
