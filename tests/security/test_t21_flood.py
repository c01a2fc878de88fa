"""T21: neither many calls nor huge nor deep ones take the window away: few threads, small queues, quick refusals."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from app.bridge import channel as channel_module
from app.bridge.lanes import Lane, Task
from app.bridge.limits import CallLimiter, TokenBucket
from tests.support.bridges import Bridge, envelope
from tests.support.fake_page import FakePage
from tests.support.waiting import wait_until

CALLS = 20_000
MOST_THREADS = 12
# Stock pywebview starts a thread a call; some more than the allowed number are enough to show it.
TWIN_CALLS = 60


@contextmanager
def _bridge_whose_handlers_wait() -> Iterator[Bridge]:
    released = threading.Event()

    def waiting(_args: Mapping[str, Any]) -> Mapping[str, Any]:
        released.wait(timeout=20)
        return {"tools": []}

    with Bridge({"tool.list": waiting}) as bridge:
        try:
            yield bridge
        finally:
            released.set()


def _flood(bridge: Bridge, count: int) -> int:
    """Make `count` calls, most of which only wait, and return the most threads of this process meanwhile."""
    most_threads = 0
    for number in range(count):
        bridge.gate.receive(envelope(bridge.gate.token, str(number + 1), "tool.list", {}))
        if number % 50 == 0:
            most_threads = max(most_threads, threading.active_count())
    return max(most_threads, threading.active_count())


def test_t21_a_flood_of_calls_takes_few_threads_and_leaves_the_ping() -> None:
    before = threading.active_count()
    with _bridge_whose_handlers_wait() as bridge:
        assert _flood(bridge, CALLS) - before <= MOST_THREADS - 1
        assert bridge.gate.counters.refused >= CALLS - 32
        assert bridge.call("app.ping", {"n": 5}, "999999999")["value"] == {"n": 5}
        # A refusal is an answer too; there are as many as a page can take, not as many as it asks for.
        assert len(bridge.page.replies()) < CALLS / 2


def test_t21_a_flood_of_calls_takes_a_thread_each_without_lanes_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    def start_thread(_lane: Lane, task: Task) -> bool:
        threading.Thread(target=task, daemon=True).start()
        return True

    monkeypatch.setattr(Lane, "start", start_thread)
    monkeypatch.setattr(CallLimiter, "admit", lambda _limiter: True)
    before = threading.active_count()
    with _bridge_whose_handlers_wait() as bridge:
        assert _flood(bridge, TWIN_CALLS) - before > MOST_THREADS
    wait_until(lambda: threading.active_count() <= before + 2)


def test_t21_a_page_that_takes_no_answer_fills_no_memory() -> None:
    with Bridge(page=FakePage(answers=False)) as bridge:
        for number in range(CALLS):
            bridge.gate.receive(envelope(bridge.gate.token, str(number + 1)))
        assert len(bridge.channel._queue) <= channel_module.MAX_QUEUED + 1
        bridge.page.wake()


def test_t21_a_page_that_takes_no_answer_fills_the_memory_without_limits_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CallLimiter, "admit", lambda _limiter: True)
    monkeypatch.setattr(TokenBucket, "take", lambda _bucket: True)
    monkeypatch.setattr(channel_module, "MAX_QUEUED", 10**9)
    with Bridge(page=FakePage(answers=False)) as bridge:
        for number in range(CALLS):
            bridge.gate.receive(envelope(bridge.gate.token, str(number + 1)))
        assert len(bridge.channel._queue) > CALLS - channel_module.MAX_BATCH_MESSAGES
        bridge.page.wake()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 5_000_000, id="huge"),
        pytest.param("{" * 60_000, id="deep-objects"),
        pytest.param('{"a":' * 12_000, id="deep-keys"),
        pytest.param('{"a":' + "[" * 60_000, id="deep-lists"),
        pytest.param('{"' + '\\"' * 32_000, id="endless-string"),
        pytest.param('{"' + '\\"' * 32_000 + "\\", id="endless-string-that-ends-in-a-backslash"),
        pytest.param("{" + '"' * 65_000, id="quotes"),
        pytest.param("{" + "[]," * 21_000, id="flat-brackets"),
        pytest.param('{"n":' + "9" * 65_000 + "}", id="endless-number"),
        pytest.param("\n" * 65_000, id="empty-lines"),
        pytest.param("{}\n" * 21_000, id="small-lines"),
    ],
)
def test_t21_a_huge_or_deep_text_is_dropped_quickly(text: str) -> None:
    with Bridge() as bridge:
        began = time.perf_counter()
        bridge.gate.receive(text)
        took_seconds = time.perf_counter() - began
        assert bridge.gate.counters.dropped == 1
        assert bridge.gate.counters.passed == bridge.gate.counters.refused == 0
        # A hundredth of this is usual; a text that costs its square takes minutes.
        assert took_seconds < 1.0


def test_t21_a_deep_text_recurses_without_the_depth_check_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bridge.envelope._is_deep", lambda _text: False)
    with Bridge() as bridge, pytest.raises(RecursionError):
        bridge.gate.receive('{"a":' + "[" * 60_000)


def test_t21_a_huge_text_is_parsed_without_the_size_check_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bridge.gate.is_small", lambda _text: True)
    with Bridge() as bridge:
        bridge.gate.receive(envelope(bridge.gate.token, "1", "settings.write", {"key": "a", "value": "x" * 5_000_000}))
        assert bridge.gate.counters.passed == 1
