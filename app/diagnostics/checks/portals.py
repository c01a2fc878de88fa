"""Checks the portals that dialogs and links of a desktop may go through; it reads what is installed and asks none."""

from __future__ import annotations

from pathlib import Path

from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import apt_install, passed, say, skipped, warned

FOLDERS = ("usr/share/xdg-desktop-portal/portals", "usr/local/share/xdg-desktop-portal/portals")
WANTED = ("FileChooser", "GlobalShortcuts")
PACKAGES = "xdg-desktop-portal xdg-desktop-portal-gtk"
PREFIX = "org.freedesktop.impl.portal."


def probe(context: CheckContext) -> Finding:
    """Read which portals say that they can choose files."""
    if context.system != "linux":
        return skipped(say("doctor.skip.only_linux"))
    if (context.root / ".flatpak-info").exists():
        return skipped(say("doctor.portals.inside"))
    offered = _offered(context)
    evidence: dict[str, Plain] = {"offered": [name for name in WANTED if name in offered], "needed": _needed(context)}
    if "FileChooser" in offered:
        return passed(say("doctor.portals.pass"), evidence=evidence)
    if _needed(context):
        remedy = Remedy(say("doctor.portals.remedy"), apt_install(PACKAGES, context))
        return warned(say("doctor.portals.missing"), remedy, evidence=evidence)
    return passed(say("doctor.portals.none"), evidence=evidence)


def _offered(context: CheckContext) -> frozenset[str]:
    files = [file for folder in FOLDERS for file in (context.root / folder).glob("*.portal")]
    lines = [line for file in files for line in _read(file).splitlines() if line.startswith("Interfaces=")]
    names = [name for line in lines for name in line.partition("=")[2].split(";")]
    return frozenset(name.removeprefix(PREFIX).strip() for name in names)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""


def _needed(context: CheckContext) -> bool:
    """Say whether the session sends dialogs through a portal."""
    environ = context.environ
    return environ.get("GTK_USE_PORTAL") == "1" or environ.get("QT_QPA_PLATFORMTHEME") == "xdgdesktopportal"


CHECK = Check("lin-04", "window", "doctor.portals.title", "low", probe)
