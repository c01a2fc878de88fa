"""Owns what stands in the place of pywebview's own bridge on every engine: nothing of it reaches Python or the page."""

from __future__ import annotations

from typing import Any


class SeamCounters:
    """Counts calls to pywebview's dispatcher, which answers none of them."""

    def __init__(self) -> None:
        self.dropped = 0

    def drop(self, *_anything: object) -> None:
        """SECURITY: take the place of `js_bridge_call`, which would walk any dotted path from a page."""
        self.dropped += 1


def announce_loaded(_platform: str, window: Any) -> None:
    """Take the place of `inject_pywebview`: tell pywebview its events, and put nothing into the page."""
    window.events.before_load.set()
    window.events._pywebviewready.set()
    window.events.loaded.set()
