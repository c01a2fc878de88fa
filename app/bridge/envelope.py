"""Owns how one envelope is read from a stranger's text: its size, its depth, its grammar and its five keys.

It must not know tokens or commands; what it returns is well formed and still nobody's.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, NoReturn

from app.bridge.bounds import MAX_MESSAGE_BYTES
from app.bridge.contract import PROTOCOL_VERSION

MAX_DEPTH = 8

_KEYS = {"v", "id", "token", "name", "args"}
_CALL_ID = re.compile("[0-9]{1,9}")
# A string or one bracket. It matches every string to its end or the text's, so it never looks at a character twice.
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)|[\[{]|[\]}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Envelope:
    """One call as it came: the id is a number, `args` may be anything."""

    id: str
    token: str
    name: str
    args: Any


def read_envelope(text: str) -> Envelope | None:
    """Return the envelope that `text` is, or None; the cheap checks come first."""
    if not text.startswith("{") or _is_deep(text):
        return None
    try:
        value = _DECODER.decode(text)
    except ValueError:
        return None
    return _as_envelope(value)


def _as_envelope(value: dict[str, Any]) -> Envelope | None:
    if value.keys() != _KEYS:
        return None
    version, call_id, token, name = value["v"], value["id"], value["token"], value["name"]
    if type(call_id) is not str or not _CALL_ID.fullmatch(call_id):
        return None
    if type(version) is not int or version != PROTOCOL_VERSION or type(token) is not str or type(name) is not str:
        return None
    return Envelope(call_id, token, name, value["args"])


def is_small(text: str) -> bool:
    """Return whether a text is within the size of one message; counted in characters first, which costs nothing."""
    if len(text) > MAX_MESSAGE_BYTES:
        return False
    return text.isascii() or len(text.encode("utf-8", "surrogatepass")) <= MAX_MESSAGE_BYTES


def _is_deep(text: str) -> bool:
    """Whether `text` nests deeper than allowed; decided before parsing, so that no parser recurses for a stranger."""
    if text.count("{") + text.count("[") <= MAX_DEPTH:
        return False
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        mark = match.group()
        if mark in "{[":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif mark in "}]":
            depth -= 1
    return False


def _object_without_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name stands twice")
    return value


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    return number


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object_without_twice, parse_float=_finite, parse_constant=_no_constant, strict=True
)
