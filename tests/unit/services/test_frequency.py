"""What should be rare is too frequent when more than the allowed number falls into the stretch of time."""

from __future__ import annotations

from app.services.frequency import Frequency


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_more_than_the_allowed_number_is_too_many_and_only_within_the_time() -> None:
    clock = Clock()
    frequency = Frequency(3, 60.0, clock)
    seen = []
    for clock.now in (0.0, 1.0, 2.0, 59.9, 61.5, 200.0):
        seen.append(frequency.add())
    # The fourth comes within a minute of the first, the fifth within one of the second; the sixth is alone.
    assert seen == [False, False, False, True, False, False]


def test_it_can_begin_anew() -> None:
    frequency = Frequency(1, 60.0, lambda: 0.0)
    assert [frequency.add(), frequency.add()] == [False, True]
    frequency.forget()
    assert not frequency.add()
