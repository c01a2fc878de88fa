"""Owns handing descriptions of connections on to another computer, and taking them in: never a secret either way."""

from __future__ import annotations

from pathlib import Path

from app.errors import CannotWrite, FileRefused
from app.private_file import make_private_folder, read_bounded, write_atomically
from app.resources import text
from app.services.connection_file import MOST_BYTES, decode, encode
from app.services.connections import Connections


def export_connections(connections: Connections, folder: Path) -> int:
    """Write what was described here into a file of the folder; returns how many, raises CannotWrite."""
    described = connections.described()
    try:
        make_private_folder(folder)
        write_atomically(folder / text("connections.file_name"), encode(described))
    except OSError as error:
        raise CannotWrite(detail=f"connections: {type(error).__name__}") from error
    return len(described)


def import_connections(connections: Connections, file: Path) -> int:
    """Take in what a file describes, each checked like what is typed; returns how many are new, raises FileRefused."""
    try:
        found = decode(read_bounded(file, MOST_BYTES, follow_links=True))
    except (OSError, ValueError) as error:
        hint = text("connections.not_a_file.hint")
        raise FileRefused(text("connections.not_a_file"), hint=hint, detail=type(error).__name__) from None
    return connections.add(found)
