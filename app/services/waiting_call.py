"""Owns calls that may wait for a person: one at a time on a thread of their own, each with a deadline."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import contextmanager
from typing import Any, TypeVar

from app.errors import KeyringTimeout

T = TypeVar("T")


# For as long a thread waits for the next call.
IDLE_SECONDS = 1.0


class WaitingCalls:
    """Runs calls in order on a daemon thread, so that one which never returns does not keep the program alive."""

    def __init__(self, on_waiting: Callable[[bool], None], *, notice_seconds: float, deadline_seconds: float) -> None:
        """Take `on_waiting`, which hears when somebody begins to wait, and when nobody does any more."""
        self._on_waiting, self._waiting = on_waiting, 0
        self._notice_seconds, self._deadline_seconds = notice_seconds, deadline_seconds
        self._calls: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = queue.SimpleQueue()
        self._starting, self._counting = threading.Lock(), threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody has waited for longer than a moment and does so still."""
        return self._waiting > 0

    def submit(self, call: Callable[[], T]) -> Future[T]:
        """Put a call into the line."""
        future: Future[T] = Future()
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="keyring", daemon=True)
                self._thread.start()
            self._calls.put((future, call))
        return future

    def wait(self, future: Future[T]) -> T:
        """Return what a call returns; say after a moment that it waits, and give up at the deadline.

        A call that was not begun by then never is; one that was may still end, and its result stays in the future.
        """
        try:
            return future.result(self._notice_seconds)
        except FutureTimeout:
            if future.done():  # the call itself raised a TimeoutError
                raise
        try:
            with self._noticed():
                return future.result(self._deadline_seconds - self._notice_seconds)
        except FutureTimeout:
            if future.done():
                raise
            future.cancel()
            raise KeyringTimeout from None

    @contextmanager
    def _noticed(self) -> Iterator[None]:
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        with self._counting:  # told in order, so that the last word is the true one
            before, self._waiting = self._waiting, self._waiting + change
            if bool(before) != bool(self._waiting):
                self._on_waiting(change > 0)

    def _work(self) -> None:
        while True:
            try:
                future, call = self._calls.get(timeout=IDLE_SECONDS)
            except queue.Empty:
                if self._is_done():
                    return
                continue
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = call()
            except BaseException as error:  # noqa: BLE001 - whoever waits gets it; the thread goes on
                future.set_exception(error)
            else:
                future.set_result(result)
            del future, call

    def _is_done(self) -> bool:
        """Let the thread go that nobody needs any more: who is asked once in a while leaves none behind."""
        with self._starting:
            if not self._calls.empty():
                return False
            self._thread = None
            return True
