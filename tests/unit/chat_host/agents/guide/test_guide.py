"""The guide as an agent: how it speaks, and what it keeps."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC

import pytest
from chatkit.types import (
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartDone,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    StructuredInputItem,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
    WidgetItem,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from app.chat_host.agents.guide import Guide
from app.chat_host.agents.guide.speaking import PIECES
from app.resources import load_catalogue, text
from tests.support.conversations import (
    EVENTS,
    TOOLS,
    ask,
    fetch,
    open_server,
    thread_id_of,
    words,
)
from tests.support.guide_turns import (
    answer,
    every_turn,
    items_of,
    said_by,
    turn,
    without_ids,
)


def test_an_answer_is_streamed_in_small_pieces() -> None:
    added, first, *deltas, done, finished = answer(turn("is this private?"))
    assert isinstance(added, ThreadItemAddedEvent)
    assert isinstance(added.item, AssistantMessageItem)
    assert added.item.content == []
    assert isinstance(first, ThreadItemUpdatedEvent)
    assert isinstance(first.update, AssistantMessageContentPartAdded)
    updates = [event.update for event in deltas if isinstance(event, ThreadItemUpdatedEvent)]
    pieces = [update.delta for update in updates if isinstance(update, AssistantMessageContentPartTextDelta)]
    assert len(pieces) == len(deltas) > 20
    assert max(map(len, pieces)) < 30
    assert isinstance(done, ThreadItemUpdatedEvent)
    assert isinstance(done.update, AssistantMessageContentPartDone)
    assert isinstance(finished, ThreadItemDoneEvent)
    assert isinstance(finished.item, AssistantMessageItem)
    assert finished.item.content[0].text == done.update.content.text == "".join(pieces)
    assert finished.item.created_at.tzinfo == UTC


def test_the_first_word_comes_at_once_and_the_others_at_a_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []

    async def note(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr("app.chat_host.agents.guide.speaking.asyncio.sleep", note)
    heard: list[tuple[int, str]] = []

    async def listen() -> None:
        async for event in Guide(TOOLS, pace_seconds=0.5).answer(turn("open a file")):
            if isinstance(event, ThreadItemUpdatedEvent):
                heard.append((len(pauses), event.update.type))

    asyncio.run(listen())
    first = next(number for number, kind in heard if kind.endswith("text_delta"))
    assert first == 0
    assert pauses == [0.5] * (len(PIECES.findall(text("guide.files.ask"))) - 1)


@pytest.mark.parametrize("words_of", [*sorted(key for key in load_catalogue("en") if key.startswith("guide."))])
def test_pieces_make_the_whole(words_of: str) -> None:
    assert "".join(PIECES.findall(load_catalogue("en")[words_of])) == load_catalogue("en")[words_of]


def test_every_event_is_one_of_the_sdks() -> None:
    for each in every_turn():
        for event in answer(each):
            assert EVENTS.validate_json(EVENTS.dump_json(event)) == event


def test_the_same_turn_has_the_same_answer() -> None:
    for each in every_turn():
        assert without_ids(answer(each)) == without_ids(answer(each))


def test_ids_are_never_used_twice() -> None:
    ids = [item.id for _ in range(2) for item in items_of(answer(turn("how do you work?")))]
    assert len(set(ids)) == len(ids) == 4


def test_every_item_is_kept_as_it_was_sent() -> None:
    async def converse() -> None:
        with open_server() as server:
            events = await ask(server, "threads.create", input=words("show me a form"))
            thread_id = thread_id_of(events)
            form = next(item for item in items_of(events) if isinstance(item, WidgetItem))
            action = {"type": "guide.trip", "payload": {"destination": "Rome", "day": "2026-05-04"}}
            done = await ask(server, "threads.custom_action", thread_id=thread_id, item_id=form.id, action=action)
            for said in ("how do you work?", "ask me something", "what can you do?", "change the theme"):
                done += await ask(server, "threads.add_user_message", thread_id=thread_id, input=words(said))
            page = await fetch(server, "items.list", thread_id=thread_id, limit=100, order="asc")
            latest = {item.id: item for item in items_of([*events, *done])}
            adapter: TypeAdapter[ThreadItem] = TypeAdapter(ThreadItem)
            for kept in page["data"]:
                sent = latest.pop(kept["id"])
                assert adapter.validate_python(kept).model_dump(exclude={"created_at"}) == sent.model_dump(
                    exclude={"created_at"}
                )
            assert latest == {}

    asyncio.run(converse())


def test_a_question_is_answered_through_the_server() -> None:
    async def converse() -> list[ThreadStreamEvent]:
        with open_server() as server:
            events = await ask(server, "threads.create", input=words("ask me something"))
            asked = next(item for item in items_of(events) if isinstance(item, StructuredInputItem))
            given = {"status": "answered", "answers": {"next": {"values": [text("guide.question.card")]}}}
            where = {"thread_id": asked.thread_id, "item_id": asked.id}
            return await ask(server, "threads.add_structured_input", **where, input=given)

    items = items_of(asyncio.run(converse()))
    assert text("guide.card") in said_by(items)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_it_answers_anything(said: str) -> None:
    assert items_of(answer(turn(said)))


def test_a_long_message_takes_no_time() -> None:
    began_at = time.process_time()
    for repeated in ("open show add read ", "sk-", "eyJ", "-----BEGIN ", "x", " ", "'"):
        answer(turn(repeated * 100_000))
    assert time.process_time() - began_at < 5
