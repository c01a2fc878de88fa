"""The three faces of one report."""

from __future__ import annotations

import json

import pytest

from app.diagnostics.checks import CHECKS
from app.diagnostics.findings import Check, Finding, Remedy, Result, State
from app.diagnostics.report import Report
from tests.unit.diagnostics.conftest import MakeContext, run_patiently

CHECK = Check("app-01", "program", "doctor.program.title", "low", lambda _: Finding(State.PASS, "x"))


def report(*findings: Finding) -> Report:
    return Report(tuple(Result(CHECK, finding, 3) for finding in findings), "linux", 1_795_000_000.0, 7)


@pytest.mark.parametrize(
    ("states", "loose", "strict"),
    [
        (["pass", "skip"], 0, 0),
        (["pass", "warn"], 0, 3),
        (["pass", "unknown"], 0, 3),
        (["warn", "fail", "unknown"], 1, 1),
        ([], 0, 0),
    ],
)
def test_exit_codes(states: list[str], loose: int, strict: int) -> None:
    made = report(*(Finding(State(state), "x") for state in states))
    assert (made.exit_code(strict=False), made.exit_code(strict=True)) == (loose, strict)


def test_the_panel_and_json_get_every_field() -> None:
    remedy = Remedy("do it", ("command",), "settings", "https://example.com/help")
    made = report(Finding(State.FAIL, "s", "d", remedy, {"a": 1}, {"b": 2}))
    told = json.loads(made.as_json())
    assert told["checks"] == [
        {
            "id": "app-01",
            "group": "program",
            "title": "Version and installation",
            "state": "fail",
            "severity": "low",
            "summary": "s",
            "detail": "d",
            "remedy": {
                "text": "do it",
                "commands": ["command"],
                "action": "settings",
                "link": "https://example.com/help",
            },
            "depends_on": [],
            "explained_by": [],
            "evidence": {"a": 1},
        }
    ]
    assert told["counts"] == {"pass": 0, "warn": 0, "fail": 1, "skip": 0, "unknown": 0}
    assert told["schema_version"] == 1
    assert told["run"] == {
        "started_at_utc": "2026-11-18T11:06:40Z",
        "tested_at_utc": None,
        "duration_ms": 7,
        "checks": {"app-01": {"duration_ms": 3, "b": 2}},
    }


def test_json_is_sorted_and_plain() -> None:
    words = report(Finding(State.PASS, "grün \udcff")).as_json()
    assert words.isascii()
    assert json.dumps(json.loads(words), indent=2, sort_keys=True) == words


def test_two_runs_differ_only_in_what_is_about_the_run(make_context: MakeContext) -> None:
    first, second = (run_patiently(make_context()).as_dict() for _ in range(2))
    del first["run"], second["run"]
    assert first == second


def test_text_has_sign_word_and_remedy_and_no_colour_unless_asked() -> None:
    made = report(Finding(State.WARN, "look here", "one\ntwo", Remedy("do it", ("command x",), link="https://e.com/")))
    words = made.as_text(colour=False)
    assert "[!] warning" in words
    for line in (
        "Version and installation: look here (app-01)",
        "one",
        "two",
        "do it",
        "$ command x",
        "https://e.com/",
    ):
        assert any(each.strip().endswith(line) for each in words.splitlines()), line
    assert words.endswith("1 to look at.")
    assert "\x1b" not in words
    assert "\x1b[33m[!] warning" in made.as_text(colour=True)


def test_text_leaves_out_the_details_of_what_is_fine() -> None:
    assert "detail" not in report(Finding(State.PASS, "fine", "detail")).as_text(colour=False)


def test_nothing_in_it_steers_the_terminal() -> None:
    made = report(Finding(State.FAIL, "bad \x1b]0;title\x07", "more \x1b[2J", Remedy("do \x1b[1m", ("rm \x1b[8m",))))
    assert "\x1b" not in made.as_text(colour=False)


def test_every_group_and_state_has_a_word() -> None:
    made = Report(tuple(Result(check, Finding(State.PASS, "x"), 1) for check in CHECKS), "linux", 0.0, 1)
    assert "doctor." not in made.as_text(colour=False)
