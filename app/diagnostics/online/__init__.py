"""Owns the checks that reach out: which there are for a connection, and how long they may take."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.reach import Destination, destinations
from app.diagnostics.wording import failed, passed, say
from app.services.connections import Connection

ONLINE_CHECK_SECONDS = 10.0
ONLINE_TOTAL_SECONDS = 40.0


@dataclass(frozen=True, slots=True)
class OnlineAccess:
    """What is tried: a connection, how its key is read, how a secret is made with it."""

    connection: Connection
    read_key: Callable[[], str]
    user: Callable[[], str]

    @classmethod
    def of(cls, connection: Connection, read_key: Callable[[], str], user: Callable[[], str]) -> OnlineAccess:
        """Return the access of a connection whose secrets are made in the name of this user."""
        return cls(connection, read_key, user)


def online_checks(asked: OnlineAccess) -> tuple[Check, ...]:
    """Return the checks of this connection, in the order in which they are told."""
    return tuple(_check(number, each) for number, each in enumerate(destinations(asked.connection), 1))


def _check(number: int, destination: Destination) -> Check:
    def probe(_context: CheckContext) -> Finding:
        try:
            socket.create_connection((destination.host, destination.port), timeout=ONLINE_CHECK_SECONDS).close()
        except OSError as error:
            remedy = Remedy(say("error.connection_failed.hint"))
            return failed(say("error.connection_failed.sentence"), remedy, f"{destination.host}: {error}")
        return passed(destination.host)

    return Check(f"net-03-{number}", "connection", "error.connection_failed.sentence", "medium", probe)
