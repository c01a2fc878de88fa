"""Owns the running of checks: all at once, each within its time, none able to hold up or bring down the others."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from app.diagnostics.checks import CHECKS
from app.diagnostics.findings import Check, CheckContext, Finding, Result, State
from app.diagnostics.report import Report, redacted
from app.diagnostics.wording import say, skipped, unknown
from app.observability.error_traces import kind_of

TOTAL_SECONDS = 10.0
# So that the window's own thread has its turn while a page asks for one run after the other.
MOST_AT_ONCE = 6

Value = TypeVar("Value")
logger = logging.getLogger(__name__)


def run_checks(
    context: CheckContext,
    ids: Collection[str] | None = None,
    *,
    checks: Sequence[Check] = CHECKS,
    check_seconds: float | None = None,
    total_seconds: float = TOTAL_SECONDS,
    heard: Callable[[Result], None] = lambda _result: None,
) -> Report:
    """Run these checks, or all of them, and return what they found, always in the same order and always in time.

    `check_seconds` takes the place of the time that each check has; `heard` hears each result as soon as it is there.
    """
    started_at, began = time.time(), time.monotonic()
    wanted = {check.id for check in checks} if ids is None else set(ids)
    run = _Run(context, _with_dependencies(checks, wanted, check_seconds), began + total_seconds, heard)
    run.finish()
    results = tuple(run.results[check.id] for check in checks if check.id in wanted)
    return Report(results, context.system, started_at, _milliseconds_since(began))


def attempt(work: Callable[[], Value]) -> Value | Exception:
    """Return what the work returns, or the error it ends with."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 -- a check meets what nobody foresaw, and must not take the others along
        return error


class _Run:
    """One run: starts a check as soon as those it depends on have ended, and gives up on what takes too long."""

    def __init__(
        self,
        context: CheckContext,
        checks: Sequence[Check],
        ends_at: float,
        heard: Callable[[Result], None],
    ) -> None:
        self.results: dict[str, Result] = {}
        self._heard = heard
        self._context, self._ends_at = context, ends_at
        self._waiting = list(checks)
        self._running: dict[str, tuple[Check, float]] = {}
        self._ended: queue.SimpleQueue[tuple[Check, Finding]] = queue.SimpleQueue()

    def finish(self) -> None:
        """Go on until every check has a result."""
        while self._waiting or self._running:
            self._start_what_can_start()
            self._take_one_result()
            self._give_up_on_late_ones()

    def _start_what_can_start(self) -> None:
        for check in list(self._waiting):
            if len(self._running) >= MOST_AT_ONCE:
                return
            if not all(dependency in self.results for dependency in check.depends_on):
                continue
            self._waiting.remove(check)
            self._running[check.id] = (check, time.monotonic())
            reason = self._reason_to_skip(check)
            if reason:
                self._keep(check, skipped(reason))
            else:
                # A daemon: what hangs in the system must not keep the program from ending.
                threading.Thread(target=self._probe, args=(check,), name=f"check-{check.id}", daemon=True).start()

    def _reason_to_skip(self, check: Check) -> str:
        """Return the first thing that stands in the way; what was left out itself hands its own reason on."""
        needed = [self.results[dependency] for dependency in check.depends_on]
        for result in needed:
            if result.finding.state in (State.FAIL, State.UNKNOWN):
                return say("doctor.skip.because", check=say(result.check.title))
        return next((result.finding.summary for result in needed if result.finding.state is State.SKIP), "")

    def _probe(self, check: Check) -> None:
        outcome = attempt(lambda: check.probe(self._context))
        if isinstance(outcome, Exception):
            logger.error("check %s failed", check.id, exc_info=outcome)
            outcome = unknown(say("doctor.unknown.error"), kind_of(outcome))
        self._ended.put((check, outcome))

    def _take_one_result(self) -> None:
        if not self._running:
            return
        until = min(self._ends_at, *(began + check.seconds for check, began in self._running.values()))
        try:
            check, finding = self._ended.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            return
        if check.id in self._running:
            self._keep(check, finding)

    def _give_up_on_late_ones(self) -> None:
        now = time.monotonic()
        for check, began in list(self._running.values()):
            if now >= min(self._ends_at, began + check.seconds) and self._ended.empty():
                self._keep(check, unknown(say("doctor.unknown.late")))
        if now >= self._ends_at:
            for check in self._waiting:
                self._running[check.id] = (check, now)
                self._keep(check, unknown(say("doctor.unknown.late")))
            self._waiting.clear()

    def _keep(self, check: Check, finding: Finding) -> None:
        _, began = self._running.pop(check.id)
        self.results[check.id] = result = Result(check, redacted(finding), _milliseconds_since(began))
        self._heard(result)


def _with_dependencies(checks: Iterable[Check], wanted: Collection[str], seconds: float | None) -> list[Check]:
    by_id = {check.id: check if seconds is None else replace(check, seconds=seconds) for check in checks}
    needed: list[Check] = []
    pending = list(wanted)
    while pending:
        check = by_id[pending.pop()]
        if check not in needed:
            needed.append(check)
            pending.extend(check.depends_on)
    return needed


def _milliseconds_since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
