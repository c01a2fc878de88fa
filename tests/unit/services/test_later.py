from __future__ import annotations

import pytest

from app.errors import DeadlineExceeded, InternalError
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


@pytest.mark.parametrize("outcome", [InternalError(), "made"])
def test_it_is_made_once_whoever_comes_again(outcome: InternalError | str) -> None:
    made: list[object] = []

    def make() -> str:
        made.append(outcome)
        if isinstance(outcome, InternalError):
            raise outcome
        return outcome

    later = Later(make)
    later.fulfil()
    later.fulfil()
    assert made == [outcome]
