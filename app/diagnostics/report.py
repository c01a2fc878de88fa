"""Owns what a run of diagnostics is made into: one object for the panel, JSON for programs, text for a terminal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app import __version__
from app.brand import BRAND
from app.diagnostics.findings import Finding, Plain, Result, State, System
from app.diagnostics.wording import say
from app.observability.log_lines import as_one_entry
from app.observability.redaction import redact
from app.observability.utc_stamps import utc_stamp

SCHEMA_VERSION = 1
EXIT_FINE, EXIT_FAILED, EXIT_WARNED, EXIT_BROKEN, EXIT_NOT_WRITTEN = 0, 1, 3, 4, 5
SCHEMA_FILE = Path(__file__).with_name("report.schema.json")

SIGNS: Mapping[State, str] = {
    State.PASS: "[+]",
    State.WARN: "[!]",
    State.FAIL: "[x]",
    State.SKIP: "[-]",
    State.UNKNOWN: "[?]",
}
COLOURS: Mapping[State, str] = {
    State.PASS: "32",
    State.WARN: "33",
    State.FAIL: "31",
    State.SKIP: "2",
    State.UNKNOWN: "35",
}


@dataclass(frozen=True, slots=True)
class Tested:
    """Which connection was tested, and when: its id and its kind, never what a person calls it."""

    id: str
    kind: str
    at: float

    def in_words(self) -> str:
        """Return it for a person."""
        return say("doctor.text.tested", id=self.id, kind=self.kind, at=utc_stamp(self.at))


@dataclass(frozen=True, slots=True)
class Report:
    """What was found out in one run, in the order of the checks, redacted for the screen of the person themselves.

    `tested` is set where it asked others.
    """

    results: tuple[Result, ...]
    system: System
    started_at: float
    duration_ms: int
    tested: Tested | None = None

    def exit_code(self, *, strict: bool) -> int:
        """Return 1 when a check failed, 3 when one warns or could not tell and `strict` is meant, else 0."""
        states = {result.finding.state for result in self.results}
        if State.FAIL in states:
            return EXIT_FAILED
        return EXIT_WARNED if strict and states & {State.WARN, State.UNKNOWN} else EXIT_FINE

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain values. All that differs between two runs on one computer is under `run`."""
        return {
            "schema_version": SCHEMA_VERSION,
            "program": {"name": BRAND.name, "version": __version__},
            "system": self.system,
            "counts": self._counts(),
            "tested": self.tested and {"connection": self.tested.id, "kind": self.tested.kind},
            "groups": [{"id": group, "title": say(f"doctor.group.{group}")} for group in self._groups()],
            "checks": [_as_dict(result) for result in self.results],
            "run": {
                "started_at_utc": utc_stamp(self.started_at),
                "tested_at_utc": self.tested and utc_stamp(self.tested.at),
                "duration_ms": self.duration_ms,
                "checks": {
                    result.check.id: {"duration_ms": result.duration_ms, **result.finding.measured}
                    for result in self.results
                },
            },
        }

    def as_json(self) -> str:
        """Return the report as JSON whose names are sorted and whose characters every terminal knows."""
        return json.dumps(self.as_dict(), indent=2, sort_keys=True)

    def as_text(self, *, colour: bool) -> str:
        """Return the report for a person at a terminal."""
        head = "doctor.text.head" if self.tested is None else "doctor.text.head_online"
        lines = [say(head, program=BRAND.name, version=__version__)]
        lines += [] if self.tested is None else [self.tested.in_words()]
        group = ""
        for result in self.results:
            if result.check.group != group:
                group = result.check.group
                lines += ["", say(f"doctor.group.{group}")]
            lines += _as_lines(result, colour=colour)
        return "\n".join([*lines, "", self.closing_line()])

    def closing_line(self) -> str:
        """Return in one line how many checks found what."""
        counts = self._counts()
        said = [say(f"doctor.count.{state}", count=counts[state]) for state in State if counts[state]]
        return ", ".join(said) + "."

    def _groups(self) -> Iterable[str]:
        return dict.fromkeys(result.check.group for result in self.results)

    def _counts(self) -> dict[str, int]:
        counts = Counter(result.finding.state for result in self.results)
        return {state.value: counts[state] for state in State}


def report_schema() -> str:
    """Return what the report is as JSON, for programs that read it."""
    return SCHEMA_FILE.read_text("utf-8").rstrip()


def redacted(finding: Finding) -> Finding:
    """Return the finding without secrets and without what names a person or this computer."""
    return reworded(finding, redact)


def reworded(finding: Finding, words: Callable[[str], str]) -> Finding:
    """Return the finding with other words in the place of each text; a command is to be typed as it is."""

    def value(plain: Plain) -> Plain:
        if isinstance(plain, list):
            return [words(each) for each in plain]
        return words(plain) if isinstance(plain, str) else plain

    return replace(
        finding,
        summary=words(finding.summary),
        detail=words(finding.detail),
        remedy=finding.remedy and replace(finding.remedy, text=words(finding.remedy.text)),
        evidence={name: value(plain) for name, plain in finding.evidence.items()},
        measured={name: value(plain) for name, plain in finding.measured.items()},
    )


def _as_dict(result: Result) -> dict[str, Any]:
    check, finding = result.check, result.finding
    remedy = finding.remedy
    return {
        "id": check.id,
        "group": check.group,
        "title": say(check.title),
        "state": finding.state.value,
        "severity": check.severity,
        "summary": finding.summary,
        "detail": finding.detail,
        "remedy": remedy
        and {"text": remedy.text, "commands": list(remedy.commands), "action": remedy.action, "link": remedy.link},
        "depends_on": list(check.depends_on),
        "explained_by": list(finding.explained_by),
        "evidence": dict(finding.evidence),
    }


def _as_lines(result: Result, *, colour: bool) -> list[str]:
    finding = result.finding
    words = {state: say(f"doctor.state.{state}") for state in State}
    mark = f"{SIGNS[finding.state]} {words[finding.state].ljust(max(map(len, words.values())))}"
    if colour:
        mark = f"\x1b[{COLOURS[finding.state]}m{mark}\x1b[0m"
    # SECURITY: what a file or a variable of somebody else says must not steer the terminal.
    lines = [f"  {mark}  {as_one_entry(f'{say(result.check.title)}: {finding.summary} ({result.check.id})')}"]
    if finding.state is not State.PASS:
        lines += [f"        {as_one_entry(line)}" for line in finding.detail.splitlines()]
    if finding.remedy is not None:
        lines.append(f"        {as_one_entry(finding.remedy.text)}")
        lines += [f"          $ {as_one_entry(command)}" for command in finding.remedy.commands]
        lines += [f"        {finding.remedy.link}"] * bool(finding.remedy.link)
    return lines
