"""The process's one redactor, exchanged for a test's own: what it learns is forgotten with the test."""

from __future__ import annotations

import pytest

from app.observability import redaction
from app.observability.redaction import Redactor


def use_redactor(monkeypatch: pytest.MonkeyPatch, redactor: Redactor) -> None:
    """Have all parts of the program hide with this redactor what it knows."""
    monkeypatch.setattr(redaction, "_process_redactor", lambda: redactor)
