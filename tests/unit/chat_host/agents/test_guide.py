"""The guide: what it understands, what it says, and which tools it calls."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from chatkit.types import (
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartDone,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ClientToolCallItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat_host.agents.agent import Turn
from app.chat_host.agents.guide import FILES_SHOWN, PIECES, Guide, comment_on, format_size
from app.chat_host.store import new_id
from app.resources import text
from tests.support.conversations import EVENTS, TOOLS, message_item, thread

GUIDE = Guide(TOOLS, pace_seconds=0)


def turn(said: str | None = None, tool_call: ClientToolCallItem | None = None) -> Turn:
    message = message_item("msg_1", said) if said is not None else None
    return Turn(thread=thread(), message=message, tool_call=tool_call, new_id=new_id)


def answer(asked: Turn, guide: Guide = GUIDE) -> list[ThreadStreamEvent]:
    async def collect() -> list[ThreadStreamEvent]:
        return [event async for event in guide.answer(asked)]

    return asyncio.run(collect())


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        ("use dark mode", "dark"),
        ("Use DARK mode, please!", "dark"),
        ("dark", "dark"),
        ("switch to the light theme", "light"),
        ("could you make it light?", "light"),
        ("change back to light mode", "light"),
        ("turn the colour to dark", "dark"),
        ("use the system theme", "system"),
        ("System", "system"),
    ],
)
def test_a_wish_for_a_theme_calls_the_tool(said: str, theme: str) -> None:
    reply = GUIDE.reply_to(said)
    assert (reply.tool, reply.arguments) == ("switch_theme", {"theme": theme})
    assert reply.words == text(f"guide.theme.{theme}")


@pytest.mark.parametrize(
    "said", ["open a file", "Open a file.", "please pick some files", "choose documents", "let me attach an image"]
)
def test_a_wish_for_files_calls_the_tool(said: str) -> None:
    reply = GUIDE.reply_to(said)
    assert (reply.tool, reply.arguments) == ("pick_files", {"multiple": True, "types": []})


@pytest.mark.parametrize(
    "said", ["are you an AI?", "Is this ChatGPT", "which model are you", "are you human", "am I talking to a bot?"]
)
def test_it_says_that_it_is_no_model(said: str) -> None:
    assert GUIDE.reply_to(said).words == text("guide.not_a_model")


@pytest.mark.parametrize(
    "said",
    ["what is this?", "What\N{RIGHT SINGLE QUOTATION MARK}s this", "help", "hello", "who are you", "how does it work"],
)
def test_it_explains_the_program(said: str) -> None:
    reply = GUIDE.reply_to(said)
    assert "Agentnook" in reply.words
    assert "not an AI model" in reply.words
    assert reply.tool == ""


@pytest.mark.parametrize(
    "said", ["", "zzz", "7 * 6", "\N{SNOWMAN}", "the darkness of the system", "profile", "what is 2 + 2?", "x" * 5000]
)
def test_what_it_does_not_know_it_says(said: str) -> None:
    reply = GUIDE.reply_to(said)
    assert (reply.words, reply.tool) == (text("guide.unknown"), "")


def test_a_tool_that_is_not_offered_is_not_called() -> None:
    guide = Guide([], pace_seconds=0)
    for said in ("use dark mode", "open a file"):
        assert guide.reply_to(said).tool == ""
        assert guide.reply_to(said).words == text("guide.tool_missing")


def test_an_answer_is_streamed_in_small_pieces() -> None:
    events = answer(turn("help"))
    added, first, *deltas, done, finished = events
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
    assert finished.item.created_at.utcoffset() is not None


def test_every_event_is_one_of_the_sdks() -> None:
    for said in ("help", "use dark mode", "open a file"):
        for event in answer(turn(said)):
            assert EVENTS.validate_json(EVENTS.dump_json(event)) == event


def test_a_tool_call_is_the_last_item() -> None:
    *_, last = answer(turn("open a file"))
    assert isinstance(last, ThreadItemDoneEvent)
    assert isinstance(last.item, ClientToolCallItem)
    assert last.item.status == "pending"
    assert last.item.id != last.item.call_id


def test_it_speaks_at_its_pace() -> None:
    began_at = time.monotonic()
    pieces = len(PIECES.findall(text("guide.files.ask")))
    answer(turn("open a file"), Guide(TOOLS, pace_seconds=0.002))
    assert time.monotonic() - began_at >= pieces * 0.002


def commented(tool: str, arguments: dict[str, Any], output: object) -> str:
    call = ClientToolCallItem.model_validate(
        {
            "id": "tc_1",
            "thread_id": "thr_1",
            "created_at": "2026-01-01T00:00:00Z",
            "status": "completed",
            "call_id": "tc_2",
            "name": tool,
            "arguments": arguments,
            "output": output,
        }
    )
    *_, last = answer(turn(tool_call=call))
    assert isinstance(last, ThreadItemDoneEvent)
    assert isinstance(last.item, AssistantMessageItem)
    return last.item.content[0].text


@pytest.mark.parametrize("theme", ["dark", "light", "system"])
def test_it_comments_on_the_theme(theme: str) -> None:
    assert commented("switch_theme", {"theme": theme}, {"theme": theme}) == text(f"guide.theme.{theme}.done")


def test_it_names_the_files_and_their_sizes() -> None:
    files = [{"handle": "h1", "name": "plan.pdf", "size_bytes": 1_234_567, "type": "application/pdf"}]
    words = commented("pick_files", {}, {"files": files})
    assert "`plan.pdf` (1.2 MB)" in words
    assert text("guide.files.one") in words


def test_it_names_many_files_but_not_all() -> None:
    files = [{"name": f"file-{number}", "size_bytes": number} for number in range(FILES_SHOWN + 5)]
    words = commented("pick_files", {}, {"files": files})
    assert text("guide.files.many", count=FILES_SHOWN + 5) in words
    assert words.count("`") == 2 * FILES_SHOWN
    assert text("guide.files.more", count=5) in words


@pytest.mark.parametrize(
    "output", [{"files": []}, {}, {"files": None}, {"files": "x"}, {"files": [1, 2]}, None, "text", []]
)
def test_no_file_is_fine(output: object) -> None:
    assert commented("pick_files", {}, output) == text("guide.files.none")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ({"code": "permission_denied", "message": "The person did not allow this."}, "The person did not allow this."),
        ("The person said no.", "The person said no."),
        ({}, text("guide.no_reason")),
        (None, text("guide.no_reason")),
    ],
)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_refusal_is_accepted(tool: str, error: object, reason: str) -> None:
    assert commented(tool, {"theme": "dark"}, {"error": error}) == text("guide.tool_refused", reason=reason)


def test_a_tool_it_does_not_know_is_done() -> None:
    assert comment_on("unknown", {}, {"a": 1}) == text("guide.tool_done")
    assert comment_on("switch_theme", {"theme": "../x"}, {}) == text("guide.tool_done")


def test_a_turn_without_message_and_tool_is_answered() -> None:
    *_, last = answer(turn())
    assert isinstance(last, ThreadItemDoneEvent)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("[click](https://evil.example)", "`[click](https://evil.example)`"),
        ("a`b`c", "`a'b'c`"),
        ("line\nbreak.txt", "`line break.txt`"),
        (None, "`None`"),
    ],
)
def test_a_hostile_file_name_is_shown_as_code(name: object, shown: str) -> None:
    assert shown in comment_on("pick_files", {}, {"files": [{"name": name, "size_bytes": 1}]})


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (12_345, "12 kB"),
        (1_500_000, "1.5 MB"),
        (3 * 10**9, "3.0 GB"),
        (10**18, "1000000 TB"),
        (-5, "0 bytes"),
    ],
)
def test_sizes_are_said_as_people_do(size: int, shown: str) -> None:
    assert format_size(size) == shown


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_it_answers_anything(said: str) -> None:
    reply = GUIDE.reply_to(said)
    assert reply.words
    assert "".join(PIECES.findall(reply.words)) == reply.words


def test_a_long_message_takes_no_time() -> None:
    began_at = time.monotonic()
    for words in ("open show add read ", "open", " ", "'", "dark "):
        GUIDE.reply_to(words * 100_000)
    assert time.monotonic() - began_at < 2
