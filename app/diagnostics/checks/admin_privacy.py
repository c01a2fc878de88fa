"""Answers an administrator: can nobody else on this computer read what is kept here?"""

from __future__ import annotations

import stat
from pathlib import Path

from app.diagnostics.checks.data_folder import is_own
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import for_command, passed, say, skipped, warned

OF_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def probe(context: CheckContext) -> Finding:
    """Look at the rights of our folders, and of a `.env` file, which may hold a key."""
    if context.system == "windows":
        return skipped(say("doctor.admin_privacy.windows"))
    places = context.locations
    folders = dict.fromkeys((places.data_dir, places.settings_dir, places.log_dir))
    files = [context.env_file] if context.env_file is not None else []
    open_ones = [path for path in (*folders, *files) if _is_open(path)]
    evidence: dict[str, Plain] = {"open": [str(path) for path in open_ones]}
    if open_ones:
        ours = [path for path in open_ones if path == context.env_file or is_own(path) or is_own(path.parent)]
        commands = tuple(f"chmod go-rwx {for_command(path, context)}" for path in ours)
        detail = "\n".join(map(str, open_ones))
        remedy = Remedy(say(f"doctor.admin_privacy.remedy_{'ours' if commands else 'others'}"), commands)
        return warned(say("doctor.admin_privacy.open"), remedy, detail, evidence=evidence)
    return passed(say("doctor.admin_privacy.pass"), evidence=evidence)


def _is_open(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & OF_OTHERS)
    except OSError:
        return False


CHECK = Check("adm-05", "administrator", "doctor.admin_privacy.title", "low", probe)
