"""Checks what agents may use here: the tools there are, those that packages add, and what is allowed for always."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import distributions

from app.diagnostics.checks.python import is_there
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import passed, say, warned
from app.private_file import read_bounded


def probe(context: CheckContext) -> Finding:
    """List the tools without loading any package's, then read the permissions that are kept."""
    # Not at the top: what describes the tools is heavy, and only this check needs it.
    from app.tools.custom import GROUP
    from app.tools.registry import BUILT_IN

    own = [tool.name for tool in BUILT_IN]
    packages = distributions(path=list(context.module_folders))
    points = [point for package in packages for point in package.entry_points.select(group=GROUP)]
    broken = sorted({point.name for point in points if not is_there(point.module.partition(".")[0], context)})
    always = _always(context)
    added = sorted({point.name for point in points})
    evidence: dict[str, Plain] = {"tools": len(own), "added": added, "always_allowed": always}
    if broken:
        remedy = Remedy(say("doctor.tools.remedy"))
        return warned(say("doctor.tools.broken", names=", ".join(broken)), remedy, evidence=evidence)
    if always is None:
        return warned(say("doctor.tools.damaged"), Remedy(say("doctor.tools.remedy_damaged")), evidence=evidence)
    return passed(say("doctor.tools.pass", count=len(own) + len(added)), evidence=evidence)


def _always(context: CheckContext) -> list[str] | None:
    """Return the tools that are always allowed, with how often; None where the file is damaged."""
    from app.tools.grant_file import MOST_BYTES, decode

    try:
        kept = decode(read_bounded(context.locations.permissions_file, MOST_BYTES))
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError):
        return None
    return [f"{name} x{times}" for name, times in sorted(Counter(each.tool for each in kept).items())]


CHECK = Check("tool-01", "program", "doctor.tools.title", "low", probe, depends_on=("app-07",))
