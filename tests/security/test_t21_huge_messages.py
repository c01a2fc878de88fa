"""T21 in the real WebKitGTK window: a page that posts huge texts costs the window's process no memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bridge.bounds import MAX_MESSAGE_BYTES
from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import POST
from tests.support.windows import GTK, open_window

HUGE_CHARACTERS = 64 * 1024 * 1024
MOST_GROWTH_BYTES = HUGE_CHARACTERS // 4
POST_HUGE = "webkit.messageHandlers.jsBridge.postMessage('x'.repeat(argument));"
TRY_HUGE = """
    const huge = 'x'.repeat(argument);
    dispatchEvent(new CustomEvent('agentnook:post', { detail: huge }));
    parent.postMessage(huge, '*');
    return typeof globalThis.webkit;
"""
SAY = f"{POST} post('x'.repeat(argument));"


def most_memory(app: DrivenApp) -> int:
    """Return the most that the window's process ever had in memory, in bytes."""
    lines = Path(f"/proc/{app.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


@pytest.mark.parametrize("app", [GTK], indirect=True)
def test_t21_huge_texts_stay_in_the_page_that_says_them(app: DrivenApp) -> None:
    before = most_memory(app)
    assert app.in_chat(TRY_HUGE, HUGE_CHARACTERS) == "undefined"
    app.in_shell(SAY, HUGE_CHARACTERS)
    assert app.ask("app.ping", n=21) == {"n": 21}
    assert most_memory(app) - before < MOST_GROWTH_BYTES


@pytest.mark.parametrize("app", [GTK], indirect=True)
def test_t21_a_text_of_the_bound_still_arrives(app: DrivenApp) -> None:
    before = app.notes()["dropped"]
    app.in_shell(SAY, MAX_MESSAGE_BYTES + 1)
    app.in_shell(SAY, MAX_MESSAGE_BYTES)
    app.ask("app.ping", n=22)
    assert app.notes()["dropped"] == before + 1


@pytest.mark.parametrize("engine", [GTK])
def test_t21_a_huge_text_of_a_frame_grows_the_window_without_its_own_world_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("own script world",)) as app:
        before = most_memory(app)
        app.in_chat(POST_HUGE, HUGE_CHARACTERS)
        app.ask("app.ping", n=21)
        assert most_memory(app) - before > MOST_GROWTH_BYTES
