"""Owns the text a person has written and not sent, so that no crash of a page loses it."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from app.errors import InvalidArguments

MOST_DRAFT_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsent text, and the thread it was written in (None for a new one)."""

    text: str = ""
    thread_id: str | None = None


class Drafts:
    """The one draft of this window; it lives in memory, as the window process outlives its page."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._parts: list[str] = []
        self._lock = threading.Lock()

    def keep(self, text: str, thread_id: str | None, part: int = 1, parts: int = 1) -> None:
        """Remember the text, which counts once its last part has come; an empty one forgets it.

        The first part begins anew, whatever was on its way: its page may have died. Raises InvalidArguments when one is
        missing.
        """
        with self._lock:
            if part == 1:
                self._parts = []
            if part != len(self._parts) + 1 or part > parts:
                raise InvalidArguments(detail=f"part {part} of {parts} after {len(self._parts)}")
            self._parts.append(text)
            if part == parts:
                self._draft = Draft("".join(self._parts)[:MOST_DRAFT_CHARACTERS], thread_id)
                self._parts = []

    def current(self) -> Draft:
        """Return what was kept last."""
        with self._lock:
            return self._draft
