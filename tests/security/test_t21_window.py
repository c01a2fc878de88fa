"""T21 in the real window: twenty thousand calls past the page's own queue leave the window alive, its threads few."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.page_scripts import POST, WITH_BRIDGE
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, QT, open_window

CALLS = 20_000
FLOOD_MILLISECONDS = 2_000
ANSWER_MILLISECONDS = 200
MOST_THREADS = 12
# Stock pywebview starts a thread a call; some more than the allowed number are enough to show it.
TWIN_CALLS = 200
FLOOD = f"""
    {POST}
    {WITH_BRIDGE}
    const kinds = [
        ['tool.list', {{}}], ['settings.read', {{ key: 'theme' }}], ['connection.list', {{}}], ['chat.endpoint', {{}}],
        ['diagnostics.run', {{ ids: [], online: false }}], ['app.ping', {{ n: 1 }}],
        ['draft.keep', {{ text: 'x'.repeat(500), thread_id: null }}],
    ];
    const ping = async () => {{
        const began = performance.now();
        await bridge.call('app.ping', {{ n: 1 }});
        return performance.now() - began;
    }};
    const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const began = performance.now();
    const meanwhile = [];
    for (let number = 0; number < argument.calls; number += 1) {{
        const [name, args] = kinds[number % kinds.length];
        post(JSON.stringify({{ v: 1, id: String(number + 1), token: argument.token, name, args }}));
        if (number % 1_000 === 500) meanwhile.push(ping());
        // The page's own thread has to live as well, or no answer would ever arrive.
        const early = (number / argument.calls) * argument.milliseconds - (performance.now() - began);
        if (number % 100 === 99) await pause(Math.max(early, 0));
    }}
    const answers = {{ meanwhile: await Promise.all(meanwhile), afterwards: [] }};
    for (let number = 0; number < 9; number += 1) answers.afterwards.push(await ping());
    return answers;
"""


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t21_a_flood_past_the_queue_leaves_the_window_alive(app: DrivenApp) -> None:
    wait_until(lambda: app.ask("chat.endpoint")["state"] == "ready", deadline_seconds=30, what="the chat host")
    before = app.notes()
    flood = {"calls": CALLS, "milliseconds": FLOOD_MILLISECONDS, "token": before["token"]}
    answers = app.in_shell(FLOOD, flood)
    after = app.notes()
    judged = [after[outcome] - before[outcome] for outcome in ("passed", "refused", "dropped")]
    assert sum(judged) >= CALLS
    assert after["refused"] > before["refused"]
    assert len(answers["meanwhile"]) == CALLS / 1_000
    assert statistics.median(answers["afterwards"]) < ANSWER_MILLISECONDS
    assert len(after["most_threads"]) <= MOST_THREADS, after["most_threads"]
    assert app.process.poll() is None
    assert app.in_chat("return document.readyState;") == "complete"


@pytest.mark.parametrize("engine", [QT])
def test_t21_a_flood_takes_a_thread_a_call_without_lanes_and_limits_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("lanes and limits",)) as app:
        app.in_shell(FLOOD, {"calls": TWIN_CALLS, "milliseconds": 1, "token": app.notes()["token"]})
        assert len(app.notes()["most_threads"]) > MOST_THREADS
