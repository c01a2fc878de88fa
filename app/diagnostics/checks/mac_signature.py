"""Checks that the bundle of macOS has its signature and Apple's ticket with it; it reads them and asks nobody."""

from __future__ import annotations

from app.brand import BRAND
from app.diagnostics.checks.mac_bundle import bundle_of, no_bundle
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, say, warned

SIGNATURE = "Contents/_CodeSignature/CodeResources"
# What is stapled to a bundle that Apple has looked at.
TICKET = "Contents/CodeResources"


def probe(context: CheckContext) -> Finding:
    """Look for both files."""
    bundle = bundle_of(context)
    if bundle is None:
        return no_bundle(context)
    signed, ticket = (bundle / SIGNATURE).is_file(), (bundle / TICKET).is_file()
    evidence: dict[str, Plain] = {"signed": signed, "ticket": ticket}
    remedy = Remedy(say("doctor.mac_signature.remedy"), link=BRAND.homepage)
    if not signed:
        return failed(say("doctor.mac_signature.unsigned"), remedy, evidence=evidence)
    if not ticket:
        return warned(say("doctor.mac_signature.no_ticket"), remedy, evidence=evidence)
    return passed(say("doctor.mac_signature.pass"), evidence=evidence)


CHECK = Check("mac-02", "program", "doctor.mac_signature.title", "medium", probe)
