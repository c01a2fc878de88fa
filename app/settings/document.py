"""Owns the text of the settings file: its members, each kept in the very words it was written in; knows no setting."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LARGEST_BYTES = 256 * 1024
DEEPEST = 64
VERSION_KEY = "settings_version"
BLANKS = re.compile(r"[ \t\n\r]*")


class DamagedError(ValueError):
    """The text is not a settings file."""


@dataclass(frozen=True, slots=True)
class Member:
    """One value, and its words in the file: what the program does not know it must not spell anew."""

    value: object
    written: str


@dataclass(frozen=True, slots=True)
class Document:
    """The members of a settings file, in their order, and the version of the program's rules they follow."""

    members: Mapping[str, Member] = field(default_factory=dict)
    version: int = 0

    def values(self) -> dict[str, object]:
        """Return every value under its name."""
        return {key: member.value for key, member in self.members.items()}

    def replaced(self, values: Mapping[str, object], version: int) -> Document:
        """Return a document of exactly these values; a value that did not change keeps its words."""
        # By identity, so that a value keeps its words under a new name, too.
        written = {id(member.value): member for member in self.members.values()}
        members = {
            key: self.members[key]
            if key in self.members and self.members[key].value is value
            else written.get(id(value)) or Member(value, json.dumps(value))
            for key, value in values.items()
        }
        return Document(members, version)

    def encode(self) -> bytes:
        """Return the file's bytes, one member a line."""
        lines = [f"  {json.dumps(VERSION_KEY)}: {self.version}"]
        lines += [f"  {json.dumps(key)}: {member.written}" for key, member in self.members.items()]
        return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def parse(data: bytes) -> Document:
    """Return the document that the bytes are, or raise DamagedError."""
    try:
        members = _members(data.decode("utf-8-sig"))
    # SECURITY: nesting that no settings file has ends json's recursion, or is measured afterwards.
    except (ValueError, RecursionError) as error:
        raise DamagedError(str(error)) from None
    version = members.pop(VERSION_KEY, Member(0, "0")).value
    # A number nobody can have written counts as none: the file is then taken over as the oldest there is.
    is_number = isinstance(version, int) and not isinstance(version, bool) and version > 0
    return Document(members, version if isinstance(version, int) and is_number else 0)


def _members(text: str) -> dict[str, Member]:
    """Read the outermost object by hand, as json does not say in which words a value was written."""
    members: dict[str, Member] = {}
    position = _expect(text, 0, "{")
    if text[position : position + 1] == "}":
        return _end(text, position + 1, members)
    while True:
        key, position = _decode(text, position)
        if not isinstance(key, str):
            raise DamagedError("a name is not a text")
        start = _expect(text, position, ":")
        value, position = _decode(text, start)
        members[key] = Member(value, text[start:position])
        position = _skip(text, position)
        if text[position : position + 1] == "}":
            return _end(text, position + 1, members)
        position = _expect(text, position, ",")


def _decode(text: str, position: int) -> tuple[Any, int]:
    value, end = DECODER.raw_decode(text, position)
    if not _is_shallow(value):
        raise DamagedError("nested too deep")
    return value, end


def _end(text: str, position: int, members: dict[str, Member]) -> dict[str, Member]:
    if _skip(text, position) != len(text):
        raise DamagedError("there is more after the end")
    return members


def _expect(text: str, position: int, sign: str) -> int:
    """Return where the next word starts behind a sign that has to come now."""
    position = _skip(text, position)
    if text[position : position + 1] != sign:
        raise DamagedError(f"{sign} is missing")
    return _skip(text, position + 1)


def _skip(text: str, position: int) -> int:
    found = BLANKS.match(text, position)
    return found.end() if found else position


def _is_shallow(value: object) -> bool:
    """Tell whether lists and objects lie in each other at most DEEPEST times."""
    level: list[object] = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, (list, dict))
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return True
    return False


def _refuse_constant(name: str) -> object:
    raise DamagedError(f"{name} is not JSON")


DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
