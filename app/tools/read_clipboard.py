"""Owns the tool `read_clipboard`: the text that the person copied last goes to the agent."""

from __future__ import annotations

from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_CHARACTERS = 20_000
CLIPBOARD_SECONDS = 5.0


class ReadClipboardParameters(Parameters):
    """Nothing."""


def run(_parameters: ReadClipboardParameters, context: ToolContext) -> ToolResult:
    """Return the text, and whether there is more of it."""
    words = context.clipboard.read(CLIPBOARD_SECONDS)
    return {"text": words[:MOST_CHARACTERS], "characters": len(words), "cut": len(words) > MOST_CHARACTERS}


TOOL = Tool(
    name="read_clipboard",
    sentence="tool.read_clipboard.sentence",
    parameters=ReadClipboardParameters,
    touches=frozenset({Touch.READS, Touch.LEAVES}),
    deadline_seconds=10.0,
    run=run,
    # What a person copied last is another thing each time, a password perhaps.
    each_time=True,
)
