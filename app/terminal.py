"""Owns writing to a terminal that may know few characters, may have gone away, or may not be there at all."""

from __future__ import annotations

import os
from typing import TextIO


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
