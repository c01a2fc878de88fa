"""Owns `.env` files: which one is read, and what its lines say. It takes the lines as they are and expands nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from app.errors import SettingsProblem
from app.private_file import read_bounded
from app.resources import text

LARGEST_BYTES = 256 * 1024
NAME = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*")
QUOTED = re.compile(r"""'([^']*)'|"((?:[^"\\]|\\.)*)\"""")
COMMENT = re.compile(r"\s#")
ESCAPE = re.compile(r"\\(.)")
ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


def choose_env_file(asked: Path | None, working_dir: Path, *, source_run: bool) -> Path | None:
    """Return the `.env` file to read: the one asked for, or the working folder's when run from source, or none."""
    if asked is not None:
        if not asked.is_file():
            raise SettingsProblem(text("settings.no_env_file"), hint=text("settings.no_env_file_hint"))
        return asked
    # SECURITY: an installed program starts in whatever folder is open; a file in a download must not steer it.
    beside = working_dir / ".env"
    return beside if source_run and beside.is_file() else None


def read_env_file(path: Path) -> dict[str, str]:
    """Return the variables of a file; OSError when it cannot be read."""
    return parse_env_text(read_bounded(path, LARGEST_BYTES, follow_links=True).decode("utf-8-sig", "replace"))


def surroundings(env_file: Path | None, environ: Mapping[str, str]) -> Mapping[str, str]:
    """Return the environment, with what a `.env` file adds to it; the settings say what is wrong with such a file."""
    if env_file is None:
        return environ
    try:
        return {**read_env_file(env_file), **environ}
    except OSError:
        return environ


def parse_env_text(lines: str) -> dict[str, str]:
    """Return the variables that the lines set; a line that sets none is passed over, the last of two wins."""
    variables: dict[str, str] = {}
    for line in lines.split("\n"):
        name, _, words = line.partition("=")
        named = NAME.fullmatch(name)
        value = _value(words)
        if named and value is not None:
            variables[named[1]] = value
    return variables


def _value(words: str) -> str | None:
    """Return what stands behind the equals sign: in quotes, or up to a comment; None when a quote has no end."""
    if not words.lstrip().startswith(("'", '"')):
        return COMMENT.split(words, 1)[0].strip()
    quoted = QUOTED.match(words.lstrip())
    if quoted is None:
        return None
    return quoted[1] if quoted[2] is None else ESCAPE.sub(lambda found: ESCAPES.get(found[1], found[1]), quoted[2])
