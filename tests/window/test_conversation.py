"""Whole conversations in the real window with the real chat host, as a person has them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, expect

from app.resources import text
from tests.support.running_app import RunningApp, xdotool
from tests.support.talking import (
    act_on,
    ask,
    begin_anew,
    focused,
    held_answer,
    kept,
    log,
    open_conversation,
    open_list,
    row,
    titles,
    wait_for_focus,
)
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

WIDE, NARROW = (1024, 720), (420, 720)
# An answer that is long enough to be interrupted: where it begins, and where it would end.
LONG_QUESTION = "Is this private?"
LONG_BEGINNING = "Nothing you write here leaves this computer."
LONG_ENDING = text("guide.private").split()[-1]
MOST_TABS = 12
LEAST_CONTRAST = 4.5
# In the chat document: how much the words of the last answer stand out from the page's colour.
CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map((part) => part / 255);
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = parts(colour).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const messages = document.querySelector('agentnook-chat').shadowRoot.querySelector('agentnook-messages');
  const words = [...messages.shadowRoot.querySelectorAll('.answer')].at(-1);
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const ink = luminance(getComputedStyle(words).color);
  return { ground, contrast: (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05) };
}"""
OVERFLOWS = "() => document.scrollingElement.scrollWidth > innerWidth"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    arguments = ("--theme", "light", "--window-width-px", str(WIDE[0]), "--window-height-px", str(WIDE[1]))
    with RunningApp(tmp_path_factory.mktemp("conversation") / "data", arguments=arguments) as app:
        yield app.connect()
        assert app.stop() == 0


@pytest.fixture
def app(running: RunningApp) -> RunningApp:
    """Return the program with a new conversation and no list beside it."""
    running.wait_until_idle()
    if running.chat.locator("agentnook-history").count() > 0:
        running.shell.locator("#bar-history").click()
    begin_anew(running)
    running.box.fill("")
    return running


@contextmanager
def held(app: RunningApp) -> Iterator[str]:
    """Ask something long, hold the chat host in the middle of its answer, and give what is shown of it.

    What is on its way by then is still shown.
    """
    beginning = log(app).get_by_text(LONG_BEGINNING)
    with held_answer(app, lambda: app.say(LONG_QUESTION), lambda: beginning.count() > 0):
        yield last_answer(app).inner_text()


def last_answer(app: RunningApp) -> Locator:
    return log(app).locator(".answer").last


def resize(app: RunningApp, size: tuple[int, int]) -> None:
    xdotool("windowsize", "--sync", app.window(), *map(str, size))
    wait_until(lambda: app.chat.evaluate("innerWidth") == size[0], what="the window's new width")


def press(*keys: str) -> None:
    """Press keys on the screen's own keyboard."""
    xdotool("key", *keys)


def press_until(app: RunningApp, key: str, name: str) -> None:
    """Go on with a key until a control has the keyboard."""
    for _ in range(MOST_TABS):
        before = focused(app)
        if before == name:
            return
        press(key)
        wait_until(lambda: focused(app) != before, what=f"the keyboard to go on from {before}")  # noqa: B023
    raise AssertionError(f"{key} does not come to {name}")


def test_an_exchange_is_shown_and_kept(app: RunningApp) -> None:
    ask(app, "Show me code and a table")
    expect(log(app).locator("pre")).to_contain_text("def greet(name: str) -> str:")
    expect(log(app).get_by_role("cell", name="Like this one")).to_be_visible()
    assert app.box.input_value() == ""
    wait_for_focus(app, text("element.composer.label"))
    assert app.shell.locator("#bar-title").inner_text() == "Show me code and a table"
    assert text("guide.code") in kept(app)


def test_a_stopped_answer_is_kept_as_far_as_it_came(app: RunningApp) -> None:
    with held(app) as shown:
        app.chat.get_by_role("button", name=text("element.composer.stop")).click()
        app.wait_until_idle()
    assert last_answer(app).inner_text().startswith(shown)
    ask(app, "Are you a human?")
    begin_anew(app)
    open_conversation(app, LONG_QUESTION)
    app.wait_for_answer("not an AI model and not a person")
    stopped = log(app).locator(".answer").first.inner_text()
    assert stopped.startswith(shown)
    assert LONG_ENDING not in stopped


def test_a_question_is_answered_again(app: RunningApp) -> None:
    ask(app, "What is this?")
    ask(app, "Are you a human?")
    log(app).get_by_role("button", name=text("element.answer_again")).first.click()
    wait_until(lambda: log(app).get_by_text("Are you a human?").count() == 0, what="the later question to go")
    app.wait_for_answer("for a list of things to try")
    app.wait_until_idle()
    assert log(app).get_by_text("What is this?").count() == 1
    assert log(app).locator(".answer").count() == 1


def test_a_host_that_dies_leaves_the_words_that_came_and_those_not_sent_yet(app: RunningApp) -> None:
    with held(app) as shown:
        app.box.click()
        app.shell.keyboard.type("And what of my files?")
        wait_until(app.chat_host, what="the chat host").kill()
    problem = app.chat.locator("agentnook-problem")
    expect(problem).to_contain_text(text("element.failure.network"))
    assert last_answer(app).inner_text().startswith(shown)
    assert app.box.input_value() == "And what of my files?"
    problem.get_by_role("button", name=text("element.retry")).click()
    app.wait_for_answer(LONG_ENDING)
    app.wait_until_idle()
    assert problem.count() == 0
    assert log(app).get_by_text(LONG_QUESTION).count() == 1
    assert log(app).locator(".answer").count() == 1
    assert app.box.input_value() == "And what of my files?"


