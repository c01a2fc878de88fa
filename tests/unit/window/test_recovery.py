from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from app.errors import AppError
from app.window.recovery import DEATHS_ALLOWED, DEATHS_WITHIN_SECONDS, Recovery
from tests.support.waiting import wait_until


class Screen:
    """What a recovery did."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.done: list[str] = []
        self.failures: list[AppError] = []
        self.ready_deadline_seconds = 60.0
        self._recovery: Recovery | None = None

    @property
    def recovery(self) -> Recovery:
        if self._recovery is None:
            self._recovery = Recovery(
                load_shell=lambda: self.done.append("shell"),
                load_fallback=lambda: self.done.append("fallback"),
                end_renderer=lambda: self.done.append("end"),
                give_up=lambda error: self.done.append(f"give up: {error.code}"),
                record=self.failures.append,
                clock=lambda: self.now,
                ready_deadline_seconds=self.ready_deadline_seconds,
            )
        return self._recovery

    def waits(self) -> bool:
        """Whether a page is expected."""
        return any(thread.name == "page-ready-deadline" for thread in threading.enumerate())


@pytest.fixture
def screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.recovery.close()
    wait_until(lambda: not screen.waits(), what="the end of every deadline")


def test_a_dead_page_is_opened_again_and_the_failure_kept(screen: Screen) -> None:
    screen.recovery.page_loading()
    assert screen.recovery.page_open() == ""
    screen.recovery.renderer_gone("killed")
    assert screen.done == ["shell"]
    assert screen.failures[0].code == "page_not_responding"


def test_the_new_page_is_told_once_why_it_is_new(screen: Screen) -> None:
    screen.recovery.renderer_gone("killed")
    assert "stopped answering" in screen.recovery.page_open()
    assert screen.recovery.page_open() == ""
    screen.recovery.page_replaced()
    assert screen.recovery.page_open() != ""


def test_a_page_that_keeps_dying_is_replaced_by_the_one_that_explains_it(screen: Screen) -> None:
    for _ in range(DEATHS_ALLOWED + 1):
        screen.recovery.renderer_gone("killed")
    assert screen.done == ["shell"] * DEATHS_ALLOWED + ["fallback"]


def test_deaths_that_lie_apart_do_not_add_up(screen: Screen) -> None:
    for _ in range(DEATHS_ALLOWED + 4):
        screen.recovery.renderer_gone("killed")
        screen.now += DEATHS_WITHIN_SECONDS / DEATHS_ALLOWED
    assert set(screen.done) == {"shell"}


def test_when_not_even_the_explaining_page_lives_the_program_ends(screen: Screen) -> None:
    for _ in range(DEATHS_ALLOWED + 1):
        screen.recovery.renderer_gone("killed")
    screen.recovery.page_loading(explains=True)
    screen.recovery.renderer_gone("killed")
    assert screen.done[-2:] == ["fallback", "give up: page_not_ready"]


def test_a_page_that_hangs_is_ended_and_expected_back(screen: Screen) -> None:
    screen.recovery.page_unresponsive()
    assert screen.done == ["end"]
    assert screen.waits()


@pytest.mark.parametrize("begin", ["page_loading", "page_unresponsive"])
def test_f26_a_page_that_never_opens_is_replaced_by_the_one_that_explains_it(screen: Screen, begin: str) -> None:
    screen.ready_deadline_seconds = 0.01
    getattr(screen.recovery, begin)()
    wait_until(lambda: "fallback" in screen.done)
    assert screen.failures[0].code == "page_not_ready"


def test_an_engine_that_does_not_load_the_page_is_noticed(screen: Screen) -> None:
    screen.ready_deadline_seconds = 0.01
    screen.recovery.renderer_gone("killed")
    wait_until(lambda: screen.done == ["shell", "fallback"])


def test_the_page_that_explains_is_not_expected_to_open_anything(screen: Screen) -> None:
    screen.recovery.page_loading(explains=True)
    assert not screen.waits()
    screen.recovery.page_loading()
    assert screen.waits()


def test_a_page_that_opens_in_time_stays(screen: Screen) -> None:
    screen.recovery.page_loading()
    screen.recovery.page_open()
    wait_until(lambda: not screen.waits())
    assert screen.done == []


def test_a_deadline_that_is_over_at_the_same_moment_as_the_page_opens_changes_nothing(screen: Screen) -> None:
    screen.recovery.page_loading()
    deadline = screen.recovery._deadline
    assert deadline is not None
    screen.recovery.page_open()
    deadline.function()
    assert screen.done == []


def test_nothing_is_opened_while_the_window_closes(screen: Screen) -> None:
    screen.recovery.close()
    screen.recovery.renderer_gone("killed")
    screen.recovery.page_unresponsive()
    screen.recovery.page_loading()
    assert screen.done == []
    assert not screen.waits()
