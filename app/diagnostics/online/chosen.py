"""Owns which connection the command line tests, and the way to its key; whatever it reads stays as it is."""

from __future__ import annotations

from functools import partial

from app.diagnostics.findings import CheckContext
from app.diagnostics.online.access import OnlineAccess
from app.errors import NotFound, UsageError
from app.resources import text
from app.services.agent_access import kept_key
from app.services.connection_file import ConnectionFile
from app.services.connections import Connection, Connections
from app.services.credentials import Credentials
from app.services.given_connection import given_connection
from app.services.installation import installation_id
from app.settings.early import read_early
from app.settings.env_file import surroundings

# Less than a check has, so that a keyring that asks the person says so itself.
KEYRING_SECONDS = 15.0


def chosen_access(context: CheckContext, wanted: str) -> OnlineAccess:
    """Return the access of the connection with this id, or of the selected one; raises UsageError for none."""
    connections = _connections(context)
    try:
        connection = connections.get(wanted) if wanted else connections.selected
    except NotFound:
        known = ", ".join(each.id for each in connections.all())
        raise UsageError(
            text("doctor.usage.unknown_connection", id=wanted),
            hint=text("doctor.usage.see_connections", ids=known),
        ) from None
    user = partial(installation_id, context.locations.installation_file)
    return OnlineAccess.of(connection, partial(_read_key, context, connection), user)


def _connections(context: CheckContext) -> Connections:
    early = read_early(context.locations, {}, context.environ, context.env_file)
    given = given_connection(early.workflow_id, surroundings(context.env_file, context.environ))
    kept = ConnectionFile(context.locations.connections_file, sets_aside=False)
    return Connections(kept, given, early.connection)


def _read_key(context: CheckContext, connection: Connection) -> str:
    around = surroundings(context.env_file, context.environ)
    return kept_key(connection, Credentials(environ=around, deadline_seconds=KEYRING_SECONDS))