def test_a_conversation_is_renamed(app: RunningApp) -> None:
    ask(app, "How do I rename a conversation?")
    open_list(app)
    act_on(app, "How do I rename a conversation?", "element.history.rename")
    wait_for_focus(app, text("element.history.new_title"))
    app.shell.keyboard.type("A better name")
    app.shell.keyboard.press("Enter")
    row(app, "A better name").wait_for()
    wait_until(lambda: app.shell.locator("#bar-title").inner_text() == "A better name", what="the name in the bar")
    ask(app, "Thank you")
    assert titles(app)[0] == "A better name"


def test_a_deleted_conversation_is_had_back_or_gone_for_good(app: RunningApp) -> None:
    for said in ("Which shortcuts exist?", "hello there"):
        begin_anew(app)
        ask(app, said)
    open_list(app)
    act_on(app, "Which shortcuts exist?", "element.history.delete")
    wait_until(lambda: "Which shortcuts exist?" not in titles(app), what="the conversation to go")
    app.chat.get_by_role("button", name=text("element.undo.undo")).click()
    row(app, "Which shortcuts exist?").wait_for()
    assert "Which shortcuts exist?" in kept(app)
    act_on(app, "hello there", "element.history.delete")
    wait_until(lambda: log(app).get_by_role("article").count() == 0, what="a new conversation")
    wait_until(lambda: "hello there" not in kept(app), what="the conversation to be deleted", deadline_seconds=15)
    assert "Which shortcuts exist?" in kept(app)
    assert "hello there" not in titles(app)


def test_a_narrow_window_holds_a_conversation(app: RunningApp) -> None:
    resize(app, NARROW)
    ask(app, "Show me code and a table, please")
    assert not app.chat.evaluate(OVERFLOWS)
    assert not app.shell.evaluate(OVERFLOWS)
    expect(app.box).to_be_in_viewport(ratio=1)
    expect(app.chat.get_by_role("button", name=text("element.composer.send"))).to_be_in_viewport(ratio=1)
    ask(app, "show me a form")
    expect(log(app).get_by_role("button", name=text("guide.trip.submit"), exact=True)).to_be_in_viewport()
    open_list(app)
    assert app.chat.get_by_role("dialog", name=text("element.history.title")).bounding_box() is not None
    row(app, "Show me code and a table, please").click()
    app.chat.get_by_role("dialog").wait_for(state="detached")
    expect(app.box).to_be_in_viewport(ratio=1)
    resize(app, WIDE)


def test_a_dark_window_is_dark_and_can_be_read(app: RunningApp) -> None:
    ask(app, "What is this?")
    bright = app.chat.evaluate(CONTRAST)
    button = app.shell.locator("#bar-theme")
    while app.chat.evaluate("document.documentElement.dataset.theme") != "dark":
        before = button.get_attribute("data-choice")
        button.click()
        wait_until(lambda: button.get_attribute("data-choice") != before, what="another theme")  # noqa: B023
    wait_until(lambda: app.shell.locator("html").get_attribute("data-theme") == "dark", what="a dark window")
    dark = app.chat.evaluate(CONTRAST)
    assert dark["ground"] < 0.1 < 0.7 < bright["ground"]
    assert min(dark["contrast"], bright["contrast"]) >= LEAST_CONTRAST


def test_a_whole_session_by_keys_alone(app: RunningApp) -> None:
    xdotool("windowactivate", "--sync", app.window())
    wait_for_focus(app, text("element.composer.label"))
    press_until(app, "shift+Tab", text("element.prompt.private.label"))
    press("Return")
    app.wait_for_answer(LONG_ENDING)
    app.wait_until_idle()
    wait_for_focus(app, text("element.composer.label"))
    xdotool("type", "--delay", "5", "Are you a human?")
    press("Return")
    app.wait_for_answer("not an AI model and not a person")
    app.wait_until_idle()
    press("ctrl+h")
    wait_for_focus(app, text("element.prompt.private.message"))
    press("F2")
    wait_for_focus(app, text("element.history.new_title"))
    xdotool("type", "--delay", "5", "By keys")
    press("Return")
    wait_for_focus(app, "By keys")
    press("shift+F10")
    wait_for_focus(app, text("element.history.rename"))
    press("Down", "Return")
    wait_until(lambda: "By keys" not in titles(app), what="the conversation to go")
    press_until(app, "Tab", text("element.undo.undo"))
    press("Return")
    wait_for_focus(app, "By keys")
    press("Escape")
    wait_for_focus(app, text("element.composer.label"))
    app.wait_for_answer("not an AI model and not a person")
    press("ctrl+n")
    wait_until(lambda: log(app).get_by_role("article").count() == 0, what="a new conversation")
    xdotool("type", "--delay", "5", "back again")
    wait_until(lambda: app.box.input_value() == "back again", what="the words in the composer")
