"""T09 in the real window: a link leaves only as a person was shown it, after a press of theirs, and by the rules."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import OFFER, TAKE_PORT
from tests.support.pointer import click
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, GTK, QT, open_window

ATTEMPTS = 8
PACE_SECONDS = 2.0
QUESTION = "dialog.prompt[open]"
OPEN, CANCEL = f"{QUESTION} .actions .button-main", f"{QUESTION} .actions .button:not(.button-main)"
TAKE_BACK = "document.getElementById('offered')?.remove();"


def question(app: DrivenApp) -> str:
    """Return what the shell asks, or nothing."""
    return str(app.in_shell(f"return document.querySelector('{QUESTION}')?.innerText ?? '';"))


def problem(app: DrivenApp) -> str:
    """Return what the shell's strip says."""
    return str(app.in_shell("return document.getElementById('problems').innerText;"))


def follow(app: DrivenApp, url: str, *, in_chat: bool, target: str = "") -> None:
    """Show a link in a document and press it."""
    run, click = (app.in_chat, app.click_in_chat) if in_chat else (app.in_shell, app.click_in_shell)
    run(OFFER, {"href": url, "target": target})
    click("#offered")
    run(TAKE_BACK)


def answer(app: DrivenApp, button: str) -> None:
    """Answer the question as soon as it takes an answer."""
    wait_until(lambda: question(app), what="the question")
    is_armed = f"return document.querySelector('{OPEN}').getAttribute('aria-disabled') !== 'true';"
    wait_until(lambda: app.in_shell(is_armed), what="the buttons")
    app.click_in_shell(button)
    wait_until(lambda: not question(app), what="the question to go")


def let_pace_pass() -> None:
    """Wait until the shell opens another link to a known host without asking about it."""
    ends_at = time.monotonic() + PACE_SECONDS
    wait_until(lambda: time.monotonic() > ends_at, what="the pace of links")


@pytest.mark.parametrize("app", BOTH, indirect=True)
@pytest.mark.parametrize("in_chat", [True, False], ids=["chat", "shell"])
def test_t09_a_web_link_is_shown_before_it_is_opened(app: DrivenApp, in_chat: bool) -> None:
    host = f"docs-{in_chat}.example.org".lower()
    before = app.opened_outside()
    follow(app, f"https://{host}/page?a=1", in_chat=in_chat, target="_blank")
    wait_until(lambda: host in question(app), what="the question")
    assert f"https://{host}/page?a=1" in question(app)
    answer(app, CANCEL)
    assert app.opened_outside() == before
    follow(app, f"https://{host}/page?a=1", in_chat=in_chat, target="_blank")
    answer(app, OPEN)
    opened = [*before, f"https://{host}/page?a=1"]
    wait_until(lambda: app.opened_outside() == opened, what="the opener")
    app.settle()
    # Once agreed to, the host is not asked about again.
    follow(app, f"https://{host}/other", in_chat=in_chat, target="_blank")
    wait_until(lambda: app.opened_outside() == [*opened, f"https://{host}/other"], what="the opener")
    assert question(app) == ""
    let_pace_pass()


def is_opened(app: DrivenApp, url: str, times: int) -> bool:
    return app.opened_outside().count(url) == times


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t09_a_mail_link_is_shown_each_time(app: DrivenApp) -> None:
    mail = "mailto:someone@example.org?subject=Hello"
    for count in (1, 2):
        follow(app, mail, in_chat=True, target="_blank")
        wait_until(lambda: "someone@example.org" in question(app), what="the question")
        answer(app, OPEN)
        wait_until(partial(is_opened, app, mail, count), what="the opener")
        app.settle()


REFUSED = (
    "http://plain.example.org/",
    "file:///etc/passwd",
    "smb://server/share",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://user:password@example.org/",
    "agentnook:open",
    "-flag",
    "mailto:a@example.org?attach=/etc/passwd",
)


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t09_what_is_outside_the_rules_is_neither_opened_nor_asked_about(app: DrivenApp) -> None:
    before = app.opened_outside()
    for url in REFUSED:
        follow(app, url, in_chat=False)
        wait_until(lambda: "link" in problem(app).lower(), what=f"a word about {url}")
        app.in_shell("document.querySelector('#problems button[aria-label], #problems button')?.click();")
        assert question(app) == ""
        follow(app, url, in_chat=True, target="_blank")
    assert app.ask("app.ping", n=9) == {"n": 9}
    assert question(app) == ""
    assert app.opened_outside() == before


@pytest.mark.parametrize("engine", [QT])
def test_t09_anything_is_opened_without_the_rules_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("link rules",)) as app:
        follow(app, "file:///etc/passwd", in_chat=False)
        wait_until(lambda: app.opened_outside() == ["file:///etc/passwd"], what="the opener")


