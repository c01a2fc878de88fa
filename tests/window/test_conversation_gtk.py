"""The main path of a conversation in the WebKitGTK window, by mouse and keyboard, with the real chat host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.resources import text
from tests.support.gtk_app import GtkApp
from tests.support.pointer import click
from tests.support.running_app import xdotool
from tests.support.talking import held_answer
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.gtk]

# An answer that is long enough to be interrupted: where it begins, and where it would end.
LONG_BEGINNING = "Nothing you write here leaves this computer."
LONG_ENDING = text("guide.private").split()[-1]
# In the chat document: every element, also those in shadow trees, and what can be read in one.
READING = """
  const inside = (node) => [...node.children, ...(node.shadowRoot?.children ?? [])];
  const everything = (node) => inside(node).flatMap((each) => [each, ...everything(each)]);
  const read = (node) => node.nodeType === Node.TEXT_NODE ? node.data
    : node.nodeName === 'STYLE' ? '' : [...(node.shadowRoot ?? node).childNodes].map(read).join('');
  const log = () => everything(document.body).find((each) => each.role === 'log');
"""
SAID = READING + "const found = log(); return found ? read(found).replace(/\\s+/g, ' ') : '';"
SELECTED = READING + "return everything(document.body).filter((each) => each.matches(argument)).length;"
VALUE = READING + "return everything(document.body).find((each) => each.localName === 'textarea')?.value;"
# Where the middle of the last control of that name is in the chat document; null while there is none to press.
PLACE = (
    READING
    + """
  const named = (each) => [each.ariaLabel, read(each).trim()].includes(argument) && each.disabled !== true;
  const control = everything(document.body).findLast((each) => each.matches('button, textarea') && named(each));
  control?.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = control?.getBoundingClientRect() ?? {};
  return control ? [left + width / 2, top + height / 2] : null;
"""
)
FRAME = "const { left, top } = document.querySelector('iframe').getBoundingClientRect(); return [left, top];"
WEARS = "return [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor];"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gtk")


@pytest.fixture(scope="module")
def app(folder: Path) -> Iterator[GtkApp]:
    with GtkApp(folder / "first") as app:
        app.open()
        yield app


def place_of(app: GtkApp, name: str) -> Any:
    """Return where a control of the chat document is in the window; None while it cannot be pressed."""
    place = app.in_chat(PLACE, name)
    if place is None:
        return None
    left, top = app.in_shell(FRAME)
    return left + place[0], top + place[1]


def press(app: GtkApp, name: str) -> None:
    """Click a control of the chat document by its name."""
    click(app, *wait_until(lambda: place_of(app, name), what=f"the control {name}"))


def say(app: GtkApp, words: str) -> None:
    press(app, text("element.composer.label"))
    xdotool("type", "--delay", "5", words)
    wait_until(lambda: app.in_chat(VALUE) == words, what="the words in the composer")
    xdotool("key", "Return")


def wait_for_words(app: GtkApp, words: str) -> None:
    wait_until(lambda: words in app.in_chat(SAID), deadline_seconds=30, what=words)


def wait_until_idle(app: GtkApp) -> None:
    send = f"[aria-label='{text('element.composer.send')}']"
    wait_until(lambda: app.in_chat(SELECTED, send) == 1, deadline_seconds=30, what="the end of the answer")


def test_an_answer_is_formatted_and_a_button_in_it_answers(app: GtkApp) -> None:
    say(app, "Show me code and a table")
    wait_for_words(app, "Everything above is fixed text.")
    wait_until_idle(app)
    assert app.in_chat(SELECTED, "pre") == 1
    assert app.in_chat(SELECTED, "table") == 1
    assert app.in_chat(SELECTED, "strong") >= 1
    say(app, "show me a card")
    press(app, text("guide.card.second"))
    wait_for_words(app, text("guide.card.second.pressed"))
    wait_until_idle(app)


def test_an_answer_is_stopped_and_stays_as_far_as_it_came(app: GtkApp) -> None:
    # The host is silent when it is stopped: the page has to hang up by itself.
    with held_answer(app, lambda: say(app, "Is this private?"), lambda: LONG_BEGINNING in app.in_chat(SAID)):
        said = app.in_chat(SAID)
        press(app, text("element.composer.stop"))
        wait_until_idle(app)
    # What was on its way when the host was held is shown, too.
    assert app.in_chat(SAID).startswith(said)
    say(app, "Are you a human?")
    wait_for_words(app, "not an AI model and not a person")
    wait_until_idle(app)
    assert LONG_ENDING not in app.in_chat(SAID)


def test_a_dark_window_is_dark_in_both_documents(app: GtkApp) -> None:
    say(app, "use dark mode")
    wait_for_words(app, "The window is dark now")
    wait_until_idle(app)
    for ask in (app.in_shell, app.in_chat):
        theme, ground = wait_until(lambda ask=ask: ask(WEARS), what="the theme")  # type: ignore[misc]
        assert theme == "dark"
        assert max(int(part) for part in ground.removeprefix("rgb(").removesuffix(")").split(", ")) < 64


def test_the_next_start_has_it_all(app: GtkApp, folder: Path) -> None:
    assert app.stop() == 0
    again = GtkApp(folder / "second")
    shutil.copytree(app.data_dir, again.data_dir)
    with again:
        again.open()
        assert again.in_shell(WEARS)[0] == "dark"
        again.click_in_shell("#bar-history")
        press(again, "Show me code and a table")
        wait_for_words(again, "The window is dark now")
        for words in ("def greet(name: str) -> str:", text("guide.card.second.pressed"), LONG_BEGINNING):
            assert words in again.in_chat(SAID)
        assert LONG_ENDING not in again.in_chat(SAID)
        assert again.stop() == 0
