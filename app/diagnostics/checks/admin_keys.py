"""Answers an administrator: does one key of OpenAI's lie on every desk, or does a session service keep it?"""

from __future__ import annotations

from app.diagnostics.checks.described import connections_of
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, skipped, warned
from app.services.connections import GIVEN_ID


def probe(context: CheckContext) -> Finding:
    """Look at hosted workflows: what is given from outside is given to more than one person."""
    workflows = [each for each in connections_of(context) if each.kind == "workflow"]
    if not workflows:
        return skipped(say("doctor.admin_keys.none"))
    handed_out = [each for each in workflows if each.id == GIVEN_ID]
    evidence: dict[str, Plain] = {"own_keys": len(workflows) - len(handed_out), "handed_out": len(handed_out)}
    if handed_out:
        return warned(say("doctor.admin_keys.handed_out"), Remedy(say("doctor.admin_keys.remedy")), evidence=evidence)
    return passed(say("doctor.admin_keys.own"), evidence=evidence)


CHECK = Check("adm-03", "administrator", "doctor.admin_keys.title", "low", probe)
