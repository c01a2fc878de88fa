"""The composer in the window: tools, models, quotes and tags, by keys, and what of them reaches the server."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Locator

from app.resources import text
from tests.support.element_stage import Stage
from tests.support.thread_items import answer, long_thread, user_message
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

TOOLS = [
    {"id": "search", "label": "Search the web", "shortLabel": "Search", "icon": "globe", "pinned": True},
    {
        "id": "draw",
        "label": "Draw a picture",
        "shortLabel": "Draw",
        "icon": "images",
        "placeholderOverride": "Draw what?",
    },
    {"id": "deep", "label": "Deep research", "icon": "lab", "persistent": True},
]
MODELS = [
    {"id": "small", "label": "Small", "description": "Quick"},
    {"id": "large", "label": "Large", "default": True},
    {"id": "huge", "label": "Huge", "disabled": True},
]
CLOSED = {"id": "thr_1", "title": None, "created_at": "2026-01-01T00:00:00Z", "status": {"type": "closed"}}
HEIGHT = "(box) => box.offsetHeight"
FROM_END = "(log) => { const at = log.closest('.scroller'); return at.scrollHeight - at.scrollTop - at.clientHeight; }"
FUNCTIONS = """() => {
  const people = [{ id: 'u1', title: 'Ada', group: 'People' }, { id: 'u2', title: 'Anna' }];
  const menu = [{ id: 'sub', label: 'Insert Grace' }];
  __stage.ran = [];
  __stage.element.setOptions({
    api: { url: 'http://localhost/stage', domainKey: 'x', fetch: __stage.fetch },
    entities: {
      showComposerMenu: true,
      onTagSearch: async (query) => {
        if (query === 'broken') throw new Error('no line');
        return people.filter(({ title }) => title.toLowerCase().startsWith(query));
      },
    },
    commands: {
      enabled: true,
      onSearch: async () => [{ id: 'clear', label: 'Clear' }, { id: 'more', label: 'More', description: 'A list' }],
      onSelect: async ({ id }) => {
        __stage.ran.push(id);
        if (id === 'more') return { type: 'menu', commands: menu };
        if (id === 'sub') return { type: 'entity', entity: { id: 'u3', title: 'Grace' } };
      },
    },
  });
}"""


def box(stage: Stage) -> Locator:
    return stage.chat.get_by_role("textbox", name=text("element.composer.label"))


def taller_than(height: float, stage: Stage) -> float | None:
    """Return the height of the box once it is above another."""
    now = float(box(stage).evaluate(HEIGHT))
    return now if now > height else None


def write(stage: Stage, words: str) -> None:
    """Write by keys."""
    box(stage).click()
    stage.page.keyboard.type(words)


def said(stage: Stage, count: int = 1) -> dict[str, Any]:
    """Return the input of a message that was sent."""
    request = stage.wait_for_request("threads.create", count)
    sent: dict[str, Any] = request["params"]["input"]
    return sent


def with_tools(stage: Stage) -> None:
    stage.set_options(composer={"tools": TOOLS, "models": MODELS})
    stage.settle()


def test_a_tool_is_chosen_by_keys_and_stands_there_until_it_is_taken_away(stage: Stage) -> None:
    with_tools(stage)
    opener = stage.chat.get_by_role("button", name=text("element.composer.tools"))
    opener.focus()
    assert opener.get_attribute("aria-haspopup") == "menu"
    stage.page.keyboard.press("ArrowDown")
    menu = stage.chat.get_by_role("menu", name=text("element.composer.tools"))
    assert menu.get_by_role("menuitemradio").all_inner_texts() == ["Draw a picture", "Deep research"]
    stage.page.keyboard.press("Escape")
    assert menu.count() == 0
    assert opener.evaluate("(button) => button.matches(':focus')")
    stage.page.keyboard.press("Enter")
    stage.page.keyboard.press("End")
    stage.page.keyboard.press("Home")
    stage.page.keyboard.press("Enter")
    chip = stage.chat.get_by_role("button", name=text("element.composer.remove_tool", tool="Draw a picture"))
    chip.wait_for()
    assert box(stage).get_attribute("placeholder") == "Draw what?"
    chip.click()
    wait_until(lambda: chip.count() == 0, what="no tool")
    assert [event["detail"] for event in stage.events("chatkit.tool.change")] == [{"toolId": "draw"}, {"toolId": None}]
    assert box(stage).evaluate("(box) => box.matches(':focus')")


def test_tool_and_model_go_with_the_message_and_only_a_persistent_tool_stays(stage: Stage) -> None:
    with_tools(stage)
    stage.chat.get_by_role("button", name="Search").click()
    stage.chat.get_by_role("button", name=text("element.composer.model", model="Large")).click()
    stage.page.keyboard.press("End")
    stage.page.keyboard.press("Enter")
    assert stage.chat.get_by_role("menu").count() == 1, "what is disabled is not chosen"
    stage.page.keyboard.press("s")
    stage.page.keyboard.press("Enter")
    write(stage, "who is Ada")
    stage.page.keyboard.press("Enter")
    assert said(stage)["inference_options"] == {"tool_choice": {"id": "search"}, "model": "small"}
    # The server did not take it: all of it is back.
    wait_until(lambda: box(stage).input_value() == "who is Ada", what="the message in the composer")
    assert stage.chat.get_by_role("button", name="Search").get_attribute("aria-pressed") == "true"
    stage.reply("threads.create", {"events": []})
    stage.chat.evaluate("() => __stage.element.setComposerValue({ selectedToolId: 'deep', selectedModelId: 'large' })")
    stage.chat.get_by_role("button", name=text("element.composer.model", model="Large")).wait_for()


def test_a_quoted_passage_stands_above_the_text_and_can_be_removed(stage: Stage) -> None:
    stage.chat.evaluate("() => __stage.element.setComposerValue({ text: 'why?', reply: 'It is so.' })")
    stage.chat.get_by_text("It is so.").wait_for()
    box(stage).press("Enter")
    assert said(stage)["quoted_text"] == "It is so."
    remove = stage.chat.get_by_role("button", name=text("element.composer.unquote"))
    remove.click()
    wait_until(lambda: remove.count() == 0, what="no quote")
    box(stage).press("Enter")
    assert said(stage, 2)["quoted_text"] is None


def test_a_tag_is_found_by_its_name_and_sent_as_what_it_stands_for(stage: Stage) -> None:
    stage.chat.evaluate(FUNCTIONS)
    write(stage, "ask @a")
    listbox = stage.chat.get_by_role("listbox", name=text("element.composer.suggestions"))
    listbox.wait_for()
    assert listbox.get_by_role("option").all_inner_texts() == ["Ada\nPeople", "Anna"]
    stage.page.keyboard.press("ArrowDown")
    active = box(stage).get_attribute("aria-activedescendant")
    assert listbox.get_by_role("option", selected=True).get_attribute("id") == active
    stage.page.keyboard.press("ArrowUp")
    stage.page.keyboard.press("Enter")
    wait_until(lambda: box(stage).input_value() == "ask @Ada ", what="the tag")
    assert listbox.count() == 0
    stage.page.keyboard.type("now")
    stage.page.keyboard.press("Enter")
    assert said(stage)["content"] == [
        {"type": "input_text", "text": "ask "},
        {"type": "input_tag", "id": "u1", "text": "Ada", "data": {}, "interactive": False, "group": "People"},
        {"type": "input_text", "text": " now"},
    ]


def test_the_list_of_tags_can_be_left_and_a_search_that_fails_stands_in_nobodys_way(stage: Stage) -> None:
    stage.chat.evaluate(FUNCTIONS)
    stage.chat.get_by_role("button", name=text("element.composer.mention")).click()
    listbox = stage.chat.get_by_role("listbox")
    listbox.wait_for()
    stage.page.keyboard.press("Escape")
    wait_until(lambda: listbox.count() == 0, what="no list")
    box(stage).fill("")
    write(stage, "@broken")
    failed = {"name": "chatkit.error", "detail": {"error": "EntitySearchError"}}
    wait_until(lambda: failed in stage.events(), what="the failure")
    stage.page.keyboard.press("Enter")
    assert said(stage)["content"] == [{"type": "input_text", "text": "@broken"}]


def test_a_command_runs_or_leads_on(stage: Stage) -> None:
    stage.chat.evaluate(FUNCTIONS)
    write(stage, "/")
    stage.chat.get_by_role("option", name="More").click()
    stage.chat.get_by_role("option", name="Insert Grace").wait_for()
    stage.page.keyboard.press("Tab")
    wait_until(lambda: box(stage).input_value() == "@Grace ", what="the tag")
    write(stage, "/cl")
    stage.chat.get_by_role("option", name="Clear").wait_for()
    stage.page.keyboard.press("Enter")
    wait_until(lambda: box(stage).input_value() == "@Grace ", what="the command gone")
    assert stage.chat.evaluate("() => __stage.ran") == ["more", "sub", "clear"]


def test_a_very_long_text_is_taken_whole(stage: Stage) -> None:
    long = "0123456789 " * 20_000
    box(stage).click()
    stage.page.keyboard.insert_text(long)
    assert stage.chat.evaluate("() => __stage.element.draft.length") == len(long)
    box(stage).press("Enter")
    assert said(stage)["content"] == [{"type": "input_text", "text": long.strip()}]


def test_what_cannot_be_attached_is_refused(stage: Stage) -> None:
    refused = stage.chat.evaluate(
        """() => __stage.element.setComposerValue({ text: 'x', files: [new File([''], 'a.txt')] }).then(
          () => null, (error) => [error.name, error.message])"""
    )
    assert refused == ["IntegrationError", text("element.failure.attachments")]
    assert stage.chat.evaluate("() => __stage.element.draft") == ""


def test_the_end_of_the_conversation_stays_in_sight_while_the_box_grows(stage: Stage) -> None:
    stage.show(*long_thread(30))
    box(stage).click()
    height = box(stage).evaluate(HEIGHT)
    for _ in range(4):
        write(stage, "a line")
        stage.page.keyboard.press("Shift+Enter")
        height = wait_until(partial(taller_than, height, stage), what="a taller box")
        wait_until(lambda: stage.log.evaluate(FROM_END) < 1, what="the end of the conversation")
    assert stage.chat.get_by_role("button", name=text("element.to_end")).count() == 0


def test_a_closed_conversation_offers_no_other_answer(stage: Stage) -> None:
    stage.set_options(threadItemActions={"feedback": True, "retry": True})
    again = stage.log.get_by_role("button", name=text("element.answer_again"))
    stage.show(user_message("u1", "Hello"), answer("a1", "Good day."))
    again.wait_for(timeout=5_000)
    items = [user_message("u1", "Hello"), answer("a1", "Good day.")]
    stage.reply("threads.get_by_id", {"json": {**CLOSED, "items": {"data": items, "has_more": False, "after": None}}})
    stage.open_thread(None)
    stage.open_thread()
    stage.log.get_by_role("button", name=text("element.copy")).last.wait_for(timeout=5_000)
    assert again.count() == 0


def test_what_is_written_and_sent_within_one_frame_leaves_the_box(stage: Stage) -> None:
    stage.reply("threads.create", {"events": [], "hold": True})
    box(stage).evaluate(
        """(box) => {
          box.value = 'Quick words';
          box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        }"""
    )
    stage.wait_for_request("threads.create")
    stage.settle()
    assert box(stage).input_value() == ""
