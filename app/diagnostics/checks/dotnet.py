"""Checks that Windows has the .NET Framework that the window stands on."""

from __future__ import annotations

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say, skipped

PLACE = ("HKEY_LOCAL_MACHINE", r"SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full", "Release")
# Microsoft's number for version 4.6.2.
OLDEST = 394_802
DOWNLOAD = "https://dotnet.microsoft.com/download/dotnet-framework"


def probe(context: CheckContext) -> Finding:
    """Read the number that its installer notes."""
    if context.system != "windows":
        return skipped(say("doctor.skip.only_windows"))
    release = context.registry(*PLACE)
    if isinstance(release, int) and release >= OLDEST:
        return passed(say("doctor.dotnet.pass"), evidence={"release": release})
    summary = say("doctor.dotnet.none" if release is None else "doctor.dotnet.old")
    return failed(summary, Remedy(say("doctor.dotnet.remedy"), link=DOWNLOAD), evidence={"release": release})


CHECK = Check("win-02", "window", "doctor.dotnet.title", "high", probe)
