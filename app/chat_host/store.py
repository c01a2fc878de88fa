"""Owns how conversations are kept: the ChatKit store on SQLite, called on the server's own loop.

Every method is synchronous inside: a query takes microseconds, and with no await in it a cancelled answer cannot leave
a write half done.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime

from chatkit.store import NotFoundError, Store, StoreItemType
from chatkit.types import Attachment, FeedbackKind, Page, Thread, ThreadItem, ThreadMetadata, UserMessageItem
from pydantic import TypeAdapter, ValidationError
from typing_extensions import override

from app.chat_host.attachment_rows import AttachmentRows
from app.chat_host.attachments import Attachments
from app.chat_host.ids import new_id
from app.chat_host.transactions import StoreFailure, select, writing

ITEMS: TypeAdapter[ThreadItem] = TypeAdapter(ThreadItem)
# A new thread counts as active now: after everything that was said so far.
SAVE_THREAD = """
    INSERT INTO threads (id, payload, activity)
    VALUES (?, ?, (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'items'))
    ON CONFLICT (id) DO UPDATE SET payload = excluded.payload
"""

logger = logging.getLogger(__name__)


class ConversationStore(Store[None]):
    """Threads and their items, in a database that `database.py` has opened; `attachments` has their files."""

    def __init__(self, connection: sqlite3.Connection, attachments: Attachments | None = None) -> None:
        self.attachments = attachments
        self._connection = connection
        self._attachment_rows = AttachmentRows(connection)
        # A thread is written together with its first item, so that none is ever left empty.
        self._unborn: dict[str, str] = {}

    def close(self) -> None:
        """Write everything into the one file and let go of it."""
        self._connection.close()

    @override
    def generate_thread_id(self, context: None) -> str:
        """Return a new thread id."""
        made = new_id("thread")
        self._unborn[made] = ""
        return made

    @override
    def generate_item_id(
        self,
        item_type: StoreItemType,
        thread: ThreadMetadata,
        context: None,
    ) -> str:
        """Return a new item id."""
        return new_id(item_type)

    @override
    async def load_thread(self, thread_id: str, context: None) -> ThreadMetadata:
        """Return one thread's metadata."""
        rows = select(
            self._connection, "SELECT sequence, payload FROM threads WHERE id = ? AND parked = 0", (thread_id,)
        )
        thread = self._read_thread(*rows[0]) if rows else None
        if thread is None:
            raise NotFoundError(thread_id)
        return thread

    @override
    async def save_thread(self, thread: ThreadMetadata, context: None) -> None:
        """Insert a thread or replace its metadata."""
        exclude = {"items"} if isinstance(thread, Thread) else None
        payload = thread.model_copy(update={"created_at": to_utc(thread.created_at)}).model_dump_json(exclude=exclude)
        if thread.id in self._unborn:
            self._unborn[thread.id] = payload
            return
        with writing(self._connection):
            self._connection.execute(SAVE_THREAD, (thread.id, payload))

    @override
    async def load_threads(self, limit: int, after: str | None, order: str, context: None) -> Page[ThreadMetadata]:
        """Return a page of threads by their last activity."""
        direction, comparison = sql_order(order)
        where = "parked = 0"
        values: list[int] = []
        if after is not None:
            where += f" AND (activity, sequence) {comparison} (?, ?)"
            values += self._position("SELECT activity, sequence FROM threads WHERE id = ?", after)
        rows = select(
            self._connection,
            f"SELECT sequence, payload, id FROM threads WHERE {where}"  # noqa: S608 - fixed words only
            f" ORDER BY activity {direction}, sequence {direction} LIMIT ?",
            (*values, limit + 1),
        )
        threads = [self._read_thread(sequence, payload) for sequence, payload, _ in rows[:limit]]
        return Page(
            data=[thread for thread in threads if thread is not None],
            has_more=len(rows) > limit,
            after=rows[limit - 1][2] if len(rows) > limit else None,
        )

    @override
    async def delete_thread(self, thread_id: str, context: None) -> None:
        """Delete a thread and everything in it, and the files that were attached."""
        attached = self._attachment_rows.of_thread(thread_id)
        with writing(self._connection):
            self._connection.execute("DELETE FROM threads WHERE id = ?", (thread_id,))
        if self.attachments is not None:
            self.attachments.forget_files(attached)

    @override
    async def load_thread_items(
        self,
        thread_id: str,
        after: str | None,
        limit: int,
        order: str,
        context: None,
    ) -> Page[ThreadItem]:
        """Return a page of a thread's items in the order in which they were first kept."""
        direction, comparison = sql_order(order)
        where = "thread_id = ? AND parked = 0"
        values: list[str | int] = [thread_id]
        if after is not None:
            where += f" AND sequence {comparison} ?"
            values += self._position("SELECT sequence FROM items WHERE thread_id = ? AND id = ?", thread_id, after)
        rows = select(
            self._connection,
            f"SELECT sequence, payload, id FROM items WHERE {where} ORDER BY sequence {direction} LIMIT ?",  # noqa: S608
            (*values, limit + 1),
        )
        items = [self._read_item(sequence, payload) for sequence, payload, _ in rows[:limit]]
        return Page(
            data=[item for item in items if item is not None],
            has_more=len(rows) > limit,
            after=rows[limit - 1][2] if len(rows) > limit else None,
        )

    @override
    async def load_item(self, thread_id: str, item_id: str, context: None) -> ThreadItem:
        """Return one item of a thread."""
        rows = select(
            self._connection,
            "SELECT sequence, payload FROM items WHERE thread_id = ? AND id = ? AND parked = 0",
            (thread_id, item_id),
        )
        item = self._read_item(*rows[0]) if rows else None
        if item is None:
            raise NotFoundError(item_id)
        return item

    @override
    async def add_thread_item(self, thread_id: str, item: ThreadItem, context: None) -> None:
        """Keep an item; the SDK adds some twice, and the first place in the order stays."""
        await self.save_item(thread_id, item, context)

    @override
    async def save_item(self, thread_id: str, item: ThreadItem, context: None) -> None:
        """Insert an item at the end of its thread, or replace it where it stands."""
        payload = item.model_copy(update={"created_at": to_utc(item.created_at)}).model_dump_json()
        unborn = self._unborn.pop(thread_id, None)
        with writing(self._connection):
            if unborn:
                self._connection.execute(SAVE_THREAD, (thread_id, unborn))
            self._connection.execute(
                "INSERT INTO items (thread_id, id, payload) VALUES (?, ?, ?)"
                " ON CONFLICT (thread_id, id) DO UPDATE SET payload = excluded.payload, parked = 0",
                (thread_id, item.id, payload),
            )
            self._connection.execute(
                "UPDATE threads SET activity = (SELECT max(sequence) FROM items WHERE thread_id = ?1) WHERE id = ?1",
                (thread_id,),
            )
            if isinstance(item, UserMessageItem):
                self._attachment_rows.give_to_thread(thread_id, item.attachments)

    @override
    async def delete_thread_item(self, thread_id: str, item_id: str, context: None) -> None:
        """Delete one item."""
        with writing(self._connection):
            self._connection.execute("DELETE FROM items WHERE thread_id = ? AND id = ?", (thread_id, item_id))

    async def save_feedback(self, thread_id: str, item_ids: list[str], kind: FeedbackKind) -> None:
        """Keep what a person thinks of some items."""
        with writing(self._connection):
            self._connection.executemany(
                "UPDATE items SET feedback = ? WHERE thread_id = ? AND id = ?",
                [(kind, thread_id, item_id) for item_id in item_ids],
            )

    @override
    async def save_attachment(self, attachment: Attachment, context: None) -> None:
        """Keep what is known of an attachment; it belongs to a thread once a message of it is kept."""
        self._attachment_rows.save(attachment)

    @override
    async def load_attachment(self, attachment_id: str, context: None) -> Attachment:
        """Return what is known of an attachment."""
        attachment = self._attachment_rows.load(attachment_id)
        return attachment if self.attachments is None else self.attachments.with_address(attachment)

    @override
    async def delete_attachment(self, attachment_id: str, context: None) -> None:
        """Forget an attachment."""
        self._attachment_rows.delete([attachment_id])

    def _position(self, query: str, *values: str) -> list[int]:
        rows = select(self._connection, query, values)
        if not rows:
            raise NotFoundError(values[-1])
        return list(rows[0])

    def _read_thread(self, sequence: int, payload: str) -> ThreadMetadata | None:
        try:
            return ThreadMetadata.model_validate_json(payload)
        except ValidationError as error:
            self._park("UPDATE threads SET parked = 1 WHERE sequence = ?", sequence, error)
            return None

    def _read_item(self, sequence: int, payload: str) -> ThreadItem | None:
        try:
            item = ITEMS.validate_json(payload)
        except ValidationError as error:
            self._park("UPDATE items SET parked = 1 WHERE sequence = ?", sequence, error)
            return None
        return item if self.attachments is None else self.attachments.with_addresses(item)

    def _park(self, statement: str, sequence: int, error: ValidationError) -> None:
        """Leave a row that cannot be read out of every later page, and keep it as it is."""
        # What a person wrote never reaches the log, so only the kinds of the errors do.
        kinds = sorted({problem["type"] for problem in error.errors(include_input=False, include_url=False)})
        logger.warning("row %d cannot be read and is left out: %s", sequence, ", ".join(kinds))
        # Where nothing can be written it is merely found again.
        with suppress(StoreFailure), writing(self._connection):
            self._connection.execute(statement, (sequence,))


def to_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; a naive one, as the SDK makes them, is this computer's local time."""
    return moment.astimezone(UTC)


def sql_order(order: str) -> tuple[str, str]:
    """Return the SQL direction of a page and the comparison with the cursor it starts after."""
    return ("ASC", ">") if order == "asc" else ("DESC", "<")
