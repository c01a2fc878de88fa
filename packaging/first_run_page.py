"""Writes the report of a first run as one HTML page that carries its pictures within itself and fetches nothing."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from app.brand import BRAND
from checkout import ROOT
from first_run_report import Picture, Report, Step

# The page wears the colours of the program, light or dark as the reader's system is.
STYLES = (ROOT / "assets" / "styles" / "tokens.css", Path(__file__).with_name("first_run_page.css"))
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
    sections = (_step(number, step) for number, _, step in steps if step and step.pictures)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{BRAND.name}: first run {verdict}</title><style>{styles}</style></head><body>
<header>{_image(ROOT / "assets" / BRAND.icon, "")}<p>{BRAND.name}</p></header>
<h1>The first run {verdict}</h1>
<p class="lead">{_lead(report)}</p>
<ol class="steps">{"".join(_line(*step) for step in steps)}</ol>
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


def _line(number: int, title: str, step: Step | None) -> str:
    state = "open" if step is None else "done" if step.went_well else "failed"
    name, time = escape(title), f"<span>{_duration(step.seconds)}</span>" if step else ""
    linked = f'<a href="#step-{number}">{name}</a>' if step and step.pictures else name
    faults = "".join(f"<p>{escape(fault)}</p>" for fault in step.faults()) if step else ""
    return f'<li class="{state}">{_mark(state)}<div>{linked}{faults}</div>{time}</li>'


def _duration(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 0.1 else "&lt; 0.1 s"


def _mark(state: str) -> str:
    return f'<svg viewBox="0 0 12 12" role="img" aria-label="{MARK_WORDS[state]}"><path d="{MARKS[state]}"/></svg>'


def _step(number: int, step: Step) -> str:
    figures = "".join(_figure(picture) for picture in step.pictures if picture.path.exists())
    return f'<section id="step-{number}"><h2>{escape(step.title)}</h2>{figures}</section>'


def _figure(picture: Picture) -> str:
    caption = escape(picture.caption)
    return f"<figure>{_image(picture.path, picture.caption)}<figcaption>{caption}</figcaption></figure>"


def _image(path: Path, words: str) -> str:
    kind = {".svg": "image/svg+xml", ".png": "image/png"}[path.suffix]
    return f'<img alt="{escape(words)}" src="data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}">'


def _transcript(said: Sequence[tuple[str, str]]) -> str:
    lines = (f'<div class="{role}"><b>{SPEAKERS[role]}</b>{escape(words)}</div>' for role, words in said)
    head = "<h2>What the database holds</h2><p>Read after the program had ended.</p>"
    return f'<section>{head}<div class="transcript">{"".join(lines)}</div></section>' if said else ""


def _facts(facts: Mapping[str, str]) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts.items())
    return f"<section><h2>Where it ran</h2><dl>{rows}</dl></section>" if rows else ""


def _log(log: str, *, is_open: bool) -> str:
    state = " open" if is_open else ""
    words = f"<details{state}><summary>What the program and its engine said</summary><pre>{escape(log)}</pre></details>"
    return f"<section>{words}</section>" if log.strip() else ""
