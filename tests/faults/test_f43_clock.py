"""F43 in the window: a clock that is a day off, or jumps while the program runs, disturbs no hosted conversation."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.official_app import OfficialApp
from tests.support.stand_in_api import stand_in
from tests.support.stand_in_component import stand_in_component

pytestmark = [pytest.mark.window, pytest.mark.qt]

DAY_SECONDS = 86_400
GIVEN = {"OPENAI_API_KEY": "sk-test-0123456789-canary", "CHATKIT_WORKFLOW_ID": "wf_68a1b2c3"}
MOST_SESSIONS = 2


@pytest.mark.parametrize("off_seconds", [-DAY_SECONDS, DAY_SECONDS])
def test_f43_a_wrong_clock_that_jumps_makes_no_storm_of_sessions(tmp_path: Path, off_seconds: int) -> None:
    clock = tmp_path / "clock"
    clock.write_text(str(off_seconds))
    with (
        stand_in() as api,
        stand_in_component() as component,
        OfficialApp(
            tmp_path / "run", component.script("good"), ("--clock", str(clock)), api=api.url, given=GIVEN
        ) as app,
    ):
        app.attach()
        app.say("Before")
        app.wait_for_answer("You said: Before")
        for jump, said in ((0, "right again"), (-off_seconds, "wrong the other way"), (off_seconds, "and back")):
            clock.write_text(str(jump))
            app.say(said)
            app.wait_for_answer(f"You said: {said}")
            # As a page does that is opened anew: it has no secret, and gets the one that is kept.
            app.ask("chat.client_secret", current=None, anew=False)
        assert 1 <= len(api.requests) <= MOST_SESSIONS
        expect(app.strip).to_have_count(0)
        expect(app.quiet).to_be_hidden()
        assert app.stop() == 0
