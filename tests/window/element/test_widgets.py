"""Widgets in the real window: read, filled in by keyboard, sent, refused, and sent again by the server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Error, Request, expect

from tests.support import widget_samples as samples
from tests.support.element_stage import Stage
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

ACTION = "threads.custom_action"
SYNC_ACTION = "threads.sync_custom_action"


def asked(stage: Stage, kind: str = ACTION, count: int = 1) -> dict[str, Any]:
    """Wait for an action's request and return what it asks for."""
    params: dict[str, Any] = stage.wait_for_request(kind, count)["params"]
    return params


def focused_label(stage: Stage) -> str | None:
    """Return what a screen reader calls the element with the keyboard."""
    label: str | None = stage.chat.evaluate(
        """() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          const label = active?.labels?.[0] ?? active;
          return (active?.getAttribute('aria-label') ?? label?.textContent ?? null)?.trim() ?? null;
        }"""
    )
    return label


def updated(root: samples.Widget) -> dict[str, Any]:
    """Return the event that shows another widget in the place of the first."""
    return {
        "type": "thread.item.updated",
        "item_id": "wid_1",
        "update": {"type": "widget.root.updated", "widget": root},
    }


@pytest.fixture(autouse=True)
def quiet_page(running_stage: Stage) -> Iterator[None]:
    """Let no test pass while the page throws."""
    errors: list[str] = []

    def note(error: Error) -> None:
        errors.append(str(error))

    running_stage.page.on("pageerror", note)
    yield
    running_stage.page.remove_listener("pageerror", note)
    assert errors == []


def test_form_is_filled_in_and_sent_by_keyboard(stage: Stage) -> None:
    """Labels lead to their fields, Tab goes through them in order, Enter sends all of it."""
    stage.reply(ACTION, {"events": [], "hold": True})
    stage.show(samples.item(samples.BOOKING_FORM))
    keyboard = stage.page.keyboard
    stage.log.get_by_text("Your name").click()
    keyboard.type("Ana")
    keyboard.press("Tab")
    assert focused_label(stage) == "Email"
    keyboard.type("ana@example.com")
    keyboard.press("Tab")
    keyboard.press("ControlOrMeta+a")
    keyboard.type("4")
    stage.log.get_by_label("Inside").focus()
    keyboard.press("ArrowRight")
    stage.log.get_by_label("Tell me about new menus").focus()
    keyboard.press("Space")
    stage.log.get_by_label("Email").focus()
    keyboard.press("Enter")

    assert asked(stage) == {
        "thread_id": "thr_1",
        "item_id": "wid_1",
        "action": {
            "type": "table.book",
            "payload": {
                "restaurant": 12,
                "guest": {"name": "Ana", "email": "ana@example.com"},
                "people": 4,
                "day": "2026-03-12",
                "seat": "outside",
                "menu": None,
                "note": "",
                "newsletter": True,
            },
        },
    }
    # While it is under way nothing can be changed or sent once more; the keyboard waits on the button.
    book = stage.log.get_by_role("button", name="Book")
    expect(book).to_have_attribute("aria-busy", "true")
    expect(book).to_be_focused()
    expect(stage.log.get_by_label("Your name")).to_be_disabled()
    keyboard.press("Enter")
    stage.end()
    # Afterwards it shows what was sent.
    expect(book).to_have_attribute("aria-busy", "false")
    expect(book).to_have_attribute("aria-disabled", "true")
    expect(stage.log.get_by_label("Your name")).to_have_value("Ana")
    expect(stage.log.get_by_label("Your name")).to_be_disabled()
    expect(stage.log.get_by_role("button", name="Not now")).to_be_disabled()
    keyboard.press("Enter")
    stage.settle()
    assert len(stage.requests(ACTION)) == 1


def test_failed_form_can_be_sent_again(stage: Stage) -> None:
    """A form the server did not take keeps its values, gives the keyboard back and works."""
    stage.reply(ACTION, {"json": {"error": {"code": "unknown", "message": "no", "hint": ""}}, "status": 500})
    stage.show(samples.item(samples.PASSWORD))
    field = stage.log.get_by_label("Password")
    field.fill("secret")
    field.press("Enter")
    asked(stage)
    expect(field).to_be_enabled()
    expect(field).to_be_focused()
    expect(field).to_have_value("secret")
    expect(stage.log.get_by_role("button", name="Send")).to_have_attribute("aria-disabled", "false")


