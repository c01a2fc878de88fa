"""Owns a report as short Markdown, fit for an issue."""

from __future__ import annotations

from app.diagnostics.report import Report


def as_markdown(report: Report) -> str:
    """Return the report in at most 60 lines."""
    return "\n".join(report.as_text(colour=False).splitlines()[:60])
