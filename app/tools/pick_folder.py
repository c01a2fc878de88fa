"""Owns the tool `pick_folder`: the person picks a folder; the agent gets handles of the files in it, never a path."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from app.errors import Cancelled, FileRefused
from app.resources import text
from app.services.given_path import shown_name
from app.tools.pick_files import MOST_TYPES, Extension, issue_fitting
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult, Touch


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
        title=text("tool.pick_folder.title", agent=context.agent_label),
        cancelled=context.cancelled,
        deadline_seconds=context.deadline_seconds,
    )
    if picked is None:
        raise Cancelled(text("tool.pick_folder.cancelled"))
    endings = tuple(f".{each.lstrip('.').lower()}" for each in parameters.types)
    return issue_fitting({"name": shown_name(Path(picked))}, _files(Path(picked), endings), context, is_listing=True)


def _files(folder: Path, endings: tuple[str, ...]) -> Iterator[str]:
    """Yield each plain file that is seen in a file manager, by name; folders in it are left out."""
    try:
        with os.scandir(folder) as entries:
            # SECURITY: a link in a folder may lead out of it, where the person has picked nothing.
            names = sorted(each.name for each in entries if each.is_file(follow_symlinks=False))
    except OSError as error:
        raise FileRefused(text("tool.pick_folder.unreadable"), detail=type(error).__name__) from error
    for name in names:
        if not name.startswith(".") and (not endings or name.lower().endswith(endings)):
            yield str(folder / name)


TOOL = Tool(
    name="pick_folder",
    sentence="tool.pick_folder.sentence",
    parameters=PickFolderParameters,
    touches=frozenset({Touch.READS}),
    deadline_seconds=600.0,
    run=run,
    description=(
        "Opens a native dialog in which the person picks a folder; call it before read_file. Answers with the folder's "
        "`name` and `files`: the plain files directly in it by name, without hidden ones, links and folders, each with "
        "a `handle` for read_file, `name`, `size_bytes` and `type`. `more` is true where one answer does not hold them "
        "all: narrow the list with `types`. Fails with the code cancelled where the person picks nothing."
    ),
)