def test_what_is_wrong_is_said_at_the_field(stage: Stage) -> None:
    """Nothing is sent, the first bad field gets the keyboard, and the sentence goes when it is right."""
    stage.show(samples.item(samples.BOOKING_FORM))
    name, email = stage.log.get_by_label("Your name"), stage.log.get_by_label("Email")
    email.fill("not an address")
    stage.log.get_by_role("button", name="Book").click()
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description("Fill this in.")
    expect(email).to_have_accessible_description("Write an email address, like name@example.com.")
    expect(stage.log.get_by_role("status").filter(has_text="Fields to look at: 2")).to_be_attached()
    name.fill("Ana")
    expect(name).not_to_have_attribute("aria-invalid", "true")
    assert stage.requests(ACTION) == []
    # Leaving asks for nothing to be right.
    stage.reply(ACTION, {"events": []})
    stage.log.get_by_role("button", name="Not now").click()
    assert asked(stage)["action"]["type"] == "table.leave"


def test_password_field_says_who_reads_it(stage: Stage) -> None:
    """What is typed is hidden, and it is said that the agent gets it."""
    stage.show(samples.item(samples.PASSWORD))
    expect(stage.log.get_by_label("Password")).to_have_attribute("type", "password")
    expect(stage.log.get_by_text("Never give it a password that you use elsewhere")).to_be_visible()


def test_list_item_is_pressed_and_more_are_shown(stage: Stage) -> None:
    """An item is one button with the words that stand in it; the keyboard goes on at what more items bring."""
    stage.reply(ACTION, {"events": []})
    stage.show(samples.item(samples.TASK_LIST))
    items = stage.log.get_by_role("listitem")
    expect(items).to_have_count(3)
    stage.log.get_by_role("button", name="Show 2 more").press("Enter")
    expect(items).to_have_count(5)
    wait_until(lambda: focused_label(stage) == "Water the plants Due this afternoon", what="the keyboard on the item")
    stage.log.get_by_role("button", name="Answer Ana Due this afternoon").click()
    assert asked(stage)["action"] == {"type": "task.open", "payload": {"id": 1}}


def test_action_without_a_stream_brings_its_item(stage: Stage) -> None:
    """`streaming: false` goes to the other operation, and the item that it answers is shown."""
    answer = {"type": "Card", "children": [{"type": "Text", "value": "The booking was cancelled"}]}
    stage.reply(SYNC_ACTION, {"json": {"updated_item": samples.item(answer)}})
    stage.show(samples.item(samples.TRIP_CARD))
    stage.log.get_by_role("button", name="Cancel the booking").click()
    expect(stage.log.get_by_text("The booking was cancelled")).to_be_visible()
    assert asked(stage, SYNC_ACTION)["action"] == {"type": "trip.cancel", "payload": {"hotel": 7}}


def test_change_is_told_with_its_value(stage: Stage) -> None:
    """A select outside of any form sends its value; a change meanwhile is sent when the first is done."""
    stage.reply(ACTION, {"events": [], "hold": True}, {"events": []})
    stage.show(samples.item(samples.SETTINGS))
    stage.log.get_by_label("Language").select_option("pt")
    assert asked(stage)["action"] == {"type": "settings.language", "payload": {"page": 1, "language": "pt"}}
    stage.log.get_by_label("Oldest first").check()
    stage.log.get_by_label("Newest first").check()
    assert len(stage.requests(ACTION)) == 1
    stage.end()
    assert asked(stage, count=2)["action"] == {"type": "settings.order", "payload": {"order": "new"}}
    assert len(stage.requests(ACTION)) == 2


def test_action_of_the_page_does_not_reach_the_server(stage: Stage) -> None:
    """`handler: "client"` goes to the page's own `onAction`, with the widget."""
    stage.show(samples.item(samples.SETTINGS))
    stage.chat.evaluate(
        """() => {
          globalThis.__acted = [];
          const onAction = (action, item) => __acted.push([action, item.id, item.widget.type]);
          const api = { url: 'http://localhost/stage', domainKey: 'x', fetch: __stage.fetch };
          __stage.element.setOptions({ api, agentLabel: 'Agent', widgets: { onAction } });
        }"""
    )
    box = stage.log.get_by_label("Leave out what is not for children")
    box.uncheck()
    expected = [[{"type": "settings.safe", "payload": {"safe": False}}, "wid_1", "Basic"]]
    wait_until(lambda: stage.chat.evaluate("__acted") == expected, what="the page's action")
    assert stage.requests(ACTION) == []


