"""Checks that the log can be written: without it nobody can say afterwards what went wrong."""

from __future__ import annotations

import errno

from app.diagnostics.checks.folder_trial import nearest_existing, try_to_write
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import for_command, passed, remedy_for_rights, say, warned


def probe(context: CheckContext) -> Finding:
    """Try to write in the folder of the log, and look at what is in the log's place."""
    folder, file = context.locations.log_dir, context.locations.log_file
    existing = nearest_existing(folder)
    evidence = {"folder": str(folder)}
    trouble = try_to_write(folder) if existing.is_dir() else NotADirectoryError(errno.ENOTDIR, "not a folder")
    if trouble is not None:
        remedy = remedy_for_rights("doctor.log_folder.remedy", existing, context)
        return warned(say("doctor.log_folder.warn"), remedy, f"{folder}: {trouble.strerror}", evidence=evidence)
    if file.is_symlink() or (file.exists() and not file.is_file()):
        commands = () if context.system == "windows" else (f"mv {for_command(file, context)} /tmp/",)
        remedy = Remedy(say("doctor.log_folder.remedy_file"), commands)
        return warned(say("doctor.log_folder.not_a_file"), remedy, str(file), evidence=evidence)
    return passed(say("doctor.log_folder.pass"), str(folder), evidence=evidence)


CHECK = Check("log-01", "records", "doctor.log_folder.title", "low", probe)
