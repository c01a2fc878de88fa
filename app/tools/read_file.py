"""Owns the tool `read_file`: the text of a file that the person picked, a piece at a time."""

from __future__ import annotations

from pydantic import Field

from app.services.pdf_text import pdf_text
from app.tools.file_text import decode, is_pdf
from app.tools.fitting import cut_to_fit, room_beside
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_BYTES = 20 * 1024 * 1024
MOST_CHARACTERS = 20_000


class ReadFileParameters(Parameters):
    """Which file, and from where on."""

    handle: str = Field(min_length=1, max_length=64, description="the handle that pick_files or pick_folder gave")
    from_character: int = Field(default=0, ge=0, le=100_000_000, description="where to begin; to read on")


def run(parameters: ReadFileParameters, context: ToolContext) -> ToolResult:
    """Return a piece of the text, how long the whole is, whether there is more, and where to read on then."""
    file = context.files.read(parameters.handle, context.connection, MOST_BYTES)
    about: dict[str, object]
    if is_pdf(file.data):
        found = pdf_text(file.data, context.deadline_seconds, context.cancelled)
        words, about = found.words, {"pages": found.pages}
    else:
        decoded = decode(file.data, str(context.describe_program().get("language", "")))
        words, about = decoded.words, {"encoding": decoded.encoding, "encoding_guessed": decoded.is_guessed}
    begin = parameters.from_character
    about = {"name": file.name, "type": file.type, **about, "from_character": begin, "characters": len(words)}
    piece = cut_to_fit(words[begin : begin + MOST_CHARACTERS], MOST_CHARACTERS, room_beside(about))
    end = begin + len(piece)
    is_cut = end < len(words)
    return {**about, "text": piece, "cut": is_cut, **({"next_character": end} if is_cut else {})}


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
    description=(
        "Reads the text of a file that the person picked; needs a `handle` from pick_files or pick_folder. Takes text "
        "of any kind and PDF. Answers with a piece: `text`, `from_character`, `characters` (how long the whole is) and "
        "`cut`. Where `cut` is true, call again with `from_character` set to `next_character`, until it is false; the "
        "pieces put together are the whole. `encoding_guessed` says that the encoding was not certain, so letters may "
        "be wrong. Fails with the code file_refused for what is no text, and for a file that is another one by now."
    ),
)
