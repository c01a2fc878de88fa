"""Checks that the file of the connections can be read, and each in it is complete, with an id that is no template's."""

from __future__ import annotations

from typing import Any

from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, remedy_for_rights, say, skipped, warned
from app.errors import ConnectionUnusable
from app.private_file import read_bounded
from app.services.connection_details import clean_label
from app.services.connection_file import MOST_BYTES, described_by, records_in


def probe(context: CheckContext) -> Finding:
    """Read every record as a start does; a damaged file stays where it is."""
    path = context.locations.connections_file
    try:
        records = records_in(read_bounded(path, MOST_BYTES))
    except FileNotFoundError:
        return skipped(say("doctor.connections.none"))
    except OSError as error:
        remedy = remedy_for_rights("doctor.connections.remedy_unreadable", path, context)
        return failed(say("doctor.connections.unreadable"), remedy, f"{path}: {error.strerror}")
    except ValueError:
        return failed(say("doctor.connections.damaged"), Remedy(say("doctor.connections.remedy_damaged")), str(path))
    faults = [fault for fault in map(_fault, records) if fault]
    evidence: dict[str, Plain] = {"described": len(records), "unusable": len(faults)}
    if faults:
        remedy = Remedy(say("doctor.connections.remedy"), action="connections")
        return warned(say("doctor.connections.unusable"), remedy, "\n".join(faults), evidence=evidence)
    return passed(say("doctor.connections.pass"), evidence=evidence)


def _fault(record: Any) -> str:
    """Return what is wrong with a record, after its name; nothing else of it is ever shown."""
    try:
        described_by(record)
    except ConnectionUnusable as error:
        label = record.get("label") if isinstance(record, dict) else ""
        name = clean_label(label) if isinstance(label, str) else ""
        return f"{name or say('doctor.connections.unnamed')}: {error.sentence}"
    return ""


CHECK = Check("con-02", "connection", "doctor.connections.title", "medium", probe)
