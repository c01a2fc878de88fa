"""Owns the tool `copy_text`: a text goes to the clipboard."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_CHARACTERS = 40_000


def _plain(words: str) -> str:
    # SECURITY: T08, what is pasted into a terminal does not press its keys, nor end it for who reads up to a NUL.
    if any(unicodedata.category(each) in ("Cc", "Cs") and each not in "\t\r\n" for each in words):
        raise ValueError("control characters other than tab and line ends cannot be copied")
    return words


class CopyTextParameters(Parameters):
    """Which text."""

    text: Annotated[str, AfterValidator(_plain)] = Field(
        min_length=1, max_length=MOST_CHARACTERS, description="the text to put on the clipboard"
    )


def run(parameters: CopyTextParameters, context: ToolContext) -> ToolResult:
    """Replace what is on the clipboard."""
    context.clipboard.write(parameters.text)
    return {"characters": len(parameters.text)}


TOOL = Tool(
    name="copy_text",
    sentence="tool.copy_text.sentence",
    parameters=CopyTextParameters,
    touches=frozenset({Touch.WRITES}),
    deadline_seconds=10.0,
    run=run,
    description=(
        "Replaces what is on the person's clipboard by a plain text, without control characters other than tab and "
        "line ends. Answers with `characters`, how long it was."
    ),
)
