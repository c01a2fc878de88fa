"""The program with a hosted agent that takes files, on either engine, and what arrived in its composer.

On WebKitGTK no driver holds the window: it would take the place of the native dialog.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.driven_app import DrivenApp
from tests.support.gtk_hand import HandledGtkApp
from tests.support.official_app import OfficialApp, official_environment
from tests.support.pointer import click, drag_from_outside
from tests.support.running_app import xdotool
from tests.support.stand_in_component import StandInComponent, stand_in_component
from tests.support.waiting import wait_until

BAR = (600.0, 22.0)
FRAME = (500.0, 400.0)
TARGET = "return document.querySelector('.drop-target:not([hidden])') !== null;"
STRIP = "return document.getElementById('problems').textContent;"
# On Qt a document of its own hears what is held over it.
COUNT_OVER = "() => { globalThis.__over = 0; addEventListener('dragover', () => { globalThis.__over += 1; }, true); }"
IS_OVER = "() => globalThis.__over > 5"


@dataclass(slots=True)
class Attaching:
    """A window, and the component in it."""

    app: DrivenApp
    component: StandInComponent
    _seen: int = field(default=0)

    def wait_for(self, *files: Path) -> list[dict[str, Any]]:
        """Wait until these have been attached since the last time, and nothing else, with what is in them."""
        wait_until(lambda: len(self.component.attached()) >= self._seen + len(files), what=f"{files[-1].name} attached")
        arrived = self.component.attached()[self._seen :]
        self._seen += len(arrived)
        assert [(each["name"], each["sum"]) for each in arrived] == [(each.name, sum_of(each)) for each in files]
        return arrived

    def has_more(self) -> bool:
        """Whether something was attached since the last time."""
        return len(self.component.attached()) > self._seen

    def wait_for_sentence(self, sentence: str) -> None:
        """Wait until the strip says this."""
        wait_until(lambda: sentence in self.told(), what=f"{sentence}, not {self.told()}")

    def told(self) -> str:
        """Return what the strip says."""
        return str(self.app.in_shell(STRIP))

    def shows_target(self) -> bool:
        """Whether the shell shows where files can be dropped."""
        return bool(self.app.in_shell(TARGET))

    def drop_on_bar(self, *files: Path) -> None:
        """Drop files of another program on the window's bar."""
        drag_from_outside(self.app, [file.as_uri() for file in files], BAR, self.shows_target)
        wait_until(lambda: not self.shows_target(), what="the end of the drag")

    def drop_on_frame(self, *files: Path) -> None:
        """Drop files of another program on the component."""
        if isinstance(self.app, OfficialApp):
            self.app.inner.evaluate(COUNT_OVER)
        drag_from_outside(self.app, [file.as_uri() for file in files], FRAME, self._is_over_frame)

    def _is_over_frame(self) -> bool:
        return bool(self.app.inner.evaluate(IS_OVER)) if isinstance(self.app, OfficialApp) else self.shows_target()

    def press_in_bar(self) -> None:
        """Give the shell the keyboard."""
        click(self.app, *BAR)

    def press_in_frame(self) -> None:
        """Give the component's document the keyboard."""
        click(self.app, *FRAME)

    def press_attach_by_keyboard(self) -> None:
        """Go on from the component's document to its button, past the composer, and press it."""
        self.press_in_frame()
        xdotool("key", "Tab", "Tab", "space")


def sum_of(file: Path) -> str:
    """Return what the component says of a small file's content."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


@contextmanager
def attaching(engine: str, folder: Path, *files: Path, options: Sequence[str] = ()) -> Iterator[Attaching]:
    """Run it for the length of a block, with files on its command line."""
    with stand_in_component() as component:
        script, run = component.script("good"), folder / "run"
        app: DrivenApp
        if engine == "gtk":
            hosted = ("--official", str(folder / "mint"))
            app = HandledGtkApp(run, (*hosted, *options), official_environment(script))
        else:
            app = OfficialApp(run, script, options)
        with app.give(*files):
            if isinstance(app, OfficialApp):
                app.attach()
                app.box.wait_for()
            else:
                app.wait_for_chat()
            yield Attaching(app, component)
            app.stop()
