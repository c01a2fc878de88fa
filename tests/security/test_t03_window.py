"""T03 in the real window: ids and names that would be scripts reach the gate by the engine's own transport."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.attacks import hostile_ids
from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import POST, WITH_BRIDGE
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, QT, open_window

HOSTILE = 5_000
# The attacker even knows the token here, so the shape alone must hold. Each text is an id once and a name once.
POST_ALL = f"""
    {POST}
    const {{ token, texts }} = JSON.parse(argument);
    const call = {{ v: 1, id: '1', token, name: 'app.ping', args: {{ n: 1 }} }};
    texts.forEach((text, index) => {{
        post(JSON.stringify({{ ...call, id: text }}));
        post(JSON.stringify({{ ...call, id: String(100_000_000 + index), name: text }}));
    }});
"""
# A name that is no command does not even leave the page.
CALL_ALL = f"""
    {WITH_BRIDGE}
    const outcomes = await Promise.allSettled(JSON.parse(argument).texts.map((text) => bridge.call(text, {{ n: 1 }})));
    return outcomes.filter((outcome) => outcome.reason?.code === 'unknown_command').length;
"""
PWNED = "return String(globalThis.__pwned);"


def attack(app: DrivenApp, count: int) -> str:
    """Return what an attacker posts: as a text in ASCII, because half a character is no text for a driver."""
    return json.dumps({"token": app.notes()["token"], "texts": list(hostile_ids(count))})


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t03_hostile_ids_and_names_run_nothing_in_the_page(app: DrivenApp) -> None:
    before = app.notes_at_rest()
    app.in_shell(POST_ALL, attack(app, HOSTILE))
    assert app.in_shell(CALL_ALL, attack(app, HOSTILE)) == HOSTILE
    assert app.ask("app.ping", n=3) == {"n": 3}
    assert app.in_shell(PWNED) == "undefined"
    assert app.in_chat(PWNED) == "undefined"
    after = app.notes()
    assert after["handled"] == before["handled"] | {"app.ping": 1}
    # A text that is no string is no name either, and so not even refused.
    assert after["dropped"] - before["dropped"] + after["refused"] - before["refused"] == 2 * HOSTILE
    assert after["refused"] - before["refused"] >= HOSTILE - 9


@pytest.mark.parametrize("engine", [QT])
def test_t03_hostile_ids_run_in_the_page_without_the_id_check_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("id check",)) as app:
        # One that fits: the others would only break the script that they are in. What comes after it there is lost.
        text = json.dumps({"token": app.notes()["token"], "texts": ['"}]);globalThis.__pwned=1;//']})
        app.in_shell(POST_ALL, text)
        wait_until(lambda: app.in_shell(PWNED) == "1", what="the script")
