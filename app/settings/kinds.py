"""Owns the kinds of value a setting can have: what each allows, and how its text in a variable or flag becomes a value.

It must not import pydantic: what the window needs before its first paint is checked here (`model.py` checks the rest).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from app.resources import text

YES = frozenset(("1", "true", "yes", "on"))
NO = frozenset(("0", "false", "no", "off"))
REFUSED = "this setting cannot have this value"


class Kind(Protocol):
    """What a value may be. A refusal is a ValueError without the value, as that may be a secret."""

    def check(self, value: object) -> object:
        """Return the value as the program holds it, or raise ValueError."""

    def from_text(self, words: str) -> object:
        """Return the value that a flag or variable spells, or raise ValueError."""

    def describe(self) -> str:
        """Say in words what is allowed."""


def is_allowed(kind: Kind, value: object) -> bool:
    """Tell whether a value is one of its kind."""
    try:
        kind.check(value)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]

    def check(self, value: object) -> str:
        """Return the word when it is one of the options."""
        if not isinstance(value, str) or value not in self.options:
            raise ValueError(REFUSED)
        return value

    def from_text(self, words: str) -> str:
        """Return the option of this name, however its letters are written."""
        return self.check(words.strip().lower())

    def describe(self) -> str:
        """Name the options."""
        return text("settings.expects_choice", options=", ".join(self.options))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both included."""

    lowest: int
    highest: int

    def check(self, value: object) -> int:
        """Return the number when it is whole and within the bounds; true and false are no numbers."""
        if not isinstance(value, int) or isinstance(value, bool) or not self.lowest <= value <= self.highest:
            raise ValueError(REFUSED)
        return value

    def from_text(self, words: str) -> int:
        """Return the number that the digits spell."""
        digits = words.strip()
        # No more digits than a bound can have: a number of a million digits costs seconds to read.
        if not digits.isascii() or not digits.removeprefix("-").isdigit() or len(digits) > 12:
            raise ValueError(REFUSED)
        return self.check(int(digits))

    def nearest(self, value: int) -> int:
        """Return the allowed number that is nearest."""
        return min(max(value, self.lowest), self.highest)

    def describe(self) -> str:
        """Name the bounds."""
        return text("settings.expects_whole", lowest=self.lowest, highest=self.highest)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def check(self, value: object) -> bool:
        """Return true or false; no other value stands for them."""
        if not isinstance(value, bool):
            raise ValueError(REFUSED)  # noqa: TRY004 -- whatever is wrong with a value, it is one error
        return value

    def from_text(self, words: str) -> bool:
        """Return what the word means."""
        word = words.strip().lower()
        if word not in YES | NO:
            raise ValueError(REFUSED)
        return word in YES

    def describe(self) -> str:
        """Name the words that are understood."""
        return text("settings.expects_flag")


@dataclass(frozen=True, slots=True)
class Text:
    """A short text of one shape; the pattern has to fit all of it and means the same to Python and to pydantic."""

    pattern: str
    longest: int
    expects: str

    def check(self, value: object) -> str:
        """Return the text when its length and shape fit."""
        if not isinstance(value, str) or len(value) > self.longest or not re.fullmatch(self.pattern, value):
            raise ValueError(REFUSED)
        return value

    def from_text(self, words: str) -> str:
        """Return the text without the spaces around it."""
        return self.check(words.strip())

    def describe(self) -> str:
        """Say what the text is, with an example."""
        return text(self.expects)


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of short texts."""

    item: Text
    most: int

    def check(self, value: object) -> tuple[str, ...]:
        """Return the texts when none is wrong and there are not too many."""
        if not isinstance(value, (list, tuple)) or len(value) > self.most:
            raise ValueError(REFUSED)
        return tuple(self.item.check(item) for item in value)

    def from_text(self, words: str) -> tuple[str, ...]:
        """Return the texts between the commas."""
        return self.check([item.strip() for item in words.split(",") if item.strip()])

    def describe(self) -> str:
        """Say what the items are and how many there may be."""
        return text("settings.expects_list", most=self.most, item=self.item.describe())
