"""Writes what happened in a first run as one HTML page that carries its pictures within itself."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from screenshots import Area, Look, look_at

STYLE = """
:root { color-scheme: light dark; --line: #8884; --good: #1b6e3c; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --good: #6fcf97; --bad: #ff8a80; } }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 860px; margin: 48px auto; padding: 0 24px; }
h1 { font-size: 28px; } h2 { font-size: 18px; margin: 40px 0 4px; } h2 span { font-weight: 400; opacity: .7; }
.passed { color: var(--good); } .failed { color: var(--bad); }
table { border-collapse: collapse; } th { text-align: left; font-weight: 400; opacity: .7; padding-right: 24px; }
img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 10px; margin-top: 12px; }
blockquote { margin: 12px 0; padding: 8px 16px; border-left: 3px solid var(--line); white-space: pre-wrap; }
blockquote b { display: block; font-size: 13px; opacity: .7; }
"""


@dataclass
class Step:
    """One thing a person does, how long it took, and what was on the screen afterwards."""

    title: str
    seconds: float = 0.0
    picture: Path | None = None
    look: Look | None = None
    problem: str = ""


@dataclass
class Report:
    """The steps so far; `expected` names all that a complete run has."""

    folder: Path
    expected: Sequence[str]
    steps: list[Step] = field(default_factory=list)
    transcript: list[tuple[str, str]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def step(self, title: str) -> Iterator[Step]:
        """Time a step; what goes wrong in it is noted and goes on upwards."""
        step, began_at = Step(title), time.monotonic()
        self.steps.append(step)
        try:
            yield step
        except BaseException as error:
            step.problem = str(error).split("\n")[0] or type(error).__name__
            raise
        finally:
            step.seconds = time.monotonic() - began_at

    def problems(self) -> list[str]:
        """Return what is wrong with the run, in the words for its last line."""
        done = {step.title for step in self.steps if not step.problem}
        failed = [f"“{step.title}” failed: {step.problem}" for step in self.steps if step.problem]
        missing = [f"“{title}” was never reached" for title in self.expected if title not in done and not failed]
        blank = [f"the picture of “{step.title}” is blank" for step in self.steps if step.look and step.look.is_blank]
        return [*failed, *missing, *blank]

    def write(self) -> Path:
        """Write the page and return its path."""
        page = self.folder / "report.html"
        page.write_text(_page(self), "utf-8")
        return page


def examine(step: Step, picture: Path, area: Area) -> Look:
    """Attach a picture to a step, and look at the part of it that matters."""
    step.picture, step.look = picture, look_at(picture, area)
    return step.look


def _page(report: Report) -> str:
    problems = report.problems()
    verdict = "failed" if problems else "passed"
    words = "; ".join(problems) if problems else f"All {len(report.expected)} steps went well."
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>First run: {verdict}</title><style>{STYLE}</style></head><body>
<h1>First run: <span class="{verdict}">{verdict}</span></h1><p>{escape(words)}</p>
{_facts(report.facts)}
{"".join(_step(number, step) for number, step in enumerate(report.steps, 1))}
<h2>Read back from the database, after the program had ended</h2>
{"".join(f"<blockquote><b>{escape(role)}</b>{escape(text)}</blockquote>" for role, text in report.transcript)}
</body></html>
"""


def _facts(facts: Mapping[str, str]) -> str:
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts.items())
    return f"<table>{rows}</table>"


def _step(number: int, step: Step) -> str:
    problem = f'<p class="failed">{escape(step.problem)}</p>' if step.problem else ""
    return f"<h2>{number}. {escape(step.title)} <span>{step.seconds:.1f} s</span></h2>{problem}{_picture(step)}"


def _picture(step: Step) -> str:
    if step.picture is None or not step.picture.exists():
        return ""
    data = base64.b64encode(step.picture.read_bytes()).decode()
    return f'<img alt="{escape(step.title)}" src="data:image/png;base64,{data}">'
