"""Owns what is said before the test sends its first packet: which computers it is about to ask, and why."""

from __future__ import annotations

from app.diagnostics.reach import asked_hosts
from app.diagnostics.wording import say
from app.services.connections import Connection


def announcement(connection: Connection) -> tuple[str, ...]:
    """Return the lines for a terminal."""
    hosts = asked_hosts(connection)
    if not hosts:
        return (say("doctor.reach.nobody", connection=connection.label),)
    lines = [f"  {each.host}:{each.port}  {each.why}" for each in hosts]
    return (say("doctor.reach.asked", connection=connection.label), *lines)
