"""Owns the look at installed packages: what is frozen is what was published, whatever has been in a cache meanwhile."""

from __future__ import annotations

import csv
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from pathlib import Path

from app.errors import Invalid
from release import sum_of


def require_published(site_packages: Path) -> None:
    """Refuse packages of which a file is other than their own records say.

    SECURITY: T25, the lock vouches for what is fetched. An installer links to the files of its cache, so that whoever
    changes one in some environment changes it in all that come after.
    """
    changed = [path for folder in sorted(site_packages.glob("*.dist-info")) for path in _changed(folder)]
    if changed:
        raise Invalid(
            f"These files are not as they were published: {', '.join(changed)}.",
            hint="A cache holds a changed copy. Run `uv cache clean` for their packages, then build again.",
        )


def _changed(folder: Path) -> Iterator[str]:
    with (folder / "RECORD").open(encoding="utf-8", newline="") as record:
        for name, sum_, _size in csv.reader(record):
            kind, _, published = sum_.partition("=")
            file = folder.parent / name
            if kind == "sha256" and not (file.is_file() and _as_recorded(sum_of(file)) == published):
                yield name


def _as_recorded(sum_: str) -> str:
    """Return a sum as records write it: in letters of an address, without what fills it up."""
    return urlsafe_b64encode(bytes.fromhex(sum_)).rstrip(b"=").decode()
