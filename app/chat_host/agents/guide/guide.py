"""Owns the guide as an agent: what it answers to each kind of turn.

The same turn always gets the same answer. The guide reads a message for the words of the subjects it knows, answers in
words from the catalogue, and uses the tools and widgets that any agent could use. Nothing leaves this computer.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from chatkit.types import ThreadStreamEvent

from app.chat_host.agents.agent import Turn, message_text
from app.chat_host.agents.guide.knowledge import Knowledge
from app.chat_host.agents.guide.parts import Answer
from app.chat_host.agents.guide.reactions import react_to_action, react_to_input
from app.chat_host.agents.guide.speaking import PACE_SECONDS, speak
from app.chat_host.agents.guide.tool_results import react_to_result


class Guide:
    """Knowledge with words of its own; `tools` names the tools that the window offers."""

    def __init__(self, tools: Sequence[str], *, pace_seconds: float = PACE_SECONDS) -> None:
        self._knowledge = Knowledge(frozenset(tools))
        self._pace_seconds = pace_seconds

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Stream the answer to one turn."""
        for part in self._parts(turn):
            async for event in speak(part, turn, self._pace_seconds):
                yield event

    def _parts(self, turn: Turn) -> Answer:
        if turn.message is not None:
            return self._knowledge.answer_message(message_text(turn.message), turn.files)
        if turn.tool_call is not None:
            return react_to_result(turn.tool_call)
        if turn.action is not None:
            return react_to_action(turn.action, self._knowledge)
        if turn.structured_input is not None:
            return react_to_input(turn.structured_input, self._knowledge)
        return self._knowledge.answer_anything_else()
