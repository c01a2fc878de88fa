"""Owns what an export is told to do: by which key, into which folder, into which database."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from app.errors import InvalidArguments
from app.resources import text
from app.settings.locations import Locations


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """An export; without a database nothing is taken over, and an empty user means everybody's conversations."""

    key: str = field(repr=False)
    folder: Path
    database: Path | None
    user: str = ""

    def line(self) -> bytes:
        """Return the line to write to the stdin of the process that does it: the one way the key travels."""
        database = str(self.database) if self.database is not None else None
        return json.dumps({**asdict(self), "folder": str(self.folder), "database": database}).encode() + b"\n"


def parse_order(line: bytes) -> ExportOrder:
    """Return what the line says, or raise InvalidArguments."""
    try:
        record = json.loads(line)
        database = record["database"]
        return ExportOrder(
            str(record["key"]), Path(record["folder"]), Path(database) if database else None, str(record["user"])
        )
    except (ValueError, TypeError, KeyError) as error:
        # SECURITY: the line itself is never quoted, it holds the key.
        raise InvalidArguments(detail=type(error).__name__) from None


def default_export_folder(locations: Locations) -> Path:
    """Return where conversations go when no folder is named."""
    return locations.documents_dir / text("export.folder_name")
