"""Owns the bundle: a zip with what somebody who helps needs, without secrets and without conversations."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from app.diagnostics.findings import CheckContext
from app.diagnostics.report import Report
from app.diagnostics.wording import say
from app.errors import CannotWrite
from app.private_file import write_atomically

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the bundle."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """All files of the bundle, the manifest first."""

    parts: tuple[Part, ...]

    def without(self, names: Collection[str]) -> Bundle:
        """Return the bundle without these; the manifest stays."""
        return Bundle(tuple(part for part in self.parts if part.name == MANIFEST or part.name not in names))

    def write(self, path: Path) -> None:
        """Write the zip whole or not at all; raises CannotWrite."""
        zipped = io.BytesIO()
        with zipfile.ZipFile(zipped, "w") as archive:
            for part in self.parts:
                archive.writestr(part.name, part.content)
        try:
            write_atomically(path, zipped.getvalue())
        except OSError as error:
            raise CannotWrite(detail=type(error).__name__) from error


def collect(context: CheckContext, report: Report) -> Bundle:
    """Return what is there to be saved."""
    texts = {"report.json": report.as_json(), "report.txt": report.as_text(colour=False)}
    manifest = json.dumps({"system": context.system, "files": sorted(texts)}, indent=2)
    named = {MANIFEST: manifest, **texts}
    return Bundle(tuple(Part(name, say(f"bundle.part.{name}"), words.encode()) for name, words in named.items()))
