"""Owns what Debian's checker finds and is right to find, each with why it stays."""

from __future__ import annotations

from collections.abc import Mapping

from app.brand import Brand

# By lintian's own name of the finding.
EXPLAINED: Mapping[str, str] = {
    "copyright-file-contains-full-apache-2-license": "the same file serves systems that keep no licences of their own",
    "copyright-file-contains-full-gpl-license": "the same file serves systems that keep no licences of their own",
    "embedded-library": "Qt WebEngine holds Chromium, with its own copies of what that is built from",
    "hardening-no-pie": "the bootloader is built by PyInstaller's makers, not here",
    "shared-library-lacks-prerequisites": "extension modules of Python ask the program that loads them",
}


def render_overrides(brand: Brand) -> str:
    """Return the file that tells lintian so."""
    return "".join(f"# {why}.\n{brand.slug}: {tag}\n" for tag, why in EXPLAINED.items())
