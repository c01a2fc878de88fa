"""The list of conversations in the window: read, opened, renamed, deleted and had back, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator

from app.resources import text
from tests.support.element_stage import Stage
from tests.support.running_app import xdotool
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

NARROW_PX = 420
WIDE_PX = 1024
HEIGHT_PX = 720
UNDO_SECONDS = 8
ROW_PX = 36


TEN_THOUSAND = """() => {
  const thread = (number) => ({ id: `thr_${number}`, title: `Talk ${number}`, created_at: new Date().toISOString(),
    status: { type: 'active' } });
  const page = (_, number) => ({ json: { has_more: number < 9, after: `thr_${number}999`,
    data: Array.from({ length: 1000 }, (_, index) => thread(1000 * number + index)) } });
  __stage.replies['threads.list'] = Array.from({ length: 10 }, page);
}"""


def threads(count: int, *, first: int = 0) -> list[dict[str, Any]]:
    """Return conversations of now, named by their number."""
    now = datetime.now(UTC)
    return [
        {
            "id": f"thr_{number}",
            "title": f"Talk {number}",
            "created_at": (now - timedelta(seconds=number)).isoformat(),
            "status": {"type": "active"},
            "items": {"data": [], "has_more": False, "after": None},
        }
        for number in range(first, first + count)
    ]


def page(data: list[dict[str, Any]], after: str | None = None) -> dict[str, Any]:
    """Return a page of conversations as a reply."""
    return {"json": {"data": data, "has_more": after is not None, "after": after}}


def open_history(stage: Stage, *replies: dict[str, Any]) -> None:
    stage.reply("threads.list", *(replies or (page(threads(3)),)))
    stage.reply("threads.get_by_id", {"json": threads(1)[0]})
    stage.chat.evaluate("() => __stage.element.showHistory()")
    stage.settle()


def row(stage: Stage, name: str) -> Locator:
    return stage.chat.get_by_role("button", name=name, exact=True)


def names(stage: Stage) -> list[str]:
    """Return the titles that are in the list now."""
    return stage.chat.locator("agentnook-threads .open").all_inner_texts()


def list_height(stage: Stage) -> int:
    return int(stage.chat.locator("agentnook-threads ul").evaluate("(list) => list.offsetHeight"))


def focused(stage: Stage) -> str:
    """Return what a screen reader would call the control that has the keyboard."""
    return str(
        stage.chat.evaluate(
            """() => {
              let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              return at?.ariaLabel ?? at?.textContent.trim() ?? '';
            }"""
        )
    )


def wait_for_focus(stage: Stage, name: str) -> None:
    wait_until(lambda: focused(stage) == name, what=f"the keyboard on {name}, not on {focused(stage)}")


def to_list(stage: Stage, first: str = "Talk 0") -> None:
    """Go into the list by keys, from where opening it has put the keyboard."""
    row(stage, first).wait_for(timeout=5_000)
    wait_for_focus(stage, text("element.history.filter"))
    stage.page.keyboard.press("Tab")
    wait_for_focus(stage, first)


@pytest.fixture
def narrow(stage: Stage) -> Iterator[Stage]:
    """Return the stage in a window as narrow as it may be."""
    window = stage.app.window()
    xdotool("windowsize", "--sync", window, str(NARROW_PX), str(HEIGHT_PX))
    wait_until(lambda: stage.chat.evaluate("() => innerWidth") == NARROW_PX, what="a narrow window")
    yield stage
    xdotool("windowsize", "--sync", window, str(WIDE_PX), str(HEIGHT_PX))
    wait_until(lambda: stage.chat.evaluate("() => innerWidth") == WIDE_PX, what="a wide window")


@pytest.fixture(autouse=True)
def closed_history(stage: Stage) -> None:
    stage.chat.evaluate("() => __stage.element.hideHistory()")
    stage.settle()


def test_conversations_are_read_and_the_one_that_is_chosen_is_opened(stage: Stage) -> None:
    open_history(stage)
    to_list(stage)
    assert stage.chat.get_by_role("heading", name=text("element.history.today")).count() == 1
    stage.page.keyboard.press("End")
    wait_for_focus(stage, "Talk 2")
    stage.page.keyboard.press("ArrowUp")
    wait_for_focus(stage, "Talk 1")
    stage.page.keyboard.press("Enter")
    assert stage.wait_for_request("threads.get_by_id")["params"] == {"thread_id": "thr_1"}
    wait_until(lambda: focused(stage) == text("element.composer.label"), what="the keyboard in the composer")
    assert stage.events("chatkit.history.open") == [{"name": "chatkit.history.open", "detail": None}]


def test_a_name_is_changed_in_place(stage: Stage) -> None:
    open_history(stage)
    stage.reply("threads.update", {"json": threads(1)[0]})
    to_list(stage)
    stage.page.keyboard.press("F2")
    wait_for_focus(stage, text("element.history.new_title"))
    stage.page.keyboard.press("Delete")
    stage.page.keyboard.press("Enter")
    assert focused(stage) == text("element.history.new_title"), "an empty name is none"
    stage.page.keyboard.type("Lisbon")
    stage.page.keyboard.press("Enter")
    assert stage.wait_for_request("threads.update")["params"] == {"thread_id": "thr_0", "title": "Lisbon"}
    wait_for_focus(stage, "Lisbon")
    stage.page.keyboard.press("F2")
    wait_for_focus(stage, text("element.history.new_title"))
    stage.page.keyboard.type("Porto")
    stage.page.keyboard.press("Escape")
    wait_for_focus(stage, "Lisbon")
    assert len(stage.requests("threads.update")) == 1
    assert names(stage) == ["Lisbon", "Talk 1", "Talk 2"]


def test_a_deleted_conversation_can_be_had_back(stage: Stage) -> None:
    open_history(stage)
    to_list(stage)
    stage.page.keyboard.press("Shift+F10")
    wait_for_focus(stage, text("element.history.rename"))
    stage.page.keyboard.press("ArrowDown")
    stage.page.keyboard.press("Enter")
    wait_for_focus(stage, "Talk 1")
    undo = stage.chat.get_by_role("button", name=text("element.undo.undo"))
    assert stage.chat.get_by_text(text("element.undo.deleted", title="Talk 0")).get_attribute("role") == "status"
    assert names(stage) == ["Talk 1", "Talk 2"]
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("Tab")
    wait_for_focus(stage, text("element.undo.undo"))
    stage.page.keyboard.press("Enter")
    wait_for_focus(stage, "Talk 0")
    assert names(stage) == ["Talk 0", "Talk 1", "Talk 2"]
    assert undo.count() == 0
    assert stage.requests("threads.delete") == []


def test_deletions_in_a_row_are_sent_one_by_one_and_the_last_when_its_time_is_over(stage: Stage) -> None:
    # What was deleted never comes into the list again: these are of this test alone.
    open_history(stage, page(threads(3, first=50_000)))
    stage.reply("threads.delete", {"json": {}})
    to_list(stage, "Talk 50000")
    stage.page.keyboard.press("Delete")
    wait_for_focus(stage, "Talk 50001")
    assert stage.requests("threads.delete") == []
    stage.page.keyboard.press("Delete")
    assert stage.wait_for_request("threads.delete")["params"] == {"thread_id": "thr_50000"}
    wait_for_focus(stage, "Talk 50002")
    undo = stage.chat.get_by_role("button", name=text("element.undo.undo"))
    undo.focus()
    undo.wait_for(state="detached", timeout=(UNDO_SECONDS + 4) * 1_000)
    assert stage.wait_for_request("threads.delete", 2)["params"] == {"thread_id": "thr_50001"}
    wait_for_focus(stage, "Talk 50002")


def test_deleting_the_open_conversation_begins_a_new_one_and_undo_opens_it_again(stage: Stage) -> None:
    open_history(stage)
    to_list(stage)
    row(stage, "Talk 0").click()
    stage.wait_for_request("threads.get_by_id")
    wait_until(lambda: stage.chat.evaluate("() => __stage.element.threadId") == "thr_0", what="the conversation")
    wait_until(lambda: row(stage, "Talk 0").get_attribute("aria-current") == "true", what="the row to be marked")
    row(stage, "Talk 0").focus()
    stage.page.keyboard.press("Delete")
    wait_until(lambda: stage.chat.evaluate("() => __stage.element.threadId") is None, what="a new conversation")
    stage.page.keyboard.press("Control+z")
    wait_until(lambda: stage.chat.evaluate("() => __stage.element.threadId") == "thr_0", what="the old conversation")
    wait_for_focus(stage, "Talk 0")


def test_the_search_says_what_it_has_not_searched(stage: Stage) -> None:
    open_history(stage, page(threads(30), "thr_29"), page(threads(5, first=30)))
    row(stage, "Talk 0").wait_for(timeout=5_000)
    search = stage.chat.get_by_role("searchbox")
    search.fill("talk 2")
    wait_until(lambda: names(stage)[0] == "Talk 2", what="what was found")
    search.fill("nothing like it")
    stage.chat.get_by_text(text("element.history.none")).wait_for()
    assert names(stage) == []
    search.press("Escape")
    wait_until(lambda: "Talk 0" in names(stage), what="the whole list")
    assert search.input_value() == ""


def test_the_list_is_read_as_far_as_it_is_scrolled_and_draws_only_what_is_seen(stage: Stage) -> None:
    stage.chat.evaluate(TEN_THOUSAND)
    stage.chat.evaluate("() => __stage.element.showHistory()")
    to_list(stage)
    assert len(stage.requests("threads.list")) == 1
    for read in range(2, 11):
        stage.page.keyboard.press("End")
        stage.wait_for_request("threads.list", read)
        least_height = read * 1_000 * ROW_PX
        wait_until(lambda least=least_height: list_height(stage) >= least, what="another page")  # type: ignore[misc]
    stage.page.keyboard.press("End")
    wait_for_focus(stage, "Talk 9999")
    assert len(names(stage)) < 100


def test_what_cannot_be_read_is_said_and_tried_again(stage: Stage) -> None:
    open_history(stage, {"json": {}, "status": 500}, page(threads(2)))
    stage.chat.get_by_role("button", name=text("element.retry")).click()
    row(stage, "Talk 1").wait_for()
    stage.chat.evaluate("() => __stage.element.hideHistory()")
    open_history(stage, page([]))
    stage.chat.get_by_text(text("element.history.empty")).wait_for()


def test_on_a_narrow_window_the_list_is_a_dialog_that_keeps_the_keyboard(narrow: Stage) -> None:
    open_history(narrow)
    to_list(narrow)
    dialog = narrow.chat.get_by_role("dialog", name=text("element.history.title"))
    assert dialog.bounding_box() is not None
    assert narrow.chat.locator("main").evaluate("(main) => main.inert") is True
    seen = []
    for _ in range(6):
        narrow.page.keyboard.press("Tab")
        seen.append(focused(narrow))
    assert text("element.history.new") in seen
    assert text("element.composer.label") not in seen
    narrow.page.keyboard.press("Escape")
    wait_for_focus(narrow, text("element.composer.label"))
    assert dialog.count() == 0


def test_options_take_renaming_and_deleting_away(stage: Stage) -> None:
    stage.set_options(history={"showDelete": False, "showRename": False})
    open_history(stage)
    to_list(stage)
    stage.page.keyboard.press("F2")
    stage.page.keyboard.press("Delete")
    stage.settle()
    assert names(stage) == ["Talk 0", "Talk 1", "Talk 2"]
    assert stage.chat.locator("agentnook-threads agentnook-menu").count() == 0
    assert stage.chat.get_by_role("textbox", name=text("element.history.new_title")).count() == 0
