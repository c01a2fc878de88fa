"""Checks what went wrong lately: the failures that were kept, and whether the last run ended by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.brand import BRAND
from app.diagnostics.checks.data_lock import is_window_running
from app.diagnostics.explanations import checks_explaining
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, warned
from app.observability.crash_notes import CRASH_NOTES_NAME, peek_note
from app.services.failures import FailureRecord, is_recent, read_records

TEST = f"{BRAND.slug} doctor --online"


def probe(context: CheckContext) -> Finding:
    """Read the note of the last run and the kept failures."""
    records = read_records(context.records.failures_file)
    recent = [record for record in records if is_recent(record, context.now())]
    detail = "\n".join(map(_line, reversed(records)))
    measured = {"kept": len(records), "within_a_day": len(recent)}
    remedy = _remedy(context)
    if _ended_unexpectedly(context):
        return warned(say("doctor.last_failures.ended"), remedy, detail, measured=measured)
    if recent:
        summary = say("doctor.last_failures.recent", sentence=recent[-1].sentence)
        found = warned(summary, remedy, detail, measured=measured)
        return replace(found, explained_by=checks_explaining(recent[-1].code))
    return passed(say("doctor.last_failures.pass"), detail, measured=measured)


def _remedy(context: CheckContext) -> Remedy:
    """Return what to do: in the window there is a button beside it, elsewhere a command."""
    if context.ask_page is not None:
        button = say("shell.diagnostics.save")
        return Remedy(say("doctor.last_failures.remedy_in_window", button=button), link=BRAND.support)
    return Remedy(say("doctor.last_failures.remedy"), (f"{BRAND.slug} doctor --json",), link=BRAND.support)


def _ended_unexpectedly(context: CheckContext) -> bool:
    """Say whether the last run left its note; a run that is going on has one, too."""
    note = peek_note(context.locations.data_dir / CRASH_NOTES_NAME)
    return note is not None and not is_window_running(context)


def _line(record: FailureRecord) -> str:
    times = f" (x{record.times})" if record.times > 1 else ""
    # Not its detail: that may be in the words of a library, which quote what they stumbled over.
    told = f"{record.at_utc} {record.code} in {record.where}{times}: {record.sentence}"
    return " ".join([told, *_explanation(checks_explaining(record.code))])


def _explanation(ids: tuple[str, ...]) -> Iterator[str]:
    """Yield what explains it, by the titles of the checks, and whether the test of the connection says more."""
    # Not at the top: this check is one of them.
    from app.diagnostics.checks import CHECKS

    titles = {check.id: say(check.title) for check in CHECKS}
    here = [titles[each] for each in ids if each in titles]
    if here:
        yield say("doctor.last_failures.explained", checks=", ".join(here))
    if len(here) < len(ids):
        yield say("doctor.last_failures.tested" if here else "doctor.last_failures.only_tested", command=TEST)


CHECK = Check("log-02", "records", "doctor.last_failures.title", "low", probe)
