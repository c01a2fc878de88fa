"""Owns values that are made once, in the background, after the window is on its way, and waited for with a deadline."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from app.errors import AppError, DeadlineExceeded, InternalError

logger = logging.getLogger(__name__)

ValueT = TypeVar("ValueT", covariant=True)


class Later(Generic[ValueT]):
    """A value whose making is put off until `fulfil` is called, by the first thread that has the time."""

    def __init__(self, make: Callable[[], ValueT]) -> None:
        self._make = make
        self._future: Future[ValueT] = Future()
        self._unclaimed = threading.Lock()

    def fulfil(self) -> None:
        """Make the value; whatever goes wrong is raised, as an AppError, where the value is asked for.

        Whoever comes later does nothing.
        """
        if not self._unclaimed.acquire(blocking=False):
            return
        try:
            self._future.set_result(self._make())
        except AppError as error:
            self._future.set_exception(error)
        except Exception:
            # Carried to every caller of `get`; what it was stands in the log, as nobody else would know.
            logger.exception("a part of the program could not be made")
            self._future.set_exception(InternalError())

    def get(self, timeout_seconds: float = 10.0) -> ValueT:
        """Wait for the value; raises DeadlineExceeded when it is not there in time, or what its making raised."""
        try:
            return self._future.result(timeout_seconds)
        except TimeoutError as error:
            raise DeadlineExceeded from error

    def made(self, timeout_seconds: float = 10.0) -> ValueT:
        """Make the value, unless somebody has or does, and return it; raises as `get`."""
        self.fulfil()
        return self.get(timeout_seconds)

    def ready(self) -> ValueT | None:
        """Return the value if it is there already."""
        return self._future.result() if self._future.done() and self._future.exception() is None else None
