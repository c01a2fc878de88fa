from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.settings.document import DEEPEST, DamagedError, Document, parse

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NOT_SETTINGS = [
    b"",
    b"  \n",
    b"\x00" * 64,
    b"{",
    b'{"theme"',
    b'{"theme":',
    b'{"theme": "dark"',
    b'{"theme": "dark",',
    b'{"theme": "dark",}',
    b'{"theme" "dark"}',
    b'{1: "dark"}',
    b'{[]: "dark"}',
    b"{theme: 1}",
    b"[]",
    b'"text"',
    b"17",
    b"null",
    b'{} {"more": 1}',
    b'{"a": NaN}',
    b'{"a": -Infinity}',
    b'{"a": "\x01"}',
    b'{"a": ' + b"1" * 5_000 + b"}",
    b'{"theme": "\xff"}',
    '{"theme": "dark"}'.encode("utf-16"),
    b'{"a":' * 100_000,
    b"[" * 200_000,
    b'{"a": ' + b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1) + b"}",
]


@pytest.mark.parametrize("data", NOT_SETTINGS, ids=range(len(NOT_SETTINGS)))
def test_what_is_no_settings_file_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        parse(data)


@pytest.mark.parametrize("data", [b"{}", b" { } \n", b"\xef\xbb\xbf{}"])
def test_empty_object_is_a_document(data: bytes) -> None:
    assert parse(data) == Document()


def test_nesting_is_fine_up_to_the_bound() -> None:
    data = b'{"a": ' + b"[" * DEEPEST + b"]" * DEEPEST + b"}"
    assert "a" in parse(data).members


@pytest.mark.parametrize(
    ("words", "version"),
    [("3", 3), ("0", 0), ("-1", 0), ("true", 0), ('"3"', 0), ("3.0", 0), ("null", 0), ("[3]", 0)],
)
def test_version_is_a_whole_number_or_none_at_all(words: str, version: int) -> None:
    document = parse(f'{{"settings_version": {words}, "theme": "dark"}}'.encode())
    assert document.version == version
    assert document.values() == {"theme": "dark"}


def test_values_that_do_not_change_keep_their_words() -> None:
    words = b'{"far":1e999,"exact":0.10000000000000000001,"odd":{"a":1,"a":2},"u":"\\u00e9","theme":"dark"}'
    written = parse(words).replaced({**parse(words).values()}, 1)
    document = parse(words)
    saved = document.replaced({**document.values(), "theme": "light"}, 1).encode()
    assert written.members.keys() == document.members.keys()
    for verbatim in (b"1e999", b"0.10000000000000000001", b'{"a":1,"a":2}', b'"\\u00e9"', b'"theme": "light"'):
        assert verbatim in saved


def test_value_keeps_its_words_under_a_new_name() -> None:
    document = parse(b'{"zoom-percent": 1e999}')
    renamed = document.replaced({"zoom_percent": document.values()["zoom-percent"]}, 1)
    assert b'"zoom_percent": 1e999' in renamed.encode()


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.dictionaries(st.text(max_size=8).filter(lambda key: key != "settings_version"), JSON, max_size=6),
    st.integers(1, 9),
)
def test_document_reads_what_it_writes(values: dict[str, object], version: int) -> None:
    document = parse(json.dumps(values).encode())
    assert document.values() == values
    again = parse(document.replaced(document.values(), version).encode())
    assert again.version == version
    assert again.values() == values
    assert list(again.members) == list(values)
