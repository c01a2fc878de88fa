"""The limits of one command, under a clock that the test turns."""

from __future__ import annotations

from app.bridge.declarations import Limits
from app.bridge.limits import CallLimiter, TokenBucket


class Clock:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_lets_a_second_pass_at_once_and_the_rest_in_its_time() -> None:
    clock = Clock()
    bucket = TokenBucket(10, clock)
    assert sum(bucket.take() for _ in range(50)) == 10
    clock.now += 0.35
    assert sum(bucket.take() for _ in range(50)) == 3
    clock.now += 3_600
    assert sum(bucket.take() for _ in range(50)) == 10


def test_a_bucket_survives_a_clock_that_stands() -> None:
    bucket = TokenBucket(1, Clock())
    assert bucket.take()
    assert not bucket.take()


def test_a_limiter_counts_what_is_open() -> None:
    limiter = CallLimiter(Limits(in_flight=2, per_second=100), Clock())
    assert limiter.admit()
    assert limiter.admit()
    assert not limiter.admit()
    limiter.release()
    assert limiter.admit()


def test_a_limiter_counts_what_begins_in_a_second() -> None:
    clock = Clock()
    limiter = CallLimiter(Limits(in_flight=100, per_second=3), clock)
    assert [limiter.admit() for _ in range(4)] == [True, True, True, False]
    clock.now += 0.34
    assert limiter.admit()


def test_what_is_refused_for_being_open_costs_no_rate() -> None:
    limiter = CallLimiter(Limits(in_flight=1, per_second=2), Clock())
    assert limiter.admit()
    assert not any(limiter.admit() for _ in range(10))
    limiter.release()
    assert limiter.admit()
