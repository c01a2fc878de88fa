"""Owns the tool `save_file`: a text goes where the person says, whole or not at all, and never as a program."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Annotated

from pydantic import AfterValidator, Field

from app.errors import Cancelled, CannotWrite, FileRefused
from app.private_file import write_document
from app.resources import text
from app.services.given_path import shown_name
from app.tools.file_names import is_program, plain_name
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_CHARACTERS = 40_000


def _name(proposed: str) -> str:
    name = plain_name(proposed)
    if not name:
        raise ValueError("not a file name")
    if is_program(name):
        raise ValueError("a program cannot be saved")
    return name


class SaveFileParameters(Parameters):
    """What is saved, and under which name unless the person changes it."""

    file_name: Annotated[str, AfterValidator(_name)] = Field(
        min_length=1, max_length=200, description="the name to propose, such as itinerary.md; no folder"
    )
    content: str = Field(max_length=MOST_CHARACTERS, description="the text of the file")


def run(parameters: SaveFileParameters, context: ToolContext) -> ToolResult:
    """Ask where, write, and return the name that the file has now and its size."""
    picked = context.dialogs.save_file(
        title=text("tool.save_file.title", agent=context.agent_label),
        file_name=parameters.file_name,
        cancelled=context.cancelled,
        deadline_seconds=context.deadline_seconds,
    )
    if picked is None:
        raise Cancelled(text("tool.save_file.cancelled"))
    place = Path(picked)
    data = parameters.content.encode("utf-8", "replace")
    try:
        # SECURITY: T27, what an agent wrote is read, not run, whatever name it ends up with, behind a link too.
        if is_program(place.name) or is_program(place.resolve().name):
            raise FileRefused(text("tool.save_file.program"))
        write_document(place, data)
    except (OSError, RuntimeError, ValueError) as error:
        raise CannotWrite(detail=f"save_file: {type(error).__name__}") from error
    return {"name": shown_name(PurePath(picked)), "size_bytes": len(data)}


TOOL = Tool(
    name="save_file",
    sentence="tool.save_file.sentence",
    parameters=SaveFileParameters,
    touches=frozenset({Touch.WRITES}),
    deadline_seconds=600.0,
    run=run,
    description=(
        "Saves a text as a file: opens a native dialog in which the person says where, with `file_name` proposed. One "
        "call saves a whole file in UTF-8; nothing is added to one that is there. Answers with `name`, which the "
        "person may have changed, and `size_bytes`. Programs and scripts cannot be saved. Fails with the code "
        "cancelled where the person closes the dialog: then do not ask again unless they want it."
    ),
)
