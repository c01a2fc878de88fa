"""Owns the bundle that a person may hand on: what was collected, scrubbed once more, and a manifest of it."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from app import __version__
from app.brand import BRAND
from app.diagnostics.bundle_sources import Facts, Source, sources
from app.diagnostics.engine import attempt
from app.diagnostics.findings import CheckContext
from app.diagnostics.handing_on import HandingOn, scrub_facts
from app.diagnostics.report import Report
from app.diagnostics.wording import say
from app.errors import CannotWrite
from app.observability.error_traces import kind_of
from app.observability.log_lines import visibly
from app.observability.redaction import count_marks
from app.private_file import FILE_MODE, write_atomically
from app.services.connections import Connection

SCHEMA_VERSION = 1
MANIFEST = "manifest.json"
MOST_PART_BYTES = 256 * 1024
MOST_BYTES = 4 * 1024 * 1024
# The earliest that a zip can tell: two bundles of the same content are the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)
UNIX = 3
TOO_MUCH, NOT_WANTED = "too much in all", "not wanted"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a bundle, and what it is called for people."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was collected; `failed` and `left_out` say why a file is missing, `absent` that there was none."""

    collected: tuple[Part, ...]
    failed: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every file, the manifest first."""
        return (Part(MANIFEST, say("doctor.bundle.manifest"), self._manifest()), *self.collected)

    def without(self, names: Collection[str]) -> Bundle:
        """Return the bundle without these files, which its manifest then tells; the manifest itself stays."""
        unwanted = {part.name: NOT_WANTED for part in self.collected if part.name in names}
        kept = tuple(part for part in self.collected if part.name not in unwanted)
        return replace(self, collected=kept, left_out={**self.left_out, **unwanted})

    def write(self, path: Path) -> None:
        """Write a zip that only its owner can read, whole or not at all; raises CannotWrite."""
        try:
            # The file takes the place of what is there, which must be no device, link or folder.
            if not _is_free_for_a_file(path):
                raise _not_written(say("doctor.bundle.is_folder" if path.is_dir() else "doctor.bundle.no_file"))
            write_atomically(path, self._as_zip())
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise _not_written(say("doctor.bundle.not_written", reason=reason), kind_of(error)) from error

    def _manifest(self) -> bytes:
        files = [_file(part) for part in self.collected]
        told = {
            "schema_version": SCHEMA_VERSION,
            "program": {"name": BRAND.name, "version": __version__},
            "files": files,
            "redactions": sum(file["redactions"] for file in files),
            "failed": [{"name": name, "reason": reason} for name, reason in self.failed.items()],
            "left_out": [{"name": name, "reason": reason} for name, reason in self.left_out.items()],
            "absent": list(self.absent),
        }
        return _encoded(Facts(told))

    def _as_zip(self) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in self.parts:
                entry = zipfile.ZipInfo(part.name, NO_TIME)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, UNIX
                entry.external_attr = (stat.S_IFREG | FILE_MODE) << 16
                archive.writestr(entry, part.content)
        return packed.getvalue()


def collect(context: CheckContext, report: Report, connections: Iterable[Connection] = ()) -> Bundle:
    """Collect what can be collected; a part that fails, is not there or is too much is missing, and nothing else."""
    collected: list[Part] = []
    failed: dict[str, str] = {}
    left_out: dict[str, str] = {}
    absent: list[str] = []
    room = MOST_BYTES
    handing_on = HandingOn(context, connections)
    for source in sources(context, handing_on.report(report)):
        content = attempt(partial(_content, source, handing_on))
        if content is None or isinstance(content, FileNotFoundError):
            absent.append(source.name)
        elif isinstance(content, Exception):
            failed[source.name] = type(content).__name__
        elif len(content) > room:
            left_out[source.name] = TOO_MUCH
        else:
            room -= len(content)
            collected.append(Part(source.name, source.title, content))
    return Bundle(tuple(collected), failed, left_out, tuple(absent))


def _not_written(sentence: str, detail: str = "") -> CannotWrite:
    return CannotWrite(sentence, hint=say("doctor.bundle.not_written.hint"), detail=detail)


def _content(source: Source, handing_on: HandingOn) -> bytes | None:
    # Nothing gets into a bundle but through one of these two, and neither lets through what steers a terminal.
    found = source.read()
    if isinstance(found, Facts):
        return _encoded(found)
    return None if found is None else _last_of(f"{visibly(handing_on.words(words))}\n" for words in reversed(found))


def _encoded(facts: Facts) -> bytes:
    return f"{json.dumps(scrub_facts(facts.value), indent=2, sort_keys=True)}\n".encode()


def _last_of(newest_first: Iterable[str]) -> bytes:
    """Return as many texts as one part has room for, the newest last."""
    kept: list[bytes] = []
    room = MOST_PART_BYTES
    for words in newest_first:
        data = words.encode("utf-8", "backslashreplace")
        room -= len(data)
        if room < 0:
            break
        kept.append(data)
    return b"".join(reversed(kept))


def _file(part: Part) -> dict[str, Any]:
    return {
        "name": part.name,
        "size_bytes": len(part.content),
        "sha256": sha256(part.content).hexdigest(),
        "redactions": count_marks(part.content.decode()),
    }


def _is_free_for_a_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return True
