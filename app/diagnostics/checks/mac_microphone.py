"""Checks that the bundle of macOS says why it wants the microphone: without that the system ends who asks for it."""

from __future__ import annotations

from app.brand import BRAND
from app.diagnostics.checks.mac_bundle import bundle_of, description_of, no_bundle
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, warned

REASON = "NSMicrophoneUsageDescription"


def probe(context: CheckContext) -> Finding:
    """Look for the reason in the bundle's description."""
    bundle = bundle_of(context)
    if bundle is None:
        return no_bundle(context)
    if description_of(bundle).get(REASON):
        return passed(say("doctor.mac_microphone.pass"))
    remedy = Remedy(say("doctor.mac_microphone.remedy"), link=BRAND.homepage)
    return warned(say("doctor.mac_microphone.missing"), remedy)


CHECK = Check("mac-03", "window", "doctor.mac_microphone.title", "low", probe)
