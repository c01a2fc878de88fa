"""What a conversation may be called."""

from __future__ import annotations

import pytest

from app.chat_host.titles import LONGEST, bound, shorten


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("short", "short"),
        ("  a\n b ", "a b"),
        ("", ""),
        ("word " * 40, "word " * 11 + "word…"),
        ("a\u202eb \x1b[31m\x00c", "ab [31mc"),
        ("x" * 80, "x" * 60 + "…"),
    ],
)
def test_a_made_title_is_one_short_line(message: str, title: str) -> None:
    assert shorten(message) == title


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Mine", "Mine"),
        ("  Mine\n\tand \x0b yours ", "Mine and yours"),
        (" \n", ""),
        ("\u202e \u2066\ufeff", ""),
        ("x" * 9999, "x" * LONGEST),
        ("x" * (LONGEST - 1) + " y", "x" * (LONGEST - 1)),
    ],
)
def test_a_given_title_is_one_bounded_line(given: str, title: str) -> None:
    assert bound(given) == title
