"""Checks that the web engine is not too old for the pages: an old one still starts, and may show them wrongly."""

from __future__ import annotations

import re

from app.diagnostics.checks.chosen_engine import chosen_engine
from app.diagnostics.checks.qt_engine import version_of_pyside
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, skipped, warned

# What the pages are tried with, and newer ones.
OLDEST = {"qt": (6, 8), "gtk": (2, 42)}
DEBIAN_PACKAGE = b"Package: libwebkit2gtk-4.1-0\n"
MOST_STATUS_BYTES = 32 * 1024 * 1024
DESCRIPTIONS = tuple(f"{place}/pkgconfig/webkit2gtk-4.1.pc" for place in ("usr/lib*", "usr/lib/*"))
VERSION = re.compile(r"^Version: *(?:\d+:)?(\d+(?:\.\d+)+)", re.MULTILINE)


def probe(context: CheckContext) -> Finding:
    """Compare the version that an installer noted; no engine is loaded to ask it."""
    if context.system != "linux":
        return skipped(say("doctor.skip.only_linux"))
    engine = chosen_engine(context)
    version = version_of_pyside(context) if engine == "qt" else _version_of_webkit(context)
    if not version:
        return skipped(say("doctor.engine_age.untold"))
    evidence = {"engine": engine, "version": version}
    if tuple(map(int, re.findall(r"\d+", version)[:2])) >= OLDEST[engine]:
        return passed(say("doctor.engine_age.pass", version=version), evidence=evidence)
    oldest = ".".join(map(str, OLDEST[engine]))
    summary = say(f"doctor.engine_age.{engine}", version=version, oldest=oldest)
    commands = ("python3 -m pip install --upgrade 'PySide6_Addons>=6.8,<6.12'",) if engine == "qt" else ()
    return warned(summary, Remedy(say(f"doctor.engine_age.remedy_{engine}"), commands), evidence=evidence)


def _version_of_webkit(context: CheckContext) -> str:
    """Return what Debian's package manager or the library's own description says; others say it nowhere cheaply."""
    found = VERSION.search(_entry_of_debian(context) or _description(context))
    return found[1] if found else ""


def _description(context: CheckContext) -> str:
    files = [file for pattern in DESCRIPTIONS for file in context.root.glob(pattern)]
    return files[0].read_text("utf-8", "replace") if files else ""


def _entry_of_debian(context: CheckContext) -> str:
    try:
        with (context.root / "var/lib/dpkg/status").open("rb") as status:
            packages = status.read(MOST_STATUS_BYTES)
    except OSError:
        return ""
    _, found, rest = packages.partition(DEBIAN_PACKAGE)
    return rest.partition(b"\n\n")[0].decode("utf-8", "replace") if found else ""


CHECK = Check("lin-07", "window", "doctor.engine_age.title", "medium", probe)
