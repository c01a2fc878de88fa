"""Databases of a person who has talked for years, written by the program's own store."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chatkit.types import AssistantMessageItem, ThreadItem, ThreadMetadata

from app.chat_host.database import open_database
from app.chat_host.store import ConversationStore
from tests.support.conversations import assistant_message, message_item

LONG_TITLE = "A long talk"


def write_history(path: Path, *, threads: int, items: int) -> None:
    """Keep so many conversations; the latest has so many items, questions and answers in turn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection, _ = open_database(path)
    store = ConversationStore(connection)
    try:
        asyncio.run(_fill(store, threads, items))
    finally:
        store.close()


async def _fill(store: ConversationStore, threads: int, items: int) -> None:
    begun = datetime.now(UTC) - timedelta(minutes=threads)
    for number in range(threads):
        title = LONG_TITLE if number == threads - 1 else f"Talk {number}"
        created_at = begun + timedelta(minutes=number)
        await store.save_thread(ThreadMetadata(id=f"thr_{number}", title=title, created_at=created_at), None)
    for number in range(items):
        await store.save_item(f"thr_{threads - 1}", _item(number, f"thr_{threads - 1}"), None)


def _item(number: int, thread_id: str) -> ThreadItem:
    if number % 2 == 0:
        return message_item(f"msg_{number}", f"Question {number}").model_copy(update={"thread_id": thread_id})
    return AssistantMessageItem.model_validate(assistant_message(thread_id, f"msg_{number}", f"Answer {number}."))
