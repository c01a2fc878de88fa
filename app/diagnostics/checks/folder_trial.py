"""Owns the trial whether a folder takes a file: the only way to know is to make one and remove it again."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600


def nearest_existing(folder: Path) -> Path:
    """Return the folder itself, or the closest one above it that is there."""
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
    return folder


def try_to_write(folder: Path) -> OSError | None:
    """Make a file in this folder, or in the one it would be made in, and remove it; return what went wrong."""
    trial = nearest_existing(folder) / f".trial-{secrets.token_hex(8)}"
    try:
        descriptor = os.open(trial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    except OSError as error:
        return error
    try:
        os.write(descriptor, b"trial")
    except OSError as error:
        return error
    finally:
        os.close(descriptor)
        with suppress(OSError):
            trial.unlink()
    return None
