"""Owns which theme a message names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

THEMES = ("light", "dark", "system")
NAMES = {
    **{theme: theme for theme in THEMES},
    **{"bright": "light", "day": "light", "white": "light"},
    **{"night": "dark", "black": "dark"},
    **{"auto": "system", "automatic": "system", "automatically": "system"},
}
TOWARDS = frozenset(["to", "into"])
ARTICLES = frozenset(["the", "a", "back"])
TOO_MUCH = frozenset(["too", "less", "not", "no", "don't", "dont"])


def named_theme(words: Sequence[str]) -> str:
    """Return the one theme that the words ask for, or "" when they leave the choice to the person."""
    plain = [word for word in words if word not in ARTICLES]
    # Whoever finds it too dark does not ask for dark.
    if TOO_MUCH & set(plain):
        return ""
    named = [NAMES[word] for word in plain if word in NAMES]
    wished = [NAMES[word] for before, word in pairwise(plain) if before in TOWARDS and word in NAMES]
    for candidates in (wished, named):
        if len(set(candidates)) == 1:
            return candidates[0]
    return ""
