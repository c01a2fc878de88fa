"""Owns taking hosted conversations over: how each becomes one of this computer, and what of it cannot.

Ids stay what they were, so that a conversation which is taken over twice is there once, with what was added since.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from chatkit.types import ThreadMetadata

from app.chat_host.store import ITEMS, SAVE_THREAD
from app.chat_host.transactions import writing
from app.resources import text

Record = Mapping[str, Any]

KNOWN_PARTS = frozenset({"input_text", "quoted_text", "output_text"})
ORIGIN = {"imported_from": "openai"}


class HostedImport:
    """Conversations that are taken over into a database, one after the other."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, record: Record, items: Sequence[Record]) -> list[str]:
        """Keep a conversation, whole or not at all; returns a sentence for each thing that it lost, StoreFailure.

        What is here already stays as it is: it may have been renamed, or gone on.
        """
        thread = to_thread(record)
        kept, losses = to_items(thread.id, items)
        with writing(self._connection):
            found = self._connection.execute("SELECT 1 FROM threads WHERE id = ?", (thread.id,)).fetchone()
            if found is None:
                self._connection.execute(SAVE_THREAD, (thread.id, thread.model_dump_json()))
            self._connection.executemany(
                "INSERT INTO items (thread_id, id, payload) VALUES (?, ?, ?) ON CONFLICT (thread_id, id) DO NOTHING",
                [(thread.id, item_id, payload) for item_id, payload in kept],
            )
            self._connection.execute(
                "UPDATE threads SET activity ="
                " coalesce((SELECT max(sequence) FROM items WHERE thread_id = ?1), activity) WHERE id = ?1",
                (thread.id,),
            )
        return losses


def to_thread(record: Record) -> ThreadMetadata:
    """Return a hosted thread as one of this computer; it can go on here, even where it was closed there."""
    title = record.get("title")
    return ThreadMetadata(
        id=str(record["id"]),
        title=_whole(" ".join(title.split())) if isinstance(title, str) else None,
        created_at=datetime.fromtimestamp(record["created_at"], UTC),
        metadata=dict(ORIGIN),
    )


def to_items(thread_id: str, records: Sequence[Record]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what of a conversation can be kept, by id and as it is stored, and a sentence for what cannot."""
    kept: list[tuple[str, str]] = []
    losses: list[str] = []
    for record in records:
        kind = str(record.get("type", "")).removeprefix("chatkit.")
        try:
            content = _CONTENT_OF[kind](record)
            item = {"id": record["id"], "thread_id": thread_id, "created_at": record["created_at"], "type": kind}
            lost = _lost_of(record)
            made = ITEMS.validate_python({**item, **content})
            kept.append((made.id, made.model_dump_json()))
        except Exception:  # noqa: BLE001 - nobody vouches for what a server sends
            losses.append(text("hosted.lost.item", kind=kind[:40] or "?", id=str(record.get("id", "?"))[:80]))
            continue
        losses += lost
    return kept, losses


def _lost_of(record: Record) -> list[str]:
    """Return what of a message cannot be kept although the rest is."""
    files = [text("hosted.lost.file", name=each["name"][:120]) for each in record.get("attachments") or ()]
    kinds = [str(part["type"])[:40] for part in record.get("content") or () if part["type"] not in KNOWN_PARTS]
    return files + [text("hosted.lost.item", kind=kind, id=str(record["id"])[:80]) for kind in kinds]


def _whole(words: str) -> str:
    """Return words without half a character, which no file can hold."""
    return words.encode("utf-8", "replace").decode()


def _user_message(record: Record) -> Record:
    parts = record["content"]
    said = [{"type": "input_text", "text": part["text"]} for part in parts if part["type"] == "input_text"]
    quoted = [part["text"] for part in parts if part["type"] == "quoted_text"]
    files = [
        # Only the name is handed over; it stands where the file was.
        {"type": "input_text", "text": text("hosted.kept.file", name=each["name"], kind=each["mime_type"])}
        for each in record.get("attachments") or ()
    ]
    return {
        "content": said + files,
        "quoted_text": "\n\n".join(quoted) or None,
        "inference_options": record.get("inference_options") or {},
    }


def _assistant_message(record: Record) -> Record:
    return {
        "content": [
            {"text": part["text"], "annotations": [_annotation(each) for each in part.get("annotations") or ()]}
            for part in record["content"]
        ]
    }


def _annotation(record: Record) -> Record:
    source = record["source"]
    return {"source": {**source, "title": source.get("filename") or source["url"]}}


def _widget(record: Record) -> Record:
    return {"widget": json.loads(record["widget"])}


def _client_tool_call(record: Record) -> Record:
    output = record.get("output")
    return {
        # A call that nobody answered any more would wait for ever.
        "status": "completed",
        "call_id": record["call_id"],
        "name": record["name"],
        "arguments": json.loads(record["arguments"]),
        "output": json.loads(output) if output is not None else None,
    }


def _task(record: Record) -> Record:
    return {"task": _one_task(record["task_type"], record)}


def _task_group(record: Record) -> Record:
    tasks = [_one_task(each["type"], each) for each in record["tasks"]]
    thinks = tasks and all(each["type"] == "thought" for each in tasks)
    return {"type": "workflow", "workflow": {"type": "reasoning" if thinks else "custom", "tasks": tasks}}


def _one_task(kind: str, record: Record) -> Record:
    # A thought has to have words, and a task need not.
    content = record.get("summary") or ("" if kind == "thought" else None)
    return {"type": kind, "title": record.get("heading"), "content": content, "status_indicator": "complete"}


_CONTENT_OF = {
    "user_message": _user_message,
    "assistant_message": _assistant_message,
    "widget": _widget,
    "client_tool_call": _client_tool_call,
    "task": _task,
    "task_group": _task_group,
}
