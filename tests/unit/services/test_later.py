from __future__ import annotations

import pytest

from app.errors import DeadlineExceeded
from app.services.later import Later


def test_a_value_is_there_when_it_was_made() -> None:
    later = Later(lambda: 7)
    assert later.ready() is None
    with pytest.raises(DeadlineExceeded):
        later.get(0.01)
    later.fulfil()
    assert later.get() == 7
    assert later.ready() == 7


def test_what_went_wrong_is_raised_where_the_value_is_asked_for() -> None:
    def fail() -> int:
        raise DeadlineExceeded("the disk sleeps")

    later = Later(fail)
    later.fulfil()
    assert later.ready() is None
    with pytest.raises(DeadlineExceeded, match="the disk sleeps"):
        later.get()
