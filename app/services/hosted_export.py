"""Owns keeping hosted conversations as files: each as JSON and Markdown, and what failed or was lost by name.

A run that was interrupted is gone on with by the next one. After a run that came to its end, the next one reads all of
them anew, so that what was said since is not missed, nor what could not be read.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import AppError, CannotWrite, ConnectionFailed, ServerTrouble, SessionNotCreated
from app.private_file import make_private_folder, open_private, read_bounded, remove_leftovers_in, write_atomically
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

logger = logging.getLogger(__name__)

Keep = Callable[[Record, Sequence[Record]], Sequence[str]]
OnProgress = Callable[["ExportOutcome"], None]

# Of what fails like this only one conversation is concerned; everything else would fail for the next one as well.
OF_ONE_THREAD = frozenset({"answer_unusable", "server_trouble", "session_not_created", "workflow_unknown"})
MOST_TROUBLES_IN_A_ROW = 3
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


@contextmanager
def hosted_account(key: str) -> Iterator[openai.OpenAI]:
    """Lend a client that reads what a key can see; whatever fails is told in words about conversations."""
    try:
        with open_openai(key, most_retries=MOST_RETRIES, read_seconds=READ_SECONDS, most_bytes=MOST_BYTES) as client:
            yield client
    except (SessionNotCreated, ConnectionFailed) as error:
        raise retold(error) from None


def retold(error: AppError) -> AppError:
    """Return the same failure in words about conversations: no session was wanted."""
    reason = error.sentence.removeprefix(text("hosted.not_created", reason="").rstrip()).strip()
    reason = reason[:1].lower() + reason[1:]
    return type(error)(text("hosted.export.not_read", reason=reason), hint=error.hint, detail=error.detail)


def export_threads(
    client: openai.OpenAI,
    folder: Path,
    user: str = "",
    *,
    keep: Keep | None = None,
    into: str = "",
    on_progress: OnProgress = lambda _outcome: None,
) -> ExportOutcome:
    """Write every thread into a folder; one that cannot be read is named in the outcome, and the rest goes on.

    `keep` takes each over, and returns what it lost; `into` names where it does that. A failure to list the threads,
    or to write, is raised as it is.
    """
    run = _Run(folder, into)
    outcome = ExportOutcome()
    troubles_in_a_row = 0
    for thread in hosted_threads(client, user or None):
        thread_id = str(thread.get("id", "?"))
        if run.has_kept(thread_id):
            outcome.already_there.append(thread_id)
            continue
        try:
            items = list(hosted_items(client, thread_id))
            name, files = file_stem(thread), _files(thread, items)
        except Exception as error:  # noqa: BLE001 - judged below
            failure = openai_failure(error)
            troubles_in_a_row = troubles_in_a_row + 1 if isinstance(failure, ServerTrouble) else 0
            if not _is_of_one_thread(failure) or troubles_in_a_row >= MOST_TROUBLES_IN_A_ROW:
                raise failure from None
            outcome.failed.append(thread_id)
        else:
            troubles_in_a_row = 0
            run.keep(thread_id, name, files, list(keep(thread, items)) if keep is not None else [])
            outcome.written.append(thread_id)
        on_progress(outcome)
    outcome.losses = {thread_id: losses for thread_id, losses in run.losses.items() if losses}
    run.end()
    return outcome


@contextmanager
def _on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(text("hosted.export.cannot_write"), detail=type(error).__name__) from error


def _is_of_one_thread(failure: Exception) -> bool:
    # What is no failure of ours comes of what this one thread holds.
    return not isinstance(failure, AppError) or failure.code in OF_ONE_THREAD


def _files(thread: Record, items: Sequence[Record]) -> dict[str, bytes]:
    """Return what is written of a thread, by the end of its name; the record comes first, whatever else is odd."""
    record = json.dumps({"thread": thread, "items": items}, ensure_ascii=True, indent=2).encode()
    try:
        markdown = "".join([markdown_heading(thread), *(markdown_item(item) for item in items)])
    except Exception as error:  # noqa: BLE001 - nobody vouches for what a server sends
        logger.warning("a conversation has no Markdown: %s", type(error).__name__)
        markdown = text("hosted.export.no_markdown")
    return {".json": record, ".md": markdown.encode("utf-8", "replace")}


class _Run:
    """One run over all threads, which may take several starts: a line for each that is done, and what it lost.

    The first line names what it takes them over into: a run into something else begins anew.
    """

    def __init__(self, folder: Path, into: str) -> None:
        self._folder, self._file = folder, folder / ".unfinished"
        self._names: dict[str, str] = {}
        self.losses: dict[str, list[str]] = {}
        with _on_disk():
            make_private_folder(folder)
            # The window ends a run that is stopped wherever it is.
            remove_leftovers_in(folder)
            begun, *done = self._lines() or [None]
            if begun != into:
                write_atomically(self._file, _line(into))
                done = []
        for line in done:
            # Nothing but our own lines is believed: what another one says is read again.
            with suppress(ValueError, TypeError):
                thread_id, name, losses = line
                self._names[str(thread_id)], self.losses[str(thread_id)] = str(name), [str(each) for each in losses]

    def has_kept(self, thread_id: str) -> bool:
        """Say whether a thread was written in this run, and is still there."""
        name = self._names.get(thread_id)
        return name is not None and (self._folder / f"{name}.json").is_file()

    def keep(self, thread_id: str, name: str, files: Mapping[str, bytes], losses: list[str]) -> None:
        """Write a thread, then that it is complete."""
        with _on_disk():
            for suffix, content in files.items():
                write_atomically(self._folder / f"{name}{suffix}", content)
            with os.fdopen(open_private(self._file, os.O_WRONLY | os.O_APPEND), "ab") as file:
                file.write(_line([thread_id, name, losses]))
        self._names[thread_id], self.losses[thread_id] = name, losses

    def end(self) -> None:
        """Every thread was looked at: the next run reads all of them anew."""
        with _on_disk():
            self._file.unlink(missing_ok=True)

    def _lines(self) -> list[Any]:
        lines: list[Any] = []
        with suppress(FileNotFoundError):
            for line in read_bounded(self._file, MOST_BYTES).splitlines():
                # The last one may be cut off: its thread is read again.
                with suppress(ValueError):
                    lines.append(json.loads(line))
        return lines


def _line(value: object) -> bytes:
    return json.dumps(value).encode() + b"\n"
