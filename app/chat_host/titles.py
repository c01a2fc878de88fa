"""Owns what a conversation may be called."""

from __future__ import annotations

MADE_LENGTH = 60
LONGEST = 200


def shorten(words: str) -> str:
    """Return the first line of a message, cut at a word, for a thread's title."""
    line = " ".join(words.split())
    if len(line) <= MADE_LENGTH:
        return line
    return line[:MADE_LENGTH].rsplit(" ", 1)[0] + "…"


def bound(title: str) -> str:
    """Return a title that a person gave, as one line of at most so many characters."""
    return " ".join(title.split())[:LONGEST].rstrip()