# What a hostile chat document does when nobody has pressed anything for a while: it says so itself by its address.
ATTACK_UNPRESSED = f"""
    {TAKE_PORT}
    const waiting = setInterval(() => {{
        if (navigator.userActivation.isActive) return;
        clearInterval(waiting);
        for (let number = 0; number < 20; number += 1)
            __port.postMessage({{ type: 'link', url: `https://unpressed.example.org/${{number}}` }});
        setTimeout(() => {{ location.hash = 'attacked'; }}, 500);
    }}, 50);
"""
# It asks for a link with each press, wherever that is, and each time for another host.
ATTACK_PRESSED = f"""
    {TAKE_PORT}
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    let presses = 0;
    cover.onclick = () => {{
        presses += 1;
        __port.postMessage({{ type: 'link', url: `https://pressed-${{presses}}.example.org/` }});
    }};
    document.body.append(cover);
"""


# With one press it goes on asking for links to a host that the person has agreed to, for as long as the press counts.
ATTACK_WITH_ONE_PRESS = f"""
    {TAKE_PORT}
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    let number = 0;
    const next = () => `https://known.example.org/${{(number += 1)}}?q=words`;
    cover.onclick = () => setInterval(() => __port.postMessage({{ type: 'link', url: next() }}), 200);
    document.body.append(cover);
"""


def agree_and_attack(app: DrivenApp) -> None:
    """Have the person agree to a host and press in the hostile document once."""
    follow(app, "https://known.example.org/", in_chat=True, target="_blank")
    answer(app, OPEN)
    wait_until(lambda: app.opened_outside() == ["https://known.example.org/"], what="the opener")
    app.settle()
    app.in_chat(ATTACK_WITH_ONE_PRESS)
    click(app, 400, 300)


@pytest.mark.parametrize("engine", [QT])
def test_t09_one_press_opens_one_link(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path) as app:
        agree_and_attack(app)
        wait_until(lambda: question(app), what="the question")
        assert "https://known.example.org/2?q=words" in question(app)
        assert app.opened_outside() == ["https://known.example.org/", "https://known.example.org/1?q=words"]


@pytest.mark.parametrize("engine", [QT])
def test_t09_one_press_opens_many_links_without_the_pace_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("link pace",)) as app:
        agree_and_attack(app)
        wait_until(lambda: len(app.opened_outside()) > 5, what="the opener")
        assert question(app) == ""


@pytest.mark.parametrize("engine", BOTH)
def test_t09_a_hostile_document_asks_nothing_without_a_press(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path) as app:
        app.in_chat(ATTACK_UNPRESSED)
        wait_until(lambda: app.chat_url().endswith("#attacked"), deadline_seconds=20, what="the attack")
        assert question(app) == ""
        assert "link.open" not in app.notes()["handled"]


@pytest.mark.parametrize("engine", [GTK])
def test_t09_a_hostile_document_asks_without_the_press_check_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("press check",)) as app:
        app.in_chat(ATTACK_UNPRESSED)
        wait_until(lambda: app.chat_url().endswith("#attacked"), deadline_seconds=20, what="the attack")
        assert "unpressed.example.org" in question(app)


# Notes whether a press came before the buttons of a question took any.
NOTE_PRESSES = f"""
    addEventListener('click', ({{ target }}) => {{
        const button = target.closest('{OPEN}');
        if (button) globalThis.__pressed = button.getAttribute('aria-disabled') === 'true' ? 'early' : 'late';
    }}, true);
"""


def find_place(app: DrivenApp) -> tuple[float, float]:
    """Return where the button to open stands when a question is asked, as a hostile document can work out."""
    follow(app, "https://place.example.org/", in_chat=True, target="_blank")
    wait_until(lambda: question(app), what="the question")
    x, y = app.in_shell(
        f"const box = document.querySelector('{OPEN}').getBoundingClientRect();"
        "return [box.left + box.width / 2, box.top + box.height / 2];"
    )
    answer(app, CANCEL)
    return x, y


def press_twice(app: DrivenApp, place: tuple[float, float], host: str) -> None:
    """Double-click at that place: the first press brings the question, the second one hits it."""
    click(app, *place)
    wait_until(lambda: host in question(app), what="the question")
    click(app, *place)


@pytest.mark.parametrize("engine", BOTH)
def test_t09_a_double_click_does_not_answer_the_question(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path) as app:
        place = find_place(app)
        app.in_chat(ATTACK_PRESSED)
        app.in_shell(NOTE_PRESSES)
        for number in range(1, ATTEMPTS + 1):
            host = f"pressed-{number}.example.org"
            press_twice(app, place, host)
            # On a slow machine a double click may come too slowly: then it was an answer, and the next one counts.
            if wait_until(lambda: app.in_shell("return globalThis.__pressed;"), what="the press") == "early":
                break
            app.in_shell("globalThis.__pressed = '';")
        assert host in question(app)
        answer(app, CANCEL)
        assert f"https://{host}/" not in app.opened_outside()


@pytest.mark.parametrize("engine", [GTK])
def test_t09_a_double_click_answers_without_the_pause_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("armed buttons",)) as app:
        place = find_place(app)
        app.in_chat(ATTACK_PRESSED)
        press_twice(app, place, "pressed-1.example.org")
        wait_until(lambda: app.opened_outside() == ["https://pressed-1.example.org/"], what="the opener")
