"""Owns where that goes which leaves with a call: what a person is told before they allow it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

Destination = Literal["nowhere", "agent", "elsewhere"]
DESTINATIONS: tuple[Destination, ...] = get_args(Destination)
# Of these tools only the result leaves, and it goes to the agent; where those of somebody else send is not known.
ANSWERING = frozenset({"read_file", "read_clipboard"})


def destination(tool: str, touches: Collection[str], *, agent_is_here: bool) -> Destination:
    """Say where what a tool reads or sends goes, for an agent on this computer or one elsewhere."""
    if "leaves" not in touches:
        return "nowhere"
    if tool not in ANSWERING:
        return "elsewhere"
    return "nowhere" if agent_is_here else "agent"
