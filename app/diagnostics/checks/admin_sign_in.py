"""Answers an administrator: does each server away from this computer know who asks?"""

from __future__ import annotations

from app.diagnostics.checks.described import connections_of
from app.diagnostics.checks.quiet_keyring import sources_of_keys
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, skipped, warned
from app.network import is_loopback


def probe(context: CheckContext) -> Finding:
    """Look for a token of each server and session service; what it is, is never shown."""
    servers = [each for each in connections_of(context) if each.url and not is_loopback(each.url)]
    if not servers:
        return skipped(say("doctor.admin_sign_in.none"))
    sources = sources_of_keys(servers, context)
    if sources is None:
        return skipped(say("doctor.skip.would_ask"))
    without = [each.label for each in servers if sources[each.id] == "none"]
    evidence: dict[str, Plain] = {"servers": len(servers), "without_token": len(without)}
    if without:
        remedy = Remedy(say("doctor.admin_sign_in.remedy"), action="connections")
        summary = say("doctor.admin_sign_in.missing", names=", ".join(without))
        return warned(summary, remedy, evidence=evidence)
    return passed(say("doctor.admin_sign_in.pass"), evidence=evidence)


CHECK = Check("adm-09", "administrator", "doctor.admin_sign_in.title", "low", probe)
