"""One answer a thread: no two at once, none for a thread that is gone, and none that a stop or a failure makes lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from chatkit.errors import CustomStreamError, ErrorCode, StreamError
from chatkit.types import AssistantMessageItem, ErrorEvent, ThreadStreamEvent, ThreadUpdatedEvent, WorkflowItem

from app.chat_host import answers
from app.chat_host.agents.agent import Agent, Turn
from app.chat_host.sdk import StreamingResult
from app.chat_host.server import ConversationServer
from app.errors import Busy, CannotWrite, InternalError, NotFound
from app.resources import text
from tests.support.conversations import ask, body, fetch, open_store, read_events, said, thread_id_of, words
from tests.support.scripted_agents import TASKS, Scripted, Waiting, begin, event, item_of, say, update


@contextmanager
def server_with(agent: Agent) -> Iterator[ConversationServer]:
    with open_store() as store:
        yield ConversationServer(store, agent)


async def kept_words(server: ConversationServer, thread_id: str) -> list[str]:
    items = (await server.store.load_thread_items(thread_id, None, 20, "asc", None)).data
    return [part.text for item in items if isinstance(item, AssistantMessageItem) for part in item.content]


def errors(events: list[ThreadStreamEvent]) -> list[str | None]:
    return [event.message for event in events if isinstance(event, ErrorEvent)]


class Listening:
    """One request whose stream is read in a task of its own."""

    def __init__(self, server: ConversationServer, operation: str, **params: object) -> None:
        self.heard: list[bytes] = []
        self._task = asyncio.ensure_future(self._listen(server, body(operation, **params)))

    async def _listen(self, server: ConversationServer, request: bytes) -> None:
        result = await server.process(request, None)
        assert isinstance(result, StreamingResult)
        async for piece in result:
            self.heard.append(piece)

    @property
    def thread_id(self) -> str:
        return thread_id_of(read_events(self.heard))

    async def end(self) -> list[ThreadStreamEvent]:
        """Return everything that was heard, once it has ended."""
        await asyncio.wait_for(self._task, 5)
        return read_events(self.heard)

    async def hang_up(self) -> None:
        self._task.cancel()
        await asyncio.wait([self._task])


async def begun(server: ConversationServer, agent: Waiting) -> Listening:
    """Ask in a new thread, and wait until the agent is in the middle of its answer."""
    listening = Listening(server, "threads.create", input=words("first"))
    await asyncio.wait_for(agent.begun.wait(), 5)
    return listening


async def ask_again(server: ConversationServer, thread_id: str) -> list[ThreadStreamEvent]:
    return await ask(server, "threads.add_user_message", thread_id=thread_id, input=words("second"))


def test_a_second_answer_at_once_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "PATIENCE_SECONDS", 0.01)

    async def scenario() -> None:
        agent = Waiting()
        with server_with(agent) as server:
            first = await begun(server, agent)
            with pytest.raises(Busy) as refusal:
                await ask_again(server, first.thread_id)
            assert refusal.value.sentence == text("chat_host.answering")
            agent.go.set()
            assert said(await first.end()) == "half whole"
            assert said(await ask_again(server, first.thread_id)) == "half whole"
            items = (await server.store.load_thread_items(first.thread_id, None, 20, "asc", None)).data
            assert [item.type for item in items] == ["user_message", "assistant_message"] * 2

    asyncio.run(scenario())


def test_of_two_that_come_in_the_same_moment_one_is_refused() -> None:
    async def scenario() -> None:
        agent = Waiting()
        with server_with(agent) as server:
            agent.go.set()
            thread_id = thread_id_of(await ask(server, "threads.create", input=words("first")))
            agent.go.clear()
            both = [
                await server.process(body("threads.add_user_message", thread_id=thread_id, input=words(each)), None)
                for each in ("second", "third")
            ]
            streams = [stream for stream in both if isinstance(stream, StreamingResult)]
            reading = [asyncio.ensure_future(_read(stream)) for stream in streams]
            (refused,), _ = await asyncio.wait(reading, return_when=asyncio.FIRST_COMPLETED)
            assert errors(refused.result()) == [text("chat_host.answering")]
            assert len(refused.result()) == 1, "nothing of it was kept"
            agent.go.set()
            assert sorted([len(errors(await each)) for each in reading]) == [0, 1]

    asyncio.run(scenario())


async def _read(stream: StreamingResult) -> list[ThreadStreamEvent]:
    return read_events([piece async for piece in stream])


def test_other_threads_are_answered_meanwhile() -> None:
    async def scenario() -> None:
        agent = Waiting()
        with server_with(agent) as server:
            listening = [await begun(server, agent) for _ in range(3)]
            agent.go.set()
            assert [said(await each.end()) for each in listening] == ["half whole"] * 3
            assert len({each.thread_id for each in listening}) == 3

    asyncio.run(scenario())


def test_who_stops_and_asks_anew_at_once_is_answered() -> None:
    async def scenario() -> None:
        agent = Waiting()
        with server_with(agent) as server:
            first = await begun(server, agent)
            thread_id = first.thread_id
            again = asyncio.ensure_future(ask_again(server, thread_id))
            await asyncio.sleep(0)
            await first.hang_up()
            agent.go.set()
            assert said(await asyncio.wait_for(again, 5)) == "half whole"
            assert await kept_words(server, thread_id) == ["half ", "half whole"]

    asyncio.run(scenario())


def test_deleting_a_thread_ends_its_answer() -> None:
    async def scenario() -> None:
        agent = Waiting()
        with server_with(agent) as server:
            listening = await begun(server, agent)
            assert await fetch(server, "threads.delete", thread_id=listening.thread_id) == {}
            events = await listening.end()
            assert errors(events) == [NotFound().sentence]
            assert agent.cancelled
            assert (await fetch(server, "threads.list"))["data"] == []
            assert server._answers.of(listening.thread_id) is None

    asyncio.run(scenario())


class Stubborn:
    """An agent that goes on after it was cancelled, and that changes its thread."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        for each in begin(turn, "half "):
            yield each
        turn.thread.metadata["seen"] = True
        self.begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            yield say(turn, "and yet")


