"""Answers an administrator: which hosts must a firewall let through, and can OpenAI's script come through the proxy?"""

from __future__ import annotations

from app.diagnostics.checks.described import connections_of
from app.diagnostics.checks.proxy import proxies_of
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.reach import places
from app.diagnostics.wording import passed, say, skipped, warned
from app.network import is_loopback
from app.services.agent_access import interface_of
from app.services.connections import Connection
from app.services.official_script import OPENAI_HOSTS


def probe(context: CheckContext) -> Finding:
    """Gather the hosts; the script is always OpenAI's newest, so no copy of it can take its place."""
    connections = connections_of(context)
    hosts: list[str] = sorted({host for each in connections for host in _hosts(each)})
    if not hosts:
        return skipped(say("doctor.admin_reach.none"))
    has_script = any(interface_of(each) == "official" for each in connections)
    asks_password = any("@" in url.rpartition("://")[2].partition("/")[0] for _, url in proxies_of(context).values())
    evidence: dict[str, Plain] = {"hosts": hosts, "proxy_with_password": asks_password}
    if has_script and asks_password:
        remedy = Remedy(say("doctor.admin_reach.remedy"))
        return warned(say("doctor.admin_reach.password"), remedy, ", ".join(hosts), evidence=evidence)
    return passed(say("doctor.admin_reach.pass", hosts=", ".join(hosts)), evidence=evidence)


def _hosts(connection: Connection) -> list[str]:
    """Return the hosts of a connection away from this computer, those that OpenAI's page asks among them."""
    own = [place.host for place in places(connection) if not is_loopback(place.url)]
    return [*own, *(OPENAI_HOSTS if interface_of(connection) == "official" else ())]


CHECK = Check("adm-07", "administrator", "doctor.admin_reach.title", "low", probe)
