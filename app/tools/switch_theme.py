"""Owns the tool `switch_theme`: light, dark or as the system has it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.errors import CannotWrite
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult


class SwitchThemeParameters(Parameters):
    """Which theme to switch to."""

    theme: Literal["light", "dark", "system"] = Field(description="light, dark, or system to follow the computer")


def run(parameters: SwitchThemeParameters, context: ToolContext) -> ToolResult:
    """Switch the theme of the whole window and remember it."""
    try:
        context.set_theme(parameters.theme)
    except CannotWrite:
        # It is switched all the same, until the program ends.
        return {"theme": parameters.theme, "remembered": False}
    return {"theme": parameters.theme, "remembered": True}


TOOL = Tool(
    name="switch_theme",
    sentence="tool.switch_theme.sentence",
    parameters=SwitchThemeParameters,
    touches=frozenset(),
    deadline_seconds=5.0,
    run=run,
    # It asks nobody. Flashes harm from three in a second; one in two seconds is no flash, and a person who presses two
    # of an agent's buttons one after the other is not refused.
    pause_seconds=2.0,
    description=(
        "Switches the whole window between light and dark, or lets it follow the system; do it when the person wants "
        "it. Answers with `theme` and `remembered`, false where it lasts only until the program ends. Fails with the "
        "code too_many_calls when called again within 2 seconds."
    ),
)
