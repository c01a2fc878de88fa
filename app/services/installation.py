"""Owns the name by which hosted agents know this installation again: random, kept, and nothing about the person."""

from __future__ import annotations

import logging
import re
import secrets
from pathlib import Path

from app.private_file import make_private_folder, read_bounded, write_atomically

logger = logging.getLogger(__name__)

_FORM = re.compile(r"[0-9a-f]{32}")


def installation_id(path: Path) -> str:
    """Return the name of this installation, 32 hexadecimal digits; a new one where there is none that can be used."""
    try:
        found = read_bounded(path, 64).decode("ascii").strip()
        if _FORM.fullmatch(found):
            return found
    except (OSError, UnicodeDecodeError):
        pass  # the first start, or a file that somebody else wrote
    made = secrets.token_hex(16)
    try:
        make_private_folder(path.parent)
        write_atomically(path, made.encode("ascii"))
    except OSError as error:
        logger.warning("the name of this installation is not kept: %s", type(error).__name__)
    return made
