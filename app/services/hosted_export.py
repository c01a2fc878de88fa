"""Owns keeping hosted conversations as files: each as JSON and Markdown, and what failed or was lost by name.

A run that was interrupted is gone on with by the next one; after a run that came to its end, the next one reads anew
what is there, so that what was said since is not missed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AppError, CannotWrite, ConnectionFailed, SessionNotCreated
from app.private_file import make_private_folder, open_private, read_bounded, write_atomically
from app.resources import text
from app.services.hosted_transcripts import (
    Record,
    file_stem,
    hosted_items,
    hosted_threads,
    markdown_heading,
    markdown_item,
)
from app.services.openai_client import open_openai, openai_failure

if TYPE_CHECKING:
    import openai

Keep = Callable[[Record, Sequence[Record]], Sequence[str]]
OnProgress = Callable[["ExportOutcome"], None]

# Of what fails like this only one conversation is concerned; everything else would fail for the next one as well.
OF_ONE_THREAD = frozenset({"answer_unusable", "server_trouble", "session_not_created", "workflow_unknown"})
MOST_FAILURES_IN_A_ROW = 3
MOST_RETRIES = 4
READ_SECONDS = 30.0
# A page holds up to a hundred items, and an item may be a long answer.
MOST_BYTES = 64 * 1024 * 1024


@dataclass(slots=True)
class ExportOutcome:
    """The ids of threads: written now, found complete from before, and failed; `losses` says what each has lost."""

    written: list[str] = field(default_factory=list)
    already_there: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    losses: dict[str, list[str]] = field(default_factory=dict)


def export_hosted(
    key: str,
    folder: Path,
    *,
    user: str = "",
    keep: Keep | None = None,
    on_progress: OnProgress = lambda _outcome: None,
) -> ExportOutcome:
    """Read every conversation that a key can see into a folder, and hand each to `keep`; raises an AppError."""
    try:
        with open_openai(key, most_retries=MOST_RETRIES, read_seconds=READ_SECONDS, most_bytes=MOST_BYTES) as client:
            return export_threads(client, folder, user, keep=keep, on_progress=on_progress)
    except (SessionNotCreated, ConnectionFailed) as error:
        raise retold(error) from None
    except OSError as error:
        raise CannotWrite(text("hosted.export.cannot_write"), detail=type(error).__name__) from error


def retold(error: AppError) -> AppError:
    """Return the same failure in words about conversations: no session was wanted."""
    reason = error.sentence.removeprefix(text("hosted.not_created", reason="").rstrip())
    return type(error)(text("hosted.export.not_read", reason=reason.strip()), hint=error.hint, detail=error.detail)


def export_threads(
    client: openai.OpenAI,
    folder: Path,
    user: str = "",
    *,
    keep: Keep | None = None,
    on_progress: OnProgress = lambda _outcome: None,
) -> ExportOutcome:
    """Write every thread into a folder; one that cannot be read is named in the outcome, and the rest goes on.

    `keep` takes each over, and returns what it lost. A failure to list the threads, or to write, is raised as it is.
    """
    make_private_folder(folder)
    run = _Run(folder)
    outcome = ExportOutcome()
    failures_in_a_row = 0
    for thread in hosted_threads(client, user or None):
        thread_id = str(thread["id"])
        if thread_id in run.losses:
            outcome.already_there.append(thread_id)
            continue
        try:
            items = list(hosted_items(client, thread_id))
        except Exception as error:  # noqa: BLE001 - judged below
            failure = openai_failure(error)
            failures_in_a_row += 1
            if not _is_of_one_thread(failure) or failures_in_a_row >= MOST_FAILURES_IN_A_ROW:
                raise failure from None
            outcome.failed.append(thread_id)
        else:
            failures_in_a_row = 0
            losses = list(keep(thread, items)) if keep is not None else []
            _write(folder / file_stem(thread), thread, items)
            run.note(thread_id, losses)
            outcome.written.append(thread_id)
        on_progress(outcome)
    outcome.losses = {thread_id: losses for thread_id, losses in run.losses.items() if losses}
    if not outcome.failed:
        run.end()
    return outcome


def _is_of_one_thread(failure: Exception) -> bool:
    return isinstance(failure, AppError) and failure.code in OF_ONE_THREAD


def _write(stem: Path, thread: Record, items: Sequence[Record]) -> None:
    markdown = "".join([markdown_heading(thread), *(markdown_item(item) for item in items)])
    write_atomically(stem.with_name(f"{stem.name}.md"), markdown.encode("utf-8", "replace"))
    record = json.dumps({"thread": thread, "items": items}, ensure_ascii=True, indent=2)
    write_atomically(stem.with_name(f"{stem.name}.json"), record.encode())


class _Run:
    """One run over all threads, which may take several starts: a line for each that is done, and what it lost."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / ".unfinished"
        self.losses: dict[str, list[str]] = dict(self._lines())

    def _lines(self) -> Iterator[tuple[str, list[str]]]:
        try:
            lines = read_bounded(self._file, MOST_BYTES).splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            # The last one may be cut off: its thread is read again.
            with suppress(ValueError, TypeError):
                thread_id, losses = json.loads(line)
                yield str(thread_id), list(losses)

    def note(self, thread_id: str, losses: list[str]) -> None:
        """A thread is complete on the disk."""
        self.losses[thread_id] = losses
        with os.fdopen(open_private(self._file, os.O_WRONLY | os.O_APPEND), "ab") as file:
            file.write(json.dumps([thread_id, losses]).encode() + b"\n")

    def end(self) -> None:
        """Every thread is there."""
        self._file.unlink(missing_ok=True)
