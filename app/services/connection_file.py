"""Owns the file in which the connections of a person are kept: never a secret, replaced whole, damage set aside."""

from __future__ import annotations

import errno
import json
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

from app.errors import CannotWrite, ConnectionUnusable
from app.private_file import make_private_folder, read_bounded, remove_leftovers, set_aside, write_atomically
from app.services.chat_look import read_look
from app.services.connections import (
    ID,
    LOCAL_ID,
    MOST_CONNECTIONS,
    Connection,
    ConnectionKind,
    MicrophoneAnswer,
    ready_to_use,
)

FORMAT_VERSION = 1
# Far more than the most connections there can be take, each as long as it may be.
MOST_BYTES = 8 * 1024 * 1024

_ANSWERS = get_args(MicrophoneAnswer)

logger = logging.getLogger(__name__)


class DamagedError(ValueError):
    """The text is no file of connections."""


class ConnectionFile:
    """The connections beside the built-in one; whoever writes, or sets aside, holds the lock of the data folder."""

    def __init__(self, path: Path, *, sets_aside: bool = True) -> None:
        self._path, self._sets_aside = path, sets_aside
        self.selected = ""

    def read(self) -> tuple[Connection, ...]:
        """Return what is kept; a record that cannot be used is left out, a damaged file is set aside and empty."""
        try:
            data = read_bounded(self._path, MOST_BYTES)
            found = decode(data, _log_left_out)
            self.selected = selected_in(data)
        except FileNotFoundError:
            return ()
        except OSError as error:
            logger.warning("the connections cannot be read: %s", type(error).__name__)
            if error.errno == errno.EFBIG:
                # The next write would be the end of it.
                self._set_aside()
            return ()
        except ValueError:
            self._set_aside()
            return ()
        return found

    def write(self, connections: Iterable[Connection], selected: str = "") -> None:
        """Keep these and no others; raises CannotWrite when the disk refuses."""
        try:
            make_private_folder(self._path.parent)
            remove_leftovers(self._path)
            write_atomically(self._path, encode(connections, selected))
        except OSError as error:
            raise CannotWrite(detail=f"connections: {error}") from error

    def _set_aside(self) -> None:
        if not self._sets_aside:
            return
        if set_aside(self._path):
            logger.warning("the file of the connections was damaged and is set aside")
        else:
            logger.warning("the damaged connections were not set aside")


def encode(connections: Iterable[Connection], selected: str = "") -> bytes:
    """Return connections as a file, to keep or to hand on: a record has no place for a secret."""
    records = [asdict(each) for each in connections]
    document = {"version": FORMAT_VERSION, "selected": selected, "connections": records}
    return json.dumps(document, indent=2, ensure_ascii=False).encode()


def selected_in(data: bytes) -> str:
    """Return the id of the connection that was selected when a file was written; empty while nobody has chosen."""
    selected = json.loads(data).get("selected")
    return selected if isinstance(selected, str) else ""


def decode(data: bytes, left_out: Callable[[ConnectionUnusable], None] = lambda _error: None) -> tuple[Connection, ...]:
    """Return the usable connections of a file, each id once; raises DamagedError, or ValueError for what is no JSON."""
    found = (_connection(record, left_out) for record in records_in(data))
    return tuple({each.id: each for each in found if each is not None}.values())


def records_in(data: bytes) -> list[Any]:
    """Return the records of a file, whatever they hold; raises DamagedError, or ValueError for what is no JSON."""
    try:
        document = json.loads(data)
    except RecursionError:
        raise DamagedError("too deep") from None
    if not isinstance(document, dict) or not isinstance(records := document.get("connections"), list):
        raise DamagedError("no connections")
    return records[:MOST_CONNECTIONS]


def described_by(record: Any) -> Connection:
    """Return the connection that a record describes; raises ConnectionUnusable, in words where a person can help it."""
    if not isinstance(record, dict):
        raise ConnectionUnusable
    words: Mapping[str, str] = {
        name: value for name, value in record.items() if name in Connection.__slots__ and isinstance(value, str)
    }
    kind: Any = words.get("kind")
    if kind not in get_args(ConnectionKind) or kind == "local" or not ID.fullmatch(words.get("id", "")):
        raise ConnectionUnusable
    # SECURITY: nothing that is described takes the place of this computer.
    if words["id"] == LOCAL_ID:
        raise ConnectionUnusable
    look, answer = read_look(record.get("chat")), words.get("microphone")
    known: Any = {**words, "kind": kind, "chat": look, "microphone": answer if answer in _ANSWERS else "ask"}
    return ready_to_use(Connection(**{"label": "", "agent_label": "", **known}))


def _connection(record: Any, left_out: Callable[[ConnectionUnusable], None]) -> Connection | None:
    try:
        return described_by(record)
    except ConnectionUnusable as error:
        left_out(error)
        return None


def _log_left_out(error: ConnectionUnusable) -> None:
    logger.warning("a connection is left out: %s", error.sentence)
