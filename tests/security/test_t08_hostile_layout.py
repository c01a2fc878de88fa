"""T08: what a model or a server shows stays in its place, leads where it says, and is what a person copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.element_stage import Stage
from tests.support.stage_fixtures import running_stage, stage
from tests.support.thread_items import annotation, answer, choice, item
from tests.support.waiting import wait_until

__all__ = ["running_stage", "stage"]

pytestmark = [pytest.mark.window, pytest.mark.qt]

REAL, FALSE = "https://evil.example/login", "https://bank.example/login"
# A place of no height, and much more in it: positioned, so that it would be drawn above all that follows.
OVERFLOWING = {
    "type": "Box",
    "height": 0,
    "children": [
        {
            "type": "ListViewItem",
            "onClickAction": {"type": "trap"},
            "children": [{"type": "Box", "height": 600, "width": 400, "background": "#ffffff", "children": []}],
        }
    ],
}
# Whom a press below the last answer would reach.
WHO_IS_THERE = """
() => {
  const rows = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'article') rows.push(element);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  const { left, bottom } = rows.at(-1).getBoundingClientRect();
  const names = [];
  for (let root = document; root; ) {
    const found = root.elementFromPoint(left + 8, bottom + 100);
    if (found === null || names.at(-1) === found.localName) break;
    names.push(found.localName);
    root = found.shadowRoot;
  }
  return names;
}
"""
LET_GO = """
() => {
  const look = (root) => [...root.querySelectorAll('*')].forEach((element) => {
    if (element.localName === 'agentnook-widget') element.style.contain = 'none';
    if (element.shadowRoot) look(element.shadowRoot);
  });
  look(document);
}
"""


def widget(root: dict[str, Any]) -> dict[str, Any]:
    return item("widget", "wid_1", widget=root)


def show_overflowing(stage: Stage) -> None:
    stage.show(widget(OVERFLOWING), answer("msg_2", "A word that has to be seen."))
    expect(stage.log.get_by_text("A word that has to be seen.")).to_be_visible()


def test_t08_a_widget_stays_in_its_place(stage: Stage) -> None:
    show_overflowing(stage)
    assert "agentnook-messages" in stage.chat.evaluate(WHO_IS_THERE)
    assert "agentnook-widget" not in stage.chat.evaluate(WHO_IS_THERE)


def test_t08_a_widget_is_pressed_outside_of_its_place_when_that_is_open_twin(stage: Stage) -> None:
    show_overflowing(stage)
    stage.chat.evaluate(LET_GO)
    wait_until(lambda: "agentnook-widget" in stage.chat.evaluate(WHO_IS_THERE), what="the widget below the answer")


def test_t08_a_link_that_names_another_server_says_where_it_leads(stage: Stage) -> None:
    stage.show(
        widget({"type": "Card", "children": [{"type": "Image", "src": REAL, "alt": FALSE}]}),
        answer("msg_2", "Sources.", annotation("url", FALSE, url=REAL)),
    )
    card = stage.chat.locator("agentnook-widget .card")
    expect(card).to_contain_text("(evil.example)")
    expect(card.get_by_role("link")).to_have_attribute("href", REAL)
    expect(stage.log.get_by_role("list", name="Sources")).to_contain_text("(evil.example)")


def test_t08_what_is_copied_from_code_is_what_was_read(stage: Stage, tmp_path: Path) -> None:
    turned = "rm \u202e\u2066x\u2069\u202c -rf"
    stage.show(answer("msg_1", f"```sh\n{turned}\n```"))
    expect(stage.log.get_by_role("group", name="Code: Shell")).to_have_text("rm x -rf")
    stage.chat.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => { globalThis.__copied = text; }; }",
    )
    stage.log.get_by_role("group", name="Code: Shell").locator("..").get_by_role("button", name="Copy").click()
    wait_until(lambda: stage.chat.evaluate("() => globalThis.__copied") == "rm x -rf", what="the copied code")


@pytest.mark.parametrize("name", ["insertBefore", "querySelector", "addEventListener", "elements"])
def test_t08_questions_take_no_place_in_the_page(stage: Stage, name: str) -> None:
    inputs = [{"type": "freeform", "id": name, "question": "One?"}, choice("two", "Two?", "Yes", "No")]
    stage.reply("threads.add_structured_input", {"events": []})
    stage.show(item("structured_input", "inp_1", status="pending", inputs=inputs))
    stage.log.get_by_label("One?").fill("Mine")
    stage.log.get_by_label("Yes").check()
    stage.log.get_by_role("button", name="Send").click()
    answers = stage.wait_for_request("threads.add_structured_input")["params"]["input"]["answers"]
    assert answers[name]["values"] == ["Mine"]
    assert answers["two"]["values"] == ["Yes"]


def test_t08_an_endless_error_leaves_the_composer_in_sight(stage: Stage) -> None:
    error = {"type": "error", "code": "custom", "message": "Pay at once. " * 2_000, "allow_retry": False}
    stage.reply("threads.create", {"events": [error]})
    stage.chat.evaluate("() => __stage.element.sendUserMessage({ text: 'Hello' })")
    expect(stage.chat.locator("agentnook-problem")).to_contain_text("Pay at once.")
    expect(stage.chat.get_by_role("textbox").last).to_be_in_viewport(ratio=1)


def test_t08_a_part_far_away_is_one_part(stage: Stage) -> None:
    added = {"type": "thread.item.added", "item": item("assistant_message", "msg_1", content=[])}
    delta = {"type": "assistant_message.content_part.text_delta", "content_index": 9_999, "delta": "Far away"}
    thread = {"id": "thr_1", "title": None, "created_at": "2026-01-01T00:00:00Z", "status": {"type": "active"}}
    events = [{"type": "thread.created", "thread": thread}, added]
    updated = {"type": "thread.item.updated", "item_id": "msg_1", "update": delta}
    stage.reply("threads.create", {"events": [*events, updated], "hold": True})
    stage.chat.evaluate("() => void __stage.element.sendUserMessage({ text: 'Hello' })")
    expect(stage.log.get_by_text("Far away")).to_be_visible()
    assert stage.log.locator("article.answer agentnook-markdown").count() == 1
    stage.end()
