"""Owns how checks use the keyring: only where that can be done without asking the person, and never for long."""

from __future__ import annotations

from collections.abc import Iterable

from app.diagnostics.findings import SYSTEMS, CheckContext
from app.services.agent_access import key_variable
from app.services.connections import GIVEN_ID, Connection
from app.services.credentials import Credentials
from app.services.keyring_backend import can_be_quiet
from app.services.secret import Source
from app.settings.env_file import surroundings

# Less than a check may take, so that it can say itself what does not answer.
KEYRING_SECONDS = 1.5
TRIAL_ID = "doctor-trial"
UNREADABLE = ("locked", "waiting")
PLATFORMS = {system: platform for platform, system in SYSTEMS.items()}


def would_ask(context: CheckContext) -> bool:
    """Say whether the keyring of this system may put a question to the person when it is looked into."""
    return not can_be_quiet(context.environ, PLATFORMS.get(context.system, "linux"))


def quiet_credentials(context: CheckContext) -> Credentials:
    """Return the program's own way to the keyring, and to what the environment has; a locked one is left locked."""
    around = surroundings(context.env_file, context.environ)
    return Credentials(environ=around, open_backend=context.open_quiet_keyring, deadline_seconds=KEYRING_SECONDS)


def sources_of_keys(connections: Iterable[Connection], context: CheckContext) -> dict[str, Source] | None:
    """Return where the key of each connection is, by its id; None where the keyring cannot be looked into."""
    credentials, sources = quiet_credentials(context), dict[str, Source]()
    for each in connections:
        if each.id == GIVEN_ID:
            # Its key comes with it, and the keyring is not asked for another one.
            sources[each.id] = "environment" if credentials.given(key_variable(each)) is not None else "none"
            continue
        if would_ask(context):
            return None
        status = credentials.status(each.id, key_variable(each))
        if status.source == "none" and status.keyring in UNREADABLE:
            return None
        sources[each.id] = status.source
    return sources
