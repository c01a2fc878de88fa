"""Owns the gate: the one place where text from a page becomes a call, or nothing.

Every text a page can send, from any frame, arrives at `Gate.receive` on the window's own thread. What does not prove
that it comes from the shell of this page load is dropped without an answer; what does, but asks wrongly, is refused
with a typed error. It must not know what commands do.
"""

from __future__ import annotations

import hmac
import json
import logging
import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from app.bridge.contract import COMMANDS, MAX_LINES, MAX_MESSAGE_BYTES, PROTOCOL_VERSION, Command, Page
from app.bridge.limits import CallLimiter, TokenBucket
from app.bridge.replies import ReplyTo, SendReply
from app.errors import AppError, InvalidArguments, TooManyCalls, UnknownCommand

_log = logging.getLogger(__name__)

KNOCK = "knock"
MAX_DEPTH = 8
KNOCKS_PER_LOAD = 5
REFUSALS_PER_SECOND = 500
_LOG_EVERY_SECONDS = 60.0

_ENVELOPE_KEYS = {"v", "id", "token", "name", "args"}
_CALL_ID = re.compile("[0-9]{1,9}")
# A string or one bracket. It matches every string to its end or the text's, so it never looks at a character twice.
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)|[\[{]|[\]}]', re.DOTALL)

Dispatch = Callable[[Command, dict[str, Any], ReplyTo], None]


@dataclass(slots=True)
class GateCounters:
    """What came of the messages so far."""

    passed: int = 0
    refused: int = 0
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class _Envelope:
    id: str
    token: str
    name: str
    args: Any


class Gate:
    """Judges every message of the page; `receive` runs on the window's thread, never raises and never waits."""

    def __init__(
        self,
        dispatch: Dispatch,
        on_knock: Callable[[], None],
        *,
        reply_line: Callable[[], SendReply],
        clock: Callable[[], float] = time.monotonic,
        commands: Sequence[Command] = COMMANDS,
        page: Page = Page.SHELL,
    ) -> None:
        """`dispatch` runs a call, `on_knock` hands out the token, `reply_line` leads to the page load of now."""
        self.counters = GateCounters()
        self._dispatch = dispatch
        self._on_knock = on_knock
        self._reply_line = reply_line
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
        if type(text) is not str or not _is_small(text) or text.count("\n") >= MAX_LINES:
            self._drop()
        elif text == KNOCK:
            self._knock()
        else:
            for line in text.split("\n"):
                self._receive_line(line)

    def _receive_line(self, line: str) -> None:
        envelope = _read_envelope(line)
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

    def _judge(self, envelope: _Envelope) -> None:
        command = self._commands.get(envelope.name)
        if command is None or self._page not in command.grants:
            self._refuse(envelope, UnknownCommand())
        elif fault := command.args.fault(envelope.args):
            self._refuse(envelope, InvalidArguments(detail=f"{command.name}: {fault}"))
        elif not (limiter := self._limiters[command.name]).admit():
            self._refuse(envelope, TooManyCalls(detail=command.name))
        else:
            self.counters.passed += 1
            self._dispatch(command, envelope.args, ReplyTo(envelope.id, self._reply_line(), limiter.release))

    def _refuse(self, envelope: _Envelope, error: AppError) -> None:
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


def _read_envelope(text: str) -> _Envelope | None:
    """Return the envelope that `text` is, or None; the cheap checks come first."""
    if not text.startswith("{") or _is_deep(text):
        return None
    try:
        value = _DECODER.decode(text)
    except ValueError:
        return None
    return _as_envelope(value)


def _as_envelope(value: dict[str, Any]) -> _Envelope | None:
    if value.keys() != _ENVELOPE_KEYS:
        return None
    version, call_id, token, name = value["v"], value["id"], value["token"], value["name"]
    if type(call_id) is not str or not _CALL_ID.fullmatch(call_id):
        return None
    if type(version) is not int or version != PROTOCOL_VERSION or type(token) is not str or type(name) is not str:
        return None
    return _Envelope(call_id, token, name, value["args"])


def _is_small(text: str) -> bool:
    if len(text) > MAX_MESSAGE_BYTES:
        return False
    return text.isascii() or len(text.encode("utf-8", "surrogatepass")) <= MAX_MESSAGE_BYTES


def _is_deep(text: str) -> bool:
    """Whether `text` nests deeper than allowed; decided before parsing, so that no parser recurses for a stranger."""
    if text.count("{") + text.count("[") <= MAX_DEPTH:
        return False
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        mark = match.group()
        if mark in "{[":
            depth += 1
            if depth > MAX_DEPTH:
                return True
        elif mark in "}]":
            depth -= 1
    return False


def _object_without_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a name stands twice")
    return value


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    return number


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is not JSON")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object_without_twice, parse_float=_finite, parse_constant=_no_constant, strict=True
)
