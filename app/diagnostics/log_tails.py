"""Owns the ends of the program's logs as a bundle takes them: whole entries, the newest ones, of plain files only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from app.observability.private_log import OLD_FILES
from app.private_file import open_plain
from app.settings.locations import Locations

MOST_LOG_BYTES = 256 * 1024

_ENTRY = re.compile(r"^(?=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)", re.MULTILINE)


def log_files(locations: Locations) -> Iterator[Path]:
    """Return the logs of the window, the chat host and exports, then the older ones of them that there are."""
    files = (locations.log_file, locations.chat_host_log_file, locations.export_log_file)
    yield from files
    for number in range(1, OLD_FILES + 1):
        for file in files:
            older = file.with_name(f"{file.name}.{number}")
            if os.path.lexists(older):
                yield older


def tail_entries(path: Path) -> list[str]:
    """Return the last entries of a log, none of them cut; OSError when it is no plain file or cannot be read."""
    with os.fdopen(open_plain(path), "rb") as file:
        beginning = max(0, os.fstat(file.fileno()).st_size - MOST_LOG_BYTES)
        file.seek(beginning)
        words = file.read(MOST_LOG_BYTES).decode("utf-8", "replace")
    before, *entries = (entry.removesuffix("\n") for entry in _ENTRY.split(words))
    # What the cut went through may be the end of a secret that nothing tells any more.
    return entries if beginning or not before else [before, *entries]
