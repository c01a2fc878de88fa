"""Owns the settings of a running program: loads them from their sources, hands them out, saves what is changed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import CannotWrite, SettingsProblem
from app.resources import text
from app.settings.env_file import read_env_file
from app.settings.layers import Source, gather_layers
from app.settings.locations import Locations
from app.settings.notices import (
    Notice,
    notice_about_env_file,
    notice_about_file,
    notice_about_place,
    notice_about_refused,
)
from app.settings.schema import BY_KEY, Setting
from app.settings.settings_file import Condition, Opened, SettingsFile

logger = logging.getLogger(__name__)

MOST_NAMES_IN_LOG = 10
MOST_CHARACTERS_IN_LOG = 60


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Every setting's value and source, and what the person has to be told."""

    values: Mapping[str, object]
    sources: Mapping[str, Source]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class ReadSetting:
    """One setting as it is now."""

    value: object
    default: object
    source: Source
    help: str


class SettingsStore:
    """All settings. It can be used from any thread; the first use loads them, which takes a third of a second."""

    def __init__(
        self,
        locations: Locations,
        *,
        overrides: Mapping[str, object],
        environ: Mapping[str, str],
        env_file: Path | None = None,
    ) -> None:
        self._locations = locations
        self._file = SettingsFile(locations.settings_file)
        self._overrides = dict(overrides)
        self._environ = environ
        self._env_file = env_file
        # Writers wait for each other and for the disk; who only reads waits for neither.
        self._writing = threading.RLock()
        self._lock = threading.RLock()
        self._values: dict[str, object] = {}
        self._sources: dict[str, Source] = {}
        self._unsaved: dict[str, object] = {}
        self._notices: tuple[Notice, ...] = ()
        self._callbacks: list[Callable[[str, object], None]] = []

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the person has to be told about the settings that were loaded."""
        return self._notices

    def load(self) -> LoadedSettings:
        """Read every source; whatever is wrong with one, there is a value for every setting."""
        from app.settings.model import merge

        with self._lock:
            variables, env_file_notice = self._read_env_file()
            opened = self._file.open()
            merged = merge(gather_layers(self._overrides, self._environ, variables, opened.document))
            self._values = dict(merged.values)
            self._sources = dict(merged.sources)
            refused = [key for _, key in merged.refused]
            place_notice = notice_about_place(self._locations)
            notices = (place_notice, notice_about_file(opened), env_file_notice, notice_about_refused(refused))
            self._notices = tuple(notice for notice in notices if notice)
            _log(opened, merged.refused)
            return LoadedSettings(dict(self._values), dict(self._sources), self._notices)

    def read(self, key: str) -> ReadSetting:
        """Return one setting."""
        setting = _declared(key)
        with self._lock:
            self._load_once()
            return ReadSetting(self._values[key], setting.default, self._sources[key], setting.help)

    def write(self, key: str, value: object) -> object:
        """Set one setting and save it; see `write_all`."""
        return self.write_all({key: value})[key]

    def write_all(self, changes: Mapping[str, object]) -> dict[str, object]:
        """Set some settings at once and save them.

        They count from now on, over a flag or a variable, too. CannotWrite says that they are not saved: they are tried
        again with the next change.
        """
        with self._writing:
            with self._lock:
                self._load_once()
                good = {key: _validated(key, value) for key, value in changes.items()}
                changed = {key: value for key, value in good.items() if value != self._values[key]}
                self._values.update(good)
                self._sources.update(dict.fromkeys(good, Source.MEMORY))
            failure = self._save(good)
            for key, value in changed.items():
                self._tell(key, value)
        if failure:
            raise failure
        return good

    def set_aside(self) -> None:
        """Keep the file under another name and go on without it; raises CannotWrite.

        What a flag or a variable says counts again, as after a new start.
        """
        with self._writing:
            before = dict(self._values)
            self._file.set_aside()
            self._unsaved.clear()
            after = self.load().values
            for key in [key for key, value in after.items() if before.get(key, value) != value]:
                self._tell(key, after[key])

    def subscribe(self, callback: Callable[[str, object], None]) -> None:
        """Call back with name and value, on the writer's thread, whenever a setting gets another value."""
        self._callbacks.append(callback)

    def _tell(self, key: str, value: object) -> None:
        for callback in tuple(self._callbacks):
            callback(key, value)

    def _load_once(self) -> None:
        if not self._values:
            self.load()

    def _save(self, good: Mapping[str, object]) -> CannotWrite | None:
        """Save these and what could not be saved before; return the failure, as the values count all the same."""
        self._unsaved.update(good)
        try:
            foreign = self._file.save(self._unsaved)
        except CannotWrite as error:
            logger.warning("settings are not saved (%s): %s", error.detail or error.code, ", ".join(self._unsaved))
            return error
        with self._lock:
            self._sources.update(dict.fromkeys(self._unsaved.keys() - foreign, Source.SETTINGS_FILE))
        self._unsaved.clear()
        return CannotWrite(text("settings.newer"), hint=text("settings.newer_hint")) if foreign & good.keys() else None

    def _read_env_file(self) -> tuple[dict[str, str], Notice | None]:
        if self._env_file is None:
            return {}, None
        try:
            return read_env_file(self._env_file), None
        except OSError as error:
            logger.warning("the .env file cannot be read: %s", error)
            return {}, notice_about_env_file()


def _declared(key: str) -> Setting:
    setting = BY_KEY.get(key)
    if setting is None:
        raise SettingsProblem(text("settings.unknown"), hint=text("settings.unknown_hint"))
    return setting


def _validated(key: str, value: object) -> object:
    from app.settings.model import validate

    setting = _declared(key)
    try:
        return validate(key, value)
    except ValueError:
        raise SettingsProblem(text("settings.wrong", key=key, expected=setting.kind.describe())) from None


def _log(opened: Opened, refused: Sequence[tuple[Source, str]]) -> None:
    """Name in the log what is not as it should be; values never stand there."""
    if opened.condition not in (Condition.READY, Condition.MISSING):
        logger.warning("the settings file is %s %s", opened.condition.name.lower(), opened.kept_as)
    for source, key in refused:
        logger.warning("setting %s has a wrong value in %s, which is passed over", key, source)
    unknown = [key for key in opened.document.members if key not in BY_KEY]
    if unknown:
        names = ", ".join(repr(key[:MOST_CHARACTERS_IN_LOG]) for key in unknown[:MOST_NAMES_IN_LOG])
        logger.info("%d unknown settings are left in the file: %s", len(unknown), names)
