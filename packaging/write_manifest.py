"""Writes assets/manifest.json: every file the pages are made of, with its hash; `--check` only compares."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from app.window.page_files import MANIFEST_NAME, SERVED_FOLDERS, describe, is_servable  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Write or check the manifest; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the manifest is stale")
    parser.add_argument("--assets", type=Path, default=PROJECT / "assets", help="the folder to describe")
    options = parser.parse_args(arguments)
    manifest = options.assets / MANIFEST_NAME
    fresh = render(options.assets)
    if manifest.is_file() and manifest.read_text("utf-8") == fresh:
        return 0
    if options.check:
        print("assets/manifest.json is stale; run: python packaging/write_manifest.py", file=sys.stderr)
        return 1
    manifest.write_text(fresh, "utf-8", newline="\n")
    print(f"{manifest}: {len(json.loads(fresh))} files")
    return 0


def render(assets: Path) -> str:
    """Return the manifest's text for a folder of assets."""
    paths = (path for folder in SERVED_FOLDERS for path in (assets / folder).rglob("*"))
    entries = {
        path.relative_to(assets).as_posix(): describe(path.name, path.read_bytes())
        for path in paths
        if is_served(assets, path)
    }
    return json.dumps(entries, indent=1, sort_keys=True) + "\n"


def is_served(assets: Path, path: Path) -> bool:
    """Say whether a file belongs into the manifest: real, in real folders, plainly named, of a known type."""
    within = [path, *path.parents[: len(path.relative_to(assets).parts) - 1]]
    return (
        path.is_file()
        and not any(part.is_symlink() for part in within)
        and is_servable(path.relative_to(assets).as_posix())
    )


if __name__ == "__main__":
    sys.exit(main())
