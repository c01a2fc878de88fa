"""Owns the settings file and its lock: reads it whatever it holds, puts a damaged one aside, saves changes by name."""

from __future__ import annotations

import errno
import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from app.errors import CannotWrite
from app.private_file import (
    NOT_A_FILE,
    make_private_folder,
    read_bounded,
    remove_leftovers,
    sync_folder,
    write_atomically,
)
from app.resources import text
from app.settings.document import LARGEST_BYTES, DamagedError, Document, parse
from app.settings.kinds import is_allowed
from app.settings.migrations import MIGRATIONS, Migration, migrate
from app.settings.schema import BY_KEY

LOCK_SECONDS = 5.0
LOCK_POLL_SECONDS = 0.005


class Condition(Enum):
    """What was found where the settings file should be."""

    MISSING = auto()
    READY = auto()
    OLD = auto()
    NEWER = auto()
    DAMAGED = auto()
    NOT_A_FILE = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Opened:
    """The document at today's version, how its file was found, its bytes, and the name a damaged one was kept under."""

    document: Document
    condition: Condition
    found: bytes = b""
    kept_as: str = ""


def peek(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Opened:
    """Read the file without touching it or waiting for anybody; whatever is wrong with it is in the answer."""
    nothing = Document(version=len(migrations))
    try:
        found = read_bounded(path, LARGEST_BYTES)
        document = parse(found)
    except DamagedError:
        return Opened(nothing, Condition.DAMAGED)
    except OSError as error:
        return Opened(nothing, _condition_of(error))
    if document.version > len(migrations):
        return Opened(document, Condition.NEWER)
    condition = Condition.OLD if document.version < len(migrations) else Condition.READY
    return Opened(migrate(document, migrations), condition, found)


def copies_beside(path: Path, reason: str) -> list[Path]:
    """Return what was kept beside the file for this reason, such as `damaged` or `before-reset`, the oldest first."""
    return sorted(path.parent.glob(f"{path.name}.{reason}-*"))


class SettingsFile:
    """The file of one person. Several programs may share it: each takes the lock and changes only what it means to."""

    def __init__(
        self,
        path: Path,
        *,
        migrations: Sequence[Migration] = MIGRATIONS,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._path = path
        self._migrations = migrations
        self._now = now

    def open(self) -> Opened:
        """Return the settings; a damaged file is put aside and an old one migrated, when the folder lets us."""
        opened = peek(self._path, self._migrations)
        if opened.condition in (Condition.DAMAGED, Condition.OLD):
            with suppress(CannotWrite), self._locked():
                # Another program may have repaired it while we waited.
                return self._repaired(peek(self._path, self._migrations))
        return opened

    def save(self, changes: Mapping[str, object]) -> frozenset[str]:
        """Write these values into the file as it is now; everything else in it stays, in its own words.

        Return the names it left alone: what a newer program wrote in a way that this one does not understand.
        """
        with self._locked():
            opened = self._repaired(peek(self._path, self._migrations))
            if opened.condition in (Condition.NOT_A_FILE, Condition.UNREADABLE):
                raise CannotWrite(text("settings.not_writable"), hint=text("settings.not_writable_hint"))
            document = opened.document
            foreign = _foreign_names(document) if opened.condition is Condition.NEWER else frozenset()
            ours = {key: value for key, value in changes.items() if key not in foreign}
            if ours:
                self._write(document.replaced({**document.values(), **ours}, document.version))
            return foreign & changes.keys()

    def set_aside(self) -> None:
        """Keep whatever is in the file's place under another name, so that there is none; raises CannotWrite."""
        with self._locked(), suppress(FileNotFoundError):
            self._path.rename(self._name_for("before-reset"))
            sync_folder(self._path.parent)

    def _repaired(self, opened: Opened) -> Opened:
        """Put a damaged file aside, or keep a copy of an old one and write it anew; for who holds the lock."""
        if opened.condition is Condition.DAMAGED:
            kept = self._name_for("damaged")
            self._path.rename(kept)
            sync_folder(self._path.parent)
            return replace(opened, kept_as=kept.name)
        if opened.condition is Condition.OLD:
            self._keep_copy(opened.found)
            self._write(opened.document)
        return opened

    def _write(self, document: Document) -> None:
        data = document.encode()
        if len(data) > LARGEST_BYTES:
            # What would not be read again must not be written.
            raise CannotWrite(text("settings.too_large"), hint=text("settings.too_large_hint"))
        remove_leftovers(self._path)
        write_atomically(self._path, data)

    def _keep_copy(self, found: bytes) -> None:
        """Keep an old file as it was; a start that could not migrate it has kept the same copy already."""
        reason = f"version-{parse(found).version}"
        if not any(_has_content(copy, found) for copy in copies_beside(self._path, reason)):
            write_atomically(self._name_for(reason), found)

    def _name_for(self, reason: str) -> Path:
        """Return a name beside the file that is not taken."""
        at_utc = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(self._now()))
        name = f"{self._path.name}.{reason}-{at_utc}"
        taken = {other.name for other in self._path.parent.iterdir()}
        names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
        return self._path.with_name(next(candidate for candidate in names if candidate not in taken))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock that every writer takes; whatever the disk refuses meanwhile is a CannotWrite."""
        # Imported here because it costs 40 ms, which a start that writes nothing does not pay.
        from filelock import FileLock, Timeout

        lock_path = self._path.with_name(f"{self._path.name}.lock")
        try:
            make_private_folder(self._path.parent)
            with FileLock(lock_path, timeout=LOCK_SECONDS, mode=0o600, poll_interval=LOCK_POLL_SECONDS):
                yield
        except Timeout:
            raise CannotWrite(text("settings.locked")) from None
        except OSError as error:
            raise CannotWrite(text("settings.not_written"), detail=str(error)) from error


def _condition_of(error: OSError) -> Condition:
    if error.errno == errno.ENOENT:
        return Condition.MISSING
    if error.errno == errno.EFBIG:
        return Condition.DAMAGED
    return Condition.NOT_A_FILE if error.errno in NOT_A_FILE else Condition.UNREADABLE


def _has_content(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return read_bounded(path, LARGEST_BYTES) == data
    return False


def _foreign_names(document: Document) -> frozenset[str]:
    """Return the settings whose value in a newer program's file is nothing that this program knows."""
    return frozenset(
        key
        for key, member in document.members.items()
        if key in BY_KEY and not is_allowed(BY_KEY[key].kind, member.value)
    )
