"""Answers an administrator: does one key of OpenAI's lie on every desk, or does a session service keep it?"""

from __future__ import annotations

from app.diagnostics.checks.described import connections_of
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, skipped, warned
from app.services.connections import GIVEN_ID
from app.services.secret import KEY_VARIABLE
from app.settings.env_file import surroundings


def probe(context: CheckContext) -> Finding:
    """Look at hosted workflows: one that is given from outside is opened with the key that is given beside it."""
    workflows = [each for each in connections_of(context) if each.kind == "workflow"]
    if not workflows:
        return skipped(say("doctor.admin_keys.none"))
    has_key = bool(surroundings(context.env_file, context.environ).get(KEY_VARIABLE))
    handed_out = [each for each in workflows if each.id == GIVEN_ID and has_key]
    evidence: dict[str, Plain] = {"own_keys": len(workflows) - len(handed_out), "handed_out": len(handed_out)}
    if handed_out:
        return warned(say("doctor.admin_keys.handed_out"), Remedy(say("doctor.admin_keys.remedy")), evidence=evidence)
    return passed(say("doctor.admin_keys.own"), evidence=evidence)


CHECK = Check("adm-03", "administrator", "doctor.admin_keys.title", "low", probe)
