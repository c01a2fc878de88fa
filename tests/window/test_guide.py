"""The guide in the real window and through the real chat host: its list, form, cards and question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from app.resources import text
from tests.support.running_app import RunningApp
from tests.support.talking import ask, log
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

MOST_TABS = 12
# All that can be read, also within the elements that keep their own: Playwright's inner_text stops at those.
READABLE = """(log) => {
  const read = (node) => node.nodeType === Node.TEXT_NODE ? node.data
    : node.nodeName === 'STYLE' ? '' : [...(node.shadowRoot ?? node).childNodes].map(read).join('');
  return read(log).replace(/\\s+/g, ' ');
}"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    with RunningApp(tmp_path_factory.mktemp("guide") / "data", arguments=("--theme", "light")) as app:
        yield app.connect()


@pytest.fixture
def app(running: RunningApp) -> RunningApp:
    """Return the program with a new conversation."""
    running.wait_until_idle()
    running.shell.keyboard.press("Escape")
    if log(running).get_by_role("article").count() > 0:
        running.chat.evaluate("document.querySelector('agentnook-chat').setThreadId(null)")
        wait_until(lambda: log(running).get_by_role("article").count() == 0, what="a new conversation")
    return running


def press_tab_until(app: RunningApp, field: Locator) -> None:
    """Go on with the Tab key until a field has the focus."""
    for _ in range(MOST_TABS):
        if field.evaluate("(field) => field.matches(':focus')"):
            return
        app.shell.keyboard.press("Tab")
    raise AssertionError("the Tab key does not come to the field")


def test_a_row_of_the_list_is_answered(app: RunningApp) -> None:
    ask(app, "What can you do?")
    log(app).get_by_role("button", name=text("guide.try.private")).click()
    app.wait_for_answer("Nothing you write here leaves this computer.")
    app.wait_until_idle()
    log(app).get_by_role("button", name=text("guide.try.connect")).focus()
    app.shell.keyboard.press("Enter")
    app.wait_for_answer("there you describe an agent")


def test_a_form_is_filled_in_by_keyboard(app: RunningApp) -> None:
    ask(app, "show me a form")
    keyboard, fields = app.shell.keyboard, log(app).locator("form")
    fields.get_by_label(text("guide.trip.destination")).focus()
    keyboard.type("[Lisbon](https://evil.example)")
    press_tab_until(app, fields.get_by_label(text("guide.trip.transport"), exact=True))
    keyboard.press("ArrowDown")
    press_tab_until(app, fields.get_by_label(text("guide.trip.day")))
    keyboard.type("05052026")
    press_tab_until(app, fields.get_by_label(text("guide.trip.alone.label")))
    keyboard.press("Space")
    press_tab_until(app, fields.get_by_label(text("guide.trip.note")))
    keyboard.type("By the *sea*")
    press_tab_until(app, fields.get_by_role("button", name=text("guide.trip.submit")))
    keyboard.press("Enter")
    app.wait_for_answer(text("guide.form.filled")[:40])
    app.wait_until_idle()
    for value in ("[Lisbon](https://evil.example)", text("guide.trip.transport.train"), "2026-05-05", "By the *sea*"):
        log(app).get_by_text(value, exact=True).last.wait_for()
    assert log(app).get_by_role("link").count() == 0
    sent = log(app).get_by_role("button", name=text("guide.trip.sent"))
    assert sent.is_disabled()
    assert log(app).get_by_label(text("guide.trip.destination")).is_disabled()
    assert log(app).get_by_role("button", name=text("guide.trip.submit"), exact=True).count() == 0


def test_a_form_without_its_required_value_stays(app: RunningApp) -> None:
    ask(app, "show me a form")
    before = log(app).get_by_role("article").count()
    submit = log(app).get_by_role("button", name=text("guide.trip.submit"), exact=True)
    submit.click()
    destination = log(app).get_by_label(text("guide.trip.destination"))
    wait_until(lambda: destination.evaluate("(field) => field.matches(':focus')"), what="the field that is missing")
    assert submit.is_enabled()
    assert log(app).get_by_role("article").count() == before


def test_a_pressed_theme_changes_the_window(app: RunningApp) -> None:
    ask(app, "change the theme")
    log(app).get_by_role("button", name=text("guide.themes.dark"), exact=True).click()
    app.wait_for_answer(text("guide.theme.dark.done")[:20])
    app.wait_until_idle()
    assert app.chat.evaluate("document.documentElement.dataset.theme") == "dark"
    assert json.loads((app.data_dir / "settings.json").read_text())["theme"] == "dark"
    assert log(app).get_by_role("button", name=text("guide.themes.light"), exact=True).is_enabled()


def test_a_pressed_button_is_answered_once(app: RunningApp) -> None:
    ask(app, "show me a card")
    log(app).get_by_role("button", name=text("guide.card.second")).click()
    app.wait_for_answer(text("guide.card.second.pressed"))
    app.wait_until_idle()
    assert log(app).get_by_role("button", name=text("guide.card.first")).is_disabled()
    assert log(app).get_by_role("button", name=text("guide.card.second")).is_disabled()


def test_a_question_is_answered_with_an_option(app: RunningApp) -> None:
    ask(app, "ask me something")
    log(app).get_by_role("radio", name=text("guide.question.code")).check()
    log(app).get_by_role("button", name=text("element.questions.send")).click()
    app.wait_for_answer("Everything above is fixed text.")
    log(app).locator("pre").wait_for()


def test_a_question_is_skipped(app: RunningApp) -> None:
    ask(app, "ask me something")
    log(app).get_by_role("button", name=text("element.questions.skip")).click()
    app.wait_for_answer(text("guide.question.skipped")[:20])


def test_its_steps_are_shown(app: RunningApp) -> None:
    ask(app, "How do you work?")
    log(app).get_by_text(text("guide.steps.read")).wait_for()
    log(app).get_by_text(text("guide.steps.choose")).wait_for()


@pytest.mark.parametrize(
    ("said", "link", "sheet"),
    [
        ("settings", "the settings", "shell.more.settings"),
        ("diagnostics", "Diagnostics", "shell.more.diagnostics"),
        ("keyboard shortcuts", "Keyboard shortcuts", "shell.more.shortcuts"),
    ],
)
def test_a_link_leads_to_its_place(app: RunningApp, said: str, link: str, sheet: str) -> None:
    ask(app, said)
    log(app).get_by_role("link", name=link).last.click()
    app.shell.get_by_role("dialog", name=text(sheet)).wait_for()


def test_a_restart_keeps_everything(tmp_path: Path) -> None:
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        for said in ("what can you do?", "show me a form", "how do you work?", "show me code", "ask me something"):
            ask(app, said)
        log(app).get_by_role("button", name=text("element.questions.skip")).click()
        app.wait_for_answer(text("guide.question.skipped")[:20])
        app.wait_until_idle()
        before = log(app).evaluate(READABLE)
        assert text("guide.trip.title") in before
        assert text("guide.steps.read") in before
        assert app.stop() == 0
    with RunningApp(tmp_path / "data") as app:
        app.connect()
        app.shell.get_by_role("button", name=text("shell.bar.history")).click()
        conversations = app.chat.get_by_role("navigation", name=text("element.history.title"))
        conversations.get_by_text("what can you do?").click()
        app.wait_for_answer(text("guide.question.skipped")[:20])
        wait_until(lambda: log(app).evaluate(READABLE) == before, what="the same conversation")
