"""Every kind of item in the conversation: what is drawn, what can be done with it, what that asks of the server."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from app.resources import text
from tests.support.element_stage import Stage
from tests.support.thread_items import (
    PICTURE,
    annotation,
    answer,
    choice,
    item,
    long_thread,
    tool_call,
    user_message,
)
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

TURN = (user_message("u1", "Where to?"), answer("m1", "To **Lisbon**."))
QUESTIONS = (
    choice("q1", "Where to?", "Lisbon", "Porto"),
    choice("q2", "What for?", "Food", "Art", multiple=True),
    {"type": "freeform", "id": "q3", "question": "Anything else?", "description": "A dog, say."},
)


def clipboard(stage: Stage) -> str:
    """Return what the chat document has put on the clipboard, as its next paste would find it."""
    stage.chat.evaluate("() => __stage.element.focusComposer()")
    stage.page.keyboard.press("Control+a")
    stage.page.keyboard.press("Control+v")
    return stage.chat.get_by_role("textbox", name="Message").input_value()


def test_a_message_shows_tags_quote_and_attachments(stage: Stage) -> None:
    tag = {"type": "input_tag", "id": "e1", "text": "Lisbon", "data": {}, "interactive": False}
    files = [
        {"type": "file", "id": "a1", "name": "budget.ods", "mime_type": "application/x-ods"},
        {"type": "image", "id": "a2", "name": "map.png", "mime_type": "image/png", "preview_url": PICTURE},
        {
            "type": "image",
            "id": "a3",
            "name": "far.png",
            "mime_type": "image/png",
            "preview_url": "https://far.example/",
        },
    ]
    stage.show(user_message("u1", "Plan ", tag, " please", attachments=files, quoted_text="In the evening."))
    message = stage.log.get_by_role("article")
    expect(message.locator(".text")).to_have_text("Plan Lisbon please")
    expect(message.locator("blockquote")).to_have_text("In the evening.")
    expect(message.get_by_role("list", name="Attached files").get_by_role("listitem")).to_have_count(3)
    # What would have to be loaded from elsewhere is named, not drawn.
    expect(message.get_by_role("img")).to_have_count(1)
    expect(message.get_by_text("far.png")).to_be_visible()


def test_a_very_long_message_unfolds(stage: Stage) -> None:
    stage.show(user_message("u1", "\n".join(f"line {number}" for number in range(60))))
    text = stage.log.locator(".folded")
    folded = text.bounding_box()
    stage.log.get_by_role("button", name="Show all").click()
    unfolded = text.bounding_box()
    assert folded is not None
    assert unfolded is not None
    assert unfolded["height"] > 3 * folded["height"]
    expect(stage.log.get_by_role("button", name="Show less")).to_have_attribute("aria-expanded", "true")


def test_an_answer_lists_its_sources(stage: Stage) -> None:
    site = annotation("url", "Visit Lisboa", url="https://www.visitlisboa.com/")
    file = annotation("file", "budget.ods", filename="budget.ods")
    stage.show(TURN[0], answer("m1", "Three days.", site, site, file))
    sources = stage.log.get_by_role("list", name="Sources")
    expect(sources.get_by_role("listitem")).to_have_text(["Visit Lisboa", "budget.ods"])
    expect(sources.get_by_role("link")).to_have_attribute("href", "https://www.visitlisboa.com/")


def test_copying_yields_the_words_as_they_were_written(stage: Stage) -> None:
    stage.show(*TURN)
    question, reply = stage.log.get_by_role("article").all()
    reply.get_by_role("button", name="Copy").click()
    expect(reply.get_by_role("button", name="Copied")).to_be_visible()
    expect(stage.chat.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    assert clipboard(stage) == "To **Lisbon**."
    question.hover()
    question.get_by_role("button", name="Copy").click()
    expect(question.get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(stage) == "Where to?"


def test_a_verdict_is_sent_and_stays(stage: Stage) -> None:
    stage.set_options(threadItemActions={"feedback": True})
    stage.reply("items.feedback", {"json": {}})
    stage.show(*TURN)
    stage.log.get_by_role("button", name="Helpful", exact=True).click()
    params = stage.wait_for_request("items.feedback")["params"]
    assert (params["item_ids"], params["kind"]) == (["m1"], "positive")
    expect(stage.log.get_by_role("button", name="Helpful", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(stage.log.get_by_role("button", name="Not helpful")).to_have_attribute("aria-pressed", "false")


def test_an_answer_is_asked_for_again(stage: Stage) -> None:
    stage.set_options(threadItemActions={"retry": True})
    stage.reply(
        "threads.retry_after_item", {"events": [{"type": "thread.item.done", "item": answer("m2", "To Porto.")}]}
    )
    stage.show(*TURN)
    stage.log.get_by_role("button", name="Answer again").click()
    assert stage.wait_for_request("threads.retry_after_item")["params"]["item_id"] == "u1"
    expect(stage.log.get_by_text("To Porto.")).to_be_visible()
    expect(stage.log.get_by_text("Lisbon")).to_have_count(0)


def test_verdicts_and_trying_again_are_offered_when_they_are_wanted(stage: Stage) -> None:
    stage.show(*TURN)
    assert [button.get_attribute("aria-label") for button in stage.log.get_by_role("button").all()] == ["Copy", "Copy"]


def test_tools_that_follow_each_other_are_one_line(stage: Stage) -> None:
    stage.show(tool_call("t1", "pick_file"), tool_call("t2", "save_file"))
    expect(stage.log.get_by_text("Used “save file” on this computer")).to_be_hidden()
    stage.log.get_by_text("Used 2 tools on this computer").click()
    expect(stage.log.get_by_text("Used “save file” on this computer")).to_be_visible()


def test_a_workflow_unfolds_its_tasks(stage: Stage) -> None:
    tasks: list[dict[str, Any]] = [
        {"type": "web_search", "title": "Flights", "queries": ["flights Lisbon"], "status_indicator": "complete"},
        {"type": "thought", "content": "The *second* week."},
        {"type": "file", "sources": [{"type": "file", "title": "budget.ods", "filename": "budget.ods"}]},
        {"type": "custom", "title": "Compared", "content": "Three offers."},
        {"type": "image", "title": "Drew a map"},
    ]
    custom = {
        "type": "custom",
        "expanded": True,
        "summary": {"title": "Looked around", "icon": "globe"},
        "tasks": tasks,
    }
    thought = {"type": "reasoning", "expanded": False, "summary": {"duration": 12}, "tasks": tasks[1:2]}
    stage.show(item("workflow", "w1", workflow=custom), item("workflow", "w2", workflow=thought))
    for words in ("Looked around", "flights Lisbon", "budget.ods", "Three offers.", "Drew a map"):
        expect(stage.log.get_by_text(words)).to_be_visible()
    folded = stage.log.get_by_role("group").filter(has_text="Thought for 12 seconds")
    expect(folded.locator("em")).to_be_hidden()
    folded.locator("summary").press("Enter")
    expect(folded.locator("em")).to_be_visible()


def test_a_picture_is_drawn_only_from_here(stage: Stage) -> None:
    near = item("generated_image", "g1", image={"id": "i1", "url": PICTURE})
    far = item("generated_image", "g2", image={"id": "i2", "url": "https://far.example/picture.png"})
    stage.show(near, far, item("generated_image", "g3", image=None))
    expect(stage.log.get_by_role("img", name="Generated picture")).to_have_count(1)
    link = stage.log.get_by_role("link", name="Open the picture in the browser")
    expect(link).to_have_attribute("href", "https://far.example/picture.png")
    expect(stage.log.get_by_text("The picture is not here.")).to_be_visible()


def test_questions_are_answered(stage: Stage) -> None:
    stage.reply("threads.add_structured_input", {"events": []})
    stage.show(item("structured_input", "s1", status="pending", inputs=list(QUESTIONS)))
    send = stage.log.get_by_role("button", name="Send answers")
    expect(send).to_be_disabled()
    stage.log.get_by_role("radio", name="Lisbon").check()
    stage.log.get_by_role("textbox", name="Your own answer").first.fill("Faro")
    # One answer is asked for: the own one replaces the choice.
    expect(stage.log.get_by_role("radio", name="Lisbon")).not_to_be_checked()
    stage.log.get_by_role("checkbox", name="Art").check()
    stage.log.get_by_role("textbox", name="Your own answer").nth(1).fill("Trams")
    send.click()
    sent = stage.wait_for_request("threads.add_structured_input")["params"]
    assert sent["item_id"] == "s1"
    assert sent["input"]["status"] == "answered"
    assert sent["input"]["answers"] == {
        "q1": {"values": ["Faro"], "skipped": False},
        "q2": {"values": ["Art", "Trams"], "skipped": False},
        "q3": {"values": [], "skipped": True},
    }


def test_questions_are_skipped_and_answers_are_read(stage: Stage) -> None:
    stage.reply("threads.add_structured_input", {"events": []})
    given = choice("q0", "When?", "May", answer={"values": ["May"], "skipped": False})
    stage.show(
        item("structured_input", "s0", status="answered", inputs=[given]),
        item("structured_input", "s1", status="pending", inputs=[QUESTIONS[2]]),
    )
    expect(stage.log.get_by_role("definition")).to_have_text("May")
    stage.log.get_by_role("button", name="Skip").click()
    sent = stage.wait_for_request("threads.add_structured_input")["params"]["input"]
    assert sent == {"status": "skipped", "answers": {"q3": {"values": [], "skipped": True}}}


def test_what_is_unknown_is_plain_content(stage: Stage) -> None:
    stage.show(item("hologram", "h1", text="A castle of light."), item("hologram", "h2"), item("end_of_turn", "e1"))
    expect(stage.log.get_by_text("A castle of light.")).to_be_visible()
    expect(stage.log.get_by_text("Something that this version cannot show.")).to_be_visible()


def test_notices_and_progress_arrive_with_the_answer(stage: Stage) -> None:
    events = [
        {"type": "notice", "level": "danger", "title": "No room", "message": "Free **some** space."},
        {"type": "progress_update", "icon": "search", "text": "Looking for space…"},
    ]
    stage.show(*TURN)
    stage.begin_answer("Save it", *events)
    expect(stage.log.get_by_role("note")).to_contain_text("No room")
    expect(stage.log.get_by_role("note").locator("strong", has_text="some")).to_be_visible()
    expect(stage.log.get_by_text("Looking for space…")).to_be_visible()
    stage.end()
    expect(stage.log.get_by_text("Looking for space…")).to_have_count(0)


def test_nothing_moves_when_an_answer_is_finished(stage: Stage) -> None:
    stage.show(*long_thread(20))
    stage.begin_answer("More", {"type": "thread.item.added", "item": answer("m99", "Once upon a time")})
    words = stage.log.get_by_text("Once upon a time")
    expect(words).to_be_visible()
    place = words.bounding_box()
    stage.push({"type": "thread.item.done", "item": answer("m99", "Once upon a time")})
    stage.end()
    expect(stage.log.locator("agentnook-actions.latest")).to_be_visible()
    assert words.bounding_box() == place


def test_a_streamed_word_touches_one_row_only(stage: Stage) -> None:
    stage.show(*long_thread(40))
    stage.begin_answer("More", {"type": "thread.item.added", "item": answer("m99", "Once")})
    expect(stage.log.get_by_text("Once")).to_be_visible()
    stage.chat.evaluate(
        """() => {
          const list = __stage.element.shadowRoot.querySelector('agentnook-messages');
          const rows = list.shadowRoot.querySelectorAll('.row');
          __stage.touched = new Set();
          const elementOf = ({ target }) => target.getRootNode().host ?? target;
          const note = (changes) => changes.forEach((change) => __stage.touched.add(elementOf(change)));
          const observer = new MutationObserver(note);
          const watched = { childList: true, characterData: true, attributes: true, subtree: true };
          for (const row of rows) {
            observer.observe(row, watched);
            for (const text of row.querySelectorAll('agentnook-markdown')) observer.observe(text.shadowRoot, watched);
          }
        }"""
    )
    delta = {"type": "assistant_message.content_part.text_delta", "content_index": 0, "delta": " upon a time"}
    stage.push({"type": "thread.item.updated", "item_id": "m99", "update": delta})
    expect(stage.log.get_by_text("Once upon a time")).to_be_visible()
    assert stage.chat.evaluate("() => __stage.touched.size") == 1
    stage.end()


def test_f30_what_broke_off_is_asked_for_again_when_the_network_is_back(stage: Stage) -> None:
    stage.show(*TURN)
    stage.begin_answer("And then?", {"type": "thread.item.done", "item": answer("m2", "To Porto, I th")})
    stage.cut()
    expect(stage.chat.locator("agentnook-problem")).to_contain_text(text("element.failure.network"))
    expect(stage.log).to_contain_text("To Porto, I th")
    before = len(stage.requests())
    stage.chat.evaluate("() => window.dispatchEvent(new Event('online'))")
    wait_until(lambda: len(stage.requests()) > before, what="another try")
