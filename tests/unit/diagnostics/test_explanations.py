"""Every failure that can be recorded is explained by checks that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.diagnostics.checks import CHECKS, last_failures
from app.diagnostics.explanations import EXPLAINED_BY, checks_explaining
from app.diagnostics.online import online_ids
from app.diagnostics.wording import say
from app.errors import AppError, BillingProblem
from app.services.failures import Failures
from tests.unit.diagnostics.conftest import NOW, MakeContext

# What people, pages and agents do; a server that is asked too often or is ill; what only its own words explain.
NOBODY_TO_ASK = {
    *("app_error", "usage", "cancelled", "permission_denied", "not_allowed", "not_offered", "not_pressed"),
    *("link_refused", "too_many_calls", "invalid", "file_missing", "deadline_exceeded", "rate_limited"),
    "silenced",
}


def kinds(kind: type[AppError] = AppError) -> Iterator[type[AppError]]:
    """Yield every error of the tree; those of single tools are none of it."""
    if kind.__module__ == AppError.__module__:
        yield kind
    for each in kind.__subclasses__():
        yield from kinds(each)


def test_every_code_of_the_tree_is_explained_or_has_nobody_to_ask() -> None:
    assert {kind.code for kind in kinds()} == EXPLAINED_BY.keys()
    assert {code for code, checks in EXPLAINED_BY.items() if not checks} == NOBODY_TO_ASK


def test_only_checks_that_are_there_explain_and_each_is_named_once() -> None:
    known = {check.id for check in CHECKS} | online_ids()
    for code, checks in EXPLAINED_BY.items():
        assert set(checks) <= known, code
        assert len(set(checks)) == len(checks), code


def test_a_code_of_another_version_is_explained_by_nothing() -> None:
    assert checks_explaining("from_the_future") == ()


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.code)
def test_a_recorded_failure_says_which_checks_explain_it(make_context: MakeContext, kind: type[AppError]) -> None:
    context = make_context()
    Failures(context.locations.failures_file, now=lambda: NOW).record(kind(), where="window")
    finding = last_failures.probe(context)
    assert finding.explained_by == EXPLAINED_BY[kind.code]
    explained, online = finding.detail, any(each in online_ids() for each in finding.explained_by)
    here = [say(check.title) for each in finding.explained_by for check in CHECKS if check.id == each]
    assert ("What explains it:" in explained) == bool(here)
    assert not here or f"What explains it: {', '.join(here)}." in explained
    assert ("agentnook doctor --online" in explained) == online
    assert ("To find out why, test the connection" in explained) == (online and not here)
    assert not re.search(r"\b[a-z]{3,7}-\d\d\b", explained)


def test_what_only_another_computer_knows_is_left_to_the_test_of_the_connection(make_context: MakeContext) -> None:
    context = make_context()
    Failures(context.locations.failures_file, now=lambda: NOW).record(BillingProblem(), where="chat")
    finding = last_failures.probe(context)
    assert finding.detail.endswith("To find out why, test the connection: agentnook doctor --online")
    assert finding.explained_by == ("net-06",)
