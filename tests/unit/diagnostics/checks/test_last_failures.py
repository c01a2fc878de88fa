from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.diagnostics.checks import last_failures
from app.diagnostics.findings import CheckContext, State
from app.errors import ChatHostUnavailable, PageNotReady
from app.observability.crash_notes import CRASH_NOTES_NAME
from app.resources import text
from app.services.failures import Failures
from app.settings.data_lock import DataLock
from app.settings.locations import resolve_locations
from tests.unit.diagnostics.conftest import NOW, MakeContext


@pytest.fixture
def context(make_context: MakeContext) -> CheckContext:
    return make_context()


def fail(context: CheckContext, at: float) -> None:
    failures = Failures(context.locations.failures_file, now=lambda: at)
    failures.record(PageNotReady(), where="window")
    failures.record(ChatHostUnavailable(detail="exit code 1"), where="chat_host")


def test_without_failures_it_passes(context: CheckContext) -> None:
    assert last_failures.probe(context).state is State.PASS


def test_failures_of_today_warn_newest_first(context: CheckContext) -> None:
    fail(context, NOW - 3600)
    finding = last_failures.probe(context)
    assert finding.state is State.WARN
    assert ChatHostUnavailable().sentence in finding.summary
    assert finding.measured == {"kept": 2, "within_a_day": 2}
    first, second = finding.detail.splitlines()
    assert "chat_host_unavailable in chat_host" in first
    assert "exit code 1" not in first
    assert "page_not_ready in window" in second
    assert finding.remedy is not None
    assert finding.remedy.commands == ("agentnook doctor --json",)


def test_in_the_window_the_button_beside_it_is_named(make_context: MakeContext) -> None:
    context = make_context(ask_page=lambda _answered: None)
    fail(context, NOW)
    remedy = last_failures.probe(context).remedy
    assert remedy is not None
    assert text("shell.diagnostics.save") in remedy.text
    assert remedy.commands == ()


def test_a_run_that_keeps_its_records_elsewhere_is_looked_at_there(context: CheckContext, tmp_path: Path) -> None:
    elsewhere = replace(context, elsewhere=resolve_locations(tmp_path / "elsewhere", {}))
    Failures(elsewhere.records.failures_file, now=lambda: NOW).record(PageNotReady(), where="window")
    assert last_failures.probe(context).state is State.PASS
    assert last_failures.probe(elsewhere).measured == {"kept": 1, "within_a_day": 1}


def test_older_failures_are_told_and_do_not_warn(context: CheckContext) -> None:
    fail(context, NOW - 200_000)
    finding = last_failures.probe(context)
    assert finding.state is State.PASS
    assert len(finding.detail.splitlines()) == 2


def test_a_failure_without_a_time_is_an_old_one(context: CheckContext) -> None:
    fail(context, NOW)
    path = context.locations.failures_file
    path.write_text(path.read_text().replace("2026-11-18T11:06:40Z", "yesterday"))
    assert last_failures.probe(context).state is State.PASS


def test_a_damaged_record_of_failures_passes(context: CheckContext) -> None:
    context.locations.failures_file.write_bytes(b"\x00{")
    assert last_failures.probe(context).state is State.PASS


def test_a_run_that_did_not_end_by_itself_warns(context: CheckContext) -> None:
    note = context.locations.data_dir / CRASH_NOTES_NAME
    note.write_text('{"started_at_utc": "2026-11-18T07:00:00Z", "version": "0.1.0"}\n')
    finding = last_failures.probe(context)
    assert finding.state is State.WARN
    assert finding.summary == "The program ended unexpectedly last time."
    with DataLock(context.locations.data_lock_file):
        assert last_failures.probe(context).state is State.PASS
