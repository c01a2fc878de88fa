"""Owns how long the page was held up: the longest task of its main thread, as the browser traces its own work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

# Cheap enough not to slow down what is measured.
CATEGORIES = ["toplevel"]
TASK_NAMES = frozenset({"RunTask", "ThreadControllerImpl::RunTask"})
MAIN_THREAD = "CrRendererMain"


@dataclass(frozen=True, slots=True)
class LongestTask:
    """The longest task: by the clock, which other programs slow down, and by the work it was, which they do not."""

    milliseconds: float
    cpu_milliseconds: float

    @property
    def note(self) -> str:
        """What is printed beside the time by the clock: how busy the machine was is seen in the difference."""
        return f"(most work in one: {self.cpu_milliseconds:.0f})"


class TaskWatch:
    """Watches the tasks of a page's process."""

    def __init__(self, page: Page) -> None:
        browser = page.context.browser
        assert browser is not None
        self._page = page
        self._session: CDPSession = browser.new_browser_cdp_session()
        self._events: list[dict[str, Any]] = []
        self._ended = False
        self._session.on("Tracing.dataCollected", lambda part: self._events.extend(part["value"]))
        self._session.on("Tracing.tracingComplete", lambda _: setattr(self, "_ended", True))

    def longest_task(self, work: Callable[[], object]) -> LongestTask:
        """Return the longest task while something was done."""
        self._events, self._ended = [], False
        config = {"includedCategories": CATEGORIES, "excludedCategories": ["*"]}
        self._session.send("Tracing.start", {"traceConfig": config, "transferMode": "ReportEvents"})
        work()
        self._session.send("Tracing.end")
        while not self._ended:
            self._page.wait_for_timeout(20)
        return longest_of(self._events)


def longest_of(events: list[dict[str, Any]]) -> LongestTask:
    """Return the longest task among the events of a trace."""
    names = [event for event in events if event["name"] == "thread_name"]
    main = {(event["pid"], event["tid"]) for event in names if event["args"]["name"] == MAIN_THREAD}
    tasks = [event for event in events if event["name"] in TASK_NAMES and (event["pid"], event["tid"]) in main]
    # Microseconds.
    longest, most_work = (max(float(task.get(field, 0)) / 1000 for task in tasks) for field in ("dur", "tdur"))
    return LongestTask(longest, most_work)
