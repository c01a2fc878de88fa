"""Owns what happens last to whatever leaves diagnostics: secrets, names and paths in errors are taken out."""

from __future__ import annotations

import re
from typing import Any

from app.observability.redaction import redact
from app.observability.secret_shapes import SECRET

PATH = "[path]"

# What the system says of a file ends with its path, which may be that of a file somebody picked.
_QUOTED = r"""(?:"[^"\n]*"|'[^'\n]*')"""
_PATHS_OF_ERRORS = re.compile(rf"""(\[(?:Errno|WinError) \d{{1,6}}\] [^'"\n]{{1,120}}: ){_QUOTED}(?: -> {_QUOTED})?""")


def scrub(words: str) -> str:
    """Return a text as it may leave this computer."""
    return redact(_PATHS_OF_ERRORS.sub(rf"\1{PATH}", words))


def scrub_facts(value: Any, name: str = "") -> Any:
    """Return plain values as they may leave this computer: every name and every text, and no text a name gives away.

    It works on values, as in the text of JSON a mark in the place of a number would be no JSON any more.
    """
    if isinstance(value, dict):
        return {scrub(key): scrub_facts(inner, key) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [scrub_facts(inner, name) for inner in value]
    if not isinstance(value, str):
        return value
    clean = scrub(value)
    pair = f'{name}: "{clean}"'
    return clean if redact(pair) == pair else SECRET
