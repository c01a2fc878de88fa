"""The report as it is pasted into an issue: short, problems first, and nothing in it is Markdown."""

from __future__ import annotations

import pytest

from app.diagnostics.checks import CHECKS
from app.diagnostics.findings import Finding, Remedy, Result, State
from app.diagnostics.markdown import as_markdown
from app.diagnostics.report import Report
from app.diagnostics.wording import say
from tests.unit.diagnostics.conftest import MakeContext, run_patiently


def report(*findings: Finding) -> Report:
    checks = (CHECKS * 6)[: len(findings)]
    return Report(tuple(map(Result, checks, findings, range(99))), "linux", 0.0, 1)


def block(made: str) -> list[str]:
    """Return the lines between the two fences, which have to be the only ones."""
    before, inside, after = made.split("```")
    assert (before.count("\n"), after) == (2, "\n")
    return inside.removeprefix("text\n").removesuffix("\n").split("\n")


def test_problems_come_first_then_what_is_fine_in_a_line() -> None:
    states = [State.PASS, State.WARN, State.SKIP, State.FAIL, State.UNKNOWN, State.PASS]
    made = as_markdown(report(*(Finding(state, f"it is {state}", "more") for state in states)))
    assert made.startswith("### Agentnook ")
    assert "linux: 2 fine, 1 to look at, 1 not working, 1 left out, 1 unknown." in made.splitlines()[0]
    fail, warn, unknown = (f"{CHECKS[number].id} {say(CHECKS[number].title)}" for number in (3, 1, 4))
    assert block(made) == [
        *(f"[x] {fail}: it is fail", "      more"),
        *(f"[!] {warn}: it is warn", "      more"),
        *(f"[?] {unknown}: it is unknown", "      more"),
        f"[+] fine: {CHECKS[0].id}, {CHECKS[5].id}",
        f"[-] left out: {CHECKS[2].id}",
    ]


def test_sixty_lines_are_the_most() -> None:
    made = as_markdown(report(*(Finding(State.FAIL, "x", "a\nb\nc\nd\ne\nf") for _ in range(100))))
    assert len(made.splitlines()) <= 60
    assert "more lines." in made
    assert max(map(len, made.splitlines())) <= 400


def test_a_line_that_is_long_is_cut() -> None:
    made = as_markdown(report(Finding(State.FAIL, "x " * 5000, "y " * 5000)))
    assert all(len(line) < 260 for line in block(made))


@pytest.mark.parametrize("odd", ["```\n# Hi @bob", "a\x1b[2Jb", "one\r\ntwo\u2028three", "~~~ `x` ```"])
def test_nothing_found_ends_the_block(odd: str) -> None:
    made = as_markdown(report(Finding(State.FAIL, odd, odd)))
    block(made)
    assert "\x1b" not in made
    assert all(line.startswith(("[x]", "      ")) for line in block(made))


def test_it_has_no_remedies_and_nothing_of_a_single_run() -> None:
    finding = Finding(State.FAIL, "x", remedy=Remedy("do it", ("rm x",)), measured={"free_bytes": 7})
    made = as_markdown(report(finding))
    assert not any(words in made for words in ("do it", "rm x", "free_bytes"))


def test_a_real_report_fits_and_two_are_the_same(make_context: MakeContext) -> None:
    first, second = (as_markdown(run_patiently(make_context(environ={}))) for _ in range(2))
    assert first == second
    assert len(first.splitlines()) <= 60
    assert "doctor." not in first
