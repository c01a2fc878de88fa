"""Owns keeping hosted conversations as files: each as JSON and Markdown, and the ones that failed by name."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.private_file import make_private_folder, write_atomically
from app.services.hosted_transcripts import (
    Record,
    file_stem,
    hosted_items,
    hosted_threads,
    markdown_heading,
    markdown_item,
)

if TYPE_CHECKING:
    import openai


@dataclass(slots=True)
class ExportOutcome:
    """The ids of threads: written now, found complete from before, and failed."""

    written: list[str] = field(default_factory=list)
    already_there: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def export_threads(client: openai.OpenAI, folder: Path, user: str | None = None) -> ExportOutcome:
    """Write every thread into a folder; run again after an interruption, it leaves what is there and goes on.

    A thread that cannot be read is named in the outcome; a failure to list them, or to write, is raised as it is.
    """
    import openai

    make_private_folder(folder)
    outcome = ExportOutcome()
    for thread in hosted_threads(client, user):
        thread_id, stem = str(thread["id"]), folder / file_stem(thread)
        if stem.with_name(f"{stem.name}.json").exists():
            outcome.already_there.append(thread_id)
            continue
        try:
            items = list(hosted_items(client, thread_id))
        except openai.OpenAIError:
            outcome.failed.append(thread_id)
            continue
        _write(stem, thread, items)
        outcome.written.append(thread_id)
    return outcome


def _write(stem: Path, thread: Record, items: list[Record]) -> None:
    markdown = "".join([markdown_heading(thread), *(markdown_item(item) for item in items)])
    write_atomically(stem.with_name(f"{stem.name}.md"), markdown.encode("utf-8", "replace"))
    # The JSON comes last: where it stands, the conversation is complete.
    record = json.dumps({"thread": thread, "items": items}, ensure_ascii=True, indent=2)
    write_atomically(stem.with_name(f"{stem.name}.json"), record.encode())
