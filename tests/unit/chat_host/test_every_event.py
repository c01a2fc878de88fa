"""Everything an agent may say: emitted, kept and read back as the SDK's own types have it, in every operation."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from chatkit import types
from chatkit.types import (
    Page,
    StructuredInputItem,
    SyncCustomActionResponse,
    Thread,
    ThreadItem,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
    WidgetItem,
)

from app.chat_host.server import ConversationServer
from app.errors import Invalid, NotOffered
from app.resources import text
from tests.support.conversations import ask, fetch, open_server, open_store, said, thread_id_of, words
from tests.support.scripted_agents import ITEMS, LIST, Everything

HIDDEN = {"hidden_context_item", "sdk_hidden_context"}


def kinds_of(union: Any) -> set[str]:
    """Return the types that a union of the SDK's models tells apart."""
    members = get_args(get_args(union)[0]) if hasattr(union, "__metadata__") else get_args(union)
    return {each.model_fields["type"].default for each in members}


@pytest.fixture
def agent() -> Everything:
    return Everything()


@pytest.fixture
def server(agent: Everything) -> Iterator[ConversationServer]:
    with open_store() as store:
        yield ConversationServer(store, agent)


@pytest.fixture
def answered(server: ConversationServer) -> list[ThreadStreamEvent]:
    return asyncio.run(ask(server, "threads.create", input=words("everything")))


def test_every_event_is_emitted_as_the_sdk_reads_it(answered: list[ThreadStreamEvent]) -> None:
    assert {event.type for event in answered} == kinds_of(ThreadStreamEvent)
    updates = {event.update.type for event in answered if isinstance(event, ThreadItemUpdatedEvent)}
    assert updates == kinds_of(types.ThreadItemUpdate)


def test_every_item_is_kept_as_the_sdk_reads_it(server: ConversationServer, answered: list[ThreadStreamEvent]) -> None:
    thread_id = thread_id_of(answered)
    rows = server.store._connection.execute("SELECT payload FROM items WHERE parked = 0").fetchall()
    kept = [ITEMS.validate_json(payload) for (payload,) in rows]
    assert {item.type for item in kept} == kinds_of(ThreadItem)
    assert "tsk_gone" not in {item.id for item in kept}
    assert json.loads(rows[[item.id for item in kept].index("tsk_1")][0])["task"]["type"] == "file", "it was replaced"
    listed = Page[ThreadItem].model_validate(asyncio.run(fetch(server, "items.list", thread_id=thread_id)))
    assert {item.type for item in listed.data} == kinds_of(ThreadItem) - HIDDEN
    thread = Thread.model_validate(asyncio.run(fetch(server, "threads.get_by_id", thread_id=thread_id)))
    assert {item.type for item in thread.items.data} == kinds_of(ThreadItem) - HIDDEN
    assert thread.allowed_image_domains == ["example.com"]
    threads = Page[Thread].model_validate(asyncio.run(fetch(server, "threads.list")))
    assert [each.id for each in threads.data] == [thread_id]


def test_what_is_hidden_never_leaves(server: ConversationServer, answered: list[ThreadStreamEvent]) -> None:
    thread_id = thread_id_of(answered)
    told = [event.model_dump_json() for event in answered]
    for operation in ("items.list", "threads.get_by_id"):
        told.append(json.dumps(asyncio.run(fetch(server, operation, thread_id=thread_id))))
    assert not [each for each in told if "secret" in each]


def test_a_tools_result_is_answered(
    server: ConversationServer, agent: Everything, answered: list[ThreadStreamEvent]
) -> None:
    thread_id = thread_id_of(answered)
    events = asyncio.run(ask(server, "threads.add_client_tool_output", thread_id=thread_id, result={"theme": "dark"}))
    assert said(events) == "tool"
    call = agent.turns[-1].tool_call
    assert call is not None
    assert (call.id, call.output) == ("tc_1", {"theme": "dark"})


SUBMISSION = {"status": "answered", "answers": {"colour": {"values": ["red", "blue"]}, "why": {"skipped": True}}}


