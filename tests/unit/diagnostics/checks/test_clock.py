from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.diagnostics.checks import clock
from app.diagnostics.findings import State, System
from app.errors import ClockWrong
from app.services.failures import Failures
from tests.unit.diagnostics.conftest import NOW, MakeContext


def test_a_clock_that_can_be_right_passes(make_context: MakeContext) -> None:
    finding = clock.probe(make_context())
    assert finding.state is State.PASS
    assert finding.measured == {"now_utc": "2026-11-18T11:06:40Z"}


@pytest.mark.parametrize("now", [0.0, 1e9, 9e9, -1e18, 1e300])
@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
def test_a_date_that_cannot_be_is_told_with_the_way_out_of_each_system(
    make_context: MakeContext, now: float, system: System
) -> None:
    finding = clock.probe(make_context(now=lambda: now, system=system))
    assert finding.state is State.WARN
    assert finding.summary == "The clock shows a date that cannot be."
    assert finding.remedy is not None
    assert finding.remedy.commands
    assert not finding.remedy.text.startswith("doctor.")


@pytest.mark.parametrize("off_seconds", [-86_400, 86_400])
def test_f43_a_clock_a_day_off_warns_in_either_direction_once_a_server_has_said_so(
    make_context: MakeContext, off_seconds: int
) -> None:
    context = make_context(now=lambda: NOW + off_seconds)
    assert clock.probe(context).state is State.PASS
    assert "only another computer knows" in clock.probe(context).summary
    Failures(context.locations.failures_file, now=context.now).record(ClockWrong(), where="chat")
    os.utime(context.locations.failures_file, (NOW, NOW))
    finding = clock.probe(context)
    assert finding.state is State.WARN
    assert finding.summary == "A server that was asked within a day has another time than this computer."
    assert finding.remedy is not None
    assert finding.remedy.commands == ("timedatectl set-ntp true",)


@pytest.mark.parametrize("name", ["settings_file", "connections_file", "database_file", "failures_file", "log_file"])
def test_files_from_the_future_tell_that_the_clock_is_behind(make_context: MakeContext, name: str) -> None:
    context = make_context()
    written: Path = getattr(context.locations, name)
    written.parent.mkdir(exist_ok=True)
    written.write_bytes(b"")
    os.utime(written, (NOW + 200_000, NOW + 200_000))
    finding = clock.probe(context)
    assert finding.state is State.WARN
    assert "behind" in finding.summary
