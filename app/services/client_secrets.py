"""Owns the secret a hosted chat is opened with: made once for all who ask, renewed ahead of its end, never kept."""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from app.errors import (
    AnswerUnusable,
    AppError,
    Cancelled,
    InternalError,
    KeyRefused,
    NetworkTimeout,
    RateLimited,
    ServerTrouble,
)
from app.observability.developers import warn_developers
from app.services.session_failures import LONGEST_WAIT_SECONDS, rate_limited

DEADLINE_SECONDS = 15.0
CIRCUIT_SECONDS = 30.0
LONGEST_MARGIN_SECONDS = 60.0
# A secret lasts for minutes, and a chat that is opened anew needs one.
MOST_A_MINUTE = 20
FIRST_PAUSE_SECONDS = 0.3
# What lives no longer than this is hardly used before it has to be made anew.
SHORT_LIFE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class MintedSecret:
    """A client secret: `lives_for_seconds` is by the server's clock, so that a wrong one here does not matter."""

    # SECURITY: neither the secret nor the session shows when this is printed or logged.
    value: str = field(repr=False)
    expires_at_utc: float
    session_id: str = field(repr=False)
    lives_for_seconds: float = 600.0


class Flight:
    """One making of a secret, and everybody who waits for it."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.secret: MintedSecret | None = None
        self.failure: AppError | None = None


class ClientSecrets:
    """The secrets of one connection; safe on every thread. Another connection or key needs another of these."""

    def __init__(
        self,
        mint: Callable[[], MintedSecret],
        clock: Callable[[], float] = time.monotonic,
        deadline_seconds: float = DEADLINE_SECONDS,
        late: Callable[[], AppError] = NetworkTimeout,
    ) -> None:
        """Take `late`, which says what the making waits for when somebody has waited too long for it."""
        self._mint, self._clock, self._deadline_seconds, self._late = mint, clock, deadline_seconds, late
        self._lock = threading.Lock()
        self._cancelled = threading.Event()
        self._kept: MintedSecret | None = None
        self._fresh_until = self._ends = 0.0
        self._held: AppError | None = None
        self._held_until = 0.0
        self._flight: Flight | None = None
        self._made_at: deque[float] = deque(maxlen=MOST_A_MINUTE)

    def prefetch(self) -> None:
        """Begin to make a secret, unless a fresh one is there; returns at once and tells no failure."""
        with self._lock:
            if not self._cancelled.is_set() and self._fresh(None) is None and self._clock() >= self._held_until:
                with suppress(RateLimited):
                    self._take_off()

    def get(self, current: str | None, *, anew: bool = False) -> MintedSecret:
        """Return a secret that is not `current`; raises an AppError, Cancelled among them, within the deadline.

        `anew`: a person wants it once more, so what failed lately is tried again at once, but for a limit that lasts.
        """
        with self._lock:
            if self._cancelled.is_set():
                raise Cancelled
            kept = self._fresh(current)
            if kept is not None:
                return kept
            if self._kept is not None and self._kept.value == current and self._clock() >= self._ends:
                warn_developers("a secret was renewed only after its end: the interface did not ask in time")
            if self._is_held(anew):
                raise self._still_held()
            flight = self._take_off()
        if not flight.over.wait(self._deadline_seconds):
            raise self._late()
        if flight.failure is not None:
            raise flight.failure
        if flight.secret is None:
            raise Cancelled
        # A page that was given this very secret by the same flight asks for another one.
        if flight.secret.value == current:
            raise AnswerUnusable(detail="same secret again")
        return flight.secret

    def cancel(self) -> None:
        """End for good: who waits gets Cancelled at once, and the secret is forgotten."""
        self._cancelled.set()
        with self._lock:
            flight, self._flight, self._kept = self._flight, None, None
        if flight is not None:
            flight.over.set()

    def _fresh(self, current: str | None) -> MintedSecret | None:
        kept = self._kept
        return kept if kept is not None and kept.value != current and self._clock() < self._fresh_until else None

    def _is_held(self, anew: bool) -> bool:
        lasts = self._held is not None and self._clock() < self._held_until
        return lasts and (not anew or isinstance(self._held, RateLimited))

    def _still_held(self) -> AppError:
        if isinstance(self._held, RateLimited):
            return rate_limited(self._held_until - self._clock())
        return self._held or InternalError()

    def _take_off(self) -> Flight:
        """Return the flight that is under way, or a new one; raises RateLimited. The lock is held."""
        if self._flight is None:
            # SECURITY: a script that asks without end makes no sessions without end.
            since = self._clock() - self._made_at[0] if len(self._made_at) == MOST_A_MINUTE else 60.0
            if since < 60.0:
                raise RateLimited(retry_after_seconds=60.0 - since)
            self._made_at.append(self._clock())
            self._flight = Flight()
            threading.Thread(target=self._fly, args=(self._flight,), name="client-secret", daemon=True).start()
        return self._flight

    def _fly(self, flight: Flight) -> None:
        began = self._clock()
        secret, failure = None, None
        try:
            secret = self._mint_with_tries()
        except AppError as error:
            failure = error
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait must hear of it
            # SECURITY: only the kind of an unknown error is kept; its words could hold the secret.
            failure = InternalError(detail=type(error).__name__)
        with self._lock:
            if self._flight is flight:
                self._flight = None
                self._keep(secret, failure, began)
                flight.secret, flight.failure = secret, failure
        flight.over.set()

    def _keep(self, secret: MintedSecret | None, failure: AppError | None, began: float) -> None:
        self._kept, self._held = secret, failure
        self._held_until = self._clock() + _hold_seconds(failure)
        if secret is not None:
            # From when it was asked for: the time on the way belongs to its life.
            margin = min(LONGEST_MARGIN_SECONDS, secret.lives_for_seconds / 5)
            self._ends = began + secret.lives_for_seconds
            self._fresh_until = self._ends - margin
            if secret.lives_for_seconds <= SHORT_LIFE_SECONDS:
                warn_developers("the server gives secrets that live for only %d s", secret.lives_for_seconds)

    def _mint_with_tries(self) -> MintedSecret:
        until = time.monotonic() + self._deadline_seconds
        pause = FIRST_PAUSE_SECONDS
        tried = 0
        while True:
            tried += 1
            try:
                return self._mint()
            except (ServerTrouble, NetworkTimeout) as error:
                most = 3 if isinstance(error, ServerTrouble) else 2
                pause *= 1 + random.random()  # noqa: S311 - it only spreads the tries
                if tried >= most or time.monotonic() + pause >= until or self._cancelled.wait(pause):
                    raise


def _hold_seconds(failure: AppError | None) -> float:
    """Return how long a failure is repeated to those who ask, without asking the server again."""
    if isinstance(failure, RateLimited):
        return min(failure.retry_after_seconds, LONGEST_WAIT_SECONDS)
    return CIRCUIT_SECONDS if isinstance(failure, KeyRefused | ServerTrouble) else 0.0
