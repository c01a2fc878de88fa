"""Writes the report of a run as one HTML page that carries its pictures within itself and fetches nothing."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from app.brand import BRAND
from app.observability.redaction import redact
from checkout import ROOT
from run_report import Picture, Report, Step

# The page wears the colours of the program, light or dark as the reader's system is.
STYLES = (ROOT / "assets" / "styles" / "tokens.css", Path(__file__).with_name("run_report_page.css"))
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
SPEAKERS = {"user": "Person", "assistant": "Agent", "tool": "Tool"}
# Twelve by twelve, drawn with one line each.
MARKS = {"done": "M2 6.5 5 9.5 10.500 2.500", "failed": "M2.500 2.500l7 7m0-7-7 7", "open": "M3 6h6"}
MARK_WORDS = {"done": "done", "failed": "failed", "open": "not reached"}


def write_page(report: Report, page: Path, *, log: str) -> Path:
    """Write the page and return its path; `log` is what the program itself said."""
    page.write_text(_page(report, log), "utf-8")
    return page


def _page(report: Report, log: str) -> str:
    verdict = "failed" if report.problems() else "passed"
    styles = "".join(path.read_text("utf-8") for path in STYLES)
    steps = [(number, title, report.find(title)) for number, title in enumerate(report.expected, 1)]
    end = max((step.began_after + step.seconds for step in report.steps), default=0.0)
    sections = (_step(number, step) for number, _, step in steps if step and _has_more_to_say(step))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{BRAND.name}: {report.name} {verdict}</title><style>{styles}</style></head><body>
<header>{_image(ROOT / "assets" / BRAND.icon, "")}<p>{BRAND.name}</p></header>
<h1>The {report.name} {verdict}</h1>
<p class="lead">{_lead(report)}</p>
{_notes(report.notes)}
<ol class="steps">{"".join(_line(*step, end) for step in steps)}</ol>
{"".join(sections)}
{_transcript(report.transcript)}
{_facts(report.facts)}
{_log(log, is_open=verdict == "failed")}
</body></html>
"""


def _lead(report: Report) -> str:
    good = sum(step.went_well for step in report.steps)
    count = f"All {good}" if good == len(report.expected) else f"{good} of {len(report.expected)}"
    return f"{count} steps went well, in {report.seconds:.0f} seconds."


def _notes(notes: Mapping[str, str]) -> str:
    paragraphs = "".join(f"<p><b>{_words(head)}</b>{_words(words)}</p>" for head, words in notes.items())
    return f'<div class="notes" role="note">{paragraphs}</div>' if notes else ""


def _line(number: int, title: str, step: Step | None, end: float) -> str:
    state = "open" if step is None else "done" if step.went_well else "failed"
    name = f'<a href="#step-{number}">{_words(title)}</a>' if step and _has_more_to_say(step) else _words(title)
    faults = "".join(f"<p>{_words(fault)}</p>" for fault in step.faults()) if step else ""
    times = _times(step, end) if step else ""
    return f'<li class="{state}">{_mark(state)}<div>{name}{faults}</div>{times}</li>'


def _times(step: Step, end: float) -> str:
    """Return when a step began, how long it took, and its part of the whole as a bar."""
    begin, width = (100 * seconds / (end or 1) for seconds in (step.began_after, step.seconds))
    bar = f'<i style="margin-left: {begin:.2f}%; width: {width:.2f}%"></i>'
    return (
        f'<span class="bar" aria-hidden="true">{bar}</span>'
        f'<span class="when">at {_milliseconds(step.began_after)}</span><span>{_milliseconds(step.seconds)}</span>'
    )


def _milliseconds(seconds: float) -> str:
    """Return a time with a narrow space between its thousands."""
    return f"{seconds * 1000:,.0f}\u00a0ms".replace(",", "\u202f")


def _mark(state: str) -> str:
    return f'<svg viewBox="0 0 12 12" role="img" aria-label="{MARK_WORDS[state]}"><path d="{MARKS[state]}"/></svg>'


def _has_more_to_say(step: Step) -> bool:
    return bool(step.pictures or step.seen or step.expected)


def _step(number: int, step: Step) -> str:
    figures = "".join(_figure(picture) for picture in step.pictures if picture.path.exists())
    time = f"{_milliseconds(step.seconds)}, {_milliseconds(step.began_after)} after the start"
    head = f"<h2>{_words(step.title)}</h2><p>{time}</p>"
    return f'<section id="step-{number}">{head}{_findings(step)}{figures}</section>'


def _findings(step: Step) -> str:
    """Return what a step was to bring and what it brought, where it says so."""
    if not step.expected:
        return ""
    said = [("Expected", "", [step.expected]), ("Seen", "", step.seen), ("Failed", ' class="fault"', step.faults())]
    rows = (
        f"<dt>{name}</dt><dd{kind}>{''.join(f'<p>{_words(line)}</p>' for line in lines)}</dd>"
        for name, kind, lines in said
        if lines
    )
    return f'<dl class="findings">{"".join(rows)}</dl>'


def _figure(picture: Picture) -> str:
    caption = _words(picture.caption)
    return f"<figure>{_image(picture.path, picture.caption)}<figcaption>{caption}</figcaption></figure>"


def _words(words: str) -> str:
    """Return words as the page may hold them: no markup, and no secret that got among them."""
    return escape(redact(words))


def _image(path: Path, words: str) -> str:
    kind = {".svg": "image/svg+xml", ".png": "image/png"}[path.suffix]
    return f'<img alt="{_words(words)}" src="data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}">'


def _transcript(said: Sequence[tuple[str, str]]) -> str:
    lines = (f'<div class="{role}"><b>{SPEAKERS[role]}</b>{_words(words)}</div>' for role, words in said)
    head = "<h2>What the database holds</h2><p>Read after the program had ended.</p>"
    return f'<section>{head}<div class="transcript">{"".join(lines)}</div></section>' if said else ""


def _facts(facts: Mapping[str, str]) -> str:
    rows = "".join(f"<dt>{_words(name)}</dt><dd>{_words(value)}</dd>" for name, value in facts.items())
    return f"<section><h2>Where it ran</h2><dl>{rows}</dl></section>" if rows else ""


def _log(log: str, *, is_open: bool) -> str:
    state = " open" if is_open else ""
    words = f"<details{state}><summary>What the program and its engine said</summary><pre>{_words(log)}</pre></details>"
    return f"<section>{words}</section>" if log.strip() else ""
