"""Runs inside a measured window: asks its page for what it measured of itself, and writes it to a file.

usage: probe.py (agentnook|talk|stock) (qt|gtk) RESULT_FILE FOLDER      (FOLDER: the data folder, or the static page's)

`talk` is Agentnook as well: it sends a message as soon as the composer takes one, and measures nothing else.
Both programs are asked the same way, by pywebview's own `evaluate_js` of the platform module, from a thread. The page's
clock is `performance.timeOrigin`, wall-clock time; the caller knows when it started the process.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
DEADLINE_SECONDS = 30.0
POLL_SECONDS = 0.02
SEQUENTIAL_CALLS, PARALLEL_CALLS, FLOOD_CALLS = 500, 2_000, 20_000

FIRST_PAINT = """(() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return paint ? performance.timeOrigin + paint.startTime : 0;
})()"""
COMPOSER = """(() => {
  const mark = performance.getEntriesByName('agentnook.composer-usable')[0];
  return mark ? performance.timeOrigin + mark.startTime : 0;
})()"""
# In the chat document: sends a message as soon as one is taken, and says when the first word of the guide's answer,
# which is the program's name, is on the screen.
TALK = """(() => {
  if (window.talk) return window.talk.seenAt;
  const chat = document.querySelector('agentnook-chat');
  if (!chat?.shadowRoot) return 0;
  window.talk = { seenAt: 0 };
  const inside = (root) => [root, ...root.querySelectorAll('*')].flatMap((each) => each.shadowRoot ?? []);
  const says = (root) => root.textContent.includes('Agentnook') || inside(root).some(says);
  const logs = (root) => [...root.querySelectorAll('[role=log]'), ...inside(root).flatMap(logs)];
  const look = () => requestAnimationFrame(() => {
    if (!logs(chat.shadowRoot).some(says)) look();
    else setTimeout(() => { window.talk.seenAt = performance.timeOrigin + performance.now(); });
  });
  const send = () => chat.sendUserMessage({ text: 'What is this?' }).catch(() => setTimeout(send, 5));
  send();
  look();
  return 0;
})()"""
# `ask(n)` is defined by the caller for the bridge that is measured; every answer is checked.
MEASURE = """(async () => {
  %(ask)s
  for (let n = 0; n < 50; n += 1) await ask(n);
  let began = performance.now();
  for (let n = 0; n < %(sequential)d; n += 1) await ask(n);
  const sequential = %(sequential)d / (performance.now() - began) * 1000;
  began = performance.now();
  const all = await Promise.all(Array.from({length: %(parallel)d}, (_, n) => ask(n)));
  const parallel = %(parallel)d / (performance.now() - began) * 1000;
  window.benchResult = JSON.stringify({sequential, parallel, right: all.every((answer, n) => answer === n)});
})().catch((error) => { window.benchResult = JSON.stringify({right: false, error: String(error)}); }); 0"""
FLOOD = """(async () => {
  %(ask)s
  await Promise.all(Array.from({length: %(flood)d}, (_, n) => ask(n)));
  window.floodResult = 'answered';
})().catch((error) => { window.floodResult = String(error); }); 0"""
ASK_AGENTNOOK = (
    "const {bridge} = await import(new URL('./bridge.js', location.href).href); await bridge.open;"
    "const ask = async (n) => (await bridge.call('app.ping', {n})).n;"
)
ASK_STOCK = "const ask = (n) => window.pywebview.api.ping(n);"


class StockApi:
    """What a program on bare pywebview would expose."""

    def ping(self, n: int) -> int:
        """Answer with the same number."""
        return n


def evaluate(script: str) -> Any:
    """Return a script's value from the page."""
    import webview

    window = webview.windows[0]
    return window.gui.evaluate_js(script, window.uid, False)


def wait_for(script: str) -> Any:
    """Return a script's first true value."""
    ends_at = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < ends_at:
        value = evaluate(script)
        if value:
            return value
        time.sleep(POLL_SECONDS)
    raise TimeoutError(script[:80])


