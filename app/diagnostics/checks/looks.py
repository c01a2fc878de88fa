"""Checks how the chats look: a theme, a colour or a size that cannot be used is left out, and the chat looks plain."""

from __future__ import annotations

from typing import Any

from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, skipped, warned
from app.private_file import read_bounded
from app.services.chat_look import refused_in
from app.services.connection_file import MOST_BYTES, records_in


def probe(context: CheckContext) -> Finding:
    """Look at what each record says about its chat."""
    try:
        records = records_in(read_bounded(context.locations.connections_file, MOST_BYTES))
    except (OSError, ValueError):
        return skipped(say("doctor.connections.none"))
    refused = sorted({name for record in records for name in _refused(record)})
    evidence: dict[str, Plain] = {"refused": refused}
    if refused:
        remedy = Remedy(say("doctor.looks.remedy"), action="connections")
        return warned(say("doctor.looks.refused", names=", ".join(refused)), remedy, evidence=evidence)
    return passed(say("doctor.looks.pass"), evidence=evidence)


def _refused(record: Any) -> tuple[str, ...]:
    return refused_in(record.get("chat")) if isinstance(record, dict) else ()


CHECK = Check("con-04", "connection", "doctor.looks.title", "low", probe, depends_on=("con-02",))
