"""Owns the tool `read_clipboard`: the text that the person copied last goes to the agent."""

from __future__ import annotations

from app.tools.fitting import cut_to_fit, room_beside
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_CHARACTERS = 20_000
CLIPBOARD_SECONDS = 5.0


class ReadClipboardParameters(Parameters):
    """Nothing."""


def run(_parameters: ReadClipboardParameters, context: ToolContext) -> ToolResult:
    """Return the text, and whether there is more of it."""
    words = context.clipboard.read(CLIPBOARD_SECONDS)
    piece = cut_to_fit(words, MOST_CHARACTERS, room_beside({}))
    return {"text": piece, "characters": len(words), "cut": len(piece) < len(words)}


TOOL = Tool(
    name="read_clipboard",
    sentence="tool.read_clipboard.sentence",
    parameters=ReadClipboardParameters,
    touches=frozenset({Touch.READS, Touch.LEAVES}),
    deadline_seconds=10.0,
    run=run,
    # What a person copied last is another thing each time, a password perhaps.
    each_time=True,
    description=(
        "Reads the text on the person's clipboard; the person is asked each time. Answers with `text`, empty where "
        "there is none, `characters` (how long the whole is) and `cut`, which says that `text` is only its beginning."
    ),
)
