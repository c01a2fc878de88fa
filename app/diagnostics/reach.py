"""Owns what leaves this computer: for one connection every host, why it is contacted, and when. It asks nobody."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from app.diagnostics.wording import say
from app.services.agent_access import is_hosted
from app.services.connections import Connection

API_HOSTS = ("cdn.platform.openai.com", "api.openai.com")


@dataclass(frozen=True, slots=True)
class Destination:
    """A host that a connection has to do with, in words: what for, and at which moment."""

    host: str
    port: int
    why: str
    when: str


def destinations(connection: Connection) -> tuple[Destination, ...]:
    """Return every host of a connection; none for what stays on this computer."""
    hosts = [*API_HOSTS] if is_hosted(connection) else []
    address = urlsplit(connection.url)
    if address.hostname:
        hosts.append(address.hostname)
    return tuple(_told(host, address.port or 443, connection.kind) for host in dict.fromkeys(hosts))


def asked_hosts(connection: Connection) -> tuple[Destination, ...]:
    """Return the hosts that the test of a connection asks."""
    return destinations(connection)


def _told(host: str, port: int, name: str) -> Destination:
    return Destination(host, port, say(f"doctor.reach.{name}.why"), say(f"doctor.reach.{name}.when"))
