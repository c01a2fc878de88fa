"""Owns the connections a person can talk to; for now the one that needs nothing: this computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.resources import text

ConnectionKind = Literal["local"]


@dataclass(frozen=True, slots=True)
class Connection:
    """Something to talk to: `label` names it in the bar, `agent_label` says who answers. It never holds a secret."""

    id: str
    kind: ConnectionKind
    label: str
    agent_label: str


class Connections:
    """All connections, and the one that is selected."""

    def __init__(self) -> None:
        self._connections = (
            Connection("local", "local", text("connection.local.label"), text("connection.local.agent_label")),
        )

    @property
    def selected(self) -> Connection:
        """The connection the window talks to."""
        return self._connections[0]

    def all(self) -> tuple[Connection, ...]:
        """Return every connection, in the order the person sees."""
        return self._connections
