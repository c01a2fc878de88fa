"""Checks that Python and the packages this program needs are there; it looks for them without importing any."""

from __future__ import annotations

from importlib.machinery import PathFinder

from app.brand import BRAND
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say

OLDEST = (3, 11)
PACKAGES = (
    *("webview", "pydantic", "pydantic_settings", "platformdirs", "filelock"),
    *("chatkit", "agents", "mcp", "starlette", "uvicorn"),
)


def probe(context: CheckContext) -> Finding:
    """Look at the version, then for each package."""
    version = ".".join(map(str, context.python_version))
    evidence = {"version": version}
    if context.python_version[:2] < OLDEST:
        remedy = Remedy(say("doctor.python.remedy_old"), link="https://www.python.org/downloads/")
        return failed(say("doctor.python.old", version=version), remedy, evidence=evidence)
    missing = [] if context.is_frozen else [name for name in PACKAGES if not is_there(name, context)]
    if missing:
        remedy = Remedy(
            say("doctor.python.remedy_missing"),
            (f"python3 -m pip install --force-reinstall {BRAND.slug}",),
            link=BRAND.homepage,
        )
        summary = say("doctor.python.missing", names=", ".join(missing))
        return failed(summary, remedy, evidence={**evidence, "missing": missing})
    return passed(say("doctor.python.pass", version=version), evidence=evidence)


def is_there(name: str, context: CheckContext) -> bool:
    """Say whether Python would find a package; unlike importing it, looking runs none of its code."""
    return PathFinder.find_spec(name, list(context.module_folders)) is not None


CHECK = Check("app-07", "program", "doctor.python.title", "high", probe)
