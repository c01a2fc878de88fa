"""Owns the text a person has written and not sent, so that no crash of a page loses it."""

from __future__ import annotations

import threading
from dataclasses import dataclass

MOST_DRAFT_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Draft:
    """Unsent text, and the thread it was written in (None for a new one)."""

    text: str = ""
    thread_id: str | None = None


class Drafts:
    """The one draft of this window; it lives in memory, as the window process outlives its page."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._lock = threading.Lock()

    def keep(self, text: str, thread_id: str | None) -> None:
        """Remember the text; an empty one forgets it."""
        with self._lock:
            self._draft = Draft(text[:MOST_DRAFT_CHARACTERS], thread_id)

    def current(self) -> Draft:
        """Return what was kept last."""
        with self._lock:
            return self._draft
