from __future__ import annotations

from collections.abc import Callable

import pytest

from app.diagnostics.checks import page_answer
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext, told


def test_web_03_a_page_that_answers_passes_with_its_time(make_context: MakeContext) -> None:
    finding = page_answer.probe(make_context(ask_page=lambda answered: answered()))
    assert told(finding) == (State.PASS, "The window's page answers at once.", "")
    assert finding.measured["milliseconds"] == 0


def test_web_03_a_page_that_does_not_answer_warns(make_context: MakeContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_answer, "ANSWER_SECONDS", 0.01)
    asked: list[Callable[[], None]] = []
    state, sentence, remedy = told(page_answer.probe(make_context(ask_page=asked.append)))
    assert len(asked) == 1
    assert state is State.WARN
    assert "takes long to answer" in sentence
    assert "open it again" in remedy


def test_web_03_without_a_window_it_is_left_out_with_its_reason(make_context: MakeContext) -> None:
    state, sentence, _ = told(page_answer.probe(make_context()))
    assert state is State.SKIP
    assert sentence.startswith("Only a window that is open can be asked")
