"""Checks that the files of the window's pages are those that were built, byte for byte."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from app.brand import BRAND
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say
from app.resources import is_source_run

MOST_NAMES = 5


def probe(context: CheckContext) -> Finding:
    """Compare every file with the manifest."""
    try:
        manifest = json.loads((context.assets / "manifest.json").read_bytes())
        if not manifest:
            raise ValueError("an empty manifest")
        damaged = sorted(path for path, entry in manifest.items() if not _is_intact(context.assets / path, entry))
    except (OSError, ValueError, AttributeError, TypeError, KeyError):
        return failed(say("doctor.assets.no_manifest"), _remedy())
    if damaged:
        names = ", ".join(damaged[:MOST_NAMES])
        summary = say(f"doctor.assets.damaged_{'one' if len(damaged) == 1 else 'many'}", count=len(damaged))
        return failed(summary, _remedy(), names, evidence={"damaged": damaged[:MOST_NAMES]})
    return passed(say("doctor.assets.pass", count=len(manifest)), evidence={"files": len(manifest)})


def _is_intact(path: Path, entry: dict[str, object]) -> bool:
    if not path.is_file() or path.stat().st_size != entry["size"]:
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]


def _remedy() -> Remedy:
    if is_source_run():
        return Remedy(say("doctor.assets.remedy_source"), ("git status assets", "python3 packaging/dev.py run"))
    return Remedy(say("doctor.assets.remedy"), link=BRAND.homepage)


CHECK = Check("app-08", "program", "doctor.assets.title", "high", probe)
