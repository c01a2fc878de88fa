"""Owns the gate: the one place where text from a page becomes a call, or nothing.

Every text a page can send, from any frame, arrives at `Gate.receive` on the window's own thread. What does not prove
that it comes from the shell of this page load is dropped without an answer; what does, but asks wrongly, is refused
with a typed error. It must not know what commands do.
"""

from __future__ import annotations

import hmac
import logging
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.bridge.bounds import MAX_LINES
from app.bridge.contract import COMMANDS
from app.bridge.declarations import Command, Page
from app.bridge.envelope import Envelope, is_small, read_envelope
from app.bridge.limits import CallLimiter, TokenBucket
from app.bridge.replies import ReplyTo, SendReply
from app.errors import AppError, InvalidArguments, NotPressed, TooManyCalls, UnknownCommand

_log = logging.getLogger(__name__)

KNOCK = "knock"
KNOCKS_PER_LOAD = 5
REFUSALS_PER_SECOND = 500
_LOG_EVERY_SECONDS = 60.0

Dispatch = Callable[[Command, dict[str, Any], ReplyTo], None]


@dataclass(slots=True)
class GateCounters:
    """What came of the messages so far."""

    passed: int = 0
    refused: int = 0
    dropped: int = 0


class Gate:
    """Judges every message of the page; `receive` runs on the window's thread, never raises and never waits."""

    def __init__(
        self,
        dispatch: Dispatch,
        on_knock: Callable[[], None],
        *,
        reply_line: Callable[[], SendReply],
        saw_press: Callable[[], bool] = lambda: True,
        clock: Callable[[], float] = time.monotonic,
        commands: Sequence[Command] = COMMANDS,
        page: Page = Page.SHELL,
    ) -> None:
        """`dispatch` runs a call, `on_knock` hands out the token, `reply_line` leads to the page load of now.

        `saw_press` says whether a person may just have pressed something in the window, as its engine knows.
        """
        self.counters = GateCounters()
        self._dispatch = dispatch
        self._on_knock = on_knock
        self._reply_line = reply_line
        self._saw_press = saw_press
        self._clock = clock
        self._page = page
        self._commands = {command.name: command for command in commands}
        self._limiters = self._fresh_limiters()
        self._refusals = TokenBucket(REFUSALS_PER_SECOND, clock)
        self._knocks = 0
        self._token = secrets.token_urlsafe(32)
        self._log_from = clock()

    @property
    def token(self) -> str:
        """The token of this page load."""
        return self._token

    def page_loading(self) -> str:
        """Begin a new page load: the old token is dead, the new one is returned, all limits begin anew."""
        self._token = secrets.token_urlsafe(32)
        self._knocks = 0
        self._limiters = self._fresh_limiters()
        return self._token

    def receive(self, text: str) -> None:
        """Judge one text from the page, envelope by envelope: pass it on, refuse it, or drop it."""
        if type(text) is not str or not is_small(text) or text.count("\n") >= MAX_LINES:
            self._drop()
        elif text == KNOCK:
            self._knock()
        else:
            for line in text.split("\n"):
                self._receive_line(line)

    def _receive_line(self, line: str) -> None:
        envelope = read_envelope(line)
        if envelope is None or not self._is_token(envelope.token):
            self._drop()
        else:
            self._judge(envelope)

    def _drop(self) -> None:
        self.counters.dropped += 1
        self._note()

    def _fresh_limiters(self) -> dict[str, CallLimiter]:
        return {name: CallLimiter(command.limits, self._clock) for name, command in self._commands.items()}

    def _knock(self) -> None:
        # SECURITY: a frame can knock as well, but the token only ever goes to the shell's own document.
        self._knocks += 1
        if self._knocks <= KNOCKS_PER_LOAD:
            self._on_knock()
        else:
            self._drop()

    def _is_token(self, token: str) -> bool:
        # SECURITY: compared in constant time, so that an answer's delay says nothing about the token.
        return hmac.compare_digest(token.encode("utf-8", "surrogatepass"), self._token.encode())

    def _judge(self, envelope: Envelope) -> None:
        command = self._commands.get(envelope.name)
        if command is None or self._page not in command.grants:
            self._refuse(envelope, UnknownCommand())
        elif fault := command.args.fault(envelope.args):
            self._refuse(envelope, InvalidArguments(detail=f"{command.name}: {fault}"))
        # SECURITY: where a page cannot tell whether a person pressed something, the engine has the last word.
        elif command.needs_press and not self._saw_press():
            self._refuse(envelope, NotPressed(detail=command.name))
        elif not (limiter := self._limiters[command.name]).admit():
            self._refuse(envelope, TooManyCalls(detail=command.name))
        else:
            self.counters.passed += 1
            self._dispatch(command, envelope.args, ReplyTo(envelope.id, self._reply_line(), limiter.release))

    def _refuse(self, envelope: Envelope, error: AppError) -> None:
        self.counters.refused += 1
        # SECURITY: a flood of refusals would fill the reply queue; beyond this rate the page hears nothing.
        if self._refusals.take():
            ReplyTo(envelope.id, self._reply_line(), _nothing).fail(error)
        self._note(f"; the last refusal: {error.code} {error.detail}")

    def _note(self, last: str = "") -> None:
        """Log the counts, at most once a minute: a flood of messages must not become a flood of lines."""
        now = self._clock()
        if now >= self._log_from:
            self._log_from = now + _LOG_EVERY_SECONDS
            counters = self.counters
            _log.warning("gate: %d dropped and %d refused so far%s", counters.dropped, counters.refused, last)


def _nothing() -> None:
    """A refused call was never counted in."""
