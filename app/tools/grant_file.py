"""Owns the file of what is always allowed: private, bounded, replaced whole, damage set aside."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.errors import CannotWrite
from app.private_file import make_private_folder, read_bounded, remove_leftovers, set_aside, write_atomically
from app.tools.grants import Grant
from app.tools.permissions import MOST_GRANTS
from app.tools.tool import Touch

FORMAT_VERSION = 1
# Far more than the most grants can take, each to the longest address there may be.
MOST_BYTES = 8 * 1024 * 1024
WORDS = ("connection", "agent", "tool", "digest")

logger = logging.getLogger(__name__)


class GrantFile:
    """What is always allowed; whoever writes holds the lock of the data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[Grant, ...]:
        """Return what is kept; nothing, where the file is damaged: then the person is asked again."""
        try:
            return decode(read_bounded(self._path, MOST_BYTES))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, RecursionError) as error:
            logger.warning("the permissions cannot be read: %s", type(error).__name__)
            set_aside(self._path)
            return ()

    def write(self, grants: Iterable[Grant]) -> None:
        """Keep these and no others; raises CannotWrite when the disk refuses."""
        records = [{**asdict(each), "touches": sorted(each.touches)} for each in grants]
        try:
            if not records:
                # What is all taken back is gone even where a full disk takes nothing new.
                self._path.unlink(missing_ok=True)
                return
            make_private_folder(self._path.parent)
            remove_leftovers(self._path)
            write_atomically(self._path, json.dumps({"version": FORMAT_VERSION, "grants": records}).encode())
        except OSError as error:
            raise CannotWrite(detail=f"permissions: {error}") from error


def decode(data: bytes) -> tuple[Grant, ...]:
    """Return the grants of a file, without those that are none; raises ValueError for what is no such file."""
    document = json.loads(data)
    records = document.get("grants") if isinstance(document, dict) else None
    if not isinstance(records, list):
        raise ValueError("no permissions")  # noqa: TRY004 - damage, not a mistake of a caller
    found = (_grant(each) for each in records[:MOST_GRANTS])
    return tuple(each for each in found if each is not None)


def _grant(record: Any) -> Grant | None:
    if not isinstance(record, dict) or record.get("lasts") != "always":
        return None
    words = {name: word for name in WORDS if isinstance(word := record.get(name), str)}
    try:
        touches = frozenset(Touch(each) for each in record["touches"])
        return Grant(touches=touches, lasts="always", **words)
    except (KeyError, TypeError, ValueError):
        return None
