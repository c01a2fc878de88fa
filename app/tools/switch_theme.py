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
    pause_seconds=1.0,
)
