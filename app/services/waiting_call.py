"""Owns calls that may wait for a person: one at a time on a thread of their own, each with a deadline."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Any, TypeVar

from app.errors import KeyringTimeout

T = TypeVar("T")


class WaitingCalls:
    """Runs calls in order on a daemon thread, so that one which never returns does not keep the program alive."""

    def __init__(self, on_waiting: Callable[[], None], *, notice_seconds: float, deadline_seconds: float) -> None:
        self._on_waiting = on_waiting
        self._notice_seconds, self._deadline_seconds = notice_seconds, deadline_seconds
        self._calls: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = queue.SimpleQueue()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

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
        self._on_waiting()
        try:
            return future.result(self._deadline_seconds - self._notice_seconds)
        except FutureTimeout:
            if future.done():
                raise
            future.cancel()
            raise KeyringTimeout from None

    def _work(self) -> None:
        while True:
            future, call = self._calls.get()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = call()
            except BaseException as error:  # noqa: BLE001 - whoever waits gets it; the thread goes on
                future.set_exception(error)
            else:
                future.set_result(result)
            del future, call
