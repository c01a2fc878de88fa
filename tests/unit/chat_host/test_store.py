"""Conversations in SQLite: order, upserts, pages, ids, and rows that cannot be read."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import threading
from collections.abc import Coroutine, Iterator
from typing import Any, TypeVar

import pytest
from chatkit.store import NotFoundError, StoreItemType
from chatkit.types import Page, Thread, ThreadItem
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat_host.ids import ID_PREFIXES, new_id
from app.chat_host.store import ConversationStore, to_utc
from app.chat_host.transactions import StoreFailure
from app.errors import CannotWrite
from tests.support.conversations import message_item, open_store, thread

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


@pytest.fixture
def store() -> Iterator[ConversationStore]:
    with open_store() as opened:
        run(opened.save_thread(thread(), None))
        yield opened


def keep(store: ConversationStore, *ids: str, thread_id: str = "thr_1") -> None:
    for item_id in ids:
        run(store.add_thread_item(thread_id, message_item(item_id), None))


def page(
    store: ConversationStore, *, after: str | None = None, limit: int = 20, order: str = "asc"
) -> Page[ThreadItem]:
    return run(store.load_thread_items("thr_1", after, limit, order, None))


def ids(found: Page[Any]) -> list[str]:
    return [each.id for each in found.data]


def test_a_thread_comes_back_as_it_was(store: ConversationStore) -> None:
    run(store.save_thread(thread("thr_2", "A title"), None))
    loaded = run(store.load_thread("thr_2", None))
    assert loaded == thread("thr_2", "A title")


def test_a_thread_is_kept_without_its_items(store: ConversationStore) -> None:
    full = Thread(**thread("thr_2").model_dump(), items=Page(data=[message_item("msg_1")]))
    run(store.save_thread(full, None))
    assert run(store.load_thread("thr_2", None)) == thread("thr_2")


def test_an_item_comes_back_as_it_was(store: ConversationStore) -> None:
    item = message_item("msg_1", "line\n\N{SNOWMAN} 'quoted'")
    run(store.add_thread_item("thr_1", item, None))
    assert run(store.load_item("thr_1", "msg_1", None)) == item


@pytest.mark.parametrize("item_type", ID_PREFIXES)
def test_edge_09_ids_have_their_full_length(store: ConversationStore, item_type: StoreItemType) -> None:
    made = [store.generate_thread_id(None), *(store.generate_item_id(item_type, thread(), None) for _ in range(100))]
    assert all(re.fullmatch(r"[a-z]{2,4}_[0-9a-f]{32}", each) for each in made)
    assert len(set(made)) == 101
    assert new_id(item_type).startswith(ID_PREFIXES[item_type])


def test_edge_10_adding_twice_replaces_in_place(store: ConversationStore) -> None:
    keep(store, "msg_1", "msg_2")
    run(store.add_thread_item("thr_1", message_item("msg_1", "changed"), None))
    assert ids(page(store)) == ["msg_1", "msg_2"]
    assert run(store.load_item("thr_1", "msg_1", None)) == message_item("msg_1", "changed")


def test_edge_10_saving_what_is_not_there_adds_it(store: ConversationStore) -> None:
    run(store.save_item("thr_1", message_item("msg_9"), None))
    run(store.save_thread(thread(title="New title"), None))
    assert ids(page(store)) == ["msg_9"]
    assert run(store.load_thread("thr_1", None)).title == "New title"


def test_edge_11_order_is_that_of_keeping_not_of_clocks(store: ConversationStore) -> None:
    for item_id, at in (
        ("msg_1", "2026-05-01T12:00:00Z"),
        ("msg_2", "2020-01-01T00:00:00Z"),
        ("msg_3", "2026-05-01T12:00:00"),
    ):
        run(store.add_thread_item("thr_1", message_item(item_id, created_at=at), None))
    assert ids(page(store)) == ["msg_1", "msg_2", "msg_3"]
    assert ids(page(store, order="desc")) == ["msg_3", "msg_2", "msg_1"]


def test_edge_11_times_are_kept_in_utc(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> None:
    naive = message_item("msg_1", created_at="2026-05-01T12:00:00")
    assert naive.created_at.tzinfo is None, "this is how the SDK makes them"
    run(store.add_thread_item("thr_1", naive, None))
    loaded = run(store.load_item("thr_1", "msg_1", None)).created_at
    assert loaded == to_utc(naive.created_at)
    assert loaded.utcoffset() is not None


def garble(store: ConversationStore, table: str, row_id: str, payload: str) -> None:
    store._connection.execute(f"UPDATE {table} SET payload = ? WHERE id = ?", (payload, row_id))


@pytest.mark.parametrize("payload", ["", "{", "{}", '{"type":"hologram","id":"msg_2"}', "null"])
def test_edge_14_a_row_that_cannot_be_read_is_parked(
    store: ConversationStore, payload: str, caplog: pytest.LogCaptureFixture
) -> None:
    keep(store, "msg_1", "msg_2", "msg_3")
    garble(store, "items", "msg_2", payload)
    assert ids(page(store)) == ["msg_1", "msg_3"]
    assert len(caplog.records) == 1
    assert ids(page(store)) == ["msg_1", "msg_3"]
    assert len(caplog.records) == 1, "said once"
    with pytest.raises(NotFoundError):
        run(store.load_item("thr_1", "msg_2", None))
    kept = store._connection.execute("SELECT payload, parked FROM items WHERE id = 'msg_2'").fetchone()
    assert kept == (payload, 1)


def test_edge_14_a_parked_thread_does_not_hide_the_others(store: ConversationStore) -> None:
    run(store.save_thread(thread("thr_2"), None))
    garble(store, "threads", "thr_1", '{"id":"thr_1"}')
    assert ids(run(store.load_threads(20, None, "desc", None))) == ["thr_2"]
    with pytest.raises(NotFoundError):
        run(store.load_thread("thr_1", None))


def test_edge_14_nothing_that_was_written_reaches_the_log(
    store: ConversationStore, caplog: pytest.LogCaptureFixture
) -> None:
    keep(store, "msg_1")
    garble(store, "items", "msg_1", '{"type":"user_message","id":"msg_1","content":"my private words"}')
    page(store)
    assert "private" not in caplog.text


@settings(derandomize=True, deadline=None, max_examples=30)
@given(st.integers(0, 12), st.integers(1, 5), st.sampled_from(["asc", "desc"]))
def test_pages_hold_every_item_once(count: int, limit: int, order: str) -> None:
    with open_store() as store:
        run(store.save_thread(thread(), None))
        names = [f"msg_{number}" for number in range(count)]
        keep(store, *names)
        found: list[str] = []
        after: str | None = None
        while True:
            part = page(store, after=after, limit=limit, order=order)
            found += ids(part)
            if not part.has_more:
                break
            after = part.after
        assert found == (names if order == "asc" else names[::-1])


def test_threads_are_listed_by_what_was_used_last(store: ConversationStore) -> None:
    for thread_id in ("thr_2", "thr_3", "thr_4"):
        run(store.save_thread(thread(thread_id), None))
    keep(store, "msg_1", thread_id="thr_2")
    assert ids(run(store.load_threads(20, None, "desc", None))) == ["thr_2", "thr_4", "thr_3", "thr_1"]
    run(store.save_thread(thread("thr_5"), None))
    run(store.save_thread(thread("thr_1", "renamed"), None))
    assert ids(run(store.load_threads(20, None, "desc", None))) == ["thr_5", "thr_2", "thr_4", "thr_3", "thr_1"]
    first = run(store.load_threads(2, None, "desc", None))
    assert (ids(first), first.has_more, first.after) == (["thr_5", "thr_2"], True, "thr_2")
    second = run(store.load_threads(3, first.after, "desc", None))
    assert (ids(second), second.has_more, second.after) == (["thr_4", "thr_3", "thr_1"], False, None)
    assert ids(run(store.load_threads(2, "thr_3", "asc", None))) == ["thr_4", "thr_2"]


def test_a_cursor_that_is_gone_is_not_a_silent_end(store: ConversationStore) -> None:
    with pytest.raises(NotFoundError):
        page(store, after="msg_gone")
    with pytest.raises(NotFoundError):
        run(store.load_threads(20, "thr_gone", "desc", None))


def test_deleting_a_thread_deletes_what_is_in_it(store: ConversationStore) -> None:
    keep(store, "msg_1", "msg_2")
    run(store.delete_thread("thr_1", None))
    assert store._connection.execute("SELECT count(*) FROM items").fetchone() == (0,)
    with pytest.raises(NotFoundError):
        run(store.load_thread("thr_1", None))


def test_an_item_of_another_thread_is_not_there(store: ConversationStore) -> None:
    run(store.save_thread(thread("thr_2"), None))
    keep(store, "msg_1")
    with pytest.raises(NotFoundError):
        run(store.load_item("thr_2", "msg_1", None))
    run(store.delete_thread_item("thr_2", "msg_1", None))
    assert ids(page(store)) == ["msg_1"]
    run(store.delete_thread_item("thr_1", "msg_1", None))
    assert ids(page(store)) == []


def test_the_same_id_in_two_threads_is_two_items(store: ConversationStore) -> None:
    run(store.save_thread(thread("thr_2"), None))
    keep(store, "msg_1")
    run(store.add_thread_item("thr_2", message_item("msg_1", "another"), None))
    assert run(store.load_item("thr_1", "msg_1", None)) == message_item("msg_1")


def test_an_answer_to_a_deleted_thread_finds_nothing(store: ConversationStore) -> None:
    with pytest.raises(NotFoundError):
        keep(store, "msg_1", thread_id="thr_gone")
    assert store._connection.execute("SELECT count(*) FROM items").fetchone() == (0,)


def test_feedback_is_kept(store: ConversationStore) -> None:
    keep(store, "msg_1", "msg_2")
    run(store.save_feedback("thr_1", ["msg_1", "msg_unknown"], "positive"))
    kept = store._connection.execute("SELECT id, feedback FROM items ORDER BY id").fetchall()
    assert kept == [("msg_1", "positive"), ("msg_2", None)]


def test_a_write_that_fails_is_told_and_leaves_nothing_half(store: ConversationStore) -> None:
    keep(store, "msg_1")
    store._connection.execute("CREATE TRIGGER full BEFORE UPDATE ON threads BEGIN SELECT raise(FAIL, 'disk full'); END")
    with pytest.raises((StoreFailure, NotFoundError)):
        keep(store, "msg_2")
    assert ids(page(store)) == ["msg_1"]
    assert not store._connection.in_transaction


def test_a_read_only_database_is_told(store: ConversationStore) -> None:
    store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreFailure) as failure:
        keep(store, "msg_1")
    assert isinstance(failure.value.error, CannotWrite)


def test_an_attachment_that_is_not_known_is_not_there(store: ConversationStore) -> None:
    with pytest.raises(NotFoundError):
        run(store.load_attachment("atc_1", None))


def test_the_store_belongs_to_its_thread(store: ConversationStore) -> None:
    caught: list[BaseException] = []

    def elsewhere() -> None:
        try:
            page(store)
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    other = threading.Thread(target=elsewhere)
    other.start()
    other.join()
    assert caught
