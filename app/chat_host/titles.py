"""Owns what a conversation may be called."""

from __future__ import annotations

import re

MADE_LENGTH = 60
LONGEST = 200
# SECURITY: a title stands among the window's own words, and these would turn around or hide what is read there.
UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def shorten(words: str) -> str:
    """Return the first line of a message, cut at a word, for a thread's title."""
    line = _one_line(words)
    if len(line) <= MADE_LENGTH:
        return line
    return line[:MADE_LENGTH].rsplit(" ", 1)[0] + "…"


def bound(title: str) -> str:
    """Return a title that a person gave, as one line of at most so many characters."""
    return _one_line(title)[:LONGEST].rstrip()


def _one_line(words: str) -> str:
    return " ".join(UNSEEN.sub("", words).split())
