"""Checks which version this is and how it was installed: two versions on top of each other fail in odd ways."""

from __future__ import annotations

from importlib.metadata import distributions

from app import __version__
from app.brand import BRAND
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, warned
from app.resources import is_source_run


def probe(context: CheckContext) -> Finding:
    """Compare what the installer noted with what is running."""
    kind = install_kind(context)
    evidence = {"version": __version__, "install_kind": kind}
    others = sorted(_installed_versions(context) - {__version__})
    if others and kind == "wheel":
        remedy = Remedy(
            say("doctor.program.remedy"),
            (f"python3 -m pip install --force-reinstall {BRAND.slug}",),
            link=BRAND.homepage,
        )
        summary = say("doctor.program.mixed", version=__version__, others=", ".join(others))
        return warned(summary, remedy, evidence={**evidence, "other_versions": others})
    return passed(say(f"doctor.program.{kind}", program=BRAND.name, version=__version__), evidence=evidence)


def install_kind(context: CheckContext) -> str:
    """Return "flatpak", "snap", "appimage", "bundle", "source" or "wheel"."""
    if (context.root / ".flatpak-info").exists():
        return "flatpak"
    for variable, kind in (("SNAP", "snap"), ("APPIMAGE", "appimage")):
        if context.is_frozen and context.environ.get(variable):
            return kind
    if context.is_frozen:
        return "bundle"
    return "source" if is_source_run() else "wheel"


def _installed_versions(context: CheckContext) -> set[str]:
    folders = list(context.module_folders)
    return {found.version for found in distributions(name=BRAND.slug, path=folders)}


CHECK = Check("app-01", "program", "doctor.program.title", "low", probe)
