"""Checks that the window would be drawn by WebView2, and not by the old engine of Internet Explorer."""

from __future__ import annotations

from app.diagnostics.checks.webview2 import DOWNLOAD, PLACES, version_at
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say, skipped

# The two of the three places that pywebview looks at on a 64-bit system.
SEEN = PLACES[:2]


def probe(context: CheckContext) -> Finding:
    """Look where pywebview looks: an engine that it does not see is none to it."""
    if context.system != "windows":
        return skipped(say("doctor.skip.only_windows"))
    if any(version_at(*place, context) for place in SEEN):
        return passed(say("doctor.renderer.pass"), evidence={"renderer": "edgechromium"})
    remedy = Remedy(say("doctor.renderer.remedy"), link=DOWNLOAD)
    return failed(say("doctor.renderer.unseen"), remedy, evidence={"renderer": "mshtml"})


CHECK = Check("win-03", "window", "doctor.renderer.title", "high", probe, depends_on=("win-01", "win-02"))
