"""Measures the chat element in the program's window: how long an answer holds up the page, and long threads."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

# As a script, this folder is looked in first; what it needs is found from the project's.
sys.path[0] = str(Path(__file__).resolve().parents[2])

from tests.bench.long_threads import measure_long_threads  # noqa: E402 - see above
from tests.bench.targets import Target  # noqa: E402
from tests.support.element_stage import Stage, open_stage  # noqa: E402

ANSWER_CHARACTERS = 200_000
# What a fast model writes between two frames.
DELTA_CHARACTERS = 400
LONGEST_TASK = Target("longest task while an answer streams, ms", 50, 50)

# A task that the page was held up by is one the browser itself calls long, or it is none.
STREAM = """
async ({ kind, characters, delta }) => {
  const { wordsFrom } = await import(new URL('./dist/agentnook-chat.js', location.href).href);
  const sentence = 'The *quick* fox jumps over the `lazy` dog, [links](https://a.example/x) are **bold**. ';
  const long = (part) => part.repeat(Math.ceil(characters / part.length)).slice(0, characters);
  const text = {
    paragraphs: () => long(`${sentence.repeat(4)}\\n\\n`),
    'one code block': () => '```python\\n' + long('    def f(self, x):  # comment\\n        return "a" + str(x)\\n\\n'),
    'one list': () => long(`- ${sentence}\\n`),
    'one table': () => '| a | b | c |\\n|--|--|--|\\n' + long('| some `code` | **bold** text | plain words |\\n'),
    'one paragraph': () => long(sentence),
    'one word': () => long('x'),
    'everything': () => long(['## A', sentence, '- a', '~~~js\\nlet a;\\n~~~', '|a|\\n|-|\\n|1|', ''].join('\\n\\n')),
  }[kind]();
  const place = document.createElement('div');
  place.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: white; z-index: 9';
  const element = document.createElement('agentnook-markdown');
  Object.assign(element, { words: wordsFrom(), streaming: true, text: '' });
  place.append(element);
  document.body.append(place);
  let longest = 0;
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  watch.observe({ type: 'longtask' });
  const nextTask = () => new Promise((done) => setTimeout(done));
  for (let end = delta; end < text.length + delta; end += delta) {
    element.text = text.slice(0, end);
    await element.updateComplete;
    await nextTask();
  }
  element.streaming = false;
  await element.updateComplete;
  await new Promise((done) => setTimeout(done, 200));
  watch.disconnect();
  place.remove();
  return longest;
}
"""
KINDS = ("paragraphs", "one code block", "one list", "one table", "one paragraph", "one word", "everything")


def measure_streaming(stage: Stage) -> list[str]:
    """Print the longest task of each shape of answer; returns the floors that were missed."""
    missed = []
    for kind in KINDS:
        values: dict[str, Any] = {"kind": kind, "characters": ANSWER_CHARACTERS, "delta": DELTA_CHARACTERS}
        longest_ms = float(stage.chat.evaluate(STREAM, values))
        verdict = LONGEST_TASK.judge(longest_ms)
        # The browser tells of nothing below 50 ms.
        shown = f"{longest_ms:.0f}" if longest_ms else "below 50"
        print(f"  {LONGEST_TASK.name} ({kind}): {shown}   goal {LONGEST_TASK.goal:g}   {verdict}")
        if verdict == "MISSED":
            missed.append(f"{LONGEST_TASK.name} ({kind})")
    return missed


def measure() -> list[str]:
    """Measure and print the element's figures; return the floors it missed."""
    with tempfile.TemporaryDirectory() as folder, open_stage(Path(folder)) as stage:
        return [*measure_streaming(stage), *measure_long_threads(stage)]


def main() -> int:
    """Measure and print; exit 1 when a floor is missed."""
    missed = measure()
    for name in missed:
        print(f"missed floor: {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
