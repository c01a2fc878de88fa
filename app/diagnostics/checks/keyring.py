"""Checks that this system has a keyring the program may use; opening one asks the person nothing."""

from __future__ import annotations

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import apt_install, passed, say, warned
from app.errors import KeyringAbsent


def probe(context: CheckContext) -> Finding:
    """Open the keyring that a start would take."""
    try:
        name = context.open_keyring().name
    except KeyringAbsent:
        remedy = Remedy(say(f"doctor.keyring.remedy.{context.system}"), apt_install("gnome-keyring", context))
        return warned(say("doctor.keyring.none"), remedy)
    return passed(say("doctor.keyring.pass", keyring=name), evidence={"keyring": name})


CHECK = Check("key-01", "connection", "doctor.keyring.title", "medium", probe)
