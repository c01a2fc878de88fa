"""Checks that GTK's web engine is installed and fits this Python; it loads no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES, PathFinder
from pathlib import Path

from app.diagnostics.checks.chosen_engine import chosen_engine
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say, skipped

TYPELIBS = ("Gtk-3.0.typelib", "WebKit2-4.1.typelib")
TYPELIB_FOLDERS = tuple(
    f"{place}girepository-1.0" for place in ("usr/lib*/", "usr/lib/*/", "usr/local/lib*/", "usr/local/lib/*/")
)
DEBIAN_PACKAGES = "python3-gi gir1.2-gtk-3.0 gir1.2-webkit2-4.1"


def probe(context: CheckContext) -> Finding:
    """Look for GObject's binding to this Python, then for the descriptions of GTK and of its web engine."""
    if context.system != "linux":
        return skipped(say("doctor.skip.only_linux"))
    if chosen_engine(context) != "gtk":
        return skipped(say("doctor.gtk_engine.not_chosen"))
    spec = PathFinder.find_spec("gi", list(context.module_folders))
    folders = [Path(folder) for folder in (spec.submodule_search_locations or () if spec else ())]
    if not folders:
        return failed(say("doctor.gtk_engine.none"), _remedy(context))
    if not any((folder / f"_gi{end}").exists() for folder in folders for end in EXTENSION_SUFFIXES):
        return failed(say("doctor.gtk_engine.other_python"), Remedy(say("doctor.gtk_engine.remedy_other_python")))
    missing = [name for name in TYPELIBS if not any((folder / name).exists() for folder in _typelib_folders(context))]
    if missing:
        summary = say("doctor.gtk_engine.incomplete")
        return failed(summary, _remedy(context), ", ".join(missing), evidence={"missing": missing})
    return passed(say("doctor.gtk_engine.pass"))


def _typelib_folders(context: CheckContext) -> Iterator[Path]:
    yield from map(Path, filter(None, context.environ.get("GI_TYPELIB_PATH", "").split(":")))
    for pattern in TYPELIB_FOLDERS:
        yield from context.root.glob(pattern)


def _remedy(context: CheckContext) -> Remedy:
    if not (context.root / "etc/debian_version").exists():
        return Remedy(say("doctor.gtk_engine.remedy"))
    return Remedy(say("doctor.gtk_engine.remedy_debian"), (f"sudo apt install {DEBIAN_PACKAGES}",))


CHECK = Check("lin-06", "window", "doctor.gtk_engine.title", "high", probe)
