"""Checks that the computer's clock can be right: a wrong one breaks secure connections and the order of messages.

Without asking another computer, a clock that is behind shows by what was written here, and one that is ahead only where
a server was asked lately and said so; that it is right cannot be known, and is not claimed.
"""

from __future__ import annotations

from pathlib import Path

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy, System
from app.diagnostics.wording import passed, say, warned
from app.errors import ClockWrong
from app.observability.utc_stamps import utc_stamp
from app.services.failures import is_recent, read_records

# No computer that runs this program lives before it was written, nor far beyond the certificates of its time.
EARLIEST = 1_767_225_600  # 2026-01-01 UTC
LATEST = EARLIEST + 20 * 365 * 86_400
DAY_SECONDS = 86_400

COMMANDS: dict[System, tuple[str, ...]] = {
    "linux": ("timedatectl set-ntp true",),
    "macos": ("sudo sntp -sS time.apple.com",),
    "windows": ("w32tm /resync",),
}


def probe(context: CheckContext) -> Finding:
    """Compare the clock with bounds, with the files this program wrote, and with what servers have said."""
    now = context.now()
    measured = {"now_utc": utc_stamp(max(0.0, min(now, 1e11)))}
    remedy = Remedy(say(f"doctor.clock.remedy.{context.system}"), COMMANDS[context.system])
    if not EARLIEST <= now <= LATEST:
        return warned(say("doctor.clock.impossible"), remedy, measured=measured)
    if _newest(context) > now + DAY_SECONDS:
        return warned(say("doctor.clock.behind"), remedy, measured=measured)
    if any(
        each.code == ClockWrong.code and is_recent(each, now) for each in read_records(context.records.failures_file)
    ):
        return warned(say("doctor.clock.told"), remedy, measured=measured)
    return passed(say("doctor.clock.pass"), measured=measured)


def _newest(context: CheckContext) -> float:
    places = context.locations
    files = (places.settings_file, places.connections_file, places.database_file, places.failures_file, places.log_file)
    return max(map(_changed_at, files))


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


CHECK = Check("app-05", "program", "doctor.clock.title", "medium", probe)