def test_an_answered_form_is_kept_first_and_then_answered(
    server: ConversationServer, agent: Everything, answered: list[ThreadStreamEvent]
) -> None:
    thread_id = thread_id_of(answered)
    asked = ask(server, "threads.add_structured_input", thread_id=thread_id, item_id="msg_form", input=SUBMISSION)
    events = asyncio.run(asked)
    replaced = next(event for event in events if isinstance(event, ThreadItemReplacedEvent))
    assert isinstance(replaced.item, StructuredInputItem)
    assert said(events) == "form"
    form = agent.turns[-1].structured_input
    assert form == asyncio.run(server.store.load_item(thread_id, "msg_form", None))
    assert form is not None
    answers = [question.answer for question in form.inputs]
    assert [(each.values, each.skipped) for each in answers if each] == [(["red"], False), ([], True)]
    again = asyncio.run(
        ask(server, "threads.add_structured_input", thread_id=thread_id, item_id="msg_form", input=SUBMISSION)
    )
    assert [event.message for event in again if event.type == "error"] == [text("chat_host.does_not_fit")]


def test_a_skipped_form_is_answered_too(
    server: ConversationServer, agent: Everything, answered: list[ThreadStreamEvent]
) -> None:
    skipped = {"status": "skipped", "answers": {}}
    asyncio.run(
        ask(
            server,
            "threads.add_structured_input",
            thread_id=thread_id_of(answered),
            item_id="msg_form",
            input=skipped,
        )
    )
    form = agent.turns[-1].structured_input
    assert form is not None
    assert form.status == "skipped"


def press(widget: str | None, payload: object = None) -> dict[str, Any]:
    params: dict[str, Any] = {"action": {"type": "save", "payload": payload}}
    return {**params, "item_id": widget} if widget else params


@pytest.mark.parametrize("widget", ["msg_card", None])
def test_what_a_person_does_with_a_widget_is_answered(
    server: ConversationServer, agent: Everything, answered: list[ThreadStreamEvent], widget: str | None
) -> None:
    params = press(widget, {"name": "Ada"})
    events = asyncio.run(ask(server, "threads.custom_action", thread_id=thread_id_of(answered), **params))
    assert said(events) == "action save"
    turn = agent.turns[-1]
    assert turn.action is not None
    assert (turn.message, turn.tool_call, turn.structured_input) == (None, None, None)
    assert (turn.action.payload, turn.action.widget_id) == ({"name": "Ada"}, widget)
    assert isinstance(turn.action.widget, WidgetItem) is bool(widget)


def test_an_action_at_once_changes_one_item_for_good(
    server: ConversationServer, answered: list[ThreadStreamEvent]
) -> None:
    thread_id = thread_id_of(answered)
    asked = fetch(server, "threads.sync_custom_action", thread_id=thread_id, **press("msg_card"))
    changed = SyncCustomActionResponse.model_validate(asyncio.run(asked)).updated_item
    assert isinstance(changed, WidgetItem)
    assert changed.widget.type == LIST["type"]
    kept = asyncio.run(server.store.load_item(thread_id, "msg_card", None))
    assert isinstance(kept, WidgetItem)
    assert kept.widget.type == LIST["type"]
    asked = fetch(server, "threads.sync_custom_action", thread_id=thread_id, **press(None))
    assert asyncio.run(asked) == {}


@pytest.mark.parametrize("operation", ["threads.custom_action", "threads.sync_custom_action"])
def test_only_a_widget_can_act(server: ConversationServer, answered: list[ThreadStreamEvent], operation: str) -> None:
    with pytest.raises(Invalid):
        asyncio.run(fetch(server, operation, thread_id=thread_id_of(answered), **press("msg_every")))


def test_an_agent_that_changes_nothing_at_once_says_so() -> None:
    with open_server() as server:
        thread_id = thread_id_of(asyncio.run(ask(server, "threads.create", input=words("help"))))
        server._agent = Unable()
        with pytest.raises(NotOffered):
            asyncio.run(fetch(server, "threads.sync_custom_action", thread_id=thread_id, **press(None)))


class Unable:
    """An agent that answers, and does nothing else."""

    answer = Everything.answer
