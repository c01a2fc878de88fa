"""Owns the answer to one call: exactly one, sent to the page load that asked, as text that is safe inside a script."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

from app.errors import AppError

# Takes one encoded reply and sends it to one page load; any thread, never blocks.
SendReply = Callable[[str], None]

_ENCODER = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


def script_text(value: Any) -> str:
    """Return `value` as JSON that may stand inside a script; TypeError or ValueError when it is not plain data.

    SECURITY: everything outside ASCII is escaped, so U+2028 and U+2029 cannot end a line, and `<` is, so that no markup
    can begin; NaN and Infinity are refused because they are not JSON.
    """
    return _ENCODER.encode(value).replace("<", "\\u003c")


class ReplyTo:
    """Where the answer to one call goes; the first answer counts, a later one is discarded."""

    __slots__ = ("_answered", "_release", "_send", "id")

    def __init__(self, call_id: str, send: SendReply, release: Callable[[], None]) -> None:
        self.id = call_id
        self._send = send
        self._release = release
        self._answered = Lock()

    @property
    def answered(self) -> bool:
        """Whether an answer was sent."""
        return self._answered.locked()

    def succeed(self, value: Mapping[str, Any]) -> bool:
        """Answer with `value`; False when there was an answer already. TypeError or ValueError: not plain data."""
        return self._answer(f'{{"id":"{self.id}","ok":true,"value":{script_text(value)}}}')

    def fail(self, error: AppError) -> bool:
        """Answer with what a page may know about `error`; False when there was an answer already."""
        return self._answer(f'{{"id":"{self.id}","ok":false,"error":{script_text(error.envelope())}}}')

    def _answer(self, text: str) -> bool:
        if not self._answered.acquire(blocking=False):
            return False
        self._release()
        self._send(text)
        return True
