"""Owns the tool `pick_files`: the person picks files in a native dialog; the agent gets handles, never paths."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, StringConstraints

from app.errors import Cancelled
from app.resources import text
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_TYPES = 20
Extension = Annotated[str, StringConstraints(pattern=re.compile(r"\A\.?[A-Za-z0-9]{1,12}\Z"))]


class PickFilesParameters(Parameters):
    """How many files, and of which kinds."""

    multiple: bool = Field(default=False, description="true to let the person pick several files")
    types: list[Extension] = Field(
        default_factory=list,
        max_length=MOST_TYPES,
        description="file name endings to show, such as pdf or csv; empty for all",
    )


def run(parameters: PickFilesParameters, context: ToolContext) -> ToolResult:
    """Open the dialog and return a handle, name, size and type for each file picked."""
    paths = context.dialogs.pick_files(
        title=text("tool.pick_files.title"),
        multiple=parameters.multiple,
        patterns=tuple(f"*.{extension.lstrip('.').lower()}" for extension in parameters.types),
        cancelled=context.cancelled,
        deadline_seconds=context.deadline_seconds,
    )
    if not paths:
        raise Cancelled(text("tool.pick_files.cancelled"))
    return {"files": [context.files.issue(path, context.connection) for path in paths]}


TOOL = Tool(
    name="pick_files",
    sentence="tool.pick_files.sentence",
    parameters=PickFilesParameters,
    touches=frozenset({Touch.READS}),
    deadline_seconds=600.0,
    run=run,
)
