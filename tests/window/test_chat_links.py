"""A plain link in the chat document: it never replaces the document, and the shell asks where it goes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import OFFER
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, QT, open_window

QUESTION = "return document.querySelector('dialog.prompt[open]')?.innerText ?? '';"
# Pressed as a person does: on WebKit what a script presses takes back the real press that comes after it.
CANCEL = "dialog.prompt[open] .actions .button:not(.button-main)"
# A document's port as it is before the shell has answered, and a link that is pressed then.
PRESSED_EARLY = """
    void import(new URL('./shell_port.js', location.href).href).then(({ ShellPort }) => {
        const early = new ShellPort({ table: {}, words: (key) => key });
        const link = document.getElementById('offered');
        link.addEventListener('click', (event) => {
            event.preventDefault();
            early.tell({ type: 'link', url: link.href });
            early.open(() => {});
        });
        link.dataset.ready = '';
    });
"""


@pytest.fixture(scope="module")
def app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DrivenApp]:
    """Return the running program; the engine comes from the test's own parameter."""
    with open_window(request.param, tmp_path_factory.mktemp("app")) as running:
        yield running


def asks_about(app: DrivenApp, url: str) -> bool:
    """Tell whether the shell asks about this address."""
    return url in str(app.in_shell(QUESTION))


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_a_plain_link_asks_and_leaves_the_conversation_where_it_is(app: DrivenApp) -> None:
    before = app.chat_url()
    app.in_chat("document.documentElement.dataset.witness = 'the same';")
    for number in range(3):
        url = f"https://plain-{number}.example.org/page"
        app.in_chat(OFFER, {"href": url})
        app.click_in_chat("#offered")
        wait_until(partial(asks_about, app, url), what="the question")
        app.click_in_shell(CANCEL)
        wait_until(lambda: app.in_shell(QUESTION) == "", what="the question to go")
        app.in_chat("document.getElementById('offered').remove();")
    assert app.chat_url() == before
    assert app.in_chat("return document.documentElement.dataset.witness;") == "the same"


# On WebKit what waits in a script of the driver takes back the press that comes after it.
@pytest.mark.parametrize("app", [QT], indirect=True)
def test_a_link_that_is_pressed_before_the_port_is_there_is_asked_about(app: DrivenApp) -> None:
    url = "https://early.example.org/page"
    app.in_chat(OFFER, {"href": url})
    app.in_chat(PRESSED_EARLY)
    wait_until(lambda: app.in_chat("return document.querySelector('#offered[data-ready]') !== null;"), what="the link")
    app.click_in_chat("#offered")
    wait_until(partial(asks_about, app, url), what="the question")
