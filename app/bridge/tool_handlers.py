"""Owns what the commands about tools do: calls, the person's answers, what is allowed for longer, and the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from app.bridge.handling import Answer, Arguments, Handler, doing
from app.services.later import Later
from app.tools.ledger import Call


class Grants(Protocol):
    """What is allowed for longer, as commands need it."""

    def revoke(self, connection: str | None, tool: str | None) -> None:
        """Take back one, or those of any connection or tool."""


class Ledger(Protocol):
    """The ledger as commands need it."""

    def calls(self) -> Sequence[Call]:
        """Return the calls, newest first."""

    def clear(self) -> None:
        """Forget them."""


class Tools(Protocol):
    """The client tools as commands need them."""

    @property
    def grants(self) -> Grants:
        """What is allowed for longer than once."""

    @property
    def ledger(self) -> Ledger:
        """What was called."""

    def definitions(self) -> list[dict[str, Any]]:
        """Describe every tool."""

    def granted(self) -> list[dict[str, Any]]:
        """Describe what is allowed for longer than once."""

    def invoke(
        self, name: str, parameters: Mapping[str, object], connection: str, leads_to: str | None = None
    ) -> dict[str, object]:
        """Run one call to its end."""


def make_tool_handlers(
    tools: Later[Tools], decide: Callable[[str, str], None], cancel: Callable[[], None]
) -> dict[str, Handler]:
    """Return the handlers of `tool.*`, by name."""

    def invoke(args: Arguments) -> Answer:
        leads_to = args.get("leads_to")
        return {"result": tools.get().invoke(args["name"], args["params"], args["connection"], leads_to)}

    def revoke(args: Arguments) -> None:
        tools.get().grants.revoke(args["connection"], args["tool"])

    return {
        "tool.list": lambda _args: {"tools": tools.get().definitions()},
        "tool.invoke": invoke,
        "tool.cancel": doing(lambda _args: cancel()),
        "tool.decide": doing(lambda args: decide(args["request_id"], args["decision"])),
        "tool.grants": lambda _args: {"grants": tools.get().granted()},
        "tool.revoke": doing(revoke),
        "tool.ledger": lambda _args: {"calls": [asdict(each) for each in tools.get().ledger.calls()]},
        "tool.ledger_clear": doing(lambda _args: tools.get().ledger.clear()),
    }
