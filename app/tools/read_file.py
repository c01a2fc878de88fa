"""Owns the tool `read_file`: the text of a file that the person picked, a piece at a time."""

from __future__ import annotations

from pydantic import Field

from app.services.pdf_text import pdf_text
from app.tools.file_text import decode, is_pdf
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_BYTES = 20 * 1024 * 1024
MOST_CHARACTERS = 20_000


class ReadFileParameters(Parameters):
    """Which file, and from where on."""

    handle: str = Field(min_length=1, max_length=64, description="the handle that pick_files or pick_folder gave")
    from_character: int = Field(default=0, ge=0, le=100_000_000, description="where to begin; to read on")


def run(parameters: ReadFileParameters, context: ToolContext) -> ToolResult:
    """Return a piece of the text, how long the whole is, and whether there is more."""
    file = context.files.read(parameters.handle, context.connection, MOST_BYTES)
    about: dict[str, object]
    if is_pdf(file.data):
        found = pdf_text(file.data, context.deadline_seconds, context.cancelled)
        words, about = found.words, {"pages": found.pages}
    else:
        decoded = decode(file.data)
        words, about = decoded.words, {"encoding": decoded.encoding}
    end = parameters.from_character + MOST_CHARACTERS
    piece = words[parameters.from_character : end]
    return {
        "name": file.name,
        "type": file.type,
        **about,
        "text": piece,
        "from_character": parameters.from_character,
        "characters": len(words),
        "cut": end < len(words),
    }


def shown(parameters: ReadFileParameters, context: ToolContext) -> dict[str, str]:
    """Return the name of the file: a handle says nothing to a person."""
    return {"handle": context.files.name_of(parameters.handle, context.connection)}


TOOL = Tool(
    name="read_file",
    sentence="tool.read_file.sentence",
    parameters=ReadFileParameters,
    touches=frozenset({Touch.READS, Touch.LEAVES}),
    deadline_seconds=30.0,
    run=run,
    shown=shown,
)
