"""Owns the tiny vocabulary in which the contract says what a value has to be, and checks values against it.

A kind answers two questions: `fault(value)` names what is wrong with a value ("" when nothing is), and `jsdoc()`
writes the kind as a JSDoc type. It must not know commands, pages or errors, and needs nothing but the standard library,
because it is imported before the first paint.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

# Half of a character outside the basic plane: it cannot be written as UTF-8, so no file could keep it.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

# The largest whole number that JavaScript holds exactly.
MAX_SAFE_INTEGER = 2**53 - 1


class Kind(Protocol):
    """What a value has to be."""

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        ...

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A string that can be written as UTF-8, within a length, and if wanted of a pattern."""

    max_length: int = 200
    min_length: int = 0
    pattern: str = ""

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        if not isinstance(value, str):
            return "is not a text"
        if not self.min_length <= len(value) <= self.max_length:
            return f"is not {self.min_length} to {self.max_length} characters long"
        if not value.isascii() and _LONE_SURROGATE.search(value):
            return "holds half a character"
        if self.pattern and not re.fullmatch(self.pattern, value):
            return "has the wrong form"
        return ""

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return "string"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few fixed texts."""

    options: tuple[str, ...]

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        return "" if isinstance(value, str) and value in self.options else f"is none of {', '.join(self.options)}"

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return "|".join(f'"{option}"' for option in self.options)


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number within bounds; a truth value is not a number."""

    minimum: int = 0
    maximum: int = MAX_SAFE_INTEGER

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        if not isinstance(value, int) or isinstance(value, bool):
            return "is not a whole number"
        return "" if self.minimum <= value <= self.maximum else f"is not {self.minimum} to {self.maximum}"

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return "number"


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number within bounds."""

    minimum: float
    maximum: float

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            return "is not a number"
        return "" if self.minimum <= value <= self.maximum else f"is not {self.minimum} to {self.maximum}"

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return "number"


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        return "" if isinstance(value, bool) else "is neither true nor false"

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return "boolean"


@dataclass(frozen=True, slots=True)
class Nullable:
    """A kind, or nothing."""

    kind: Kind

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        return "" if value is None else self.kind.fault(value)

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return f"{self.kind.jsdoc()}|null"


@dataclass(frozen=True, slots=True)
class Json:
    """Any plain JSON value whose numbers a page can hold; the command checks the rest itself."""

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        if value is None or isinstance(value, bool):
            return ""
        if isinstance(value, int):
            return "" if abs(value) <= MAX_SAFE_INTEGER else "holds a number that is too large"
        if isinstance(value, float):
            return "" if math.isfinite(value) else "holds a number that is not finite"
        if isinstance(value, str):
            return "" if value.isascii() or not _LONE_SURROGATE.search(value) else "holds half a character"
        if isinstance(value, list | tuple):
            return next(filter(None, map(self.fault, value)), "")
        if isinstance(value, dict):
            return next(filter(None, map(self._item_fault, value.items())), "")
        return "is not plain data"

    def _item_fault(self, item: tuple[object, object]) -> str:
        name, value = item
        return (self.fault(name) if isinstance(name, str) else "has a name that is no text") or self.fault(value)

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return "unknown"


@dataclass(frozen=True, slots=True)
class JsonObject:
    """Any plain JSON object; what it holds is declared elsewhere, such as by a tool."""

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        return Json().fault(value) if isinstance(value, dict) else "is not an object"

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return "Record<string, unknown>"


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file as pages hold one, which they pass to each other and never to Python."""

    def fault(self, value: object) -> str:
        """Refuse everything: no text carries one."""
        del value
        return "cannot be a file"

    def jsdoc(self) -> str:
        """Name the type for the page's checker."""
        return "File"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one kind, within a length."""

    kind: Kind
    max_items: int = 200

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        if not isinstance(value, list | tuple):
            return "is not a list"
        if len(value) > self.max_items:
            return f"has more than {self.max_items} items"
        for position, item in enumerate(value):
            if fault := self.kind.fault(item):
                return f"[{position}] {fault}"
        return ""

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        return f"Array<{self.kind.jsdoc()}>"


@dataclass(frozen=True, slots=True)
class Record:
    """An object with exactly these fields; those of `optional` may be missing."""

    fields: Mapping[str, Kind] = field(default_factory=dict)
    optional: tuple[str, ...] = ()

    def fault(self, value: object) -> str:
        """Return what is wrong with `value`, or an empty string."""
        if not isinstance(value, dict):
            return "is not an object"
        if value.keys() != self.fields.keys() and (fault := self._names_fault(value)):
            return fault
        for name, item in value.items():
            if fault := self.fields[name].fault(item):
                return f"{name} {fault}"
        return ""

    def _names_fault(self, value: dict[Any, object]) -> str:
        if unknown := value.keys() - self.fields.keys():
            return f"has {len(unknown)} fields too many"
        missing = self.fields.keys() - value.keys() - set(self.optional)
        return f"lacks {', '.join(sorted(missing))}" if missing else ""

    def jsdoc(self) -> str:
        """Return the JSDoc type of this kind."""
        if not self.fields:
            return "Record<string, never>"
        parts = (f"{name}{'?' if name in self.optional else ''}: {kind.jsdoc()}" for name, kind in self.fields.items())
        return "{" + ", ".join(parts) + "}"
