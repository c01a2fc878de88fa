"""Checks, for each connection, that its key is there; it says where a key is kept and never what it is."""

from __future__ import annotations

from app.diagnostics.checks.described import connections_of
from app.diagnostics.checks.quiet_keyring import sources_of_keys
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, skipped, warned


def probe(context: CheckContext) -> Finding:
    """Ask where every key is. Servers and session services may do without one; a workflow never opens without."""
    connections = connections_of(context)
    if not connections:
        return skipped(say("doctor.connection_keys.none"))
    sources = sources_of_keys(connections, context)
    if sources is None:
        return skipped(say("doctor.skip.would_ask"))
    evidence: dict[str, Plain] = {"keys": [f"{connection_id}: {source}" for connection_id, source in sources.items()]}
    missing = [each.label for each in connections if each.kind == "workflow" and sources[each.id] == "none"]
    if missing:
        remedy = Remedy(say("doctor.connection_keys.remedy"), action="connections")
        return warned(say("doctor.connection_keys.missing", names=", ".join(missing)), remedy, evidence=evidence)
    return passed(say("doctor.connection_keys.pass"), evidence=evidence)


CHECK = Check("key-04", "connection", "doctor.connection_keys.title", "medium", probe)
