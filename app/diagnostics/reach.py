"""Owns what a connection makes this program talk to: every host, why and when; nothing is asked to know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from app.diagnostics.wording import say
from app.services.agent_access import interface_of
from app.services.connections import Connection
from app.services.official_script import OPENAI_HOSTS, official_script
from app.services.openai_client import openai_url
from app.services.session_service import HEALTH

Role = Literal["cdn", "api", "service", "server"]

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Destination:
    """A host that a connection leads to, in words for the person: why it is talked to, and when."""

    host: str
    port: int
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class Place:
    """A host whose address is known, and what it is for."""

    role: Role
    url: str

    @property
    def host(self) -> str:
        """The name of the host."""
        return urlsplit(self.url).hostname or ""

    @property
    def port(self) -> int:
        """The port it is asked on."""
        parts = urlsplit(self.url)
        return parts.port or PORTS[parts.scheme]

    @property
    def is_secure(self) -> bool:
        """Whether it is asked over TLS; what is not is on this very computer."""
        return self.url.startswith("https:")


def places(connection: Connection) -> tuple[Place, ...]:
    """Return the hosts that can be tested, in the order in which a chat needs them."""
    own: tuple[Place, ...] = ()
    if connection.kind == "session_service":
        own = (Place("service", connection.url + HEALTH),)
    if connection.kind == "server":
        own = (Place("server", connection.url),)
    if interface_of(connection) != "official":
        return own
    return (Place("cdn", official_script()), Place("api", f"{openai_url()}/models"), *own)


def asked_hosts(connection: Connection) -> tuple[Destination, ...]:
    """Return the hosts that the test of a connection asks."""
    return tuple(_destination(connection, place) for place in places(connection))


def destinations(connection: Connection) -> tuple[Destination, ...]:
    """Return every host that a connection leads to, those that only the chat's page asks among them."""
    others: list[Destination] = []
    if interface_of(connection) == "official":
        others += [_told("frame", host) for host in OPENAI_HOSTS]
    if connection.kind == "server":
        others.append(_told("files", say("doctor.reach.files.host")))
    return (*asked_hosts(connection), *others)


def _destination(connection: Connection, place: Place) -> Destination:
    """Return the words for a place; what OpenAI's API is for depends on who opens the conversations."""
    name = f"api_{connection.kind}" if place.role == "api" else place.role
    return _told(name, place.host, place.port)


def _told(name: str, host: str, port: int = 443) -> Destination:
    return Destination(host, port, say(f"doctor.reach.{name}.why"), say(f"doctor.reach.{name}.when"))
