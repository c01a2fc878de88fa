"""Owns the tool `pick_files`: the person picks files in a native dialog; the agent gets handles, never paths.

What a list of handles may hold is here too, for `pick_folder`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from app.errors import Cancelled, FileRefused, TooLong
from app.resources import text
from app.tools.fitting import room_beside, written
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_TYPES = 20
MOST_FILES = 200
# Others read it as JavaScript does; in pydantic's own engine too, `$` is the end, and not before a last line end.
Extension = Annotated[str, StringConstraints(pattern=r"^\.?[A-Za-z0-9]{1,12}$")]


class PickFilesParameters(Parameters):
    """How many files, and of which kinds."""

    multiple: bool = Field(default=False, description="true to let the person pick several files")
    types: list[Extension] = Field(
        default_factory=list,
        max_length=MOST_TYPES,
        description="file name endings to show, such as pdf or csv; empty for all",
    )


def run(parameters: PickFilesParameters, context: ToolContext) -> ToolResult:
    """Open the dialog and return a handle, name, size and type for each file picked, and whether there are more."""
    paths = context.dialogs.pick_files(
        title=text("tool.pick_files.title", agent=context.agent_label),
        multiple=parameters.multiple,
        patterns=tuple(f"*.{extension.lstrip('.').lower()}" for extension in parameters.types),
        cancelled=context.cancelled,
        deadline_seconds=context.deadline_seconds,
    )
    if not paths:
        raise Cancelled(text("tool.pick_files.cancelled"))
    return issue_fitting({}, paths, context)


def issue_fitting(
    about: Mapping[str, object], paths: Iterable[str], context: ToolContext, *, is_listing: bool = False
) -> ToolResult:
    """Return what is told about files, a handle for each that one result can hold, and whether there are more.

    A listing was not picked file by file: links are no part of it, nor is what cannot be taken.
    """
    files: list[Mapping[str, object]] = []
    room = room_beside(about)
    for path in paths:
        if len(files) == MOST_FILES:
            return {**about, "files": files, "more": True}
        try:
            # SECURITY: a link may have been put there since it was listed.
            issued = context.files.issue(path, context.connection, follow_links=not is_listing, room_characters=room)
        except TooLong:
            return {**about, "files": files, "more": True}
        except FileRefused:
            if is_listing:
                continue  # it went meanwhile
            raise
        files.append(issued)
        room -= len(written(issued)) + len(", ")
    return {**about, "files": files, "more": False}


TOOL = Tool(
    name="pick_files",
    sentence="tool.pick_files.sentence",
    parameters=PickFilesParameters,
    touches=frozenset({Touch.READS}),
    deadline_seconds=600.0,
    run=run,
    description=(
        "Opens a native dialog in which the person picks files; call it before read_file. Answers with `files`, each "
        "with a `handle` for read_file, `name`, `size_bytes` and `type`, of a link also `leads_to`, the name of the "
        "file behind it; `more` is true where more were picked than one answer holds. Paths are never told. A handle "
        "works in this conversation's connection until the program ends; it cannot be made up. Fails with the code "
        "cancelled where the person picks nothing: then do not ask again unless they want it."
    ),
)
