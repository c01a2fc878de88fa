"""The threads that run calls and watch their deadlines."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from app.bridge import lanes
from app.bridge.lanes import Deadlines, Lane
from app.bridge.replies import ReplyTo
from tests.support.waiting import wait_until


def _threads_named(name: str) -> int:
    return sum(thread.name == name for thread in threading.enumerate())


def _call() -> ReplyTo:
    return ReplyTo("1", lambda _text: None, lambda: None)


@pytest.fixture
def deadlines() -> Iterator[Deadlines]:
    made = Deadlines()
    yield made
    made.close()
    wait_until(lambda: _threads_named("bridge-deadlines") == 0)


def test_tasks_run_on_few_threads() -> None:
    lane, seen = Lane("test-few", 2, 100), list[str]()
    for _ in range(50):
        assert lane.start(lambda: seen.append(threading.current_thread().name))
    wait_until(lambda: len(seen) == 50)
    assert set(seen) == {"test-few"}
    assert _threads_named("test-few") <= 2
    lane.close(5)
    assert _threads_named("test-few") == 0


def test_a_lane_without_a_queue_takes_as_many_as_it_has_threads() -> None:
    lane, release = Lane("test-slow", 3, 0), threading.Event()
    assert [lane.start(_until(release)) for _ in range(5)] == [True, True, True, False, False]
    release.set()
    wait_until(lambda: lane.start(lambda: None))
    lane.close(5)


def test_a_full_queue_takes_nothing_more() -> None:
    lane, release = Lane("test-full", 1, 2), threading.Event()
    assert [lane.start(_until(release)) for _ in range(4)] == [True, True, True, False]
    release.set()
    lane.close(5)


def test_idle_threads_end_and_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "IDLE_SECONDS", 0.01)
    lane, done = Lane("test-idle", 2, 10), list[int]()
    for number in range(20):
        assert lane.start(lambda number=number: done.append(number))  # type: ignore[misc]
        wait_until(lambda: _threads_named("test-idle") == 0)
    assert done == list(range(20))


def test_no_task_is_lost_while_threads_come_and_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "IDLE_SECONDS", 0.0)
    lane, done = Lane("test-churn", 3, 10_000), list[int]()
    for number in range(2_000):
        assert lane.start(lambda number=number: done.append(number))  # type: ignore[misc]
    wait_until(lambda: len(done) == 2_000)
    assert sorted(done) == list(range(2_000))
    lane.close(5)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_task_that_raises_costs_no_place() -> None:
    def fail() -> None:
        raise RuntimeError("on purpose")

    lane = Lane("test-raise", 1, 10)
    assert lane.start(fail)
    wait_until(lambda: _threads_named("test-raise") == 0)
    ran = threading.Event()
    assert lane.start(ran.set)
    assert ran.wait(timeout=5)
    lane.close(5)


def test_closing_forgets_what_waits_and_does_not_wait_for_ever() -> None:
    lane, release, ran = Lane("test-close", 1, 10), threading.Event(), threading.Event()
    assert lane.start(_until(release))
    assert lane.start(ran.set)
    began = time.monotonic()
    lane.close(0.05)
    assert time.monotonic() - began < 5
    assert not lane.start(ran.set)
    release.set()
    wait_until(lambda: _threads_named("test-close") == 0)
    assert not ran.is_set()


def test_what_is_not_forgotten_expires_in_order() -> None:
    expired, now = list[str](), [0.0]
    deadlines = Deadlines(lambda: now[0])
    for name, seconds in (("late", 0.06), ("soon", 0.01), ("middle", 0.03)):
        deadlines.watch(_call(), seconds, _adder(expired, name))
    now[0] = 1.0
    wait_until(lambda: len(expired) == 3)
    deadlines.close()
    assert expired == ["soon", "middle", "late"]


def test_what_is_forgotten_does_not_expire(deadlines: Deadlines) -> None:
    expired, kept, forgotten = list[str](), _call(), _call()
    deadlines.watch(forgotten, 0.01, _adder(expired, "forgotten"))
    deadlines.forget(forgotten)
    deadlines.watch(kept, 0.02, _adder(expired, "kept"))
    wait_until(lambda: expired)
    assert expired == ["kept"]


def test_a_nearer_deadline_is_kept_while_the_thread_waits_for_a_far_one(deadlines: Deadlines) -> None:
    expired: list[str] = []
    deadlines.watch(_call(), 600, _adder(expired, "far"))
    wait_until(lambda: _threads_named("bridge-deadlines") == 1)
    deadlines.watch(_call(), 0.01, _adder(expired, "near"))
    wait_until(lambda: expired)
    assert expired == ["near"]
    assert len(deadlines.close()) == 1
    wait_until(lambda: _threads_named("bridge-deadlines") == 0)


def test_closing_while_something_expires_ends_the_thread_at_once(deadlines: Deadlines) -> None:
    expiring, release = threading.Event(), threading.Event()

    def expire() -> None:
        expiring.set()
        release.wait(timeout=10)

    deadlines.watch(_call(), 0.0, expire)
    assert expiring.wait(timeout=5)
    assert deadlines.close() == []
    release.set()
    wait_until(lambda: _threads_named("bridge-deadlines") == 0, deadline_seconds=5)


def test_the_thread_ends_when_nothing_is_watched_and_comes_back(
    deadlines: Deadlines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "IDLE_SECONDS", 0.01)
    expired: list[str] = []
    for name in ("one", "two"):
        deadlines.watch(_call(), 0.01, _adder(expired, name))
        wait_until(lambda name=name: name in expired)  # type: ignore[misc]
        call = _call()
        deadlines.watch(call, 0.02, _adder(expired, "never"))
        deadlines.forget(call)
        wait_until(lambda: _threads_named("bridge-deadlines") == 0)
    assert expired == ["one", "two"]


def _until(release: threading.Event) -> Callable[[], None]:
    def wait() -> None:
        release.wait(timeout=10)

    return wait


def _adder(expired: list[str], name: str) -> Callable[[], None]:
    return lambda: expired.append(name)
