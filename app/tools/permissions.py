"""Owns the questions put to the person before a tool runs, and what came of them."""

from __future__ import annotations

import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal, get_args

from app.errors import AppError, Cancelled, InvalidArguments, PermissionDenied, Silenced
from app.tools.cancellation import Cancellation

Lasting = Literal["session", "always"]
Allowed = Literal["once", "session", "always"]
Decision = Allowed | Literal["deny"]
MOST_GRANTS = 1000
DENIALS_HEARD = 3
DENIALS_SECONDS = 60.0
LASTING: tuple[Lasting, ...] = get_args(Lasting)
DECISIONS: tuple[Decision, ...] = (*get_args(Allowed), "deny")
THIS_TIME: tuple[Decision, ...] = ("once", "deny")
About = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A standing question: the answers it offers, and what it is about (connection and tool), where there is such."""

    choices: tuple[Decision, ...]
    about: About
    answer: Future[Decision] = field(default_factory=Future)


class Permissions:
    """Asks the shell and waits for the answer; a window that closes answers for the person: cancelled.

    `ask` and `settle` tell the shell that a question stands, or stands no more, and `expired` that nobody answered one
    in time; they return at once. A connection whose agent was told no a few times within a minute is told no without a
    question for the rest of it.
    """

    def __init__(
        self,
        ask: Callable[[str, Mapping[str, object]], None],
        settle: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
        expired: Callable[[], None] = lambda: None,
    ) -> None:
        self._ask, self._settle, self._clock, self._expired = ask, settle, clock, expired
        self._denied_at: dict[str, deque[float]] = {}
        self._open: dict[str, Asked] = {}
        self._lock = threading.Lock()
        self._closed = False

    def request(
        self,
        question: Mapping[str, object],
        *,
        deadline_seconds: float,
        choices: tuple[Decision, ...] = THIS_TIME,
        about: About = None,
        cancelled: Cancellation | None = None,
    ) -> Allowed:
        """Return how the person allows it; raises PermissionDenied, Silenced or Cancelled."""
        request_id, asked = secrets.token_hex(8), Asked(choices, about)
        with self._lock:
            if self._closed:
                raise Cancelled
            if self._is_silenced(about):
                raise Silenced
            self._open[request_id] = asked
        try:
            self._ask(request_id, question)
            with (cancelled or Cancellation()).telling(lambda: self._cancel([request_id])):
                decision = asked.answer.result(timeout=deadline_seconds)
        except TimeoutError as error:
            self._expired()
            raise Cancelled from error
        finally:
            with self._lock:
                self._open.pop(request_id, None)
            self._settle(request_id)
        if decision == "deny":
            raise PermissionDenied
        return decision

    def deny(self, about: About) -> None:
        """Note that the person said no, here or by closing a dialog; one no too many answers what else is asked."""
        with self._lock:
            denied_at = self._denied_at.setdefault(_connection(about), deque(maxlen=DENIALS_HEARD))
            denied_at.append(self._clock())
            is_silenced = self._is_silenced(about)
            standing = [
                key for key, each in self._open.items() if is_silenced and _connection(each.about) == _connection(about)
            ]
        self._end(standing, Silenced)

    def decide(self, request_id: str, decision: str) -> None:
        """Take the person's answer; an answer to a question that no longer stands changes nothing.

        One that lasts answers whatever else stands about the same thing.
        """
        known = next((each for each in DECISIONS if each == decision), None)
        if known is None:
            raise InvalidArguments
        with self._lock:
            asked = self._open.get(request_id)
            if asked is None:
                return
            # SECURITY: T08, what was not offered cannot be had, whoever says it.
            if known not in asked.choices:
                raise InvalidArguments
            lasts = known in LASTING and asked.about is not None
            answered = [key for key, each in self._open.items() if lasts and each.about == asked.about] or [request_id]
            taken = [self._open.pop(key) for key in answered]
        if known == "deny":
            # Before the agent hears of it, and asks for the next thing.
            self.deny(asked.about)
        for each in taken:
            each.answer.set_result(known)

    def cancel(self) -> None:
        """Answer every standing question with cancelled: the page that asked is gone, and nobody waits any more."""
        with self._lock:
            standing = list(self._open)
        self._cancel(standing)

    def close(self) -> None:
        """Answer every standing question with cancelled, and every later one too."""
        with self._lock:
            self._closed = True
        self.cancel()

    def _is_silenced(self, about: About) -> bool:
        """SECURITY: T08, an agent does not get its way by asking until somebody gives in; others still may ask."""
        denied_at = self._denied_at.get(_connection(about))
        if denied_at is None:
            return False
        return len(denied_at) == DENIALS_HEARD and self._clock() - denied_at[0] < DENIALS_SECONDS

    def _cancel(self, request_ids: list[str]) -> None:
        self._end(request_ids, Cancelled)

    def _end(self, request_ids: list[str], why: type[AppError]) -> None:
        with self._lock:
            taken = [self._open.pop(key) for key in request_ids if key in self._open]
        for each in taken:
            each.answer.set_exception(why())


def _connection(about: About) -> str:
    return about[0] if about is not None else ""
