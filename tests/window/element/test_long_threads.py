"""A conversation of thousands of messages: reachable from end to start, and whoever reads stays where they are."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support.element_stage import Stage
from tests.support.thread_items import answer, item, long_thread
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

PAGE_SIZE = 500

# In the page: the scroller of the conversation, and where a message stands below its top.
SCROLLER = "__stage.element.shadowRoot.querySelector('agentnook-messages').shadowRoot.querySelector('.scroller')"
TOP_OF = f"""(words) => {{
  const scroller = {SCROLLER};
  const hit = [...scroller.querySelectorAll('.user .text')].find((text) => text.textContent === words);
  return hit ? hit.getBoundingClientRect().top - scroller.getBoundingClientRect().top : null;
}}"""

# An observer of intersections is told where things are once a frame is laid out for good.
PAINTED_TOP_OF = f"""(words) => new Promise((resolve) => {{
  const scroller = {SCROLLER};
  const hit = [...scroller.querySelectorAll('.user .text')].find((text) => text.textContent === words);
  const observer = new IntersectionObserver(([{{ boundingClientRect }}]) => {{
    observer.disconnect();
    resolve(boundingClientRect.top - scroller.getBoundingClientRect().top);
  }});
  observer.observe(hit);
}})"""


def scroll_to(stage: Stage, top: str) -> None:
    """Scroll as the wheel does, and let the page see it."""
    turned = "scroller.dispatchEvent(new WheelEvent('wheel'))"
    stage.chat.evaluate(f"() => {{ const scroller = {SCROLLER}; {turned}; scroller.scrollTop = {top}; }}")
    see(stage)
    stage.settle()


def see(stage: Stage) -> None:
    """Wait until what is drawn was also painted: sizes are put right between the two, and nobody sees it before."""
    stage.chat.evaluate("() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))")


def from_end(stage: Stage) -> float:
    measured = stage.chat.evaluate(
        f"() => {{ const at = {SCROLLER}; return at.scrollHeight - at.scrollTop - at.clientHeight; }}"
    )
    return float(measured)


def top_of(stage: Stage, words: str) -> float | None:
    """Return how far below the top of the conversation a message of the person stands; None while it is not drawn."""
    top: float | None = stage.chat.evaluate(TOP_OF, words)
    return top


def painted_top_of(stage: Stage, words: str) -> float:
    """Return the same as a reader sees it: as the next frame is painted, never between a drawing and its correction."""
    top: float = stage.chat.evaluate(PAINTED_TOP_OF, words)
    return top


def waiting_blocks(stage: Stage) -> int:
    return int(stage.chat.evaluate(f"() => {SCROLLER}.querySelectorAll('.waiting').length"))


def row_in_view(stage: Stage) -> bool:
    """Say whether there is something to read where the reader is."""
    seen: bool = stage.chat.evaluate(
        f"""() => {{
          const scroller = {SCROLLER}, line = scroller.getBoundingClientRect().top + 200;
          return [...scroller.querySelectorAll('.row')].some((row) => {{
            const {{ top, bottom }} = row.getBoundingClientRect();
            return top <= line && bottom >= line - 40;
          }});
        }}"""
    )
    return seen


def reply_in_pages(stage: Stage, items: list[dict[str, Any]]) -> None:
    """Serve a thread as a server does: its first items with it, the others page by page from the end."""
    thread = {"id": "thr_1", "title": None, "created_at": "2026-01-01T00:00:00Z", "status": {"type": "active"}}
    first = {"data": items[:20], "has_more": True, "after": items[19]["id"]}
    stage.reply("threads.get_by_id", {"json": {**thread, "items": first}})
    starts = range(len(items) - PAGE_SIZE, -1, -PAGE_SIZE)
    pages = [items[start : start + PAGE_SIZE][::-1] for start in starts]
    replies = [{"json": {"data": page, "has_more": page is not pages[-1], "after": page[-1]["id"]}} for page in pages]
    stage.reply("items.list", *replies)


def test_five_thousand_messages_are_reachable_from_the_end_to_the_start(stage: Stage) -> None:
    reply_in_pages(stage, long_thread(5000))
    stage.open_thread()
    expect(stage.log.get_by_text("Answer 4999.")).to_be_in_viewport()
    for page in range(2, 11):
        scroll_to(stage, "0")
        stage.wait_for_request("items.list", page)
    # Until the last page is here its reader keeps their place, so a jump to the top would lead to what is below it.
    expect(stage.log.locator(".earlier")).to_have_count(0)
    wait_until(lambda: not stage.log.get_by_role("button", name="Loading…").is_visible(), what="the first page")
    scroll_to(stage, "0")
    expect(stage.log.get_by_text("Question 0", exact=True)).to_be_in_viewport()
    scroll_to(stage, "scroller.scrollHeight / 2")
    assert row_in_view(stage)
    stage.log.press("End")
    expect(stage.log.get_by_text("Answer 4999.")).to_be_in_viewport()


def test_an_earlier_page_leaves_the_reader_where_they_are(stage: Stage) -> None:
    reply_in_pages(stage, long_thread(1000))
    stage.open_thread()
    wait_until(lambda: waiting_blocks(stage) == 0, what="the first page is drawn")
    scroll_to(stage, "1400")
    before = painted_top_of(stage, "Question 514")
    scroll_to(stage, "scroller.scrollTop - 300")
    stage.wait_for_request("items.list", 2)
    wait_until(lambda: top_of(stage, "Question 2") is not None and waiting_blocks(stage) == 0, what="the earlier page")
    after = painted_top_of(stage, "Question 514")
    assert after == pytest.approx(before + 300, abs=2)


def test_who_goes_to_the_start_stays_there_while_it_is_drawn(stage: Stage) -> None:
    stage.show(*long_thread(3000))
    scroll_to(stage, "400")
    # What is drawn at the top is higher than the room that was kept for it.
    grown = f"""() => {{
      const scroller = {SCROLLER};
      scroller.dispatchEvent(new WheelEvent('wheel'));
      scroller.scrollTop = 0;
      scroller.querySelector('.block').style.paddingBlockStart = '300px';
    }}"""
    stage.chat.evaluate(grown)
    see(stage)
    assert stage.chat.evaluate(f"() => {SCROLLER}.scrollTop") == 0


def test_a_jump_into_what_is_not_drawn_yet_is_drawn(stage: Stage) -> None:
    stage.show(*long_thread(3000))
    scroll_to(stage, "60_000")
    assert row_in_view(stage)


def test_a_page_that_fails_can_be_asked_for_again(stage: Stage) -> None:
    items = long_thread(1000)
    reply_in_pages(stage, items)
    stage.open_thread()
    wait_until(lambda: waiting_blocks(stage) == 0, what="the first page is drawn")
    stage.reply("items.list", {"json": {"error": {"message": "No."}}, "status": 500})
    scroll_to(stage, "0")
    expect(stage.log.get_by_text("Earlier messages could not be read.")).to_be_visible(timeout=30_000)
    earlier = items[499::-1]
    stage.reply("items.list", {"json": {"data": earlier, "has_more": False, "after": None}})
    stage.log.get_by_role("button", name="Retry").click()
    wait_until(lambda: top_of(stage, "Question 0") is not None, what="the earlier page")
    expect(stage.log.get_by_text("Earlier messages could not be read.")).to_have_count(0)


def test_the_start_and_the_newest_are_one_key_away(stage: Stage) -> None:
    items = long_thread(1000)
    reply_in_pages(stage, items)
    stage.open_thread()
    stage.log.press("Home")
    expect(stage.log.get_by_text("Question 0", exact=True)).to_be_in_viewport()
    reply_in_pages(stage, items)
    stage.log.press("End")
    expect(stage.log.get_by_text("Answer 999.")).to_be_in_viewport()


def begin_answer(stage: Stage) -> None:
    """Let an answer begin that the test goes on with."""
    stage.begin_answer("More", {"type": "thread.item.added", "item": answer("m99", "Once")})
    expect(stage.log.get_by_text("Once")).to_be_in_viewport()


def more(text: str) -> dict[str, Any]:
    update = {"type": "assistant_message.content_part.text_delta", "content_index": 0, "delta": text}
    return {"type": "thread.item.updated", "item_id": "m99", "update": update}


def test_the_end_is_followed_until_the_reader_leaves_it(stage: Stage) -> None:
    stage.show(*long_thread(60))
    begin_answer(stage)
    stage.push(more("\n\nmore" * 40 + "\n\nand the end"))
    expect(stage.log.get_by_text("and the end")).to_be_in_viewport()
    wait_until(lambda: from_end(stage) < 2, what="the end")
    scroll_to(stage, "scroller.scrollTop - 900")
    place = stage.chat.evaluate(f"() => {SCROLLER}.scrollTop")
    stage.push(more("\n\nstill more" * 40), {"type": "thread.item.done", "item": answer("m98", "A second answer")})
    expect(stage.log.get_by_text("A second answer")).to_be_attached()
    assert stage.chat.evaluate(f"() => {SCROLLER}.scrollTop") == place
    stage.end()
    stage.chat.get_by_role("button", name="New answer").click()
    expect(stage.log.get_by_text("A second answer")).to_be_in_viewport()
    expect(stage.log).to_be_focused()


def test_what_is_unfolded_at_the_end_stays_under_the_pointer(stage: Stage) -> None:
    thought = {"type": "thought", "content": "\n\n".join(f"Thought {number}." for number in range(40))}
    workflow = {"type": "reasoning", "expanded": False, "summary": {"duration": 5}, "tasks": [thought]}
    stage.show(*long_thread(40), item("workflow", "w1", workflow=workflow))
    line = stage.log.get_by_text("Thought for 5 seconds")
    wait_until(lambda: waiting_blocks(stage) == 0 and from_end(stage) < 2, what="all of it is drawn, the end in sight")
    before = line.bounding_box()
    line.click()
    expect(stage.log.get_by_text("Thought 0.")).to_be_in_viewport()
    after = line.bounding_box()
    assert before is not None
    assert after is not None
    assert after["y"] == pytest.approx(before["y"], abs=2)
