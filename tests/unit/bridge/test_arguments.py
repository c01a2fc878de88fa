"""The kinds: what they take, what they refuse, and how they are written for the page's type checker."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bridge.arguments import (
    MAX_SAFE_INTEGER,
    Choice,
    Flag,
    Integer,
    Json,
    JsonObject,
    Kind,
    ListOf,
    Nullable,
    Number,
    Record,
    Text,
)

PERSON = Record({"name": Text(max_length=10), "age": Integer(0, 150), "mail": Text()}, optional=("mail",))
NAN, INFINITY = float("nan"), float("inf")

TAKEN: list[tuple[Kind, object]] = [
    (Text(), ""),
    (Text(max_length=3), "abc"),
    (Text(), "\N{PILE OF POO}\u2028"),
    (Text(pattern="[a-z]+"), "abc"),
    (Choice(("a", "b")), "b"),
    (Integer(), 0),
    (Integer(-5, 5), -5),
    (Integer(), MAX_SAFE_INTEGER),
    (Number(0, 1), 0.5),
    (Number(0, 1), 1),
    (Flag(), False),
    (Nullable(Text()), None),
    (Nullable(Text()), "x"),
    (Json(), {"a": [1, None, True, 1.5, {"b": "c"}]}),
    (Json(), {"a": (1, 2)}),
    (JsonObject(), {}),
    (ListOf(Integer(), 2), [1, 2]),
    (ListOf(Integer()), ()),
    (PERSON, {"name": "Ada", "age": 36}),
    (PERSON, {"name": "Ada", "age": 36, "mail": "ada@example.org"}),
    (Record(), {}),
]

REFUSED: list[tuple[Kind, object, str]] = [
    (Text(), 1, "is not a text"),
    (Text(), b"a", "is not a text"),
    (Text(max_length=3), "abcd", "is not 0 to 3 characters long"),
    (Text(min_length=1), "", "is not 1 to 200 characters long"),
    (Text(), "\ud83d", "holds half a character"),
    (Text(pattern="[a-z]+"), "abc\n", "has the wrong form"),
    (Choice(("a", "b")), "c", "is none of a, b"),
    (Choice(("a", "b")), ["a"], "is none of a, b"),
    (Integer(), True, "is not a whole number"),
    (Integer(), 1.0, "is not a whole number"),
    (Integer(), "1", "is not a whole number"),
    (Integer(0, 5), 6, "is not 0 to 5"),
    (Integer(), 2**53, f"is not 0 to {MAX_SAFE_INTEGER}"),
    (Number(0, 1), NAN, "is not 0 to 1"),
    (Number(0, 1), INFINITY, "is not 0 to 1"),
    (Number(0, 1), True, "is not a number"),
    (Flag(), 1, "is neither true nor false"),
    (Nullable(Flag()), 0, "is neither true nor false"),
    (Json(), NAN, "holds a number that is not finite"),
    (Json(), [10**400], "holds a number that is too large"),
    (Json(), {"a": {"b": "\udfff"}}, "holds half a character"),
    (Json(), {"\udfff": 1}, "holds half a character"),
    (Json(), {1: 1}, "has a name that is no text"),
    (Json(), {1, 2}, "is not plain data"),
    (JsonObject(), [], "is not an object"),
    (JsonObject(), {"a": INFINITY}, "holds a number that is not finite"),
    (ListOf(Integer()), "12", "is not a list"),
    (ListOf(Integer(), 1), [1, 2], "has more than 1 items"),
    (ListOf(Integer()), [1, "2"], "[1] is not a whole number"),
    (PERSON, [], "is not an object"),
    (PERSON, {"name": "Ada"}, "lacks age"),
    (PERSON, {"name": "Ada", "age": 36, "evil": 1}, "has 1 fields too many"),
    (PERSON, {"name": "Ada", "age": -1}, "age is not 0 to 150"),
    (Record(), {"a": 1}, "has 1 fields too many"),
]


@pytest.mark.parametrize(("kind", "value"), TAKEN)
def test_takes_what_fits(kind: Kind, value: object) -> None:
    assert kind.fault(value) == ""


@pytest.mark.parametrize(("kind", "value", "fault"), REFUSED)
def test_names_what_is_wrong(kind: Kind, value: object, fault: str) -> None:
    assert kind.fault(value) == fault


@pytest.mark.parametrize(
    ("kind", "jsdoc"),
    [
        (Text(), "string"),
        (Choice(("a", "b")), '"a"|"b"'),
        (Integer(), "number"),
        (Number(0, 1), "number"),
        (Flag(), "boolean"),
        (Nullable(Text()), "string|null"),
        (Json(), "unknown"),
        (JsonObject(), "Record<string, unknown>"),
        (ListOf(Nullable(Flag())), "Array<boolean|null>"),
        (PERSON, "{name: string, age: number, mail?: string}"),
        (Record(), "Record<string, never>"),
    ],
)
def test_is_written_as_jsdoc(kind: Kind, jsdoc: str) -> None:
    assert kind.jsdoc() == jsdoc


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(_PLAIN)
def test_json_takes_exactly_what_survives_the_way_to_a_page_and_a_file(value: object) -> None:
    if Json().fault(value) == "":
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        assert json.loads(text.encode("utf-8")) == value


def test_a_fault_never_repeats_the_value() -> None:
    for kind, value, _fault in REFUSED:
        assert "evil" not in kind.fault(value)
