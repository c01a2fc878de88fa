"""Owns the way from Python to the page: one thread that sends replies and events in batches, one batch at a time.

Anything may be queued from any thread without waiting. A batch is one script, `__agentnookReceive([...])`; the next
one leaves when the page has acknowledged it. When there is nothing to say for a while, an empty batch asks whether the
page is still there. A page that does not acknowledge in time is reported once, and what was meant for an earlier page
load is discarded.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from threading import Condition, Lock, Thread
from threading import Event as Signal
from typing import Any, NamedTuple

from app.bridge.contract import EVENTS
from app.bridge.declarations import Event
from app.bridge.replies import SendReply, script_text
from app.errors import InternalError

_log = logging.getLogger(__name__)

MAX_QUEUED = 4_096
MAX_BATCH_MESSAGES = 1_024
MAX_BATCH_CHARACTERS = 1024 * 1024
# How much of its time a page has before it is asked whether the delay is its own.
FIRST_SHARE = 0.8

_EVENTS: Mapping[str, Event] = {event.name: event for event in EVENTS}

# Runs a script in the page and calls back when it has run; called on the channel's thread, must not wait.
RunScript = Callable[[str, Callable[[], None]], None]
# Runs a function on the window's own thread, soon; the same holds for it.
RunLater = Callable[[Callable[[], None]], None]


class _Message(NamedTuple):
    text: str
    is_event: bool


class _Batch(NamedTuple):
    number: int
    load: int
    script: str


class Channel:
    """Sends to the page; every method may be called on any thread and returns at once."""

    def __init__(
        self,
        run_script: RunScript,
        run_later: RunLater,
        *,
        deadline_seconds: float = 5.0,
        heartbeat_seconds: float = 2.0,
        on_unresponsive: Callable[[], None],
    ) -> None:
        """`on_unresponsive` is called on the channel's thread, at most once per page load."""
        self._run_script, self._run_later = run_script, run_later
        self._deadline_seconds, self._heartbeat_seconds = deadline_seconds, heartbeat_seconds
        self._on_unresponsive = on_unresponsive
        lock = Lock()
        # Two conditions on one lock: while the thread waits for the page, a new message must not wake it.
        self._work = Condition(lock)
        self._progress = Condition(lock)
        self._queue: deque[_Message] = deque()
        self._load = 0
        self._sent = 0
        self._acknowledged = 0
        self._open = self._reported = self._closed = False
        Thread(target=self._run, name="bridge-channel", daemon=True).start()

    def page_loading(self) -> None:
        """Begin a new page load: nothing is sent until `page_open`, and what is queued is never sent."""
        with self._work:
            self._load += 1
            self._open = self._reported = False
            self._queue.clear()
            self._work.notify_all()
            self._progress.notify_all()

    def page_open(self) -> None:
        """The page listens: send what is queued."""
        with self._work:
            self._open = True
            self._work.notify_all()

    def reply_line(self) -> SendReply:
        """Return the way for one reply to the page load of now; once that page is gone, a reply on it is discarded."""
        return partial(self._queue_reply, self._load)

    def send_event(self, name: str, data: Mapping[str, Any]) -> None:
        """Queue one declared event; when too much waits, the oldest events are forgotten."""
        fault = _EVENTS[name].data.fault(dict(data)) if name in _EVENTS else "is not declared"
        if fault:
            raise InternalError(detail=f"event {name} {fault}")
        text = script_text({"event": name, "data": dict(data)})
        with self._work:
            self._queue.append(_Message(text, is_event=True))
            self._forget_old_events()
            self._work.notify_all()

    def close(self) -> None:
        """Stop sending; what is queued is discarded."""
        with self._work:
            self._closed = True
            self._queue.clear()
            self._work.notify_all()
            self._progress.notify_all()

    def _queue_reply(self, load: int, text: str) -> None:
        with self._work:
            if load != self._load or self._closed:
                return
            self._queue.append(_Message(text, is_event=False))
            self._forget_old_events()
            if len(self._queue) > MAX_QUEUED:
                # SECURITY: a page that asks faster than it takes answers loses answers; it cannot fill the memory.
                self._queue.pop()
            self._work.notify_all()

    def _forget_old_events(self) -> None:
        if len(self._queue) > MAX_QUEUED:
            oldest = next((message for message in self._queue if message.is_event), None)
            if oldest is not None:
                self._queue.remove(oldest)

    def _run(self) -> None:
        while (batch := self._next_batch()) is not None:
            self._deliver(batch)

    def _next_batch(self) -> _Batch | None:
        """Wait for something to send; an open page that has been told nothing for a while gets an empty batch."""
        with self._work:
            while not self._closed:
                if not self._open:
                    self._work.wait()
                elif self._queue or not self._work.wait_for(self._has_news, self._heartbeat_seconds):
                    return self._take_batch()
            return None

    def _has_news(self) -> bool:
        return bool(self._queue) or self._closed or not self._open

    def _take_batch(self) -> _Batch:
        texts: list[str] = []
        room = MAX_BATCH_CHARACTERS
        while self._queue and len(texts) < MAX_BATCH_MESSAGES and (not texts or len(self._queue[0].text) < room):
            texts.append(self._queue.popleft().text)
            room -= len(texts[-1])
        self._sent += 1
        return _Batch(self._sent, self._load, f"__agentnookReceive([{','.join(texts)}])")

    def _deliver(self, batch: _Batch) -> None:
        self._tell_window(self._run_script, batch.script, partial(self._acknowledge, batch.number))
        if not self._wait_for_page(batch, FIRST_SHARE * self._deadline_seconds):
            # The page has done nothing wrong if the computer slept meanwhile, or if the window's own thread was busy:
            # it gets the rest of its time from when that thread is known to be awake.
            awake = Signal()
            self._tell_window(self._run_later, partial(self._wake, awake))
            self._wait_for_page(batch, None, awake)
            self._wait_for_page(batch, (1 - FIRST_SHARE) * self._deadline_seconds)
        with self._work:
            if self._is_settled(batch):
                return
            report, self._reported = not self._reported, True
        if report:
            _log.warning("the page did not take a message within %s s", self._deadline_seconds)
            self._tell_window(self._on_unresponsive)
        with self._work:
            # Nothing is sent past an unanswered batch; this ends with its late answer, a new page, or the window.
            self._progress.wait_for(lambda: self._is_settled(batch))

    def _wait_for_page(self, batch: _Batch, seconds: float | None, awake: Signal | None = None) -> bool:
        """Wait until the batch is settled or `awake` is set; False when the time is over before."""

        def is_over() -> bool:
            return self._is_settled(batch) or (awake is not None and awake.is_set())

        with self._work:
            return self._progress.wait_for(is_over, seconds)

    def _wake(self, awake: Signal) -> None:
        awake.set()
        with self._work:
            self._progress.notify_all()

    def _acknowledge(self, number: int) -> None:
        with self._work:
            self._acknowledged = max(self._acknowledged, number)
            self._progress.notify_all()

    def _is_settled(self, batch: _Batch) -> bool:
        return self._closed or self._load != batch.load or self._acknowledged >= batch.number

    def _tell_window(self, function: Callable[..., None], *arguments: object) -> None:
        try:
            function(*arguments)
        except Exception:  # noqa: BLE001 - the window's toolkit raises anything while it closes; the thread goes on
            _log.warning("the window refused a call of the bridge", exc_info=True)
