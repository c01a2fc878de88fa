"""How one envelope is read: what is read is what stands there, and how deep it may nest."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.bridge.bounds import MAX_MESSAGE_BYTES
from app.bridge.envelope import MAX_DEPTH, Envelope, _is_deep, is_small, read_envelope

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('{}[]",\\a\n'),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('{}[]"\\b', max_size=4), inner, max_size=4),
    max_leaves=40,
)


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0


def _nested(value: object, depth: int) -> object:
    for level in range(depth):
        value = [value] if level % 2 else {"a": value}
    return value


@settings(derandomize=True, max_examples=300, deadline=None)
@given(_JSON, st.integers(0, MAX_DEPTH + 2))
def test_depth_is_what_a_parser_would_find(value: object, depth: int) -> None:
    nested = _nested(value, depth)
    assert _is_deep(json.dumps(nested)) == (_depth(nested) > MAX_DEPTH)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text('{}[]",\\:a1 '))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    assert read_envelope("{" + text) is None


@settings(derandomize=True, max_examples=300, deadline=None)
@given(
    st.fixed_dictionaries({"v": st.just(1), "id": st.just("7"), "token": st.text(), "name": st.text(), "args": _JSON})
)
def test_what_is_read_is_what_stands_there(call: dict[str, Any]) -> None:
    expected = None if _depth(call) > MAX_DEPTH else Envelope("7", call["token"], call["name"], call["args"])
    assert read_envelope(json.dumps(call)) == expected


def test_a_text_is_small_by_its_bytes() -> None:
    assert is_small("x" * MAX_MESSAGE_BYTES)
    assert not is_small("x" * (MAX_MESSAGE_BYTES + 1))
    assert is_small("\N{PILE OF POO}" * (MAX_MESSAGE_BYTES // 4))
    assert not is_small("\N{PILE OF POO}" * (MAX_MESSAGE_BYTES // 4) + "x")
    assert not is_small("\ud83d" * (MAX_MESSAGE_BYTES // 2))
