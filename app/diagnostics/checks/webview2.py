"""Checks that Windows has WebView2, Microsoft's web engine, and that it is new enough."""

from __future__ import annotations

import re

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say, skipped, warned

RUNTIME = "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
# Where an installer notes the version: for this person, for everybody, for everybody on a 64-bit system.
PLACES = (
    ("HKEY_CURRENT_USER", rf"SOFTWARE\Microsoft\EdgeUpdate\Clients\{RUNTIME}"),
    ("HKEY_LOCAL_MACHINE", rf"SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{RUNTIME}"),
    ("HKEY_LOCAL_MACHINE", rf"SOFTWARE\Microsoft\EdgeUpdate\Clients\{RUNTIME}"),
)
# pywebview takes none that is older than the first; the pages are tried with the second and newer ones.
OLDEST_USABLE, OLDEST_TRIED = 86, 120
DOWNLOAD = "https://developer.microsoft.com/microsoft-edge/webview2/"


def probe(context: CheckContext) -> Finding:
    """Read the version where an installer notes it."""
    if context.system != "windows":
        return skipped(say("doctor.skip.only_windows"))
    version = max((version_at(*place, context) for place in PLACES), key=_numbers)
    evidence = {"version": version}
    remedy = Remedy(say("doctor.webview2.remedy"), link=DOWNLOAD)
    if not version:
        return failed(say("doctor.webview2.none"), remedy, evidence=evidence)
    if _numbers(version)[0] < OLDEST_USABLE:
        return failed(say("doctor.webview2.unusable", version=version), remedy, evidence=evidence)
    if _numbers(version)[0] < OLDEST_TRIED:
        return warned(say("doctor.webview2.old", version=version), remedy, evidence=evidence)
    return passed(say("doctor.webview2.pass", version=version), evidence=evidence)


def version_at(hive: str, key: str, context: CheckContext) -> str:
    """Return the version noted there; an engine that was removed leaves an empty one or only noughts behind."""
    version = str(context.registry(hive, key, "pv"))
    return version if re.fullmatch(r"\d+(\.\d+)*", version) and _numbers(version)[0] > 0 else ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split("."))) if version else (0,)


CHECK = Check("win-01", "window", "doctor.webview2.title", "high", probe)
