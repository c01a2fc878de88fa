"""Owns the tool `get_app_info`: what this program is, for an agent that helps with it; nothing about the person."""

from __future__ import annotations

from app.tools.tool import Parameters, Tool, ToolContext, ToolResult


class GetAppInfoParameters(Parameters):
    """Nothing."""


def run(_parameters: GetAppInfoParameters, context: ToolContext) -> ToolResult:
    """Return name, version, system, engine, theme and language of the program."""
    return context.describe_program()


TOOL = Tool(
    name="get_app_info",
    sentence="tool.get_app_info.sentence",
    parameters=GetAppInfoParameters,
    touches=frozenset(),
    deadline_seconds=5.0,
    run=run,
    description=(
        "Tells which program this is: `name`, `version`, `system`, `engine`, `theme` (light or dark) and `language`. "
        "Nobody is asked."
    ),
)
