"""Owns what the commands about saving hosted conversations do; the key never comes near the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from app.services.agent_access import AgentAccess
from app.services.connections import Connections
from app.services.later import Later

Arguments = Mapping[str, Any]
Answer = Mapping[str, Any]


class ExportState(Protocol):
    """How far an export is."""

    def shown(self) -> dict[str, Any]:
        """Return what a page shows of it."""


class Exports(Protocol):
    """The saving of conversations as commands need it."""

    @property
    def state(self) -> ExportState:
        """How far it is now."""

    def start(self, key: str) -> ExportState:
        """Begin."""

    def stop(self) -> None:
        """End it."""

    def folder(self) -> Path:
        """Where they are."""


def make_export_handlers(
    connections: Connections, access: AgentAccess, exports: Later[Exports], show_folder: Callable[[Path], None]
) -> dict[str, Callable[[Arguments], Answer]]:
    """Return the handlers of `export.*`, by name."""

    def start(args: Arguments) -> Answer:
        return {"export": exports.get().start(access.api_key(connections.get(args["id"]))).shown()}

    def stop(_args: Arguments) -> Answer:
        exports.get().stop()
        return {}

    def show(_args: Arguments) -> Answer:
        show_folder(exports.get().folder())
        return {}

    return {
        "export.start": start,
        "export.status": lambda _args: {"export": exports.get().state.shown()},
        "export.stop": stop,
        "export.show": show,
    }
