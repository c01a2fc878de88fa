"""Owns the settings as the window uses them: described in words, applied at once, saved behind that."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.errors import CannotWrite, SettingsProblem
from app.settings.kinds import Whole
from app.settings.schema import BY_KEY
from app.settings.store import SettingsStore

logger = logging.getLogger(__name__)


class Preferences:
    """The settings store with the effects of a change: `applied` is called with the key and its new value."""

    def __init__(self, store: SettingsStore, applied: Callable[[str, Any], None]) -> None:
        self._store = store
        store.subscribe(applied)

    def describe(self, key: str) -> Mapping[str, object]:
        """Return value, default, source and help of one setting; raises SettingsProblem for an unknown one."""
        setting = self._store.read(key)
        return {
            "value": _plain(setting.value),
            "default": _plain(setting.default),
            "source": setting.source.value,
            "help": setting.help,
        }

    def change(self, key: str, value: object) -> object:
        """Validate, apply and save one setting; returns what it is now."""
        return _plain(self._store.write(key, value))

    def reset(self, keys: Iterable[str]) -> None:
        """Give some settings their defaults and save that; raises CannotWrite."""
        self._store.write_all({key: BY_KEY[key].default for key in keys})

    def reset_all(self) -> None:
        """Put the file of the settings aside and go on without it; raises CannotWrite."""
        self._store.set_aside()

    def notices(self) -> tuple[Mapping[str, str], ...]:
        """Return what the person has to be told about the settings that were loaded."""
        return tuple({"code": each.code, "message": each.message, "hint": each.hint} for each in self._store.notices)

    def log_level(self) -> str:
        """Return how much the log holds."""
        return str(self._store.read("log_level").value)

    def allowed_link_hosts(self) -> tuple[str, ...]:
        """Return the hosts whose links open without a question."""
        value: Any = self._store.read("allowed_link_hosts").value
        return tuple(value)

    def allow_link_host(self, host: str) -> None:
        """Remember a host; CannotWrite when it counts for this session only, SettingsProblem when the list is full."""
        self._store.write("allowed_link_hosts", [*self.allowed_link_hosts(), host])

    def keep_geometry(self, width_px: int, height_px: int, maximized: bool) -> None:
        """Remember how large the window was; a disk that refuses costs nothing but that."""
        changes: dict[str, object] = {"window_maximized": maximized}
        if not maximized:
            changes |= {
                "window_width_px": _within_bounds("window_width_px", width_px),
                "window_height_px": _within_bounds("window_height_px", height_px),
            }
        if all(self._store.read(key).value == value for key, value in changes.items()):
            return
        try:
            self._store.write_all(changes)
        except (CannotWrite, SettingsProblem) as error:
            logger.warning("the window's size was not kept: %s", error.code)


def _within_bounds(key: str, value: int) -> int:
    """Return the number that this setting can have next to the one that the screen came to."""
    kind = BY_KEY[key].kind
    return kind.nearest(value) if isinstance(kind, Whole) else value


def _plain(value: object) -> object:
    """Return a value as JSON has it."""
    return list(value) if isinstance(value, tuple) else value
