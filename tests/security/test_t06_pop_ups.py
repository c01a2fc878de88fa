"""T06: a document opens no second window, where it could be whatever it likes; a press leads to our question."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.pointer import click, windows_of
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, open_window

QUESTION = "return document.querySelector('dialog.prompt[open]')?.innerText ?? '';"
PLACE = (500, 300)
# One window with a press, in three ways without one: by itself, by a link, and by a form.
OPEN_WINDOWS = """
    const link = document.createElement('a');
    Object.assign(link, { href: 'https://unpressed.example.org/link', target: '_blank' });
    const form = document.createElement('form');
    Object.assign(form, { action: 'https://unpressed.example.org/form', target: '_blank' });
    document.body.append(link, form);
    const waiting = setInterval(() => {
        if (navigator.userActivation.isActive) return;
        clearInterval(waiting);
        open('https://unpressed.example.org/');
        open('https://unpressed.example.org/', 'named', 'popup,width=300,height=200');
        link.click();
        form.submit();
        parent.postMessage('tried', '*');
    }, 50);
"""
# Tells Python when that is done, so that a test hears of it which does not watch the page.
HEAR_OF_TRIES = f"""
    {WITH_BRIDGE}
    addEventListener('message', ({{ data }}) => data === 'tried' && bridge.call('connection.list', {{}}));
"""
OPEN_PRESSED = """
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    cover.onclick = () => {
        cover.remove();
        open('https://pressed.example.org/', 'named', 'popup,width=300,height=200');
    };
    document.body.append(cover);
"""


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t06_no_window_opens_without_a_press(app: DrivenApp) -> None:
    windows = windows_of(app)
    app.in_shell(HEAR_OF_TRIES)
    app.in_chat(OPEN_WINDOWS)
    with app.unwatched():
        wait_until(
            lambda: "connection.list" in app.notes()["handled"], deadline_seconds=20, what="the tries to be over"
        )
    assert app.ask("app.ping", n=5) == {"n": 5}
    assert app.in_shell(QUESTION) == ""
    assert windows_of(app) == windows


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t06_a_press_leads_to_the_question_and_to_no_window(app: DrivenApp) -> None:
    windows, asked = windows_of(app), app.notes()["links_asked"]
    app.in_chat(OPEN_PRESSED)
    with app.unwatched():
        click(app, *PLACE)
        wait_until(lambda: app.notes()["links_asked"] > asked, what="the question")
    wait_until(lambda: "pressed.example.org" in app.in_shell(QUESTION), what="the question")
    assert windows_of(app) == windows
    assert app.opened_outside() == []


@pytest.mark.parametrize("engine", BOTH)
def test_t06_a_window_opens_when_it_is_not_refused_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("pop-up refusal",)) as app:
        windows = windows_of(app)
        app.in_chat(OPEN_PRESSED)
        app.let_go()
        click(app, *PLACE)
        wait_until(lambda: len(windows_of(app)) > len(windows), what="the window")
