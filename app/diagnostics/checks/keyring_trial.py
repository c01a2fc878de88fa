"""Checks that the keyring keeps what it is given: an item of the check's own is written, read back and removed."""

from __future__ import annotations

from app.diagnostics.checks.quiet_keyring import TRIAL_ID, quiet_credentials, would_ask
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, passed, say, skipped
from app.errors import KeyringFailed, KeyringLost

# The same each time: two that look at once do not call each other's item lost.
TRIAL_VALUE = "not a key"


def probe(context: CheckContext) -> Finding:
    """Write, read back and remove, as it is done with a key."""
    if would_ask(context):
        return skipped(say("doctor.skip.would_ask"))
    credentials = quiet_credentials(context)
    try:
        credentials.store(TRIAL_ID, TRIAL_VALUE)
        credentials.forget(TRIAL_ID)
    except KeyringLost:
        return failed(say("doctor.keyring_trial.lost"), Remedy(say("doctor.keyring_trial.remedy")))
    except KeyringFailed as error:
        return failed(say("doctor.keyring_trial.refused"), Remedy(say("doctor.keyring_trial.remedy")), error.detail)
    return passed(say("doctor.keyring_trial.pass"))


CHECK = Check("key-02", "connection", "doctor.keyring_trial.title", "medium", probe, depends_on=("key-03",))
