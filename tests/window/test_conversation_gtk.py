"""The main path of a conversation in the WebKitGTK window, by mouse and keyboard, with the real chat host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.resources import text
from tests.support.gtk_app import GtkApp
from tests.support.gtk_documents import READING, chat_of
from tests.support.pictures import picture_of
from tests.support.talking import held_answer
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.gtk]

# An answer that is long enough to be interrupted: where it begins, and where it would end.
LONG_BEGINNING = "Nothing you write here leaves this computer."
LONG_ENDING = text("guide.private").split()[-1]
ATTACH = """
  const bytes = Uint8Array.from(argument.match(/../g), (pair) => parseInt(pair, 16));
  const files = [new File([bytes], 'picture.png', { type: 'image/png' })];
  return document.querySelector('agentnook-chat').setComposerValue({ files });
"""
PICTURES = (
    READING
    + """
  return select('img').filter((each) => each.alt === argument).map(({ naturalWidth }) => naturalWidth);
"""
)
WEARS = "return [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor];"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gtk")


@pytest.fixture(scope="module")
def app(folder: Path) -> Iterator[GtkApp]:
    with GtkApp(folder / "first") as app:
        app.open()
        yield app


def say(app: GtkApp, words: str) -> None:
    chat_of(app).say(text("element.composer.label"), words)


def wait_until_idle(app: GtkApp) -> None:
    send = f"[aria-label='{text('element.composer.send')}']"
    wait_until(lambda: chat_of(app).count(send) == 1, deadline_seconds=30, what="the end of the answer")


def test_an_answer_is_formatted_and_a_button_in_it_answers(app: GtkApp) -> None:
    say(app, "Show me code and a table")
    chat_of(app).wait_for("Everything above is fixed text.")
    wait_until_idle(app)
    assert chat_of(app).count("pre") == 1
    assert chat_of(app).count("table") == 1
    assert chat_of(app).count("strong") >= 1
    say(app, "show me a card")
    chat_of(app).press(text("guide.card.second"))
    chat_of(app).wait_for(text("guide.card.second.pressed"))
    wait_until_idle(app)


def test_an_answer_is_stopped_and_stays_as_far_as_it_came(app: GtkApp) -> None:
    # The host is silent when it is stopped: the page has to hang up by itself.
    with held_answer(app, lambda: say(app, "Is this private?"), lambda: LONG_BEGINNING in chat_of(app).said()):
        said = chat_of(app).said()
        chat_of(app).press(text("element.composer.stop"))
        wait_until_idle(app)
    # What was on its way when the host was held is shown, too.
    assert chat_of(app).said().startswith(said)
    say(app, "Are you a human?")
    chat_of(app).wait_for("not an AI model and not a person")
    wait_until_idle(app)
    assert LONG_ENDING not in chat_of(app).said()


def test_a_dark_window_is_dark_in_both_documents(app: GtkApp) -> None:
    say(app, "use dark mode")
    chat_of(app).wait_for("The window is dark now")
    wait_until_idle(app)
    for ask in (app.in_shell, app.in_chat):
        theme, ground = wait_until(lambda ask=ask: ask(WEARS), what="the theme")  # type: ignore[misc]
        assert theme == "dark"
        assert max(int(part) for part in ground.removeprefix("rgb(").removesuffix(")").split(", ")) < 64


def test_a_file_is_attached_sent_and_shown(app: GtkApp, folder: Path) -> None:
    picture = picture_of(folder, background="teal", drawn=True)
    app.in_chat(ATTACH, picture.read_bytes().hex())
    wait_until(lambda: chat_of(app).count("li.done") == 1, what="the file to arrive")
    say(app, "Look at this")
    chat_of(app).wait_for(text("guide.attached.one"))
    wait_until(lambda: app.in_chat(PICTURES, "picture.png") == [160], what="the picture in the conversation")
    wait_until_idle(app)


def test_the_next_start_has_it_all(app: GtkApp, folder: Path) -> None:
    assert app.stop() == 0
    again = GtkApp(folder / "second")
    shutil.copytree(app.data_dir, again.data_dir)
    with again:
        again.open()
        assert again.in_shell(WEARS)[0] == "dark"
        again.click_in_shell("#bar-history")
        chat_of(again).press("Show me code and a table")
        chat_of(again).wait_for("The window is dark now")
        for words in ("def greet(name: str) -> str:", text("guide.card.second.pressed"), LONG_BEGINNING):
            assert words in chat_of(again).said()
        assert LONG_ENDING not in chat_of(again).said()
        assert again.stop() == 0
