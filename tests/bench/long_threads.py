"""Measures long conversations in the program's window: how soon one can be read, and how smoothly it scrolls."""

from __future__ import annotations

import statistics
from typing import Any

from tests.bench.long_tasks import LongestTask, TaskWatch
from tests.bench.targets import Target
from tests.support.element_stage import Stage
from tests.support.thread_items import long_thread

ROUNDS = 5
OPEN_600 = Target("600 items to their first paint, ms", 500, 200)
OPEN_5000 = Target("5,000 items to their first paint, ms", 500, 250)
SCROLL = Target("frame while a conversation is scrolled through, 95th percentile, ms", 100, 34)
# From asking for the thread to the frame after the one that shows its end.
OPEN = """
async () => {
  await __stage.element.setThreadId(null);
  const begin = performance.now();
  const opened = __stage.element.setThreadId('thr_1');
  const rows = () => __stage.element.shadowRoot.querySelector('agentnook-messages')?.shadowRoot.querySelector('.row');
  while (!rows()) await new Promise((done) => setTimeout(done));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const milliseconds = performance.now() - begin;
  await opened;
  return milliseconds;
}
"""
# From the end towards the start, a screen at a time.
SCROLL_UP = """
async (screens) => {
  const list = __stage.element.shadowRoot.querySelector('agentnook-messages');
  const scroller = list.shadowRoot.querySelector('.scroller');
  const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
  const frames = [];
  let last = await nextFrame();
  for (let screen = 0; screen < screens && scroller.scrollTop > 0; screen += 1) {
    scroller.dispatchEvent(new WheelEvent('wheel'));
    scroller.scrollTop -= scroller.clientHeight;
    const now = await nextFrame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}
"""
SCREENS = 120


def measure_open_600(stage: Stage) -> list[str]:
    """Print how long a thread of 600 items takes to open; returns the floor when it was missed."""
    return measure_open(stage, 600, OPEN_600)


def measure_open_5000(stage: Stage) -> list[str]:
    """Print how long a thread of 5,000 items takes, all handed over at once."""
    return measure_open(stage, 5000, OPEN_5000)


def measure_open(stage: Stage, count: int, target: Target) -> list[str]:
    """Open a thread several times; the median counts."""
    stage.reset()
    stage.reply_with_thread(long_thread(count))
    missed = target.tell(statistics.median(float(stage.chat.evaluate(OPEN)) for _ in range(ROUNDS)))
    longest: LongestTask = TaskWatch(stage.page).longest_task(lambda: stage.chat.evaluate(OPEN))
    print(f"    longest task of it, ms: {longest.milliseconds:.0f} {longest.note}")
    return missed


def measure_scroll(stage: Stage) -> list[str]:
    """Print how long a frame takes while a thread of 5,000 items is scrolled through."""
    stage.reset()
    stage.show(*long_thread(5000))
    frames: list[Any] = stage.chat.evaluate(SCROLL_UP, SCREENS)
    return SCROLL.tell(statistics.quantiles(frames, n=20)[-1])


def measure_long_threads(stage: Stage) -> list[str]:
    """Measure all of it; returns the floors that were missed."""
    return [*measure_open_600(stage), *measure_open_5000(stage), *measure_scroll(stage)]
