"""The conversation: what a person asks is answered, kept and told, whatever goes wrong on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import anyio
import chatkit.server
import pytest
from chatkit.server import ChatKitServer, StreamingResult
from chatkit.store import NotFoundError
from chatkit.types import (
    AssistantMessageItem,
    ClientToolCallItem,
    ErrorEvent,
    SDKHiddenContextItem,
    StreamOptionsEvent,
    ThreadCreatedEvent,
    ThreadItem,
    ThreadItemDoneEvent,
    ThreadStreamEvent,
    ThreadUpdatedEvent,
    UserMessageItem,
)

from app.chat_host.agents.agent import Turn
from app.chat_host.database import open_in_memory
from app.chat_host.server import ConversationServer
from app.chat_host.store import ConversationStore
from app.errors import CannotWrite, NotFound
from app.resources import text
from tests.support.conversations import (
    Chatterbox,
    ask,
    body,
    fetch,
    open_server,
    open_store,
    read_events,
    said,
    thread_id_of,
    words,
)


@pytest.fixture
def server() -> Iterator[ConversationServer]:
    with open_server() as opened:
        yield opened


def errors(events: list[ThreadStreamEvent]) -> list[str | None]:
    return [event.message for event in events if isinstance(event, ErrorEvent)]


def test_an_exchange_is_streamed_and_kept(server: ConversationServer) -> None:
    events = asyncio.run(ask(server, "threads.create", input=words("what is this?")))
    assert isinstance(events[0], ThreadCreatedEvent)
    assert isinstance(events[1], ThreadItemDoneEvent)
    assert isinstance(events[1].item, UserMessageItem)
    assert isinstance(events[2], StreamOptionsEvent)
    assert errors(events) == []
    kept = asyncio.run(fetch(server, "threads.get_by_id", thread_id=thread_id_of(events)))
    assert [item["type"] for item in kept["items"]["data"]] == ["user_message", "assistant_message"]
    assert kept["items"]["data"][1]["content"][0]["text"] == said(events)


def test_a_thread_is_called_by_its_first_message(server: ConversationServer) -> None:
    events = asyncio.run(ask(server, "threads.create", input=words("what  is\nthis?")))
    assert [event.thread.title for event in events if isinstance(event, ThreadUpdatedEvent)] == ["what is this?"]
    thread_id = thread_id_of(events)
    again = asyncio.run(ask(server, "threads.add_user_message", thread_id=thread_id, input=words("help")))
    assert not any(isinstance(event, ThreadUpdatedEvent) for event in again)
    assert asyncio.run(fetch(server, "threads.list"))["data"][0]["title"] == "what is this?"


def test_a_tool_goes_round(server: ConversationServer) -> None:
    events = asyncio.run(ask(server, "threads.create", input=words("use dark mode")))
    last = events[-1]
    assert isinstance(last, ThreadItemDoneEvent)
    assert isinstance(last.item, ClientToolCallItem)
    assert (last.item.name, last.item.arguments, last.item.status) == ("switch_theme", {"theme": "dark"}, "pending")
    thread_id = thread_id_of(events)
    result = {"theme": "dark"}
    answer = asyncio.run(ask(server, "threads.add_client_tool_output", thread_id=thread_id, result=result))
    assert "dark now" in said(answer)
    items = asyncio.run(fetch(server, "items.list", thread_id=thread_id))["data"]
    call = next(item for item in items if item["type"] == "client_tool_call")
    assert (call["status"], call["output"]) == ("completed", result)


def test_an_unanswered_tool_call_does_not_stand_in_the_way(server: ConversationServer) -> None:
    thread_id = thread_id_of(asyncio.run(ask(server, "threads.create", input=words("open a file"))))
    answer = asyncio.run(ask(server, "threads.add_user_message", thread_id=thread_id, input=words("help")))
    assert errors(answer) == []


def test_an_answer_is_given_anew(server: ConversationServer) -> None:
    events = asyncio.run(ask(server, "threads.create", input=words("what is this?")))
    thread_id, message = thread_id_of(events), events[1]
    assert isinstance(message, ThreadItemDoneEvent)
    again = asyncio.run(ask(server, "threads.retry_after_item", thread_id=thread_id, item_id=message.item.id))
    assert said(again) == said(events)
    kept = asyncio.run(fetch(server, "items.list", thread_id=thread_id))["data"]
    assert len(kept) == 2


def test_threads_are_renamed_and_deleted(server: ConversationServer) -> None:
    thread_id = thread_id_of(asyncio.run(ask(server, "threads.create", input=words("help"))))
    renamed = asyncio.run(fetch(server, "threads.update", thread_id=thread_id, title="Mine"))
    assert renamed["title"] == "Mine"
    assert asyncio.run(fetch(server, "threads.delete", thread_id=thread_id)) == {}
    assert asyncio.run(fetch(server, "threads.list"))["data"] == []


def test_feedback_is_taken(server: ConversationServer) -> None:
    events = asyncio.run(ask(server, "threads.create", input=words("help")))
    item_id = events[-1].item.id if isinstance(events[-1], ThreadItemDoneEvent) else ""
    asked = fetch(server, "items.feedback", thread_id=thread_id_of(events), item_ids=[item_id], kind="negative")
    assert asyncio.run(asked) == {}
    assert server.store._connection.execute("SELECT feedback FROM items WHERE id = ?", (item_id,)).fetchone() == (
        "negative",
    )


def test_edge_02_no_validator_is_built_for_a_request(
    server: ConversationServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("built again")

    monkeypatch.setattr(chatkit.server, "TypeAdapter", refuse)
    monkeypatch.setattr("pydantic.TypeAdapter.__init__", refuse)
    assert errors(asyncio.run(ask(server, "threads.create", input=words("help")))) == []


class SlowStore(ConversationStore):
    """A store that waits before it writes, as one on another thread would."""

    async def add_thread_item(self, thread_id: str, item: ThreadItem, context: None) -> None:
        await asyncio.sleep(0)
        await super().add_thread_item(thread_id, item, context)


async def stop_after(pieces: int, server: ConversationServer, agent: Chatterbox) -> str:
    """Ask, listen to some pieces, and hang up the way the HTTP server does; return the thread's id."""
    result = await server.process(body("threads.create", input=words("talk")), None)
    assert isinstance(result, StreamingResult)
    heard: list[bytes] = []

    async def listen() -> None:
        async for piece in result:
            heard.append(piece)

    async with anyio.create_task_group() as group:
        group.start_soon(listen)
        while agent.spoken < pieces:
            await anyio.sleep(0)
        group.cancel_scope.cancel()
    return thread_id_of(read_events(heard))


