"""Checks that the disk of the conversations has room."""

from __future__ import annotations

import shutil

from app.diagnostics.checks.folder_trial import nearest_existing
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say, warned

MEBIBYTE = 1024 * 1024
TOO_LITTLE = 20 * MEBIBYTE
LITTLE = 200 * MEBIBYTE


def probe(context: CheckContext) -> Finding:
    """Ask the system how much is free."""
    free = shutil.disk_usage(nearest_existing(context.locations.data_dir)).free
    measured = {"free_mebibytes": free // MEBIBYTE}
    remedy = Remedy(say("doctor.disk_room.remedy"))
    if free < TOO_LITTLE:
        return failed(say("doctor.disk_room.full"), remedy, measured=measured)
    if free < LITTLE:
        return warned(say("doctor.disk_room.little"), remedy, measured=measured)
    return passed(say("doctor.disk_room.pass"), measured=measured)


CHECK = Check("app-04", "data", "doctor.disk_room.title", "high", probe)
