"""Checks how OpenAI's chat interface came up lately, as the window has recorded it; nothing is fetched for that."""

from __future__ import annotations

from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import say, skipped, warned
from app.errors import InterfaceFailed
from app.services.failures import FailureRecord, is_recent, read_records
from app.services.official_script import FAULTS


def probe(context: CheckContext) -> Finding:
    """Look for the last time that it did not come up, and has not come up since."""
    records = read_records(context.records.failures_file)
    recent = [each for each in records if _is_fault(each) and is_recent(each, context.now())]
    if not recent:
        return skipped(say("doctor.official_interface.none"))
    last = recent[-1]
    evidence: dict[str, Plain] = {"fault": last.detail}
    remedy = Remedy(say(f"shell.official_hint.{last.detail}"))
    summary = say("doctor.official_interface.failed", time=last.at_utc, sentence=last.sentence)
    return warned(summary, remedy, evidence=evidence)


def _is_fault(record: FailureRecord) -> bool:
    return record.code == InterfaceFailed.code and record.detail in FAULTS


CHECK = Check("web-05", "window", "doctor.official_interface.title", "medium", probe)
