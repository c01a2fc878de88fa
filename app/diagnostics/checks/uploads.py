"""Checks that files can be attached: the limits are those a session may have, and there is room for the largest."""

from __future__ import annotations

import shutil

from app.diagnostics.checks.described import connections_of
from app.diagnostics.checks.disk_room import MEBIBYTE
from app.diagnostics.checks.folder_trial import nearest_existing, try_to_write
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, remedy_for_rights, say, warned
from app.services.hosted_sessions import SessionOptions

# What conversations of this computer take; tests/contract/test_attachment_limits.py holds it to the chat host's own.
FOLDER, LARGEST_LOCAL = "attachments", 100 * MEBIBYTE


def probe(context: CheckContext) -> Finding:
    """Look at the limits, then at the folder that this computer's attachments are kept in."""
    folder = context.locations.data_dir / FOLDER
    session = SessionOptions("wf_limits", "nobody")
    limits = {
        "local_megabytes": LARGEST_LOCAL // MEBIBYTE,
        "hosted_megabytes": session.max_file_size_mb,
        "hosted_files": session.max_files,
    }
    off = [each.id for each in connections_of(context) if not each.chat.attachments]
    evidence: dict[str, Plain] = {**limits, "switched_off": off}
    if try_to_write(folder) is not None:
        remedy = remedy_for_rights("doctor.uploads.remedy_folder", folder, context)
        return failed(say("doctor.uploads.folder"), remedy, str(folder), evidence=evidence)
    free = shutil.disk_usage(nearest_existing(folder)).free
    measured = {"free_mebibytes": free // MEBIBYTE}
    if free < LARGEST_LOCAL:
        remedy = Remedy(say("doctor.disk_room.remedy"))
        return warned(say("doctor.uploads.room"), remedy, evidence=evidence, measured=measured)
    return passed(say("doctor.uploads.pass", **limits), evidence=evidence, measured=measured)


CHECK = Check("con-03", "data", "doctor.uploads.title", "medium", probe, depends_on=("app-02",))
