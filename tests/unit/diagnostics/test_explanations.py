"""Every failure that can be recorded is explained by checks that are there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.diagnostics.checks import CHECKS, last_failures
from app.diagnostics.explanations import EXPLAINED_BY, checks_explaining
from app.errors import AppError
from app.services.failures import Failures
from tests.unit.diagnostics.conftest import NOW, MakeContext

# What people, pages and agents do; a server that is asked too often or is ill; what only its own words explain.
NOBODY_TO_ASK = {
    *("app_error", "usage", "cancelled", "permission_denied", "not_allowed", "not_offered", "not_pressed"),
    *("link_refused", "too_many_calls", "invalid", "file_missing", "deadline_exceeded", "rate_limited"),
    *("server_trouble", "silenced"),
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
    known = {check.id for check in CHECKS}
    for code, checks in EXPLAINED_BY.items():
        assert set(checks) <= known, code
        assert len(set(checks)) == len(checks), code


def test_a_code_of_another_version_is_explained_by_nothing() -> None:
    assert checks_explaining("from_the_future") == ()


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.code)
def test_a_recorded_failure_says_which_checks_explain_it(make_context: MakeContext, kind: type[AppError]) -> None:
    context = make_context()
    Failures(context.locations.failures_file, now=lambda: NOW).record(kind(), where="window")
    (line,) = last_failures.probe(context).detail.splitlines()
    named = [check.id for check in CHECKS if check.id in line.partition("What explains it:")[2]]
    assert sorted(named) == sorted(EXPLAINED_BY[kind.code])