def test_text_is_written_over_and_sent(stage: Stage) -> None:
    """A text that can be edited is a field of its form."""
    stage.reply(ACTION, {"events": []})
    stage.show(samples.item(samples.SETTINGS))
    stage.log.get_by_label("Title").fill("Shopping")
    stage.log.get_by_role("button", name="Rename").click()
    assert asked(stage)["action"] == {"type": "note.rename", "payload": {"id": 3, "title": "Shopping"}}
    expect(stage.log.get_by_label("Title")).to_be_enabled()


def test_typing_survives_the_server_showing_the_widget_again(stage: Stage) -> None:
    """What is typed, and where, stays when the server puts something before it."""
    stage.show(samples.item(samples.BOOKING_FORM))
    stage.begin_answer("Go on")
    note = stage.log.get_by_label("Anything else")
    note.press_sequentially("By the win")
    more = [{"type": "Badge", "label": "Almost full"}, *samples.BOOKING_FORM["children"]]
    stage.push(updated({**samples.BOOKING_FORM, "children": more}))
    expect(stage.log.get_by_text("Almost full")).to_be_visible()
    expect(note).to_be_focused()
    stage.page.keyboard.type("dow")
    expect(note).to_have_value("By the window")


def test_unknown_components_are_read(stage: Stage) -> None:
    """What this version does not know shows what stands in it."""
    stage.show(samples.item(samples.UNKNOWN))
    expect(stage.log.get_by_text("A slide of something new")).to_be_visible()
    expect(stage.log.get_by_text("Half full")).to_be_visible()


def test_pictures_from_elsewhere_are_links(stage: Stage) -> None:
    """A picture in the message is shown; one of another server is a link by its description."""
    stage.show(samples.item(samples.PICTURES))
    picture = stage.log.get_by_role("img", name="Four green pixels")
    wait_until(lambda: picture.evaluate("(image) => image.naturalWidth") == 2, what="the picture")
    assert picture.evaluate("(image) => image.getBoundingClientRect().width") == 120
    expect(stage.log.get_by_role("link", name="A cat on a roof")).to_be_visible()
    expect(stage.log.get_by_role("img")).to_have_count(1)


def test_folded_card_opens(stage: Stage) -> None:
    """A card that is over shows its status, and the rest on demand."""
    stage.show(samples.item(samples.FOLDED))
    inside = stage.log.get_by_text("What was sent")
    expect(inside).to_be_hidden()
    stage.log.get_by_role("button", name="Show details").press("Enter")
    expect(inside).to_be_visible()
    expect(stage.log.get_by_role("button", name="Hide details")).to_be_focused()


def test_nothing_is_wider_than_a_narrow_window(stage: Stage) -> None:
    """Every sample fits into 420 px, and a table that does not scrolls within itself."""
    before = stage.page.viewport_size or {"width": 900, "height": 700}
    stage.page.set_viewport_size({"width": 420, "height": 700})
    try:
        for root in samples.GOOD.values():
            stage.show(samples.item(root))
            expect(stage.log.locator("agentnook-widget")).to_have_count(1)
            assert stage.log.locator("agentnook-widget").evaluate(TOO_WIDE) == []
    finally:
        stage.page.set_viewport_size({"width": before["width"], "height": before["height"]})


# What reaches beyond the widget, by tag and class.
TOO_WIDE = """(widget) => {
  const right = widget.getBoundingClientRect().right + 0.5;
  return [...widget.shadowRoot.querySelectorAll('.widget *')]
    .filter((each) => !each.closest('svg, .wide') && each.getBoundingClientRect().right > right)
    .map((each) => `${each.localName}.${each.className}`);
}"""


def test_hostile_fields_stay_inside(stage: Stage) -> None:
    """Whatever stands in the fields of every component, all are drawn, nothing is loaded, nothing gets out."""
    loaded: list[str] = []

    def note(request: Request) -> None:
        loaded.append(request.url)

    stage.page.on("request", note)
    for poison in samples.POISON:
        children = [samples.poisoned(root, poison) for root in samples.GOOD.values()]
        stage.show(samples.item({"type": "Basic", "children": children}))
        expect(stage.log.locator("agentnook-widget form").first).to_be_attached()
        assert stage.log.evaluate("(log) => log.scrollWidth <= log.clientWidth"), repr(poison)[:40]
    stage.page.remove_listener("request", note)
    assert [url for url in loaded if not url.startswith("data:")] == []
    assert stage.chat.evaluate("() => ({}).polluted ?? null") is None
