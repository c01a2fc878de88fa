"""Owns the application bundle of macOS that this program is run from, and what its description says."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

from app.diagnostics.findings import CheckContext, Finding
from app.diagnostics.wording import say, skipped


def bundle_of(context: CheckContext) -> Path | None:
    """Return the folder that ends in `.app`; None where the program is run from its source or as a package."""
    if context.system != "macos" or not context.is_frozen:
        return None
    return next((folder for folder in context.executable.parents if folder.suffix == ".app"), None)


def description_of(bundle: Path) -> Mapping[str, Any]:
    """Return what Info.plist says; nothing where it cannot be read."""
    try:
        found = plistlib.loads((bundle / "Contents/Info.plist").read_bytes())
    except (OSError, ValueError, ExpatError):
        return {}
    return found if isinstance(found, dict) else {}


def no_bundle(context: CheckContext) -> Finding:
    """Return why there is no bundle to look at."""
    return skipped(say("doctor.skip.only_macos" if context.system != "macos" else "doctor.mac_place.no_bundle"))
