from __future__ import annotations

import os

import pytest

from app.diagnostics.checks import clock
from app.diagnostics.findings import State, System
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


def test_files_from_the_future_tell_that_the_clock_is_behind(make_context: MakeContext) -> None:
    context = make_context()
    context.locations.database_file.write_bytes(b"")
    os.utime(context.locations.database_file, (NOW + 200_000, NOW + 200_000))
    finding = clock.probe(context)
    assert finding.state is State.WARN
    assert "behind" in finding.summary
