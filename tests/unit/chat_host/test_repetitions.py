"""What libraries say again and again is heard once a minute."""

from __future__ import annotations

import logging

import pytest

from app.chat_host import repetitions
from app.chat_host.repetitions import PAUSE_SECONDS, Repetitions, without_repetitions


def record(words: str) -> logging.LogRecord:
    return logging.LogRecord("asyncio", logging.ERROR, __file__, 1, words, None, None)


def test_the_same_first_line_passes_once_a_minute() -> None:
    now = [0.0]
    filtered = Repetitions(clock=lambda: now[0])
    assert filtered.filter(record("full\nsocket 1"))
    assert not filtered.filter(record("full\nsocket 2"))
    assert filtered.filter(record("something else"))
    now[0] = PAUSE_SECONDS - 1
    assert not filtered.filter(record("full\nsocket 3"))
    now[0] = PAUSE_SECONDS
    assert filtered.filter(record("full\nsocket 4"))


def test_it_remembers_no_more_than_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repetitions, "MOST_REMEMBERED", 3)
    filtered = Repetitions(clock=lambda: 0.0)
    passed = [filtered.filter(record(f"words {number}")) for number in range(5)]
    assert passed == [True, True, True, False, False]


def test_it_leaves_the_loggers_as_they_were() -> None:
    before = list(logging.getLogger("asyncio").filters)
    with without_repetitions("asyncio"):
        assert len(logging.getLogger("asyncio").filters) == len(before) + 1
    assert logging.getLogger("asyncio").filters == before
