"""`dev.py run` where there is a screen: the program's window opens, and its process is the one that was started."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.running_app import RunningApp

pytestmark = [pytest.mark.window, pytest.mark.qt]


def test_run_with_a_screen_opens_the_window(tmp_path: Path) -> None:
    with RunningApp(tmp_path, launcher=("packaging/dev.py", "run", "--no-install")) as app:
        app.connect()
        assert app.window()
        assert app.as_process().cmdline()[1:3] == ["-m", "app"]
        app.say("What is this?")
        app.wait_for_answer("a home for chat agents")
        assert app.stop() == 0
