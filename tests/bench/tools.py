"""Measures the question about a tool: how soon after the agent's call a person sees it."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.bench.targets import Target
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

ROUNDS = 20
# Not a wait for a condition: the page lets no more than five calls a second through.
PAUSE_SECONDS = 0.3
SHOWN = Target("a tool's question is seen after the call, ms", 100, 50)
# From the call as the chat document's comes in, to the frame in which the question is painted; then it is denied, as
# who closes the window does: a person's denials would silence the next ones.
MEASURE = f"""async (call_id) => {{
    {WITH_BRIDGE}
    const seen = new Promise((resolve) => {{
        const watcher = new MutationObserver(() => {{
            if (document.querySelector('dialog.prompt[open]') === null) return;
            watcher.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        }});
        watcher.observe(document.body, {{ childList: true, subtree: true, attributes: true }});
    }});
    const params = {{ file_name: 'notes.md', content: 'A line of some words.\\n'.repeat(1_000) }};
    const began = performance.now();
    const name = 'save_file';
    bridge.call('tool.invoke', {{ name, params, call_id, connection: 'local' }}).catch(() => undefined);
    const took = (await seen) - began;
    await bridge.call('connection.select', {{ id: 'local' }});
    return took;
}}"""


def measure() -> list[str]:
    """Print the figure; returns the floor that was missed."""
    with tempfile.TemporaryDirectory() as folder, RunningApp(Path(folder) / "data") as app:
        app.connect()
        spread = [seen_after(app, number) for number in range(ROUNDS + 1)][1:]  # the first fetches what is on demand
    SHOWN.print_out(spread)
    return [SHOWN.name] if SHOWN.missed(spread) else []


def seen_after(app: RunningApp, number: int) -> float:
    """Return after how many milliseconds the question is seen, once it is gone again."""
    took = float(app.shell.evaluate(MEASURE, f"call-{number}"))
    wait_until(lambda: app.prompt.count() == 0, what="the end of the question")
    time.sleep(PAUSE_SECONDS)
    return took
