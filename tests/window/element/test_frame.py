"""What stands around the conversation: header, start screen, disclaimer, theme, deep links, closed threads."""

from __future__ import annotations

from typing import Any

import pytest

from app.resources import text
from tests.support.element_stage import Stage
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

MESSAGE: dict[str, Any] = {
    "type": "assistant_message",
    "id": "msg_1",
    "thread_id": "thr_1",
    "created_at": "2026-01-01T00:00:00Z",
    "content": [
        {"type": "output_text", "text": "See [settings](chatkit-link://settings?part=tools).", "annotations": []}
    ],
}


LONG_TITLE = " ".join(["A long title"] * 20)


def thread(status: dict[str, Any] | None = None, title: str | None = "Trip to Lisbon") -> dict[str, Any]:
    """Return a thread as a reply."""
    items = {"data": [MESSAGE], "has_more": False, "after": None}
    created = {"id": "thr_1", "title": title, "created_at": "2026-01-01T00:00:00Z"}
    return {"json": {**created, "status": status or {"type": "active"}, "items": items}}


def style_of(stage: Stage, selector: str, name: str) -> str:
    """Return the computed value of a property."""
    return str(stage.chat.locator(selector).evaluate("(element, name) => getComputedStyle(element)[name]", name))


def test_the_header_has_the_title_the_history_and_a_new_conversation(stage: Stage) -> None:
    stage.reply("threads.get_by_id", thread(title=LONG_TITLE))
    stage.reply("threads.list", {"json": {"data": [], "has_more": False, "after": None}})
    stage.set_options(header={"enabled": True})
    stage.open_thread()
    title = stage.chat.locator("agentnook-header .title")
    assert title.inner_text() == title.get_attribute("title") == LONG_TITLE
    assert title.evaluate("(title) => title.scrollWidth > title.clientWidth")
    history = stage.chat.locator("agentnook-header").get_by_role("button", name=text("element.history.title"))
    history.click()
    stage.wait_for_request("threads.list")
    assert history.get_attribute("aria-expanded") == "true"
    history.click()
    stage.chat.locator("agentnook-header").get_by_role("button", name=text("element.history.new")).click()
    wait_until(lambda: stage.chat.evaluate("() => __stage.element.threadId") is None, what="a new conversation")


def test_the_header_takes_a_title_and_actions_and_can_be_left_out(stage: Stage) -> None:
    stage.chat.evaluate(
        """() => {
          __stage.pressed = [];
          const api = { url: 'http://localhost/stage', domainKey: 'x', fetch: __stage.fetch };
          __stage.element.setOptions({ api, history: { enabled: false }, header: {
            title: { text: 'My agent' },
            leftAction: { icon: 'home', onClick: () => __stage.pressed.push('left') },
            rightAction: { icon: 'settings-cog', onClick: () => __stage.pressed.push('right') },
          } });
        }"""
    )
    header = stage.chat.locator("agentnook-header")
    header.get_by_text("My agent").wait_for()
    assert header.get_by_role("button", name=text("element.history.title")).count() == 0
    header.get_by_role("button", name="home").click()
    header.get_by_role("button", name="settings cog").click()
    assert stage.chat.evaluate("() => __stage.pressed") == ["left", "right"]
    refused = stage.chat.evaluate("() => __stage.element.showHistory().then(() => '', (error) => error.name)")
    assert refused == "IntegrationError"
    stage.set_options(header={"enabled": False})
    wait_until(lambda: header.count() == 0, what="no header")


def test_a_prompt_of_the_start_screen_is_sent_by_keys(stage: Stage) -> None:
    stage.set_options(
        startScreen={"greeting": "Hi.", "prompts": [{"label": "Plan", "prompt": "Plan it", "icon": "map-pin"}]}
    )
    stage.chat.get_by_role("heading", name="Hi.").wait_for()
    prompt = stage.chat.get_by_role("button", name="Plan")
    assert prompt.locator("svg[aria-hidden=true]").count() == 1
    prompt.press("Enter")
    sent = stage.wait_for_request("threads.create")["params"]["input"]["content"]
    assert sent == [{"type": "input_text", "text": "Plan it"}]


def test_the_disclaimer_is_markdown_and_can_be_easier_to_read(stage: Stage) -> None:
    stage.set_options(disclaimer={"text": "May be **wrong**."})
    stage.chat.locator("footer strong", has_text="wrong").wait_for()
    muted = style_of(stage, "footer small", "color")
    stage.set_options(disclaimer={"text": "May be **wrong**.", "highContrast": True})
    wait_until(lambda: style_of(stage, "footer small", "color") != muted, what="a stronger colour")


def test_a_theme_is_worn_by_the_element_alone_and_taken_off_again(stage: Stage) -> None:
    before = style_of(stage, "agentnook-chat", "backgroundColor")
    page_before = style_of(stage, "body", "backgroundColor")
    accent = {"primary": "#aa3300", "level": 2}
    stage.set_options(
        theme={"colorScheme": "dark", "radius": "pill", "density": "spacious", "color": {"accent": accent}}
    )
    dark = style_of(stage, "agentnook-chat", "backgroundColor")
    assert dark != before
    assert style_of(stage, "body", "backgroundColor") == page_before
    stage.chat.evaluate("() => __stage.element.setComposerValue({ text: 'x' })")
    assert style_of(stage, ".send", "backgroundColor") == "rgb(170, 51, 0)"
    assert style_of(stage, ".send", "height") == "40px"
    stage.set_options()
    assert style_of(stage, "agentnook-chat", "backgroundColor") == before


@pytest.mark.parametrize(
    ("kind", "reason"), [("locked", None), ("closed", None), ("closed", "It is over, says the agent.")]
)
def test_a_thread_that_takes_nothing_more_says_why(stage: Stage, kind: str, reason: str | None) -> None:
    stage.reply("threads.get_by_id", thread({"type": kind, "reason": reason}))
    stage.open_thread()
    stage.chat.get_by_text(reason or text(f"element.{kind}")).wait_for()
    assert stage.chat.get_by_role("textbox").count() == 0


def test_a_link_into_the_program_opens_its_place_when_a_person_follows_it(stage: Stage) -> None:
    stage.reply("threads.get_by_id", thread())
    stage.open_thread()
    stage.log.get_by_role("link", name="settings").click()
    sheet = stage.page.get_by_role("dialog")
    sheet.wait_for()
    assert sheet.get_by_role("heading", level=2).inner_text() == text("shell.more.settings")
    followed = {"name": "settings", "data": {"part": "tools"}}
    assert stage.events("chatkit.deeplink") == [{"name": "chatkit.deeplink", "detail": followed}]
    stage.page.keyboard.press("Escape")
    sheet.wait_for(state="detached")
