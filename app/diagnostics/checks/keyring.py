"""Checks that this system has a keyring the program may use; opening one asks the person nothing."""

from __future__ import annotations

from app.diagnostics.checks.described import connections_of
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import apt_install, passed, say, warned
from app.errors import KeyringAbsent
from app.services.connections import GIVEN_ID


def probe(context: CheckContext) -> Finding:
    """Open the keyring that a start would take; whoever has no connection of their own has no key to keep in it."""
    try:
        name = context.open_keyring().name
    except KeyringAbsent:
        if all(each.id == GIVEN_ID for each in connections_of(context)):
            return passed(say("doctor.keyring.not_needed"), evidence={"keyring": ""})
        remedy = Remedy(say(f"doctor.keyring.remedy.{context.system}"), apt_install("gnome-keyring", context))
        return warned(say("doctor.keyring.none"), remedy)
    return passed(say("doctor.keyring.pass", keyring=name), evidence={"keyring": name})


CHECK = Check("key-01", "connection", "doctor.keyring.title", "medium", probe)
