"""The unsent text: whole or as it was before, also when it comes in parts."""

from __future__ import annotations

import pytest

from app.errors import InvalidArguments
from app.services.drafts import MOST_DRAFT_CHARACTERS, Draft, Drafts


@pytest.fixture
def drafts() -> Drafts:
    drafts = Drafts()
    drafts.keep("before", None)
    return drafts


def test_parts_count_once_the_last_has_come(drafts: Drafts) -> None:
    for part, text in enumerate(("one ", "two ", "three"), 1):
        assert drafts.current() == Draft("before")
        drafts.keep(text, "thr_1", part, 3)
    assert drafts.current() == Draft("one two three", "thr_1")


def test_a_first_part_begins_anew(drafts: Drafts) -> None:
    drafts.keep("lost with its page ", None, 1, 2)
    drafts.keep("a ", None, 1, 2)
    drafts.keep("b", None, 2, 2)
    assert drafts.current() == Draft("a b")


@pytest.mark.parametrize(("part", "parts"), [(2, 2), (3, 3), (1, 0), (2, 1)])
def test_a_part_that_does_not_follow_is_refused_and_changes_nothing(drafts: Drafts, part: int, parts: int) -> None:
    with pytest.raises(InvalidArguments):
        drafts.keep("odd", None, part, parts)
    assert drafts.current() == Draft("before")


def test_what_is_beyond_the_longest_draft_is_cut(drafts: Drafts) -> None:
    for part in range(1, 4):
        drafts.keep("x" * (MOST_DRAFT_CHARACTERS // 2), None, part, 3)
    assert drafts.current().text == "x" * MOST_DRAFT_CHARACTERS
