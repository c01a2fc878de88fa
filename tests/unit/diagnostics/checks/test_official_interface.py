from __future__ import annotations

import pytest

from app.diagnostics.checks import last_failures, official_interface
from app.diagnostics.findings import CheckContext, State
from app.errors import InterfaceFailed, PageNotReady
from app.resources import load_catalogue, text
from app.services.failures import Failures
from app.services.official_script import FAULTS
from tests.unit.diagnostics.conftest import NOW, MakeContext, told


def fail(context: CheckContext, fault: str, at: float = NOW) -> None:
    failures = Failures(context.locations.failures_file, now=lambda: at)
    failures.record(InterfaceFailed(text(f"shell.official.{fault}"), detail=fault), where="chat")


@pytest.mark.parametrize("fault", FAULTS)
def test_web_05_the_last_trouble_is_told_in_the_words_of_the_window(make_context: MakeContext, fault: str) -> None:
    context = make_context()
    fail(context, "official_late" if fault != "official_late" else "official_silent", NOW - 60)
    fail(context, fault)
    finding = official_interface.probe(context)
    assert (finding.state, finding.evidence) == (State.WARN, {"fault": fault})
    assert "at 2026-11-18T" in finding.summary
    assert finding.summary.endswith(text(f"shell.official.{fault}"))
    assert finding.remedy is not None
    assert finding.remedy.text == text(f"shell.official_hint.{fault}")


def test_web_05_without_a_trouble_of_today_it_is_left_out(make_context: MakeContext) -> None:
    context = make_context()
    assert told(official_interface.probe(context))[:2] == (
        State.SKIP,
        "Within a day, no trouble with OpenAI's chat interface was recorded.",
    )
    fail(context, "official_undefined", NOW - 100_000)
    Failures(context.locations.failures_file, now=lambda: NOW).record(PageNotReady(), where="window")
    assert official_interface.probe(context).state is State.SKIP


def test_web_05_what_has_come_up_since_is_no_trouble(make_context: MakeContext) -> None:
    context = make_context()
    fail(context, "official_late")
    Failures(context.locations.failures_file).settle(InterfaceFailed.code)
    assert official_interface.probe(context).state is State.SKIP
    assert last_failures.probe(context).state is State.PASS


def test_the_window_has_words_for_each_fault_and_for_no_other() -> None:
    words = load_catalogue("en")
    for prefix in ("shell.official.", "shell.official_hint."):
        assert {key.removeprefix(prefix) for key in words if key.startswith(prefix)} == set(FAULTS)
