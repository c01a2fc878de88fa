from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from app.window.lifecycle import SIGNALS, Lifecycle, Stopped


@pytest.fixture(autouse=True)
def kept_handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_before_the_window_unwinds_the_start(number: signal.Signals) -> None:
    lifecycle = Lifecycle(end_process=lambda _code: None)
    lifecycle.install()
    with pytest.raises(Stopped):
        os.kill(os.getpid(), number)
    assert lifecycle.stopping


def test_a_signal_after_the_window_closes_it() -> None:
    closed: list[bool] = []
    lifecycle = Lifecycle(end_process=lambda _code: None)
    lifecycle.install()
    lifecycle.window_opens(lambda: closed.append(True))
    os.kill(os.getpid(), signal.SIGTERM)
    assert closed == [True]


def test_a_stop_that_came_during_the_start_closes_the_window_at_once() -> None:
    closed: list[bool] = []
    lifecycle = Lifecycle(end_process=lambda _code: None)
    lifecycle.begin_stop()
    lifecycle.window_opens(lambda: closed.append(True))
    assert closed == [True]


def test_what_does_not_stop_in_time_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    codes: list[int] = []
    ended = threading.Event()
    monkeypatch.setattr("app.window.lifecycle.STOP_BUDGET_SECONDS", 0.01)
    Lifecycle(end_process=lambda code: (codes.append(code), ended.set())[0]).begin_stop()
    assert ended.wait(5)
    assert codes == [0]
