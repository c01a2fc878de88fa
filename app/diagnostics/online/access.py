"""Owns what the test of a connection is given: the connection, and the ways to its key and to its secrets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.agent_access import mint
from app.services.connections import Connection

if TYPE_CHECKING:
    from app.services.client_secrets import MintedSecret


@dataclass(frozen=True, slots=True)
class OnlineAccess:
    """A connection and what opens it; both ways raise an AppError, and nothing of what they return is ever told.

    `read_key` returns the key or token, empty where there is none; `make_secret` takes the secret before, if any.
    """

    connection: Connection
    read_key: Callable[[], str]
    make_secret: Callable[[str | None], MintedSecret]

    @classmethod
    def of(cls, connection: Connection, read_key: Callable[[], str], user: Callable[[], str]) -> OnlineAccess:
        """Return the access of a connection whose secrets are made as the chat's are, in the name of this user."""
        return cls(connection, read_key, lambda last: mint(connection, read_key(), user, last))
