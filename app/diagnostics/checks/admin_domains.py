"""Answers an administrator: does each server that is shown in OpenAI's interface have the domain key it needs?"""

from __future__ import annotations

import re

from app.diagnostics.checks.described import connections_of
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, skipped, warned
from app.services.agent_access import interface_of

ALLOWLIST = "https://platform.openai.com/settings/organization/security/domain-allowlist"
KEY = re.compile(r"domain_pk_\w+")


def probe(context: CheckContext) -> Finding:
    """Look at the servers that are shown in OpenAI's interface; hosted agents bring the key with them."""
    shown = [each for each in connections_of(context) if each.kind == "server" and interface_of(each) == "official"]
    if not shown:
        return skipped(say("doctor.admin_domains.none"))
    without = sum(each.domain_key == "" for each in shown)
    wrong = [each.label for each in shown if each.domain_key and not KEY.fullmatch(each.domain_key)]
    evidence: dict[str, Plain] = {"servers": len(shown), "without_key": without, "wrong_key": len(wrong)}
    if wrong:
        remedy = Remedy(say("doctor.admin_domains.remedy"), action="connections", link=ALLOWLIST)
        summary = say("doctor.admin_domains.wrong", names=", ".join(wrong))
        return warned(summary, remedy, evidence=evidence)
    # The pages of a desk are on localhost, which OpenAI does not ask to be registered.
    return passed(say("doctor.admin_domains.local" if without else "doctor.admin_domains.pass"), evidence=evidence)


CHECK = Check("adm-01", "administrator", "doctor.admin_domains.title", "low", probe)