def measure(kind: str, result_file: Path) -> None:
    """Ask the page and write what it says."""
    # Importing pywebview here would take that work off the program that is measured.
    while not getattr(sys.modules.get("webview"), "windows", None):
        time.sleep(POLL_SECONDS)
    import webview

    webview.windows[0].events.loaded.wait(DEADLINE_SECONDS)
    result: dict[str, Any] = {"first_paint_ms": wait_for(FIRST_PAINT)}
    ask = ASK_STOCK
    if kind == "agentnook":
        result["composer_ms"] = wait_for(COMPOSER)
        ask = ASK_AGENTNOOK
    publish(result_file, "painted", result)
    while not result_file.with_suffix(".go").exists():
        time.sleep(POLL_SECONDS)
    values = {"ask": ask, "sequential": SEQUENTIAL_CALLS, "parallel": PARALLEL_CALLS, "flood": FLOOD_CALLS}
    evaluate(MEASURE % values)
    result |= json.loads(wait_for("window.benchResult || ''"))
    if kind == "agentnook":
        result["threads"] = count_threads(FLOOD % values)
    publish(result_file, "done", result)


def talk(result_file: Path) -> None:
    """Send a message in the chat document, and write when its answer was first seen."""
    while not getattr(sys.modules.get("webview"), "windows", None):
        time.sleep(POLL_SECONDS)
    import webview

    window = webview.windows[0]
    window.events.shown.wait(DEADLINE_SECONDS)
    answers: Queue[float] = Queue()
    ends_at = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < ends_at:
        run_in_chat_document(window, TALK, answers.put)
        seen_at = answers.get(timeout=DEADLINE_SECONDS)
        if seen_at:
            return publish(result_file, "done", {"first_token_ms": seen_at})
        time.sleep(POLL_SECONDS)
    raise TimeoutError("no answer was seen")


def run_in_chat_document(window: Any, script: str, answer: Callable[[Any], object]) -> None:
    """Run a script in the frame that holds the conversation, once it is there; Qt only."""
    from PySide6.QtCore import QTimer

    view = window.gui.BrowserView.instances[window.uid]

    def run() -> None:
        frames = [each for each in view.webview.page().mainFrame().children() if each.url().host() == "localhost"]
        if frames:
            frames[0].runJavaScript(script, answer)
        else:
            answer(0)

    QTimer.singleShot(0, view, run)


def count_threads(script: str) -> int:
    """Return how many Python threads there were at most while a script ran."""
    evaluate(script)
    most = threading.active_count()
    while not (outcome := evaluate("window.floodResult || ''")):
        most = max(most, threading.active_count())
        time.sleep(POLL_SECONDS)
    if outcome != "answered":
        raise RuntimeError(outcome)
    return most - 1  # this one measures


def publish(result_file: Path, stage: str, result: dict[str, Any]) -> None:
    """Write a stage's result in one piece."""
    temporary = result_file.with_suffix(".tmp")
    temporary.write_text(json.dumps(result))
    temporary.rename(result_file.with_suffix(f".{stage}"))


def run_stock(engine: str, folder: str) -> None:
    """Show the static page in a window of bare pywebview, as its documentation does."""
    import webview

    page = Path(folder) / "index.html"
    webview.create_window("bench", url=str(page), js_api=StockApi(), width=1024, height=720, text_select=True)
    webview.start(gui=engine)


def run_agentnook(engine: str, data_dir: str) -> int:
    """Show the program itself."""
    sys.argv = ["agentnook", "--engine", engine, "--data-dir", data_dir, "--allow-root"]
    from app.__main__ import main

    return main()


if __name__ == "__main__":
    what, which, result_path, folder_path = sys.argv[1:5]
    work = (talk, Path(result_path)) if what == "talk" else (measure, what, Path(result_path))
    threading.Thread(target=work[0], args=work[1:], daemon=True).start()
    if what == "stock":
        run_stock(which, folder_path)
    else:
        sys.path[0] = str(PROJECT)
        sys.exit(run_agentnook(which, folder_path))
