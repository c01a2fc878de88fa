"""A person who begins to type when the window is there has typed a message, on either engine, without a click."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.running_app import xdotool
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, open_window

DRAFT = "return document.querySelector('agentnook-chat').draft;"


@pytest.mark.parametrize("engine", BOTH)
def test_the_first_letters_are_in_the_message(tmp_path: Path, engine: str) -> None:
    with open_window(engine, tmp_path) as app:
        xdotool("windowfocus", "--sync", app.window())
        xdotool("type", "--delay", "20", "hello")
        wait_until(lambda: app.in_chat(DRAFT) == "hello", what="the letters in the composer")
