"""Checks that the window, at its size and zoom, is wide enough for what it shows."""

from __future__ import annotations

from app.diagnostics.checks.settings_in_use import settings_in_use
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, warned

# The narrowest that the pages are drawn for, in the pixels that zoom has not made larger.
NARROWEST_PX = 420


def probe(context: CheckContext) -> Finding:
    """Divide the width by the zoom; a window that fills the screen is as wide as can be."""
    width, height, zoom, maximized = settings_in_use(
        context, "window_width_px", "window_height_px", "zoom_percent", "window_maximized"
    )
    evidence: dict[str, Plain] = {"width": width, "height": height, "zoom": zoom, "maximized": maximized}
    left = width * 100 // zoom
    if left < NARROWEST_PX and not maximized:
        remedy = Remedy(say("doctor.window_size.remedy"), action="settings")
        summary = say("doctor.window_size.narrow", zoom=zoom, left=left, narrowest=NARROWEST_PX)
        return warned(summary, remedy, evidence=evidence)
    return passed(say("doctor.window_size.pass"), evidence=evidence)


CHECK = Check("web-04", "window", "doctor.window_size.title", "low", probe)
