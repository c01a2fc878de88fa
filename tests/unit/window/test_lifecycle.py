from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from app.window import lifecycle as lifecycle_module
from app.window.lifecycle import SIGNALS, Lifecycle, Stopped
from tests.support.waiting import wait_until

MakeLifecycle = Callable[[], Lifecycle]


def has_watch() -> bool:
    return any(thread.name == "stop-budget" for thread in threading.enumerate())


@pytest.fixture
def codes() -> list[int]:
    """Return the exit codes that a process of ours would have been cut off with."""
    return []


@pytest.fixture
def lifecycle(codes: list[int], monkeypatch: pytest.MonkeyPatch) -> Iterator[Lifecycle]:
    monkeypatch.setattr(lifecycle_module, "STOP_BUDGET_SECONDS", 0.01)
    before = {number: signal.getsignal(number) for number in SIGNALS}
    lifecycle = Lifecycle(end_process=codes.append)
    lifecycle.install()
    yield lifecycle
    lifecycle.release()
    assert {number: signal.getsignal(number) for number in SIGNALS} == before
    wait_until(lambda: not has_watch(), what="the end of the watch")


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_during_the_start_ends_it_at_the_next_step(lifecycle: Lifecycle, number: signal.Signals) -> None:
    lifecycle.checkpoint()
    os.kill(os.getpid(), number)
    assert lifecycle.stopping
    with pytest.raises(Stopped):
        lifecycle.checkpoint()


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_after_the_window_came_closes_it_once(lifecycle: Lifecycle, number: signal.Signals) -> None:
    closed: list[bool] = []
    lifecycle.window_opens(lambda: closed.append(True))
    for _ in range(3):
        os.kill(os.getpid(), number)
    assert closed == [True]


def test_a_signal_that_came_while_the_window_was_made_closes_it_at_once(lifecycle: Lifecycle) -> None:
    closed: list[bool] = []
    os.kill(os.getpid(), signal.SIGTERM)
    lifecycle.window_opens(lambda: closed.append(True))
    assert closed == [True]


def test_a_signal_while_the_window_closes_by_itself_changes_nothing(lifecycle: Lifecycle) -> None:
    closed: list[bool] = []
    lifecycle.window_opens(lambda: closed.append(True))
    lifecycle.begin_stop()
    os.kill(os.getpid(), signal.SIGTERM)
    assert closed == []


def test_an_engine_s_own_handler_is_displaced(lifecycle: Lifecycle) -> None:
    engine: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: engine.append(number))
    lifecycle.window_opens(lambda: None)
    os.kill(os.getpid(), signal.SIGINT)
    assert engine == []
    assert lifecycle.stopping


def test_what_does_not_stop_in_time_does_the_last_acts_and_is_cut_off(lifecycle: Lifecycle, codes: list[int]) -> None:
    acts: list[str] = []
    lifecycle.before_cut_off(lambda: acts.append("notes"))
    lifecycle.begin_stop()
    wait_until(lambda: codes)
    assert (acts, codes) == (["notes"], [0])


def test_an_end_that_has_a_reason_of_its_own_keeps_its_exit_code(lifecycle: Lifecycle, codes: list[int]) -> None:
    lifecycle.begin_stop("the screen went away", 69)
    lifecycle.begin_stop()
    wait_until(lambda: codes)
    assert codes == [69]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_last_act_that_fails_saves_nobody(lifecycle: Lifecycle, codes: list[int]) -> None:
    def fail() -> None:
        raise OSError("the disk is gone")

    lifecycle.before_cut_off(fail)
    lifecycle.begin_stop()
    wait_until(lambda: codes)
    assert codes == [0]


def test_a_program_without_a_window_gives_the_signals_back(codes: list[int]) -> None:
    before = signal.getsignal(signal.SIGTERM)
    lifecycle = Lifecycle(end_process=codes.append)
    lifecycle.install()
    lifecycle.release()
    assert signal.getsignal(signal.SIGTERM) is before
    wait_until(lambda: not has_watch(), what="the end of the watch")
    assert codes == []


def test_who_has_no_window_any_more_has_time_to_say_why(lifecycle: Lifecycle, codes: list[int]) -> None:
    lifecycle.begin_stop()
    lifecycle.release()
    wait_until(lambda: not has_watch(), what="the end of the watch")
    assert codes == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere an engine has processes of its own")
def test_where_an_engine_was_the_interpreter_takes_nothing_apart(lifecycle: Lifecycle, codes: list[int]) -> None:
    lifecycle.leave(0)
    assert codes == []
    lifecycle.window_opens(lambda: None)
    lifecycle.leave(69)
    assert codes == [69]
