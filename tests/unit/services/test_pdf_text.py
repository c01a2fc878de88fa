"""The text of a PDF comes from a process of its own, which ends with whoever waits for it."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from app.errors import Cancelled, DeadlineExceeded
from app.services import pdf_text
from app.tools.cancellation import Cancellation

LONG_SECONDS = 60.0


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Put a process that reads and never answers in the place of the one that reads PDFs."""
    made: list[subprocess.Popen[bytes]] = []

    def start(_verb: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", "import sys, signal; sys.stdin.buffer.read(); signal.pause()"]
        made.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        return made[0]

    monkeypatch.setattr(pdf_text, "start_quietly", start)
    return made


def test_a_read_that_is_cancelled_ends_at_once(endless: list[subprocess.Popen[bytes]]) -> None:
    cancelled = Cancellation()
    threading.Timer(0.2, cancelled.set).start()
    with pytest.raises(Cancelled):
        pdf_text.pdf_text(b"%PDF-", LONG_SECONDS, cancelled)
    assert endless[0].returncode == -9


def test_a_read_that_takes_too_long_leaves_no_process(endless: list[subprocess.Popen[bytes]]) -> None:
    with pytest.raises(DeadlineExceeded):
        pdf_text.pdf_text(b"%PDF-", 0.2, Cancellation())
    assert endless[0].returncode == -9
