"""Owns the parser of every command line: argparse with the words of our catalogue and the errors of our tree."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from app.errors import UsageError
from app.resources import text

# Some folder may be called `c:`, but nothing of a computer's own begins like this.
ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]*://")


def path_given(words: str) -> Path:
    """Return the path that somebody gave; one without a name would be the folder that they happen to be in."""
    if words == "":
        raise argparse.ArgumentTypeError(text("command_line.no_path"))
    return Path(words)


def file_given(words: str) -> Path:
    """Return the path of a file; desktops that hand links to a program hand files to it as `file:` addresses."""
    if not ADDRESS.match(words):
        return path_given(words)
    from urllib.parse import unquote_to_bytes, urlsplit

    parts = urlsplit(words)
    is_here = parts.scheme == "file" and parts.netloc.casefold() in ("", "localhost")
    # Two slashes are a computer's name on Windows.
    if not is_here or not parts.path or parts.path.startswith("//"):
        raise argparse.ArgumentTypeError(text("command_line.file_elsewhere"))
    return Path(os.fsdecode(unquote_to_bytes(parts.path)))


class CommandParser(argparse.ArgumentParser):
    """A parser whose errors belong to the one error tree. `say` finds the words it uses."""

    def __init__(self, program: str, *, description: str, epilog: str = "", say: Callable[..., str] = text) -> None:
        super().__init__(prog=program, description=description, epilog=epilog, add_help=False, allow_abbrev=False)
        self._say = say
        self.add_argument("-h", "--help", action="help", help=say("command_line.help"))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with what argparse found."""
        reason = f"{message[:1].upper()}{message[1:]}"
        hint = self._say("command_line.see_help", command=self.prog)
        raise UsageError(self._say("command_line.not_understood", reason=reason), hint=hint)
