"""F26: the page's script does not come: after ten seconds a static page says so, and its Retry works."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.resources import text
from app.window.recovery import READY_DEADLINE_SECONDS
from tests.support.running_app import RunningApp
from tests.support.waiting import holds_for, wait_until


@pytest.mark.window
@pytest.mark.qt
def test_f26_a_page_that_never_gets_ready_gives_way_to_one_that_says_so_and_its_retry_works(tmp_path: Path) -> None:
    flag = tmp_path / "no-script"
    flag.touch()
    launcher = ("-m", "tests.support.faulty", "--fault", "no script", "--while", str(flag), "--")
    with RunningApp(tmp_path / "data", launcher=launcher) as app:
        page = app.attach()
        began_at = time.monotonic()
        heading = page.get_by_role("heading", name=text("not_ready.title"))
        heading.wait_for(timeout=(READY_DEADLINE_SECONDS + 5) * 1000)
        print(f"explained after {time.monotonic() - began_at:.1f} s")
        # The page that explains is no page that has to get ready: it stays until somebody presses Retry.
        shown = page.url
        assert holds_for(1.0, lambda: page.url == shown)
        flag.unlink()
        page.get_by_role("link", name=text("not_ready.retry")).click()
        app.composer()
        app.say("Are you a human?")
        app.wait_for_answer("not an AI model and not a person")
        assert app.stop() == 0
        wait_until(lambda: "page_not_ready" in (tmp_path / "data" / "failures.json").read_text())
