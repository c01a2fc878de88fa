"""Checks that the id of a hosted workflow looks like one; it never shows the id, only where it stands."""

from __future__ import annotations

import re

from app.brand import BRAND
from app.diagnostics.checks.settings_in_use import env_file_variables
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, skipped, warned
from app.settings.schema import BY_KEY
from app.settings.settings_file import peek

SHAPE = re.compile(r"wf_[A-Za-z0-9_-]{8,197}")
# What the examples of manuals and templates have in its place.
EXAMPLE = re.compile(r"your|example|replace|placeholder|change|xxx|\.\.\.", re.IGNORECASE)


def probe(context: CheckContext) -> Finding:
    """Look at every place that may set it, the one that wins first."""
    places = [(name, value) for name, value in _places(context) if value]
    if not places:
        return skipped(say("doctor.workflow.none"))
    where, value = places[0]
    evidence = {"set_in": [name for name, _ in places]}
    remedy = Remedy(say("doctor.workflow.remedy", place=where), action="settings")
    if not isinstance(value, str) or EXAMPLE.search(value):
        return warned(say("doctor.workflow.example", place=where), remedy, evidence=evidence)
    if not SHAPE.fullmatch(value.strip()):
        return warned(say("doctor.workflow.shape", place=where), remedy, evidence=evidence)
    return passed(say("doctor.workflow.pass", place=where), evidence=evidence)


def _places(context: CheckContext) -> list[tuple[str, object]]:
    names = BY_KEY["workflow_id"].environment_names
    in_file = peek(context.locations.settings_file).document.values().get("workflow_id")
    variables = env_file_variables(context)
    return [
        *((name, context.environ.get(name)) for name in names),
        *((f".env: {name}", variables.get(name)) for name in names),
        (say("doctor.workflow.settings_file"), in_file),
        (say("doctor.workflow.brand"), BRAND.bundled_workflow_id),
    ]


CHECK = Check("con-01", "connection", "doctor.workflow.title", "medium", probe)
