"""Checks that what a person chooses is there after the next start: settings, connections and the window's size."""

from __future__ import annotations

import os

from app.diagnostics.checks.folder_trial import nearest_existing, try_to_write
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, remedy_for_rights, say, warned


def probe(context: CheckContext) -> Finding:
    """Try to write in the folder of the settings, and ask whether the file itself refuses to be replaced."""
    folder, file = context.locations.settings_dir, context.locations.settings_file
    evidence = {"folder": str(folder)}
    if try_to_write(folder) is not None:
        existing = nearest_existing(folder)
        remedy = remedy_for_rights("doctor.kept_choices.remedy", existing, context)
        return warned(say("doctor.kept_choices.folder"), remedy, str(existing), evidence=evidence)
    if context.system == "windows" and file.exists() and not os.access(file, os.W_OK):
        # Elsewhere a file is replaced whole, whatever its own rights are.
        remedy = Remedy(say("doctor.kept_choices.remedy_file"))
        return warned(say("doctor.kept_choices.file"), remedy, str(file), evidence=evidence)
    return passed(say("doctor.kept_choices.pass"), evidence=evidence)


CHECK = Check("web-02", "data", "doctor.kept_choices.title", "medium", probe)
