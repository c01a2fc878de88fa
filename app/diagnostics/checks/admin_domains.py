"""Answers an administrator: has each server's domain the key that OpenAI's interface asks for?"""

from __future__ import annotations

from app.diagnostics.checks.described import connections_of
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, skipped, warned
from app.services.agent_access import interface_of
from app.services.connections import Connection

ALLOWLIST = "https://platform.openai.com/settings/organization/security/domain-allowlist"
PREFIX = "domain_pk_"


def probe(context: CheckContext) -> Finding:
    """Look at the servers that are shown in OpenAI's interface; hosted agents bring the key with them."""
    shown = [each for each in connections_of(context) if each.kind == "server" and interface_of(each) == "official"]
    if not shown:
        return skipped(say("doctor.admin_domains.none"))
    without = [each.label for each in shown if not _has_key(each)]
    evidence: dict[str, Plain] = {"servers": len(shown), "without_key": len(without)}
    if without:
        remedy = Remedy(say("doctor.admin_domains.remedy"), action="settings", link=ALLOWLIST)
        summary = say("doctor.admin_domains.missing", names=", ".join(without))
        return warned(summary, remedy, evidence=evidence)
    return passed(say("doctor.admin_domains.pass"), evidence=evidence)


def _has_key(connection: Connection) -> bool:
    return connection.domain_key.startswith(PREFIX) and len(connection.domain_key) > len(PREFIX)


CHECK = Check("adm-01", "administrator", "doctor.admin_domains.title", "low", probe)