def test_a_deleted_thread_stays_deleted_whatever_its_agent_does(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> None:
        agent = Stubborn()
        with server_with(agent) as server:
            listening = Listening(server, "threads.create", input=words("first"))
            await asyncio.wait_for(agent.begun.wait(), 5)
            await fetch(server, "threads.delete", thread_id=listening.thread_id)
            assert errors(await listening.end()) == [NotFound().sentence]
            for table in ("threads", "items"):
                assert server.store._connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)

    asyncio.run(scenario())
    assert caplog.records == []


def test_a_thread_that_is_deleted_while_nobody_listens_any_more_is_no_failure() -> None:
    async def scenario() -> None:
        agent = Waiting()
        with server_with(agent) as server:
            listening = await begun(server, agent)
            await server.store.delete_thread(listening.thread_id, None)
            await listening.hang_up()
            assert listening._task.cancelled(), "and not failed"

    asyncio.run(scenario())


def test_a_new_title_outlives_the_answer_that_is_being_given() -> None:
    async def scenario() -> None:
        async def script(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
            yield event("progress_update", text="Reading")
            await fetch(server, "threads.update", thread_id=turn.thread.id, title=" Mine ")
            turn.thread.metadata["read"] = True
            yield say(turn, "done")

        with server_with(Scripted(script)) as server:
            events = await ask(server, "threads.create", input=words("first"))
            assert [each.thread.title for each in events if isinstance(each, ThreadUpdatedEvent)] == ["first", "Mine"]
            thread = await server.store.load_thread(thread_id_of(events), None)
            assert (thread.title, thread.metadata) == ("Mine", {"read": True})

    asyncio.run(scenario())


FAILURES: list[tuple[Exception, str | None, bool]] = [
    (CannotWrite("The disk is full."), "The disk is full.", True),
    (CustomStreamError("Not today.", allow_retry=False), "Not today.", False),
    (StreamError(ErrorCode.STREAM_ERROR), None, True),
    (ValueError("my private words"), InternalError().sentence, True),
    (ZeroDivisionError(), InternalError().sentence, True),
]


@pytest.mark.parametrize(("failure", "sentence", "retry"), FAILURES)
def test_an_agent_that_fails_is_told_and_its_words_are_kept(
    failure: Exception, sentence: str | None, retry: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async def script(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        for each in begin(turn, "half "):
            yield each
        raise failure

    async def scenario() -> None:
        with server_with(Scripted(script)) as server:
            events = await ask(server, "threads.create", input=words("my question"))
            told = [each for each in events if isinstance(each, ErrorEvent)]
            assert [(each.message, each.allow_retry) for each in told] == [(sentence, retry)]
            thread_id = thread_id_of(events)
            assert await kept_words(server, thread_id) == ["half "]
            thread = await fetch(server, "threads.get_by_id", thread_id=thread_id)
            assert [item["type"] for item in thread["items"]["data"]] == ["user_message", "assistant_message"]
            message = thread["items"]["data"][0]["id"]
            server._agent = Scripted(whole)
            again = await ask(server, "threads.retry_after_item", thread_id=thread_id, item_id=message)
            assert said(again) == "whole"
            assert await kept_words(server, thread_id) == ["whole"]

    with caplog.at_level(logging.INFO):
        asyncio.run(scenario())
    assert "private" not in caplog.text
    assert "my question" not in caplog.text


async def whole(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
    yield say(turn, "whole")


def test_where_an_agent_failed_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def script(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        yield say(turn, "half")
        raise ZeroDivisionError("my private words")

    with server_with(Scripted(script)) as server:
        asyncio.run(ask(server, "threads.create", input=words("hi")))
    assert [record.getMessage().split(":")[:2] for record in caplog.records] == [
        ["an answer broke off", " ZeroDivisionError at tests/unit/chat_host/test_answers.py"]
    ]


async def half_of_everything(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
    empty = {"type": "reasoning", "tasks": []}
    yield event("thread.item.added", item=item_of(turn, "workflow", "wf_1", workflow=empty))
    yield update("wf_1", "workflow.task.added", task_index=0, task=TASKS[0])
    yield event("thread.item.added", item=item_of(turn, "workflow", "wf_2", workflow=empty))
    yield event("thread.item.added", item=item_of(turn, "task", "tsk_1", task=TASKS[0]))
    yield event("thread.item.added", item=item_of(turn, "assistant_message", "msg_empty", content=[]))
    for each in begin(turn, "half "):
        yield each
    await asyncio.Event().wait()


def test_edge_13_a_stopped_answer_keeps_its_steps_as_well_and_at_rest() -> None:
    async def scenario() -> None:
        with server_with(Scripted(half_of_everything)) as server:
            listening = Listening(server, "threads.create", input=words("first"))
            while b"half" not in b"".join(listening.heard):
                await asyncio.sleep(0)
            await listening.hang_up()
            kept = (await server.store.load_thread_items(listening.thread_id, None, 20, "asc", None)).data
            assert [item.id for item in kept[1:-1]] == ["wf_1", "tsk_1", "msg_begun"]
            assert kept[-1].type == "sdk_hidden_context", "which tells a model that it was stopped"
            workflow = kept[1]
            assert isinstance(workflow, WorkflowItem)
            assert [task.status_indicator for task in workflow.workflow.tasks] == ["none"]

    asyncio.run(scenario())


def test_edge_06_a_refusal_of_the_store_in_mid_answer_is_told_once() -> None:
    async def script(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        server.store._connection.execute("PRAGMA query_only = ON")
        yield say(turn, "whole")

    with server_with(Scripted(script)) as server:
        events = asyncio.run(ask(server, "threads.create", input=words("first")))
        assert errors(events) == [text("chat_host.read_only")]
        assert said(events) == ""


def test_edge_07_a_thread_whose_first_message_cannot_be_kept_never_was() -> None:
    with server_with(Waiting()) as server:
        refuse = "CREATE TRIGGER refuse BEFORE INSERT ON items BEGIN SELECT raise(ABORT, 'no'); END"
        server.store._connection.execute(refuse)
        events = asyncio.run(ask(server, "threads.create", input=words("first")))
        assert [each.type for each in events] == ["error"]
        assert server.store._connection.execute("SELECT count(*) FROM threads").fetchone() == (0,)


def test_an_answer_needs_its_turn() -> None:
    async def scenario() -> None:
        with server_with(Waiting()) as server:
            thread: Any = await _thread(server)
            with pytest.raises(InternalError):
                async for _ in server.respond(thread, None, None):
                    pass

    asyncio.run(scenario())


async def _thread(server: ConversationServer) -> Any:
    server._agent = Scripted(whole)
    events = await ask(server, "threads.create", input=words("first"))
    return await server.store.load_thread(thread_id_of(events), None)
