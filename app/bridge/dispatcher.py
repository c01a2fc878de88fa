"""Owns the running of calls that passed the gate: in which lane, until when, and what becomes of their errors.

Three lanes: "inline" answers on the window's own thread, "quick" has a small pool, "slow" is for what may wait for a
person, so that no dialog ever starves a setting. Whatever a handler does, its call is answered once: with a value of
the declared shape, with an error of the one tree, or with DeadlineExceeded.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from app.bridge.contract import COMMANDS
from app.bridge.declarations import Command
from app.bridge.lanes import Deadlines, Lane
from app.bridge.replies import ReplyTo
from app.errors import AppError, Busy, Cancelled, DeadlineExceeded, InternalError, Invalid, NotAllowed

_log = logging.getLogger(__name__)

QUICK_THREADS = 3
# One more than can wait for a person or run checks, so that secrets, which take seconds, always get on.
SLOW_THREADS = 16
SLOW_QUEUE = 3
QUICK_QUEUE = 256

Handler = Callable[[dict[str, Any]], Mapping[str, Any]]


class RecordFailure(Protocol):
    """Keeps a failure for diagnostics; must not raise."""

    def __call__(self, error: AppError, *, where: str) -> None:
        """Keep `error`, which happened in `where`."""
        ...


class Dispatcher:
    """Runs the handlers of the declared commands."""

    def __init__(
        self,
        handlers: Mapping[str, Handler],
        record_failure: RecordFailure,
        *,
        commands: Sequence[Command] = COMMANDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Every command needs its handler and every handler its command; InternalError otherwise."""
        if odd := {command.name for command in commands} ^ handlers.keys():
            raise InternalError(detail=f"command without handler or handler without command: {', '.join(sorted(odd))}")
        self._handlers = dict(handlers)
        self._record_failure = record_failure
        self._lanes = {
            "quick": Lane("bridge-quick", QUICK_THREADS, QUICK_QUEUE),
            "slow": Lane("bridge-slow", SLOW_THREADS, SLOW_QUEUE),
        }
        self._deadlines = Deadlines(clock)

    def dispatch(self, command: Command, args: dict[str, Any], reply_to: ReplyTo) -> None:
        """Run one call in its lane; returns at once, or after the answer when the lane is inline."""
        if command.lane == "inline":
            self._answer(command, args, reply_to)
            return
        self._deadlines.watch(reply_to, command.deadline_seconds, lambda: self._expire(command, reply_to))
        if not self._lanes[command.lane].start(lambda: self._answer(command, args, reply_to)):
            self._deadlines.forget(reply_to)
            reply_to.fail(Busy(detail=command.name))

    def close(self, timeout_seconds: float) -> None:
        """Answer what is open with Cancelled and wait for the handlers, but no longer than `timeout_seconds`."""
        until = time.monotonic() + timeout_seconds
        for reply_to in self._deadlines.close():
            reply_to.fail(Cancelled())
        for lane in self._lanes.values():
            lane.close(max(0.0, until - time.monotonic()))

    def _answer(self, command: Command, args: dict[str, Any], reply_to: ReplyTo) -> None:
        if not reply_to.answered:
            self._run(command, args, reply_to)
        self._deadlines.forget(reply_to)

    def _run(self, command: Command, args: dict[str, Any], reply_to: ReplyTo) -> None:
        try:
            self._succeed(command, self._handlers[command.name](args), reply_to)
        except AppError as error:
            self._fail(command, error, reply_to)
        except Exception:  # noqa: BLE001 - a handler may raise anything, and the page must get an answer without its text
            # SECURITY: where an unexpected error came from goes to the log, and nothing of it to a page.
            _log.exception("%s failed", command.name)
            self._fail(command, InternalError(), reply_to)

    def _succeed(self, command: Command, value: Mapping[str, Any], reply_to: ReplyTo) -> None:
        # SECURITY: a value leaves only in its declared shape, so no field can reach the page by accident.
        if fault := command.returns.fault(value):
            raise InternalError(detail=f"the value of {command.name} {fault}")
        reply_to.succeed(value)

    def _fail(self, command: Command, error: AppError, reply_to: ReplyTo) -> None:
        reply_to.fail(error)
        if error.detail:
            _log.warning("%s: %s: %s", command.name, error.code, error.detail)
        if not isinstance(error, Invalid | NotAllowed | Busy):
            self._record_failure(error, where=command.name)

    def _expire(self, command: Command, reply_to: ReplyTo) -> None:
        if reply_to.fail(error := DeadlineExceeded(detail=f"after {command.deadline_seconds} s")):
            _log.warning("%s: %s", command.name, error.detail)
            self._record_failure(error, where=command.name)
