"""Owns how a PDF becomes text: in a process of its own, which a hostile file can neither hang nor fill up for long."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from app.errors import Cancelled, DeadlineExceeded, FileRefused
from app.resources import text
from app.services.chat_host_command import start_quietly

MOST_CHARACTERS = 1_000_000


class Cancelling(Protocol):
    """What tells a call that nobody waits for it any more."""

    @property
    def is_set(self) -> bool:
        """Whether it was told."""

    def telling(self, call: Callable[[], None]) -> AbstractContextManager[None]:
        """Call this when it is told within the block."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF, page by page with an empty line between them."""

    words: str
    pages: int


def pdf_text(data: bytes, deadline_seconds: float, cancelled: Cancelling) -> PdfText:
    """Return the text of a PDF; raises FileRefused when it has none that can be read, DeadlineExceeded, Cancelled."""
    with start_quietly("pdf-text") as process:
        try:
            with cancelled.telling(process.kill):
                told, _ = process.communicate(data, timeout=deadline_seconds)
        except subprocess.TimeoutExpired:
            raise DeadlineExceeded from None
        finally:
            process.kill()
    if cancelled.is_set:
        raise Cancelled
    return _read(told)


def _read(told: bytes) -> PdfText:
    try:
        record = json.loads(told)
    except ValueError:
        raise FileRefused(text("file.pdf_unreadable")) from None
    if "error" in record:
        raise FileRefused(text(f"file.pdf_{record['error']}"))
    return PdfText(record["text"], record["pages"])
