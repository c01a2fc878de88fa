"""Owns the tool `show_notification`: a short word of the agent's outside of the window, under the agent's name."""

from __future__ import annotations

from pydantic import Field

from app.tools.tool import Parameters, Tool, ToolContext, ToolResult


class ShowNotificationParameters(Parameters):
    """What is said."""

    message: str = Field(min_length=1, max_length=300, description="what to say, in a sentence")


def run(parameters: ShowNotificationParameters, context: ToolContext) -> ToolResult:
    """Show it."""
    context.notify(context.agent_label, parameters.message)
    return {"shown": True}


TOOL = Tool(
    name="show_notification",
    sentence="tool.show_notification.sentence",
    parameters=ShowNotificationParameters,
    touches=frozenset(),
    deadline_seconds=10.0,
    run=run,
    # It asks nobody, so it may not become a nuisance.
    pause_seconds=10.0,
    description=(
        "Shows a short notification of the system under the agent's name, for a person who may look elsewhere. Plain "
        "text in one line. Answers with `shown`. Fails with the code too_many_calls when called again within 10 "
        "seconds, and with unavailable where the desktop shows none."
    ),
)
