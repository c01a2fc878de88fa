"""Checks that Qt's web engine is complete, with every library it needs; it loads no part of it."""

from __future__ import annotations

import re
import subprocess
from importlib.machinery import EXTENSION_SUFFIXES, PathFinder
from importlib.metadata import distributions
from pathlib import Path

from app.diagnostics.checks.chosen_engine import chosen_engine
from app.diagnostics.checks.python import is_there
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, say, skipped, unknown

BINDINGS = ("QtCore", "QtGui", "QtWidgets", "QtWebChannel", "QtWebEngineCore", "QtWebEngineWidgets")
# Where a wheel has its own Qt; a distribution's package has it among the system's libraries instead.
OWN_QT = "Qt/lib"
OWN_QT_FILES = (
    *("Qt/lib/libQt6WebEngineCore.so.6", "Qt/libexec/QtWebEngineProcess", "Qt/plugins/platforms/libqxcb.so"),
    *("Qt/resources/icudtl.dat", "Qt/resources/qtwebengine_resources.pak"),
)
OWN_LIBRARIES = ("libQt6", "libpyside6", "libshiboken6")
LINKED_SUFFIXES = (".so", ".so.6", "QtWebEngineProcess")
LDD_SECONDS = 1.5
NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
DAMAGED = re.compile(r"^(/.+):\n\tnot a dynamic executable|loading shared libraries: (/[^:]+): ", re.MULTILINE)
# PySide6 of this version loses a reference of True at each signal, which ends an older Python after a while.
FATAL_PYSIDE, FIRST_SAFE_PYTHON = (6, 12), (3, 12)
# Libraries whose Debian package is not called as they are.
PACKAGES = {
    "libgio-2.0.so.0": "libglib2.0-0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
}
PACKAGES |= dict.fromkeys(("libnssutil3.so", "libsmime3.so", "libssl3.so"), "libnss3")
PACKAGES |= dict.fromkeys(("libplc4.so", "libplds4.so"), "libnspr4")


def probe(context: CheckContext) -> Finding:
    """Look for the package, its files, its version, then let the system's loader say what it would not find."""
    if context.system != "linux":
        return skipped(say("doctor.skip.only_linux"))
    if chosen_engine(context) != "qt":
        return skipped(say("doctor.qt_engine.not_chosen"))
    package = _package(context)
    if package is None or not (context.is_frozen or is_there("qtpy", context)):
        return failed(say("doctor.qt_engine.none"), _reinstall())
    missing = _missing_files(package)
    if missing:
        return _incomplete(missing)
    version = version_of_pyside(context)
    if _is_fatal(version, context):
        remedy = Remedy(say("doctor.qt_engine.remedy_fatal"), ("python3 -m pip install 'PySide6_Addons<6.12'",))
        return failed(say("doctor.qt_engine.fatal", version=version), remedy, evidence={"version": version})
    try:
        told = _ask_the_loader(package, context)
    except subprocess.TimeoutExpired:
        return unknown(say("doctor.unknown.late"))
    return _trouble_in(told, context) or passed(say("doctor.qt_engine.pass"), evidence={"version": version})


def _trouble_in(told: str, context: CheckContext) -> Finding | None:
    """Return what the loader's words mean, when they mean trouble."""
    libraries = sorted(set(NOT_FOUND.findall(told)))
    own = {name for name in libraries if name.startswith(OWN_LIBRARIES)}
    own |= {Path(alone or needed).name for alone, needed in DAMAGED.findall(told)}
    if own:
        return _incomplete(sorted(own))
    if not libraries:
        return None
    evidence: dict[str, Plain] = {"missing": libraries}
    remedy = _install(libraries, context)
    return failed(say("doctor.qt_engine.libraries"), remedy, ", ".join(libraries), evidence=evidence)


def _incomplete(parts: list[str]) -> Finding:
    return failed(say("doctor.qt_engine.incomplete"), _reinstall(), ", ".join(parts), evidence={"parts": parts})


def _package(context: CheckContext) -> Path | None:
    # Only the finder is asked: importlib.util.find_spec would import the package to look into it.
    spec = PathFinder.find_spec("PySide6", list(context.module_folders))
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return Path(folders[0]) if folders else None


def _missing_files(package: Path) -> list[str]:
    missing = [name for name in BINDINGS if not any((package / f"{name}{end}").exists() for end in EXTENSION_SUFFIXES)]
    if (package / OWN_QT).is_dir():
        missing += [name for name in OWN_QT_FILES if not (package / name).exists()]
    return missing


def version_of_pyside(context: CheckContext) -> str:
    """Return the version of the bindings that an installer noted; empty where there is none."""
    for name in ("PySide6_Addons", "PySide6"):
        for found in distributions(name=name, path=list(context.module_folders)):
            return found.version
    return ""


def _is_fatal(version: str, context: CheckContext) -> bool:
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdecimal())
    return numbers >= FATAL_PYSIDE and context.python_version[:2] < FIRST_SAFE_PYTHON


def _ask_the_loader(package: Path, context: CheckContext) -> str:
    """Return what the system's loader says about the engine's files, as far as it can be asked."""
    files = [package / name for name in OWN_QT_FILES if name.endswith(LINKED_SUFFIXES)]
    files += [package / f"QtWebEngineWidgets{end}" for end in EXTENSION_SUFFIXES]
    environ = {name: context.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in context.environ}
    try:
        answer = subprocess.run(  # noqa: S603 -- the system's own tool, on files of this installation
            ["ldd", *(str(file) for file in files if file.exists())],  # noqa: S607 -- it is where the system has it
            env={**environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LDD_SECONDS,
            check=False,
        )
    except OSError:  # a system without this tool
        return ""
    return answer.stdout.decode("utf-8", "replace")


def _install(libraries: list[str], context: CheckContext) -> Remedy:
    if not (context.root / "etc/debian_version").exists():
        return Remedy(say("doctor.qt_engine.remedy_libraries"))
    packages = sorted({debian_package(library) for library in libraries})
    return Remedy(say("doctor.qt_engine.remedy_debian"), (f"sudo apt install {' '.join(packages)}",))


def debian_package(library: str) -> str:
    """Return the Debian package of a library: by rule its name and version, with a dash between two digits."""
    name, _, version = library.partition(".so")
    dash = "-" if name[-1:].isdigit() and version else ""
    return PACKAGES.get(library) or f"{name}{dash}{version.lstrip('.')}".lower().replace("_", "-")


def _reinstall() -> Remedy:
    return Remedy(
        say("doctor.qt_engine.remedy"),
        ("python3 -m pip install --force-reinstall 'PySide6_Addons>=6.8,<6.12' 'QtPy>=2.4'",),
    )


CHECK = Check("lin-01", "window", "doctor.qt_engine.title", "high", probe)
