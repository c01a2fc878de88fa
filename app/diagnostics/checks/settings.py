"""Checks that the settings can be read and have values they may have; it names settings and never shows a value."""

from __future__ import annotations

from app.diagnostics.checks.settings_in_use import env_file_variables
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, for_command, passed, say, warned
from app.settings.kinds import is_allowed
from app.settings.layers import gather_layers
from app.settings.schema import BY_KEY
from app.settings.settings_file import Condition, peek

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
    return passed(say("doctor.settings.none" if opened.condition is Condition.MISSING else "doctor.settings.pass"))


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
