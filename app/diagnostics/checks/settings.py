"""Checks that the settings can be read and have values they may have; it names settings and never shows a value."""

from __future__ import annotations

import re
from pathlib import Path

from app.diagnostics.checks.settings_in_use import env_file_variables
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, for_command, passed, say, warned
from app.settings.document import parse
from app.settings.kinds import is_allowed
from app.settings.layers import gather_layers
from app.settings.migrations import MIGRATIONS
from app.settings.schema import BY_KEY
from app.settings.settings_file import Condition, Opened, copies_beside, peek

# What was put aside and nobody has deleted; a copy of an older version tells where the settings came from.
LEFTOVERS = ("damaged", "before-reset")
COPY = re.compile(r"\.version-(?P<version>\d+)-(?P<day>\d{8})T")
UNUSABLE = {Condition.DAMAGED: "damaged", Condition.NOT_A_FILE: "not_a_file", Condition.UNREADABLE: "unreadable"}


def probe(context: CheckContext) -> Finding:
    """Read the file without repairing it, then look at every value of every source."""
    opened = peek(context.locations.settings_file)
    if opened.condition in UNUSABLE:
        return _unusable(UNUSABLE[opened.condition], context)
    refused = _refused(context)
    if refused:
        remedy = Remedy(say("doctor.settings.remedy_refused"), action="settings")
        summary = say("doctor.settings.refused", names=", ".join(refused))
        return warned(summary, remedy, evidence={"refused": refused})
    if opened.condition is Condition.NEWER:
        return warned(say("doctor.settings.newer"), Remedy(say("doctor.settings.remedy_newer")))
    return _passed(opened, context.locations.settings_file)


def _passed(opened: Opened, path: Path) -> Finding:
    """Say also which version the settings came from, and which earlier files lie beside them."""
    said = [say("doctor.settings.none" if opened.condition is Condition.MISSING else "doctor.settings.pass")]
    evidence: dict[str, Plain] = {"version": len(MIGRATIONS)}
    if opened.condition is Condition.OLD:
        evidence["version"] = parse(opened.found).version
        said.append(say("doctor.settings.old", version=evidence["version"], now=len(MIGRATIONS)))
    elif taken_over := _last_migration(path):
        evidence["came_from"] = taken_over["version"]
        said.append(say("doctor.settings.migrated", now=len(MIGRATIONS), **taken_over))
    leftovers = [each.name for reason in LEFTOVERS for each in copies_beside(path, reason)]
    if leftovers:
        evidence["leftovers"] = leftovers
        said.append(say("doctor.settings.leftovers", names=", ".join(leftovers)))
    return passed(" ".join(said), evidence=evidence)


def _last_migration(path: Path) -> dict[str, str]:
    """Return the version that was brought to today's last, and the day, by the copy that was kept of it."""
    found = (COPY.search(each.name) for each in copies_beside(path, "version"))
    copies = [each.groupdict() for each in found if each is not None]
    if not copies:
        return {}
    last = max(copies, key=lambda copy: copy["day"])
    return {"version": last["version"], "day": f"{last['day'][:4]}-{last['day'][4:6]}-{last['day'][6:]}"}


def _unusable(how: str, context: CheckContext) -> Finding:
    path = context.locations.settings_file
    commands: tuple[str, ...] = ()
    if context.system != "windows" and how != "damaged":
        quoted = for_command(path, context)
        commands = (f"chmod u+rw {quoted}",) if how == "unreadable" else (f"mv {quoted} {quoted}.old",)
    return failed(say(f"doctor.settings.{how}"), Remedy(say(f"doctor.settings.remedy_{how}"), commands), str(path))


def _refused(context: CheckContext) -> list[str]:
    """Return the settings that have a wrong value somewhere, by name."""
    document = peek(context.locations.settings_file).document
    layers = gather_layers({}, context.environ, env_file_variables(context), document)
    wrong = {key for layer in layers for key in layer.refused}
    wrong |= {key for layer in layers for key, value in layer.values.items() if not is_allowed(BY_KEY[key].kind, value)}
    return sorted(wrong)


CHECK = Check("app-06", "data", "doctor.settings.title", "medium", probe)
