"""Owns the files the pages are made of: read once, checked against the manifest, kept in memory."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.errors import AssetsDamaged

MANIFEST_NAME = "manifest.json"
SERVED_FOLDERS = ("chat", "icons", "locales", "shell", "styles")
SERVED_PATH = re.compile(rf"({'|'.join(SERVED_FOLDERS)})(/[A-Za-z0-9][A-Za-z0-9._-]*)+")

# Our own table: the registry of a computer may call a script plain text, and then no engine runs it.
CONTENT_TYPES: Mapping[str, str] = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """One servable file, as it was when the manifest was written."""

    content_type: str
    body: bytes


def load_page_files(assets: Path) -> dict[str, PageFile]:
    """Return every file of the manifest by its path; anything missing or altered is AssetsDamaged."""
    return {path: _load(assets, path, entry) for path, entry in read_manifest(assets).items()}


def read_manifest(assets: Path) -> dict[str, dict[str, object]]:
    """Return the manifest's entries; a path that could leave the served folders is AssetsDamaged."""
    try:
        manifest = json.loads((assets / MANIFEST_NAME).read_bytes())
    except (OSError, ValueError) as error:
        raise AssetsDamaged(detail=f"{MANIFEST_NAME}: {error}") from error
    if not isinstance(manifest, dict) or not all(isinstance(entry, dict) for entry in manifest.values()):
        raise AssetsDamaged(detail=f"{MANIFEST_NAME}: not a table of files")
    for path in manifest:
        if not is_servable(path):
            raise AssetsDamaged(detail=f"{MANIFEST_NAME}: {path!r} is not a path of ours")
    return manifest


def is_servable(path: str) -> bool:
    """Say whether a path is one the manifest may hold: a served folder, plain names, a known type."""
    return SERVED_PATH.fullmatch(path) is not None and PurePosixPath(path).suffix in CONTENT_TYPES


def describe(path: str, body: bytes) -> dict[str, object]:
    """Return the manifest's entry for a file."""
    return {
        "sha256": hashlib.sha256(body).hexdigest(),
        "size": len(body),
        "type": CONTENT_TYPES[PurePosixPath(path).suffix],
    }


def _load(assets: Path, path: str, entry: dict[str, object]) -> PageFile:
    try:
        body = (assets / path).read_bytes()
    except OSError as error:
        raise AssetsDamaged(detail=f"{path}: {error.strerror}") from error
    # SECURITY: what runs in the privileged page is what was built, byte for byte.
    if not _is_unaltered(path, body, entry):
        raise AssetsDamaged(detail=f"{path}: altered since the manifest was written")
    return PageFile(CONTENT_TYPES[PurePosixPath(path).suffix], body)


def _is_unaltered(path: str, body: bytes, entry: dict[str, object]) -> bool:
    return describe(path, body) == entry
