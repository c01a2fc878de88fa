"""Checks that this system has a keyring the program may use; opening one asks the person nothing."""

from __future__ import annotations

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import passed, say, warned
from app.errors import KeyringAbsent


def probe(context: CheckContext) -> Finding:
    """Open the keyring that a start would take."""
    try:
        name = context.open_keyring().name
    except KeyringAbsent:
        return warned(say("doctor.keyring.none"), _remedy(context))
    return passed(say("doctor.keyring.pass", keyring=name), evidence={"keyring": name})


def _remedy(context: CheckContext) -> Remedy:
    is_debian = context.system == "linux" and (context.root / "etc/debian_version").exists()
    commands = ("sudo apt install gnome-keyring",) if is_debian else ()
    return Remedy(say(f"doctor.keyring.remedy.{context.system}"), commands)


CHECK = Check("key-01", "connection", "doctor.keyring.title", "medium", probe)
