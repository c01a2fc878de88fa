"""Owns the tool `pick_folder`: the person picks a folder; the agent gets handles of the files in it, never a path."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import Field

from app.errors import Cancelled, FileRefused
from app.resources import text
from app.tools.pick_files import MOST_TYPES, Extension
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch

MOST_FILES = 200


class PickFolderParameters(Parameters):
    """Of which kinds the files are that are wanted."""

    types: list[Extension] = Field(
        default_factory=list,
        max_length=MOST_TYPES,
        description="file name endings to list, such as pdf or csv; empty for all",
    )


def run(parameters: PickFolderParameters, context: ToolContext) -> ToolResult:
    """Open the dialog and return the folder's name, a handle for each of its files, and whether there are more."""
    picked = context.dialogs.pick_folder(
        title=text("tool.pick_folder.title"), cancelled=context.cancelled, deadline_seconds=context.deadline_seconds
    )
    if picked is None:
        raise Cancelled(text("tool.pick_folder.cancelled"))
    endings = tuple(f".{each.lstrip('.').lower()}" for each in parameters.types)
    found = list(islice(_files(Path(picked), endings, context), MOST_FILES + 1))
    return {"name": Path(picked).name, "files": found[:MOST_FILES], "more": len(found) > MOST_FILES}


def _files(folder: Path, endings: tuple[str, ...], context: ToolContext) -> Iterator[dict[str, Any]]:
    """Return a handle for each plain file that is seen in a file manager, by name; folders in it are left out."""
    try:
        with os.scandir(folder) as entries:
            # SECURITY: a link in a folder may lead out of it, where the person has picked nothing.
            names = sorted(each.name for each in entries if each.is_file(follow_symlinks=False))
    except OSError as error:
        raise FileRefused(text("tool.pick_folder.unreadable"), detail=type(error).__name__) from error
    for name in names:
        if name.startswith(".") or (endings and not name.lower().endswith(endings)):
            continue
        try:
            # SECURITY: a link may have been put there since.
            yield dict(context.files.issue(str(folder / name), context.connection, follow_links=False))
        except FileRefused:
            continue  # it went meanwhile


TOOL = Tool(
    name="pick_folder",
    sentence="tool.pick_folder.sentence",
    parameters=PickFolderParameters,
    touches=frozenset({Touch.READS}),
    deadline_seconds=600.0,
    run=run,
)
