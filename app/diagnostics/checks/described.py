"""Owns which connections there are, read as a start reads them, without setting a damaged file aside."""

from __future__ import annotations

from contextlib import suppress

from app.diagnostics.checks.settings_in_use import settings_in_use
from app.diagnostics.findings import CheckContext
from app.private_file import read_bounded
from app.services.connection_file import MOST_BYTES, decode
from app.services.connections import Connection
from app.services.given_connection import given_connection
from app.settings.env_file import surroundings


def connections_of(context: CheckContext) -> tuple[Connection, ...]:
    """Return the connection that is given from outside, if there is one, then those that were described."""
    around = surroundings(context.env_file, context.environ)
    # Many checks look; that it is not used is logged by the start, and said by a check of its own.
    given = given_connection(settings_in_use(context, "workflow_id")[0], around, unused=lambda _error: None)
    return (*([given] if given is not None else []), *_kept(context))


def _kept(context: CheckContext) -> tuple[Connection, ...]:
    with suppress(OSError, ValueError):
        return decode(read_bounded(context.locations.connections_file, MOST_BYTES))
    return ()
