"""Runs scripts in the top document of a WebKitGTK window that no driver holds: to a driven one everything is granted.

A file with a script comes into a folder, and a file with what it returned comes back.
"""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.support.driven_app import DrivenApp
from tests.support.gtk_app import PLACE_OF
from tests.support.places import replace
from tests.support.pointer import click
from tests.support.waiting import wait_until

LOOK_EVERY_SECONDS = 0.02


def lend_hand(folder: Path) -> None:
    """Run what comes into the folder, from when the window is there until the program ends."""
    from app.window.engines.gtk import GtkEngine

    attach = GtkEngine.attach

    def attach_and_look(engine: GtkEngine, native: Any) -> None:
        attach(engine, native)
        threading.Thread(target=lambda: _look(folder, engine), name="test-hand", daemon=True).start()

    replace("app.window.engines.gtk:GtkEngine.attach", attach_and_look)


def _look(folder: Path, engine: Any) -> None:
    pause = threading.Event()
    while not pause.wait(LOOK_EVERY_SECONDS):
        for file in folder.glob("*.js"):
            script = file.read_text()
            file.unlink()
            engine.run_later(lambda script=script, file=file: _run(engine, script, file.with_suffix(".json")))


def _run(engine: Any, script: str, answer: Path) -> None:
    def finish(view: Any, task: Any) -> None:
        _put(answer, view.evaluate_javascript_finish(task).to_string())

    engine._view.evaluate_javascript(script, len(script.encode()), None, None, None, finish)


def _put(file: Path, content: str) -> None:
    """Let nobody read half of it."""
    half = file.with_suffix(".half")
    half.write_text(content)
    half.replace(file)


class HandledGtkApp(DrivenApp):
    """The window on WebKitGTK as a person has it; scripts run in the shell alone, and at once."""

    def __init__(
        self, folder: Path, options: Sequence[str] = (), environment: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._hand = folder / "hand"
        self._hand.mkdir(parents=True)
        self._numbers = itertools.count()
        super().__init__(folder, "gtk", ("--hand", str(self._hand), *options), environment)

    def open(self) -> HandledGtkApp:
        self.wait_for_chat()
        return self

    def wait_for_chat(self) -> None:
        is_ready = "return document.querySelector('.conversation.is-ready') !== null;"
        wait_until(lambda: self.in_shell(is_ready), deadline_seconds=60, what="the chat")

    def in_shell(self, body: str, argument: object = None) -> Any:
        script = f"JSON.stringify(((argument) => {{ {body} }})({json.dumps(argument)}) ?? null)"
        answer = self._hand / f"{next(self._numbers)}.json"
        _put(answer.with_suffix(".js"), script)
        wait_until(answer.exists, deadline_seconds=60, what="the window's answer")
        return json.loads(answer.read_text())

    def click_in_shell(self, selector: str) -> None:
        click(self, *self.in_shell(PLACE_OF, selector))

    def in_chat(self, body: str, argument: object = None) -> Any:
        raise NotImplementedError

    def click_in_chat(self, selector: str) -> None:
        raise NotImplementedError

    def let_go(self) -> None:
        """Do nothing: nothing is held."""

    def top_url(self) -> str:
        return str(self.in_shell("return location.href;"))

    def chat_url(self) -> str:
        raise NotImplementedError
