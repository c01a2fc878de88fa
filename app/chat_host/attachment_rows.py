"""Owns what the database knows of attachments: their names, whose they are, and whether their file is there."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable

from chatkit.store import NotFoundError
from chatkit.types import Attachment
from pydantic import TypeAdapter, ValidationError

from app.chat_host.transactions import select, writing

ATTACHMENTS: TypeAdapter[Attachment] = TypeAdapter(Attachment)


class AttachmentRows:
    """The table of attachments."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def save(self, attachment: Attachment) -> None:
        """Insert an attachment, or replace what is known of it; whose it is and whether it is whole stays."""
        # Where to send a file, and with which headers, is nobody's business once it is there.
        payload = attachment.model_copy(update={"upload_descriptor": None}).model_dump_json()
        with writing(self._connection):
            self._connection.execute(
                "INSERT INTO attachments (id, payload, made_at) VALUES (?, ?, ?)"
                " ON CONFLICT (id) DO UPDATE SET payload = excluded.payload",
                (attachment.id, payload, int(time.time())),
            )

    def load(self, attachment_id: str) -> Attachment:
        """Return an attachment with the thread it belongs to; raises NotFoundError."""
        rows = select(self._connection, "SELECT payload, thread_id FROM attachments WHERE id = ?", (attachment_id,))
        if not rows:
            raise NotFoundError(attachment_id)
        payload, thread_id = rows[0]
        try:
            return ATTACHMENTS.validate_json(payload).model_copy(update={"thread_id": thread_id})
        except ValidationError:
            raise NotFoundError(attachment_id) from None

    def is_whole(self, attachment_id: str) -> bool:
        """Say whether the file of an attachment is there."""
        return select(self._connection, "SELECT whole FROM attachments WHERE id = ?", (attachment_id,)) == [(1,)]

    def mark_whole(self, attachment_id: str) -> None:
        """Know that the file of an attachment is there; raises NotFoundError when the attachment is gone meanwhile."""
        with writing(self._connection):
            marked = self._connection.execute("UPDATE attachments SET whole = 1 WHERE id = ?", (attachment_id,))
            if marked.rowcount == 0:
                raise NotFoundError(attachment_id)

    def give_to_thread(self, thread_id: str, attachments: Iterable[Attachment]) -> None:
        """Let attachments belong to a thread; within a write that the caller has begun."""
        for each in attachments:
            # One that another thread has got meanwhile is that thread's: it would take the file along when it goes.
            given = self._connection.execute(
                "UPDATE attachments SET thread_id = ? WHERE id = ? AND (thread_id IS NULL OR thread_id = ?)",
                (thread_id, each.id, thread_id),
            )
            if given.rowcount == 0 and self._ids("SELECT id FROM attachments WHERE id = ?", each.id):
                raise NotFoundError(each.id)

    def of_thread(self, thread_id: str) -> list[str]:
        """Return the ids of a thread's attachments."""
        return self._ids("SELECT id FROM attachments WHERE thread_id = ?", thread_id)

    def unsent_before(self, moment: float) -> list[str]:
        """Return the ids of what was attached before a moment and never sent."""
        return self._ids("SELECT id FROM attachments WHERE thread_id IS NULL AND made_at < ?", int(moment))

    def all(self) -> list[str]:
        """Return the ids of every attachment."""
        return self._ids("SELECT id FROM attachments")

    def delete(self, attachment_ids: Iterable[str]) -> None:
        """Forget attachments."""
        with writing(self._connection):
            self._connection.executemany("DELETE FROM attachments WHERE id = ?", [(each,) for each in attachment_ids])

    def _ids(self, query: str, *values: object) -> list[str]:
        return [found for (found,) in select(self._connection, query, values)]
