"""Hosted conversations are taken over whole; what cannot be kept is said, and what is here already stays."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from chatkit.types import (
    AssistantMessageItem,
    ClientToolCallItem,
    TaskItem,
    ThreadItem,
    UserMessageItem,
    WidgetItem,
    WorkflowItem,
)

from app.chat_host.database import open_in_memory
from app.chat_host.hosted_import import HostedImport, to_items, to_thread
from app.chat_host.store import ConversationStore
from tests.support.hosted_threads import every_kind, hosted_item, hosted_thread, question, reply

THREAD = hosted_thread(1, "  The\n weather ")


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(open_in_memory()) as connection:
        yield connection


def items_of(database: sqlite3.Connection, thread_id: str = "cthr_1") -> list[ThreadItem]:
    return asyncio.run(ConversationStore(database).load_thread_items(thread_id, None, 100, "asc", None)).data


def test_every_kind_of_item_is_one_of_this_computer(database: sqlite3.Connection) -> None:
    losses = HostedImport(database).keep(THREAD, every_kind(THREAD))
    said, task, group, call, widget, answer = items_of(database)
    assert isinstance(said, UserMessageItem)
    assert [part.text for part in said.content] == ["Will it stop?", "[File: cat.png, image/png]"]
    assert (said.quoted_text, said.inference_options.model) == ("It rains.", "gpt-x")
    assert isinstance(task, TaskItem)
    assert (task.task.type, task.task.title) == ("custom", "Look outside")
    assert isinstance(group, WorkflowItem)
    assert (group.workflow.type, len(group.workflow.tasks)) == ("reasoning", 2)
    assert isinstance(call, ClientToolCallItem)
    assert (call.status, call.arguments, call.output) == ("completed", {"theme": "dark"}, {"success": True})
    assert isinstance(widget, WidgetItem)
    assert widget.widget.model_dump()["children"][0]["value"] == "Ten degrees"
    assert isinstance(answer, AssistantMessageItem)
    assert [each.source.title for each in answer.content[0].annotations] == ["https://a.example/x", "notes.pdf"]
    assert losses == ["the content of the file “cat.png”"]


def test_the_thread_keeps_its_title_and_its_time(database: sqlite3.Connection) -> None:
    HostedImport(database).keep(THREAD, [question(THREAD, 1, "Hello")])
    (thread,) = asyncio.run(ConversationStore(database).load_threads(10, None, "desc", None)).data
    assert (thread.id, thread.title, thread.status.type) == ("cthr_1", "The weather", "active")
    assert thread.created_at.timestamp() == THREAD["created_at"]


def test_taken_over_twice_it_is_there_once_with_what_was_added(database: sqlite3.Connection) -> None:
    importer = HostedImport(database)
    importer.keep(THREAD, [question(THREAD, 1, "Hello")])
    with database:
        database.execute("UPDATE threads SET payload = json_set(payload, '$.title', 'Renamed')")
    importer.keep(THREAD, [question(THREAD, 1, "Changed"), reply(THREAD, 2, "Hi")])
    assert [item.content[0].text for item in items_of(database)] == ["Hello", "Hi"]  # type: ignore[union-attr]
    assert asyncio.run(ConversationStore(database).load_thread("cthr_1", None)).title == "Renamed"


def test_a_thread_that_is_taken_over_is_the_newest_of_the_history(database: sqlite3.Connection) -> None:
    importer = HostedImport(database)
    for number in (1, 2):
        thread = hosted_thread(number)
        importer.keep(thread, [question(thread, 1, "Hello")])
    found = asyncio.run(ConversationStore(database).load_threads(10, None, "desc", None)).data
    assert [thread.id for thread in found] == ["cthr_2", "cthr_1"]


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "chatkit.hologram"},
        {"type": "chatkit.widget", "widget": "{"},
        {"type": "chatkit.widget", "widget": "3"},
        {"type": "chatkit.client_tool_call", "arguments": "[1]"},
        {"type": "chatkit.assistant_message", "content": None},
        {"type": "chatkit.assistant_message", "content": [{"type": "output_text", "text": 3}]},
        {"type": "chatkit.user_message", "content": [3]},
        {"type": "chatkit.user_message", "content": [], "attachments": ["x"]},
        {"type": None},
        {"type": "chatkit.task", "task_type": "dance"},
        {"type": "chatkit.assistant_message", "content": [{"type": "output_text", "text": "\ud83d"}]},
        {"type": "chatkit.widget", "widget": '{"type":"Card","children":[' * 5_000},
        {"type": "chatkit.task", "task_type": "custom", "created_at": 10**20},
    ],
)
def test_what_cannot_be_kept_is_said_and_the_rest_is_kept(broken: dict[str, Any]) -> None:
    kept, losses = to_items("cthr_1", [{**hosted_item(THREAD, 1, "x"), **broken}, reply(THREAD, 2, "Hi")])
    assert [item_id for item_id, _payload in kept] == ["cthi_1_2"]
    assert len(losses) == 1
    assert "(cthi_1_1)" in losses[0]


def test_a_thread_without_a_title_has_none() -> None:
    assert to_thread(hosted_thread(1)).title is None


def test_a_title_with_half_a_character_is_kept_without_it() -> None:
    assert to_thread(hosted_thread(1, "A \ud83d title")).title == "A ? title"


def test_a_part_of_a_message_that_is_unknown_is_said() -> None:
    said = question(THREAD, 1, "Hello")
    kept, losses = to_items("cthr_1", [{**said, "content": [*said["content"], {"type": "input_tag", "text": "x"}]}])
    assert len(kept) == 1
    assert losses == ["something of the kind “input_tag” (cthi_1_1)"]
