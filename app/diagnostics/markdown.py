"""Owns the report as a person pastes it into an issue: short, what is wrong first, and nothing in it is Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from app import __version__
from app.brand import BRAND
from app.diagnostics.findings import Result, State
from app.diagnostics.report import SIGNS, Report
from app.diagnostics.wording import say
from app.observability.log_lines import as_one_entry
from app.observability.redaction import redact

MOST_LINES = 60
MOST_CHARACTERS = 240
MOST_DETAILS = 4
# Heading, fences, which connection was tested, and the lines about what needs no attention.
ROOM = MOST_LINES - 8


def as_markdown(report: Report) -> str:
    """Return the report in 60 lines at most."""
    lines = [line for state in (State.FAIL, State.WARN, State.UNKNOWN) for line in _all_of(state, report)]
    if len(lines) > ROOM:
        lines = [*lines[: ROOM - 1], say("doctor.markdown.more", count=len(lines) - ROOM + 1)]
    lines += [_names_of(state, report) for state in (State.PASS, State.SKIP) if _results(state, report)]
    lines = [*([] if report.tested is None else [_short(report.tested.in_words())]), *lines]
    heading = f"### {BRAND.name} {__version__}, {report.system}: {report.closing_line()}"
    # In a block nothing is a link, a heading or the name of somebody; only another fence would end it.
    return "\n".join([heading, "", "```text", *lines, "```", ""])


def _results(state: State, report: Report) -> list[Result]:
    return [result for result in report.results if result.finding.state is state]


def _all_of(state: State, report: Report) -> Iterator[str]:
    for result in _results(state, report):
        yield _short(f"{SIGNS[state]} {result.check.id} {say(result.check.title)}: {result.finding.summary}")
        details = result.finding.detail.splitlines()
        yield from (_short(f"      {line}") for line in details[:MOST_DETAILS])


def _names_of(state: State, report: Report) -> str:
    ids = ", ".join(result.check.id for result in _results(state, report))
    return f"{SIGNS[state]} {say(f'doctor.state.{state}')}: {ids}"


def _short(line: str) -> str:
    words = as_one_entry(redact(line)).replace("`", "'").replace("\n", " ")
    return words if len(words) <= MOST_CHARACTERS else f"{words[:MOST_CHARACTERS]} …"
