"""A link of the conversation into the program: a person who presses it comes there, a document by itself does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.resources import text
from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import TAKE_PORT
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, open_window

# A document that asks for a sheet when nobody has pressed anything, and with each press on its cover. A debugger's
# script passes for a press for a while: Chromium is waited for, and WebKit's pages are not to be believed.
ASK = f"""
    {TAKE_PORT}
    const ask = () => __port.postMessage({{ type: 'deeplink', name: 'settings', data: {{}} }});
    const cover = document.createElement('div');
    cover.id = 'cover';
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    cover.onclick = ask;
    document.body.append(cover);
    const waiting = setInterval(() => {{
        if (/Chrome/.test(navigator.userAgent) && navigator.userActivation.isActive) return;
        clearInterval(waiting);
        ask();
    }}, 50);
"""
SHEET = "return document.querySelector('dialog.sheet[open]')?.innerText ?? '';"


def is_shown(app: DrivenApp) -> bool:
    return text("shell.more.settings") in str(app.in_shell(SHEET))


@pytest.mark.parametrize("engine", BOTH)
def test_only_a_press_leads_into_the_program(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path) as app:
        app.in_chat(ASK)
        wait_until(lambda: "deeplink settings" in app.log(), deadline_seconds=20, what="the refusal")
        assert not is_shown(app)
        app.click_in_chat("#cover")
        wait_until(lambda: is_shown(app), what="the sheet")


@pytest.mark.parametrize("engine", BOTH)
def test_a_document_opens_sheets_without_the_press_check_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("press check",)) as app:
        app.in_chat(ASK)
        wait_until(lambda: is_shown(app), deadline_seconds=20, what="the sheet")
