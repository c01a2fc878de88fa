"""Answers an administrator: is every server asked over https, and can it be reached from more than this computer?"""

from __future__ import annotations

from urllib.parse import urlsplit

from app.diagnostics.checks.described import connections_of
from app.diagnostics.findings import Check, CheckContext, Finding, Plain
from app.diagnostics.wording import passed, say, skipped


def probe(context: CheckContext) -> Finding:
    """Look at the addresses; one without https is only ever taken when it is this computer."""
    servers = [each for each in connections_of(context) if each.url]
    if not servers:
        return skipped(say("doctor.admin_https.none"))
    plain = [each.label for each in servers if urlsplit(each.url).scheme != "https"]
    evidence: dict[str, Plain] = {"servers": len(servers), "without_https": len(plain)}
    if plain:
        return passed(say("doctor.admin_https.plain", names=", ".join(plain)), evidence=evidence)
    return passed(say("doctor.admin_https.pass"), evidence=evidence)


CHECK = Check("adm-02", "administrator", "doctor.admin_https.title", "low", probe)
