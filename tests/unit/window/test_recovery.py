from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from app.errors import AppError
from app.window.recovery import CRASH_WINDOW_SECONDS, CRASHES_ALLOWED, Recovery


class Screen:
    """What a recovery did."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.done: list[str] = []
        self.failures: list[AppError] = []
        self.fell_back = threading.Event()
        self.recovery = Recovery(
            load_shell=lambda: self.done.append("shell"),
            load_fallback=lambda: (self.done.append("fallback"), self.fell_back.set())[0],
            end_renderer=lambda: self.done.append("end"),
            record=self.failures.append,
            clock=lambda: self.now,
            ready_deadline_seconds=0.01,
        )


@pytest.fixture
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.recovery.close()


def test_a_dead_page_is_opened_again_and_the_failure_kept(screen: Screen) -> None:
    screen.recovery.renderer_gone("killed")
    assert screen.done == ["shell"]
    assert screen.failures[0].code == "page_not_responding"
    assert screen.recovery.reason


def test_a_page_that_keeps_dying_is_replaced_by_the_one_that_explains_it(screen: Screen) -> None:
    for _ in range(CRASHES_ALLOWED + 1):
        screen.recovery.renderer_gone("killed")
    assert screen.done == ["shell"] * CRASHES_ALLOWED + ["fallback"]


def test_deaths_that_lie_apart_do_not_add_up(screen: Screen) -> None:
    for _ in range(CRASHES_ALLOWED + 3):
        screen.recovery.renderer_gone("killed")
        screen.now += CRASH_WINDOW_SECONDS
    assert "fallback" not in screen.done


def test_a_page_that_hangs_is_ended(screen: Screen) -> None:
    screen.recovery.page_unresponsive()
    assert screen.done == ["end"]


def test_f26_a_page_that_never_opens_is_replaced_by_the_one_that_explains_it(screen: Screen) -> None:
    screen.recovery.page_loading()
    assert screen.fell_back.wait(5)
    assert screen.failures[0].code == "page_not_ready"


def test_a_page_that_opens_in_time_stays(screen: Screen) -> None:
    screen.recovery._ready_deadline_seconds = 60
    screen.recovery.page_loading()
    screen.recovery.page_open()
    assert screen.recovery._ready_timer is None
    assert screen.done == []


def test_nothing_is_opened_while_the_window_closes(screen: Screen) -> None:
    screen.recovery.close()
    screen.recovery.renderer_gone("killed")
    screen.recovery.page_unresponsive()
    screen.recovery.page_loading()
    assert screen.done == []
