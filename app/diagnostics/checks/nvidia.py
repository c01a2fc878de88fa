"""Checks for the pair that leaves GTK's window blank: NVIDIA's own driver and WebKit's way of drawing with it."""

from __future__ import annotations

from app.brand import BRAND
from app.diagnostics.checks.chosen_engine import chosen_engine
from app.diagnostics.checks.settings_in_use import settings_in_use
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, skipped, warned

SWITCH = "WEBKIT_DISABLE_DMABUF_RENDERER"


def probe(context: CheckContext) -> Finding:
    """Look for the driver's own files, then whether that way of drawing is switched off."""
    if context.system != "linux":
        return skipped(say("doctor.skip.only_linux"))
    if chosen_engine(context) != "gtk":
        return skipped(say("doctor.gtk_engine.not_chosen"))
    has_driver = (context.root / "proc/driver/nvidia/version").exists()
    switched_off = context.environ.get(SWITCH, "0") != "0" or bool(settings_in_use(context, "software_rendering")[0])
    evidence = {"nvidia": has_driver, "switched_off": switched_off}
    if has_driver and not switched_off:
        remedy = Remedy(say("doctor.nvidia.remedy"), (f"{BRAND.slug} --software-rendering",), action="settings")
        return warned(say("doctor.nvidia.warn"), remedy, evidence=evidence)
    return passed(say("doctor.nvidia.safe" if has_driver else "doctor.nvidia.none"), evidence=evidence)


CHECK = Check("lin-03", "window", "doctor.nvidia.title", "medium", probe)
