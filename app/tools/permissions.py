"""Owns the questions put to the person before a tool runs, and what came of them."""

from __future__ import annotations

import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Literal, get_args

from app.errors import Cancelled, InvalidArguments, PermissionDenied

Decision = Literal["once", "deny"]
DENIALS_HEARD = 3
DENIALS_SECONDS = 60.0
DECISIONS: tuple[Decision, ...] = get_args(Decision)


class Permissions:
    """Asks the shell and waits for the answer; a window that closes answers for the person: cancelled.

    `ask` and `settle` tell the shell that a question stands, or stands no more; both return at once. Who was told no a
    few times within a minute is told no without a question for the rest of it.
    """

    def __init__(
        self,
        ask: Callable[[str, Mapping[str, object]], None],
        settle: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask, self._settle, self._clock = ask, settle, clock
        self._denied_at: deque[float] = deque(maxlen=DENIALS_HEARD)
        self._open: dict[str, Future[Decision]] = {}
        self._lock = threading.Lock()
        self._closed = False

    def request(self, question: Mapping[str, object], *, deadline_seconds: float) -> None:
        """Return when the person allows it; raises PermissionDenied or Cancelled."""
        request_id, answer = secrets.token_hex(8), Future[Decision]()
        with self._lock:
            if self._closed:
                raise Cancelled
            # SECURITY: T08, an agent does not get its way by asking until somebody gives in.
            if len(self._denied_at) == DENIALS_HEARD and self._clock() - self._denied_at[0] < DENIALS_SECONDS:
                raise PermissionDenied
            self._open[request_id] = answer
        try:
            self._ask(request_id, question)
            decision = answer.result(timeout=deadline_seconds)
        except TimeoutError as error:
            raise Cancelled from error
        finally:
            with self._lock:
                self._open.pop(request_id, None)
            self._settle(request_id)
        if decision != "once":
            with self._lock:
                self._denied_at.append(self._clock())
            raise PermissionDenied

    def decide(self, request_id: str, decision: str) -> None:
        """Take the person's answer; an answer to a question that no longer stands changes nothing."""
        known = next((each for each in DECISIONS if each == decision), None)
        if known is None:
            raise InvalidArguments
        with self._lock:
            answer = self._open.pop(request_id, None)
        if answer is not None:
            answer.set_result(known)

    def cancel(self) -> None:
        """Answer every standing question with cancelled: the page that asked is gone, and nobody waits any more."""
        with self._lock:
            answers = list(self._open.values())
            self._open.clear()
        for answer in answers:
            answer.set_exception(Cancelled())

    def close(self) -> None:
        """Answer every standing question with cancelled, and every later one too."""
        with self._lock:
            self._closed = True
        self.cancel()
