"""Owns what every agent on this computer is: something that answers a turn with a stream of events."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Protocol

from chatkit.store import StoreItemType
from chatkit.types import ClientToolCallItem, ThreadMetadata, ThreadStreamEvent, UserMessageItem


@dataclass(frozen=True, slots=True)
class Turn:
    """What an agent answers: a person's message, or what a tool brought back; neither when a form was filled in."""

    thread: ThreadMetadata
    message: UserMessageItem | None
    tool_call: ClientToolCallItem | None
    new_id: Callable[[StoreItemType], str]


class Agent(Protocol):
    """Answers turns."""

    def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Stream the answer to one turn."""
        ...


def message_text(message: UserMessageItem) -> str:
    """Return the words of a person's message."""
    return "".join(part.text for part in message.content)
