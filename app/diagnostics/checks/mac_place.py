"""Checks that macOS runs the program from where it was put, and not from a shadow copy in quarantine."""

from __future__ import annotations

from app.diagnostics.checks.mac_bundle import bundle_of, no_bundle
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, warned

QUARANTINE = "com.apple.quarantine"
# The flag of a program that a person has agreed to open.
AGREED = 0x0040


def probe(context: CheckContext) -> Finding:
    """Look at the path, then at the mark of a download."""
    bundle = bundle_of(context)
    if bundle is None:
        return no_bundle(context)
    if "AppTranslocation" in bundle.parts:
        return warned(say("doctor.mac_place.shadow"), Remedy(say("doctor.mac_place.remedy")))
    if _is_held(context.attribute(bundle, QUARANTINE)):
        return warned(say("doctor.mac_place.quarantine"), Remedy(say("doctor.mac_place.remedy_quarantine")))
    return passed(say("doctor.mac_place.pass"))


def _is_held(mark: str | None) -> bool:
    """Say whether a mark, such as `0081;5f3c...;Safari;`, is of something nobody has agreed to open yet."""
    try:
        return mark is not None and not int(mark.partition(";")[0], 16) & AGREED
    except ValueError:
        return True


CHECK = Check("mac-01", "program", "doctor.mac_place.title", "medium", probe)