def items_after_a_stop(monkeypatch: pytest.MonkeyPatch, *, shielded: bool) -> list[ThreadItem]:
    if not shielded:
        monkeypatch.setattr(ConversationServer, "handle_stream_cancelled", ChatKitServer.handle_stream_cancelled)
    connection = open_in_memory()
    agent = Chatterbox(lambda: asyncio.sleep(0))
    server = ConversationServer(SlowStore(connection), agent)

    async def scenario() -> list[ThreadItem]:
        thread_id = await stop_after(5, server, agent)
        return (await server.store.load_thread_items(thread_id, None, 20, "asc", None)).data

    try:
        return asyncio.run(scenario())
    finally:
        connection.close()


def test_edge_03_a_stopped_answer_keeps_its_words_and_knows_it_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    items = items_after_a_stop(monkeypatch, shielded=True)
    assert [type(item) for item in items] == [UserMessageItem, AssistantMessageItem, SDKHiddenContextItem]
    assert isinstance(items[1], AssistantMessageItem)
    assert items[1].content[0].text.startswith("word word word ")


def test_edge_03_without_the_shield_they_are_lost_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    items = items_after_a_stop(monkeypatch, shielded=False)
    assert SDKHiddenContextItem not in [type(item) for item in items]


@pytest.mark.parametrize(
    ("operation", "params", "sentence"),
    [
        ("threads.add_user_message", {"input": words("hi")}, NotFound.default_sentence),
        ("threads.add_client_tool_output", {"result": {}}, NotFound.default_sentence),
        ("threads.custom_action", {"action": {"type": "a", "payload": {}}}, NotFound.default_sentence),
    ],
)
def test_edge_06_what_fails_before_the_first_event_becomes_one(
    server: ConversationServer, operation: str, params: dict[str, Any], sentence: str
) -> None:
    events = asyncio.run(ask(server, operation, thread_id="thr_gone", **params))
    assert errors(events) == [sentence]
    assert len(events) == 1


def test_edge_06_a_result_that_no_tool_waits_for_is_told(
    server: ConversationServer, caplog: pytest.LogCaptureFixture
) -> None:
    thread_id = thread_id_of(asyncio.run(ask(server, "threads.create", input=words("help"))))
    events = asyncio.run(ask(server, "threads.add_client_tool_output", thread_id=thread_id, result={}))
    assert errors(events) == [text("chat_host.does_not_fit")]
    assert "broke off" in caplog.text


def test_edge_06_without_the_wrapper_the_stream_breaks_twin(server: ConversationServer) -> None:
    async def scenario() -> None:
        stream = ChatKitServer.process(
            server, body("threads.add_user_message", thread_id="thr_gone", input=words("hi")), None
        )
        async for _ in await stream:  # type: ignore[union-attr]
            pass

    with pytest.raises(NotFoundError):
        asyncio.run(scenario())


def test_edge_07_an_unknown_attachment_leaves_no_empty_thread(server: ConversationServer) -> None:
    with pytest.raises(NotFoundError):
        asyncio.run(ask(server, "threads.create", input=words("hi", attachments=["atc_1"])))
    assert asyncio.run(fetch(server, "threads.list"))["data"] == []


def test_a_retry_after_an_unknown_message_is_no_empty_stream(server: ConversationServer) -> None:
    thread_id = thread_id_of(asyncio.run(ask(server, "threads.create", input=words("help"))))
    with pytest.raises(NotFoundError):
        asyncio.run(ask(server, "threads.retry_after_item", thread_id=thread_id, item_id="msg_gone"))


class Failing:
    """An agent that fails in its own way."""

    def __init__(self, fail: Callable[[], None]) -> None:
        self._fail = fail

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        self._fail()
        yield ThreadCreatedEvent.model_validate({})


def test_an_agents_error_is_told_in_its_own_words() -> None:
    def fail() -> None:
        raise CannotWrite("The disk is full.")

    with open_store() as store:
        events = asyncio.run(ask(ConversationServer(store, Failing(fail)), "threads.create", input=words("hi")))
    told = next(event for event in events if isinstance(event, ErrorEvent))
    assert (told.code, told.message, told.allow_retry) == ("custom", "The disk is full.", True)


def test_a_store_that_cannot_write_is_told(server: ConversationServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.store._connection.execute("PRAGMA query_only = ON")
    events = asyncio.run(ask(server, "threads.create", input=words("hi")))
    assert errors(events) == [text("chat_host.read_only")]
