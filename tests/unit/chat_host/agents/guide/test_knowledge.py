"""What the guide says and shows to what people write."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from chatkit.types import (
    ClientToolCallItem,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    WorkflowItem,
    WorkflowTaskAdded,
    WorkflowTaskUpdated,
)

from app.chat_host.agents.guide import Guide
from app.chat_host.agents.guide.cards import THINGS_TO_TRY
from app.chat_host.agents.guide.knowledge import KEY_SHAPES
from app.chat_host.agents.guide.shortcuts import SHORTCUTS
from app.chat_host.agents.guide.topics import TOPICS
from app.resources import load_catalogue, text
from tests.support.guide_turns import (
    acted,
    answer,
    items_of,
    of_kind,
    said_by,
    turn,
    widgets_of,
    without_ids,
)

PROJECT = Path(__file__).parents[5]


def test_it_says_what_it_is() -> None:
    for said in ("hello", "what is this?", "are you an AI?", "something odd entirely"):
        assert "not an AI model" in said_by(items_of(answer(turn(said))))
    assert "Agentnook" in said_by(items_of(answer(turn("what is this?"))))


def test_it_answers_every_topic_in_words() -> None:
    for each in TOPICS:
        asked = turn(" ".join(sorted(group)[0] for group in max(each.clues, key=len)))
        items = items_of(answer(asked))
        assert said_by(items), each.name
        assert "{" not in said_by(items), each.name


@pytest.mark.parametrize("said", ["what can you do?", "hello", "no such thing anywhere", ""])
def test_a_list_of_things_to_try_leads_to_answers(said: str) -> None:
    [root] = widgets_of(items_of(answer(turn(said))))
    assert root["type"] == "ListView"
    topics = [row["onClickAction"]["payload"]["topic"] for row in root["children"]]
    assert topics == list(THINGS_TO_TRY)
    for name in topics:
        assert said_by(items_of(answer(acted("topic", topic=name)))) != text("guide.unknown")


@pytest.mark.parametrize("name", THINGS_TO_TRY)
def test_a_row_and_its_words_lead_to_the_same_answer(name: str) -> None:
    written = turn(text(f"guide.try.{name}"))
    assert without_ids(answer(acted("topic", topic=name))) == without_ids(answer(written))


def test_an_unknown_message_is_told_kindly() -> None:
    assert said_by(items_of(answer(turn("zzz")))) == text("guide.unknown")


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_wish_for_a_theme_calls_the_tool(theme: str) -> None:
    *_, call = items_of(answer(turn(f"use {theme} mode")))
    assert isinstance(call, ClientToolCallItem)
    assert (call.name, call.arguments, call.status) == ("switch_theme", {"theme": theme}, "pending")
    assert call.id != call.call_id


@pytest.mark.parametrize("said", ["change the theme", "it is too dark", "don't use dark mode", "light or dark?"])
def test_a_wish_without_a_theme_gets_the_choice(said: str) -> None:
    items = items_of(answer(turn(said)))
    [root] = widgets_of(items)
    assert [button["label"] for button in of_kind("Button", root)] == ["Light", "Dark", "As my system"]
    assert not any(isinstance(item, ClientToolCallItem) for item in items)


def call_for_theme(theme: str) -> ClientToolCallItem:
    """Return what a press in the card of themes calls."""
    *_, call = items_of(answer(acted("theme", "wgt_7", theme=theme)))
    assert isinstance(call, ClientToolCallItem)
    assert call.arguments == {"theme": theme}
    return call


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_a_pressed_theme_is_marked_once_the_window_has_it(theme: str) -> None:
    pressed = answer(acted("theme", "wgt_7", theme=theme))
    assert not any(isinstance(event, ThreadItemReplacedEvent) for event in pressed)
    result = call_for_theme(theme).model_copy(update={"output": {"theme": theme}, "status": "completed"})
    replaced, *_ = answer(turn(tool_call=result))
    assert isinstance(replaced, ThreadItemReplacedEvent)
    assert replaced.item.id == "wgt_7"
    [root] = widgets_of([replaced.item])
    marked = [button for button in of_kind("Button", root) if button.get("iconStart") == "check"]
    assert [button["onClickAction"]["payload"] for button in marked] == [{"theme": theme}]
    assert not any(button.get("disabled") for button in of_kind("Button", root))


def test_a_theme_that_the_window_refused_is_not_marked() -> None:
    refused = {"error": {"code": "too_many_calls", "message": "Later."}}
    result = call_for_theme("dark").model_copy(update={"output": refused, "status": "completed"})
    items = items_of(answer(turn(tool_call=result)))
    assert widgets_of(items) == []
    assert said_by(items) == text("guide.tool_refused", reason="Later.")


def test_a_wish_for_files_calls_the_tool() -> None:
    *_, call = items_of(answer(turn("open a file")))
    assert isinstance(call, ClientToolCallItem)
    assert (call.name, call.arguments) == ("pick_files", {"multiple": True, "types": []})


def test_a_refused_file_is_not_asked_for() -> None:
    items = items_of(answer(turn("do not open a file")))
    assert said_by(items) == text("guide.files.declined")
    assert not any(isinstance(item, ClientToolCallItem) for item in items)


def test_a_tool_that_is_not_offered_is_not_called() -> None:
    guide = Guide([], pace_seconds=0)
    asked = [turn("use dark mode"), turn("change the theme"), turn("open a file"), acted("theme", theme="dark")]
    for each in asked:
        items = items_of(answer(each, guide))
        assert said_by(items) == text("guide.tool_missing")
        assert not any(isinstance(item, ClientToolCallItem) for item in items)
    [root] = widgets_of(items_of(answer(turn("hello"), guide)))
    offered = {row["onClickAction"]["payload"]["topic"] for row in root["children"]}
    assert offered == THINGS_TO_TRY.keys() - {"themes", "files"}


def test_it_comments_on_what_a_tool_brought() -> None:
    call = {"id": "tc_1", "thread_id": "thr_1", "created_at": "2026-01-01T00:00:00Z", "call_id": "tc_2"}
    done = {"status": "completed", "name": "switch_theme", "arguments": {"theme": "dark"}, "output": {"theme": "dark"}}
    brought = turn(tool_call=ClientToolCallItem.model_validate(call | done))
    assert said_by(items_of(answer(brought))) == text("guide.theme.dark.done")


@pytest.mark.parametrize(
    "said",
    [
        "sk-proj-abcdefghijklmnopqrstuvwx",
        "my key is sk-abcdefghijklmnop, is it right",
        "ghp_abcdefghijklmnopqrstuvwxyz0123",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc",
        "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----",
    ],
)
def test_a_key_in_a_message_is_warned_of(said: str) -> None:
    assert said_by(items_of(answer(turn(said)))) == text("guide.key_seen")


def test_the_shapes_of_keys_are_known() -> None:
    assert len(KEY_SHAPES) == 3


@pytest.mark.parametrize("said", ["risk-averse people", "use dark mode", "sk-", "task-management system", "ask-me"])
def test_what_is_no_key_is_not_warned_of(said: str) -> None:
    assert said_by(items_of(answer(turn(said)))) != text("guide.key_seen")


def test_places_are_led_to_by_links_that_the_shell_knows() -> None:
    shell = (PROJECT / "assets/shell/deep_links.js").read_text("utf-8")
    told = "".join(words for key, words in load_catalogue("en").items() if key.startswith("guide."))
    places = set(re.findall(r"\(chatkit-link://(\w+)\)", told))
    known = {"settings", "diagnostics", "shortcuts", "about", "history", "connections"}
    assert places == known | {"connect_workflow", "connect_session_service", "connect_server"}
    assert [place for place in places if f"'{place}'" not in shell] == []


def test_the_shortcuts_are_those_the_shell_lists() -> None:
    shell = (PROJECT / "assets/shell/shortcuts_panel.js").read_text("utf-8")
    listed = re.findall(r"\['(\w+)', \[([^\]]+)\]\],", shell)
    assert [(name, tuple(re.findall(r"'([^']+)'", keys))) for name, keys in listed] == list(SHORTCUTS)
    shown = said_by(items_of(answer(turn("keyboard shortcuts"))))
    assert "| `Ctrl + N` | New conversation |" in shown
    assert shown.count("\n| `") == len(SHORTCUTS)


def test_code_and_table_are_markdown() -> None:
    shown = said_by(items_of(answer(turn("show me code"))))
    assert "```python\n" in shown
    assert "| --- | --- |" in shown
    compiled = ast.parse(shown.split("```")[1].removeprefix("python"))
    assert len(compiled.body) == 2


def test_it_tells_the_steps_it_took() -> None:
    events = answer(turn("How do you work, `really`?"))
    updates = [event.update for event in events if isinstance(event, ThreadItemUpdatedEvent)]
    steps = [each for each in updates if isinstance(each, WorkflowTaskAdded | WorkflowTaskUpdated)]
    assert [each.task.status_indicator for each in steps] == ["loading", "complete"] * 3
    workflow, message = items_of(events)
    assert isinstance(workflow, WorkflowItem)
    assert [task.status_indicator for task in workflow.workflow.tasks] == ["complete"] * 3
    told = workflow.model_dump_json()
    assert "`how`, `do`, `you`, `work`, `really`" in told
    assert str(len(TOPICS)) in told
    assert said_by([message]) == text("guide.work")
