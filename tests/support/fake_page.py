"""A page without a window: it takes the channel's scripts, reads the messages in them and acknowledges them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

from tests.support.waiting import wait_until

_BEFORE, _AFTER = "__agentnookReceive(", ")"


def messages_of(script: str) -> list[dict[str, Any]]:
    """Return the messages of one script, which must be one call of the one function and nothing else."""
    assert script.startswith(_BEFORE), script[:80]
    assert script.endswith(_AFTER), script[-80:]
    messages = json.loads(script[len(_BEFORE) : -len(_AFTER)])
    assert isinstance(messages, list)
    return messages


class FakePage:
    """Receives scripts; while `answers` is False it holds acknowledgements back like a page that hangs.

    With `reads=False` it only keeps the scripts, which may then be anything. While `window_is_awake` is False, the
    window's own thread does nothing that it is asked to do later.
    """

    def __init__(self, *, answers: bool = True, reads: bool = True) -> None:
        self.answers = answers
        self.window_is_awake = True
        self.asked_later: list[Callable[[], None]] = []
        self._reads = reads
        self.scripts: list[str] = []
        self.messages: list[dict[str, Any]] = []
        self.held: list[Callable[[], None]] = []
        self._lock = Lock()

    def run_script(self, script: str, acknowledged: Callable[[], None]) -> None:
        """Take one script."""
        with self._lock:
            self.scripts.append(script)
            if self._reads:
                self.messages.extend(messages_of(script))
            if not self.answers:
                self.held.append(acknowledged)
                return
        acknowledged()

    def run_later(self, function: Callable[[], None]) -> None:
        """Take what the window's own thread shall do."""
        if self.window_is_awake:
            function()
        else:
            self.asked_later.append(function)

    def wake(self) -> None:
        """Acknowledge what was held back, and everything from now on."""
        with self._lock:
            self.answers = True
            held, self.held = self.held, []
        for acknowledged in held:
            acknowledged()

    def wait_for_scripts(self, count: int) -> None:
        """Wait until so many scripts have come."""
        wait_until(lambda: len(self.scripts) >= count, what=f"{count} scripts")

    def wait_for_messages(self, count: int) -> None:
        """Wait until so many messages have come."""
        wait_until(lambda: len(self.messages) >= count, what=f"{count} messages")

    def reply_to(self, call_id: str) -> Mapping[str, Any]:
        """Wait for the reply to one call and return it."""
        return wait_until(lambda: self._find(call_id), what=f"the reply to {call_id}")

    def replies(self) -> list[dict[str, Any]]:
        """Return the replies so far."""
        return [message for message in list(self.messages) if "id" in message]

    def events(self) -> list[dict[str, Any]]:
        """Return the events so far."""
        return [message for message in list(self.messages) if "event" in message]

    def _find(self, call_id: str) -> dict[str, Any] | None:
        return next((reply for reply in self.replies() if reply["id"] == call_id), None)
