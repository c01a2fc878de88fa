"""The running of checks: in order, in time, and none able to harm the others."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.diagnostics.checks import CHECKS
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Result, State
from app.diagnostics.wording import passed
from app.resources import text
from tests.unit.diagnostics.conftest import MakeContext, run_patiently


def check(name: str, probe: Callable[[CheckContext], Finding], *depends_on: str) -> Check:
    return Check(name, "program", "doctor.program.title", "low", probe, depends_on)


def fine(_: CheckContext) -> Finding:
    return passed("fine")


def of(state: State) -> Callable[[CheckContext], Finding]:
    return lambda _: Finding(state, "so it is")


@pytest.fixture
def hanging() -> Iterator[Callable[[CheckContext], Finding]]:
    """Return a probe that waits until the test is over."""
    over = threading.Event()

    def probe(_: CheckContext) -> Finding:
        over.wait(30)
        return passed("too late")

    yield probe
    over.set()


def test_results_stand_in_the_order_of_the_checks(make_context: MakeContext) -> None:
    first_may_end = threading.Event()

    def slow(_: CheckContext) -> Finding:
        assert first_may_end.wait(10)
        return passed("slow")

    def quick(_: CheckContext) -> Finding:
        first_may_end.set()
        return passed("quick")

    report = run_checks(make_context(), checks=[check("b", slow), check("a", quick)])
    assert [result.finding.summary for result in report.results] == ["slow", "quick"]


def test_each_result_is_heard_once_and_when_it_is_there(make_context: MakeContext) -> None:
    heard: list[str] = []

    def later(_: CheckContext) -> Finding:
        assert heard == ["a"]
        return passed("later")

    checks = [check("b", later, "a"), check("a", fine)]
    run_checks(make_context(), checks=checks, heard=lambda result: heard.append(result.check.id))
    assert heard == ["a", "b"]


def test_one_that_hangs_is_unknown_and_holds_up_nobody(
    make_context: MakeContext, hanging: Callable[[CheckContext], Finding]
) -> None:
    began = time.monotonic()
    checks = [check("hangs", hanging), check("after", fine, "hangs"), check("good", fine)]
    report = run_checks(make_context(), checks=checks, check_seconds=1.0)
    assert time.monotonic() - began < 10
    assert [result.finding.state for result in report.results] == [State.UNKNOWN, State.SKIP, State.PASS]
    assert "in time" in report.results[0].finding.summary


def test_the_whole_run_has_an_end(make_context: MakeContext, hanging: Callable[[CheckContext], Finding]) -> None:
    checks = [check("a", hanging), check("b", hanging, "a"), check("c", fine, "b")]
    report = run_checks(make_context(), checks=checks, check_seconds=20, total_seconds=0.2)
    assert {result.finding.state for result in report.results} == {State.UNKNOWN}


def test_one_that_fails_itself_is_unknown_and_redacted(
    make_context: MakeContext, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: CheckContext) -> Finding:
        raise RuntimeError("password=abc")

    report = run_checks(make_context(), checks=[check("broken", broken), check("good", fine)])
    broken_one, good = report.results
    assert broken_one.finding.state is State.UNKNOWN
    assert broken_one.finding.detail == "RuntimeError"
    assert good.finding.state is State.PASS
    assert "check broken failed" in caplog.text


@pytest.mark.parametrize("state", [State.FAIL, State.UNKNOWN])
def test_what_depends_on_a_failure_is_left_out_with_its_reason(make_context: MakeContext, state: State) -> None:
    report = run_checks(make_context(), checks=[check("first", of(state)), check("second", fine, "first")])
    assert report.results[1].finding.state is State.SKIP
    assert "Version and installation" in report.results[1].finding.summary


def test_what_is_left_out_names_the_one_that_failed_and_no_other_that_was_left_out(make_context: MakeContext) -> None:
    failing = replace(check("first", of(State.FAIL)), title="doctor.clock.title")
    checks = [failing, check("second", fine, "first"), check("third", fine, "second"), check("fourth", fine, "third")]
    report = run_checks(make_context(), checks=checks)
    wanted = text("doctor.skip.because", check=text("doctor.clock.title"))
    assert [result.finding.summary for result in report.results[1:]] == [wanted] * 3


def test_what_depends_on_something_that_was_left_out_hands_its_reason_on(make_context: MakeContext) -> None:
    checks = [check("first", of(State.SKIP)), check("second", fine, "first"), check("third", fine, "second")]
    report = run_checks(make_context(), checks=checks)
    assert {result.finding.state for result in report.results} == {State.SKIP}
    assert {result.finding.summary for result in report.results} == {"so it is"}


def test_each_check_has_its_own_time(make_context: MakeContext, hanging: Callable[[CheckContext], Finding]) -> None:
    may_end = threading.Event()

    def slow(_: CheckContext) -> Finding:
        assert may_end.wait(10)
        return passed("slow")

    checks = [replace(check("patient", slow), seconds=20.0), replace(check("hasty", hanging), seconds=0.2)]

    def hear(result: Result) -> None:
        if result.check.id == "hasty":
            may_end.set()

    report = run_checks(make_context(), checks=checks, heard=hear)
    assert [result.finding.state for result in report.results] == [State.PASS, State.UNKNOWN]


@pytest.mark.parametrize("state", [State.PASS, State.WARN])
def test_what_depends_on_something_that_works_is_run(make_context: MakeContext, state: State) -> None:
    report = run_checks(make_context(), checks=[check("second", fine, "first"), check("first", of(state))])
    assert report.results[0].finding.state is State.PASS


def test_only_the_asked_ones_are_told_and_their_dependencies_are_looked_at(make_context: MakeContext) -> None:
    checks = [check("first", of(State.FAIL)), check("second", fine, "first"), check("third", fine)]
    report = run_checks(make_context(), ["second"], checks=checks)
    assert [(result.check.id, result.finding.state) for result in report.results] == [("second", State.SKIP)]


def test_everything_told_is_redacted(make_context: MakeContext) -> None:
    def telling(_: CheckContext) -> Finding:
        secrets: dict[str, Plain] = {"value": "token=abc", "list": ["token=abc"], "number": 7}
        return passed("token=abc", "token=abc", evidence=secrets, measured=secrets)

    report = run_checks(make_context(), checks=[check("telling", telling)])
    assert "abc" not in report.as_json() + report.as_text(colour=False)


def test_every_real_check_has_an_id_of_its_own_and_known_dependencies() -> None:
    ids = [each.id for each in CHECKS]
    assert len(set(ids)) == len(ids)
    for position, each in enumerate(CHECKS):
        assert set(each.depends_on) <= set(ids[:position]), "a check depends on earlier ones only"


def test_all_real_checks_have_an_answer_on_an_empty_computer(make_context: MakeContext) -> None:
    report = run_patiently(make_context())
    assert [result.check.id for result in report.results] == [each.id for each in CHECKS]
    assert State.UNKNOWN not in {result.finding.state for result in report.results}
