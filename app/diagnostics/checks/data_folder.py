"""Checks that the folder of the conversations can be written, and by nobody else."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from app.brand import BRAND
from app.diagnostics.checks.folder_trial import nearest_existing, try_to_write
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, for_command, passed, say, warned


def probe(context: CheckContext) -> Finding:
    """Look at what is there, then try to write."""
    folder = context.locations.data_dir
    evidence = {"folder": str(folder)}
    existing = nearest_existing(folder)
    if not existing.is_dir():
        remedy = Remedy(say("doctor.data_folder.remedy_not_a_folder"))
        return failed(say("doctor.data_folder.not_a_folder"), remedy, str(existing), evidence=evidence)
    trouble = try_to_write(folder)
    if trouble is not None:
        detail = f"{folder}: {trouble.strerror}"
        return failed(
            say("doctor.data_folder.not_writable"), _remedy(existing, trouble, context), detail, evidence=evidence
        )
    if existing == folder and _is_open_to_others(folder, context):
        return warned(say("doctor.data_folder.open"), _remedy_for_open(folder, context), str(folder), evidence=evidence)
    return passed(say("doctor.data_folder.pass"), str(folder), evidence=evidence)


def _is_open_to_others(folder: Path, context: CheckContext) -> bool:
    return context.system != "windows" and bool(folder.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def is_own(folder: Path) -> bool:
    """Say whether a folder bears this program's name: the rights of no other one are ever changed by a command."""
    return folder.name == BRAND.slug


def _remedy_for_open(folder: Path, context: CheckContext) -> Remedy:
    status = folder.stat()
    if status.st_uid != os.geteuid() or status.st_mode & stat.S_ISVTX:
        return Remedy(say("doctor.data_folder.remedy"))
    return Remedy(say("doctor.data_folder.remedy_open"), (f"chmod 700 {for_command(folder, context)}",))


def _remedy(folder: Path, trouble: OSError, context: CheckContext) -> Remedy:
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return Remedy(say("doctor.disk_room.remedy"))
    is_permission = trouble.errno in (errno.EACCES, errno.EPERM)
    # A command that changes rights is only ever offered for a folder that is this program's own.
    if context.system == "windows" or not is_permission or folder != context.locations.data_dir or not is_own(folder):
        return Remedy(say("doctor.data_folder.remedy"))
    quoted = for_command(folder, context)
    if folder.stat().st_uid != os.geteuid():
        return Remedy(say("doctor.data_folder.remedy_owner"), (f'sudo chown -R "$USER" {quoted}',))
    return Remedy(say("doctor.data_folder.remedy_mode"), (f"chmod u+rwx {quoted}",))


CHECK = Check("app-02", "data", "doctor.data_folder.title", "high", probe)
