"""Checks that the keyring is unlocked and answers; it looks for something that is not there, and asks nobody."""

from __future__ import annotations

from app.diagnostics.checks.quiet_keyring import TRIAL_ID, quiet_credentials, would_ask
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say, skipped
from app.errors import KeyringFailed, KeyringLocked, KeyringTimeout


def probe(context: CheckContext) -> Finding:
    """Read an item nobody has written."""
    if would_ask(context):
        return skipped(say("doctor.skip.would_ask"))
    credentials = quiet_credentials(context)
    try:
        credentials.read(TRIAL_ID)
    except KeyringLocked:
        return failed(say("doctor.keyring_lock.locked"), Remedy(say(f"doctor.keyring_lock.remedy.{context.system}")))
    except KeyringTimeout:
        return failed(say("doctor.keyring_lock.silent"), Remedy(say("doctor.keyring_lock.remedy_silent")))
    except KeyringFailed as error:
        return failed(say("doctor.keyring_lock.fails"), Remedy(say("doctor.keyring_lock.remedy_silent")), error.detail)
    if credentials.status(TRIAL_ID).keyring == "absent":
        return skipped(say("doctor.keyring_lock.none"))
    return passed(say("doctor.keyring_lock.pass"))


CHECK = Check("key-03", "connection", "doctor.keyring_lock.title", "medium", probe)
