"""A thread that nobody needs any more goes, and another one comes when somebody does."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from app.services import waiting_call
from app.services.waiting_call import WaitingCalls
from tests.support.waiting import wait_until


def test_an_idle_thread_goes_and_the_next_call_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting_call, "IDLE_SECONDS", 0.01)
    calls = WaitingCalls(lambda _waits: None, notice_seconds=5.0, deadline_seconds=10.0)
    before = set(threading.enumerate())
    for number in range(3):
        assert calls.wait(calls.submit(partial(int, number))) == number
        wait_until(lambda: set(threading.enumerate()) <= before, what="the end of the thread")
