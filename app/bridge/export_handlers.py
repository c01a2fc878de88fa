"""Owns what the commands about saving hosted conversations do; the key never comes near the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from app.bridge.handling import Answer, Arguments, Handler, doing
from app.services.agent_access import AgentAccess
from app.services.connections import Connections
from app.services.later import Later


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
) -> dict[str, Handler]:
    """Return the handlers of `export.*`, by name."""

    def start(args: Arguments) -> Answer:
        return {"export": exports.get().start(access.api_key(connections.get(args["id"]))).shown()}

    return {
        "export.start": start,
        "export.status": lambda _args: {"export": exports.get().state.shown()},
        "export.stop": doing(lambda _args: exports.get().stop()),
        "export.show": doing(lambda _args: show_folder(exports.get().folder())),
    }
