"""Owns writing to a terminal that may know few characters, may have gone away, or may not be there at all."""

from __future__ import annotations

import logging
import os
import sys
from typing import TextIO

from app.errors import AppError

logger = logging.getLogger(__name__)


def report(error: AppError) -> int:
    """Say on stderr what happened and what to do; returns the exit code."""
    if error.detail:
        logger.error("%s: %s", error.code, error.detail)
    print_line(sys.stderr, f"{error.sentence}\n{error.hint}")
    return error.exit_code


def print_line(stream: TextIO | None, words: str) -> None:
    """Write words and the end of their line; what the terminal has no character for is spelled out."""
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(words.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()
    except BrokenPipeError:
        # Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
