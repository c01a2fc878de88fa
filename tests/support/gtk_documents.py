"""The documents of the WebKitGTK window as a person has them: what can be read, pressed and filled in there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.gtk_app import GtkApp
from tests.support.pointer import click
from tests.support.running_app import xdotool
from tests.support.waiting import wait_until
from tests.support.webdriver import SCRIPT_FAILED, DriverError

Place = tuple[float, float]
ANSWER_SECONDS = 30.0
# Every element, also those in shadow trees, what can be read in one, and the last control of a name: it lies on top.
READING = """
  const inside = (node) => [...node.children, ...(node.shadowRoot?.children ?? [])];
  const everything = (node) => inside(node).flatMap((each) => [each, ...everything(each)]);
  const read = (node) => node.nodeType === Node.TEXT_NODE ? node.data
    : node.nodeName === 'STYLE' ? '' : [...(node.shadowRoot ?? node).childNodes].map(read).join('');
  const select = (selector) => everything(document.body).filter((each) => each.matches(selector));
  const names = (each) => [each.ariaLabel, read(each).trim(), each.labels?.[0]?.textContent.trim()];
  const control = (name) => select('a, button, textarea, input').findLast((each) => names(each).includes(name));
"""
READ = READING + "return select(argument).map(read).join(' ').replace(/\\s+/g, ' ').trim();"
COUNT = READING + "return select(argument).length;"
VALUE = READING + "return control(argument)?.value ?? null;"
# Where the middle of a control is; null while there is none to press.
PLACE = (
    READING
    + """
  const found = control(argument);
  if (found === undefined || found.disabled || found.ariaDisabled === 'true') return null;
  found.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = found.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
"""
)
CORNER = READING + "const { left, top } = select('iframe')[0].getBoundingClientRect(); return [left, top];"


class GtkDocument:
    """One document: `run` runs a script in it, `corner` says where in the window it begins."""

    def __init__(self, app: GtkApp, run: Callable[[str, object], Any], corner: Callable[[], Place]) -> None:
        self._app, self._run, self._corner = app, run, corner

    def read(self, selector: str) -> str:
        """Return what stands in all elements of a selector."""
        return str(self._run(READ, selector))

    def said(self) -> str:
        """Return what stands in the conversation."""
        return self.read("[role=log]")

    def count(self, selector: str) -> int:
        """Return how many elements there are of a selector."""
        return int(self._run(COUNT, selector))

    def press(self, name: str) -> None:
        """Click a control by its name, as soon as it takes a press."""
        wait_until(lambda: self._try(PLACE, name), deadline_seconds=ANSWER_SECONDS, what=f"the control {name}")
        left, top = self._corner()
        # Asked for last: a driver that turned to another document after the press would take the keyboard there.
        x, y = self._run(PLACE, name)
        click(self._app, left + x, top + y)

    def fill(self, name: str, words: str) -> None:
        """Type into a field."""
        self.press(name)
        xdotool("type", "--delay", "5", words)
        wait_until(lambda: self._try(VALUE, name) == words, what=f"the words in {name}, not {self._try(VALUE, name)}")

    def say(self, name: str, words: str) -> None:
        """Type into a composer, and send it."""
        self.fill(name, words)
        xdotool("key", "Return")

    def wait_for(self, words: str, selector: str = "[role=log]", *, deadline_seconds: float = ANSWER_SECONDS) -> None:
        """Wait until words can be read."""
        wait_until(lambda: words in (self._try(READ, selector) or ""), deadline_seconds=deadline_seconds, what=words)

    def _try(self, script: str, argument: object) -> Any:
        """Run a script; None while one document gives way to another."""
        try:
            return self._run(script, argument)
        except DriverError as error:
            if error.code == SCRIPT_FAILED:
                raise
            return None


def shell_of(app: GtkApp) -> GtkDocument:
    """Return the shell's document."""
    return GtkDocument(app, app.in_shell, lambda: (0, 0))


def chat_of(app: GtkApp) -> GtkDocument:
    """Return the document of the chat interface."""
    return GtkDocument(app, app.in_chat, app.corner_of_chat)


def component_of(app: GtkApp) -> GtkDocument:
    """Return the document in the frame of OpenAI's component."""

    def corner() -> Place:
        (left, top), (x, y) = app.corner_of_chat(), app.in_chat(CORNER)
        return left + x, top + y

    return GtkDocument(app, app.in_component, corner)
