"""Owns the threads that run calls, and the one that watches their deadlines.

Threads start when they are needed and end when they have been idle, so that a quiet program has none; all are daemons,
so that a handler that never returns cannot keep the program alive. It must not know commands.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread, current_thread
from typing import NamedTuple

from app.bridge.replies import ReplyTo

IDLE_SECONDS = 20.0

Task = Callable[[], None]


class Lane:
    """A small pool of threads with a bounded queue; a queue of 0 takes a task only while a thread is free."""

    def __init__(self, name: str, most_threads: int, most_queued: int) -> None:
        self._name = name
        self._most_threads = most_threads
        self._most_queued = most_queued
        self._changed = Condition()
        self._tasks: deque[Task] = deque()
        self._threads: set[Thread] = set()
        self._running = 0
        self._closed = False

    def start(self, task: Task) -> bool:
        """Run `task` as soon as a thread is free; False when too much runs and waits already."""
        with self._changed:
            open_tasks = self._running + len(self._tasks)
            if self._closed or open_tasks >= self._most_threads + self._most_queued:
                return False
            self._tasks.append(task)
            if open_tasks >= len(self._threads) and len(self._threads) < self._most_threads:
                self._add_thread()
            self._changed.notify()
            return True

    def close(self, timeout_seconds: float) -> None:
        """Forget what waits and give what runs `timeout_seconds` to end."""
        until = time.monotonic() + timeout_seconds
        with self._changed:
            self._closed = True
            self._tasks.clear()
            self._changed.notify_all()
            threads = list(self._threads)
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _add_thread(self) -> None:
        thread = Thread(target=self._work, name=self._name, daemon=True)
        self._threads.add(thread)
        thread.start()

    def _work(self) -> None:
        try:
            while (task := self._next_task()) is not None:
                try:
                    task()
                finally:
                    with self._changed:
                        self._running -= 1
        finally:
            with self._changed:
                self._threads.discard(current_thread())

    def _next_task(self) -> Task | None:
        """Return the next task, or None when this thread is no longer needed and has signed off."""
        with self._changed:
            self._changed.wait_for(lambda: self._tasks or self._closed, IDLE_SECONDS)
            if not self._tasks:
                self._threads.discard(current_thread())
                return None
            self._running += 1
            return self._tasks.popleft()


class _Watched(NamedTuple):
    due: float
    expire: Task


class Deadlines:
    """Calls `expire` for what was not forgotten in time; one thread, and only while something is watched."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._changed = Condition()
        self._watched: dict[ReplyTo, _Watched] = {}
        self._wakes_at = 0.0
        self._has_thread = False
        self._closed = False

    def watch(self, call: ReplyTo, seconds: float, expire: Task) -> None:
        """Call `expire` in `seconds` from now unless `call` is forgotten before."""
        with self._changed:
            due = self._clock() + seconds
            self._watched[call] = _Watched(due, expire)
            if not self._has_thread:
                self._has_thread = True
                Thread(target=self._keep, name="bridge-deadlines", daemon=True).start()
            elif due < self._wakes_at:
                self._changed.notify()

    def forget(self, call: ReplyTo) -> None:
        """Stop watching `call`."""
        with self._changed:
            self._watched.pop(call, None)

    def close(self) -> list[ReplyTo]:
        """Stop watching and return what was watched."""
        with self._changed:
            self._closed = True
            calls = list(self._watched)
            self._watched.clear()
            self._changed.notify()
            return calls

    def _keep(self) -> None:
        while (expired := self._wait_for_expired()) is not None:
            for watched in expired:
                watched.expire()

    def _wait_for_expired(self) -> list[_Watched] | None:
        """Wait for the next deadline and return what is due; None when nothing has been watched for a while."""
        with self._changed:
            now = self._clock()
            self._wakes_at = min((watched.due for watched in self._watched.values()), default=now + IDLE_SECONDS)
            if not self._closed:
                self._changed.wait(max(0.0, self._wakes_at - now))
            if self._closed or not self._watched:
                self._has_thread = False
                return None
            now = self._clock()
            due = [call for call, watched in self._watched.items() if watched.due <= now]
            return sorted((self._watched.pop(call) for call in due), key=lambda watched: watched.due)
