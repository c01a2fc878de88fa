"""The published schema of `doctor --json`: real reports keep to it, and it notices those that do not."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.diagnostics import command
from app.diagnostics.checks import CHECKS
from app.diagnostics.command import run_doctor
from app.diagnostics.findings import Finding, Remedy, Result, State
from app.diagnostics.report import SCHEMA_FILE, SCHEMA_VERSION, Report, report_schema
from tests.unit.diagnostics.conftest import MakeContext, run_patiently

VALIDATOR = Draft202012Validator(json.loads(report_schema()))

Told = dict[str, Any]


def faults(told: Told) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(told)]


def told_by(report: Report) -> Told:
    told: Told = json.loads(report.as_json())
    return told


def made_up(state: State) -> Told:
    remedy = Remedy("do it", ("x",), "settings", "https://example.com/")
    finding = Finding(state, "s", "d", remedy, {"a": ["b"], "n": None}, {"c": 1.5, "d": True})
    return told_by(Report(tuple(Result(check, finding, 3) for check in CHECKS), "linux", 1_795_000_000.0, 7))


def test_it_is_a_schema_and_ships_beside_the_report() -> None:
    Draft202012Validator.check_schema(json.loads(report_schema()))
    assert SCHEMA_FILE.parent == Path(run_doctor.__code__.co_filename).parent
    assert json.loads(report_schema())["properties"]["schema_version"] == {"const": SCHEMA_VERSION}


def test_reports_of_a_healthy_and_of_a_broken_computer_keep_to_it(make_context: MakeContext, tmp_path: Path) -> None:
    assert faults(told_by(run_patiently(make_context()))) == []
    context = make_context(environ={"DISPLAY": ":77", "LD_PRELOAD": "x"}, module_folders=(), assets=tmp_path)
    context.locations.settings_file.write_text("{")
    context.locations.database_file.write_text("no database")
    broken = told_by(run_patiently(context))
    assert broken["counts"]["fail"] >= 3
    assert faults(broken) == []


@pytest.mark.parametrize("state", State)
def test_every_state_keeps_to_it(state: State) -> None:
    assert faults(made_up(state)) == []


def lose_a_member(told: Told) -> None:
    del told["counts"]


def lose_a_count(told: Told) -> None:
    del told["counts"]["unknown"]


def be_newer(told: Told) -> None:
    told["schema_version"] = SCHEMA_VERSION + 1


def know_another_state(told: Told) -> None:
    told["checks"][0]["state"] = "good"


def say_nothing(told: Told) -> None:
    told["checks"][0]["summary"] = ""


def have_a_remedy_of_words(told: Told) -> None:
    told["checks"][0]["remedy"] = "do it"


def nest(told: Told) -> None:
    told["checks"][0]["evidence"] = {"a": {"b": 1}}


def use_local_time(told: Told) -> None:
    told["run"]["started_at_utc"] = "2026-11-18 12:06:40"


def lose_a_duration(told: Told) -> None:
    told["run"]["checks"]["app-01"] = {}


@pytest.mark.parametrize(
    "change",
    [
        *(lose_a_member, lose_a_count, be_newer, know_another_state, say_nothing),
        *(have_a_remedy_of_words, nest, use_local_time, lose_a_duration),
    ],
)
def test_what_is_no_such_report_is_noticed(change: Callable[[Told], None]) -> None:
    told = made_up(State.FAIL)
    change(told)
    assert faults(told)


def test_the_command_prints_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "hold_early_lines", lambda: None)
    output = io.StringIO()
    assert run_doctor(["--json-schema"], environ={}, output=output) == 0
    assert json.loads(output.getvalue()) == VALIDATOR.schema
