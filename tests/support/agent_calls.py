"""Tools as an agent calls them in a conversation with the stand-in component, in either engine's window."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.support.stand_in_component import CALL, StandInComponent
from tests.support.waiting import wait_until

ANSWER_SECONDS = 40.0


@dataclass(frozen=True)
class ToolCalls:
    """How a window is talked to: `say` sends a message, `allow` presses "once" in the question that comes."""

    component: StandInComponent
    say: Callable[[str], None]
    allow: Callable[[], None]

    def call(self, tool: str, act: Callable[[], None] | None = None, **arguments: object) -> dict[str, Any]:
        """Have the agent call a tool, allow it if it `act`s, act, and return what reached the agent."""
        before = len(self._results())
        self.say(f"{CALL}{tool} {json.dumps(arguments)}")
        if act is not None:
            self.allow()
            act()
        wait_until(lambda: len(self._results()) > before, deadline_seconds=ANSWER_SECONDS, what=f"the result of {tool}")
        # The component's frame tells what was returned from what was thrown, which no tool does.
        result: dict[str, Any] = self._results()[-1]["value"]
        return result

    def _results(self) -> list[Any]:
        return [request["params"]["result"] for request in self.component.asked("threads.add_client_tool_output")]


def nothing() -> None:
    """Do nothing more than allow it."""
