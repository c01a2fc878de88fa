"""The program with a hosted agent that dictation is on or off for, on either engine, with a pretended microphone.

A component dictates at the press of its button, in the lower right corner of the window.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from app.resources import text as words
from app.services.chat_look import PLAIN_LOOK
from app.services.connection_file import encode
from app.services.connections import Connection, MicrophoneAnswer
from app.services.official_script import TEST_VARIABLE
from app.services.openai_client import TEST_URL_VARIABLE
from app.services.secret import KEY_VARIABLE
from tests.support.driven_app import DrivenApp
from tests.support.gtk_hand import HandledGtkApp
from tests.support.official_app import NO_BUS, OfficialApp
from tests.support.pointer import click
from tests.support.stand_in_api import stand_in
from tests.support.stand_in_component import StandInComponent, stand_in_component
from tests.support.waiting import wait_until

AGENT = "Trip agent"
HOSTED = Connection("workflow-1", "workflow", AGENT, AGENT, workflow_id="wf_68e5a1b2c3d4")
IN_USE = words("shell.bar.microphone", agent=AGENT)
CORNER = "return [innerWidth - 60, innerHeight - 28];"
ALLOW = ".prompt .button-main:not([aria-disabled])"
DENY = ".prompt .button:not(.button-main, [aria-disabled])"


@dataclass(frozen=True, slots=True)
class Dictation:
    """A window, and the component in it."""

    app: DrivenApp
    component: StandInComponent

    def press(self) -> None:
        """Press the component's button, which dictates or stops."""
        if isinstance(self.app, OfficialApp):
            self.app.inner.locator("#dictate").click()
        else:
            click(self.app, *self.app.in_shell(CORNER))

    def wait_for_outcomes(self, *outcomes: str) -> None:
        """Wait until these have come of the presses, and no others."""
        wait_until(lambda: len(self.component.dictated()) >= len(outcomes), what=outcomes[-1])
        assert self.component.dictated() == list(outcomes)

    def answer(self, choice: str) -> None:
        """Wait for the question, and press."""
        present = "return document.querySelector(argument) !== null;"
        wait_until(lambda: self.app.in_shell(present, choice), what="a button of the question that can be pressed")
        self.app.click_in_shell(choice)
        wait_until(lambda: not self.is_asked(), what="the end of the question")

    def is_asked(self) -> bool:
        """Whether the person is being asked."""
        return bool(self.app.in_shell("return document.querySelector('dialog.prompt') !== null;"))

    def told(self) -> str:
        """Return what the bar says about the microphone."""
        told: str = self.app.in_shell("return document.getElementById('bar-microphone').textContent;")
        return told

    def wait_until_told(self, words: str) -> None:
        """Wait until the bar says this about the microphone."""
        wait_until(lambda: self.told() == words, what=words or "the bar to say nothing")

    def kept(self) -> str:
        """Return what is kept of what the person said."""
        document = json.loads((self.app.data_dir / "connections.json").read_text())
        kept: str = document["connections"][0]["microphone"]
        return kept


@contextmanager
def dictating(
    engine: str, folder: Path, *, dictation: bool = True, said: MicrophoneAnswer = "ask", without: tuple[str, ...] = ()
) -> Iterator[Dictation]:
    """Run it for the length of a block; `without` is for Qt."""
    connection = replace(HOSTED, chat=replace(PLAIN_LOOK, dictation=dictation), microphone=said)
    given = {KEY_VARIABLE: "sk-test-0123456789-canary"}
    with stand_in() as api, stand_in_component() as component:
        script, run = component.script("good"), folder / "run"
        environment = {TEST_VARIABLE: script, TEST_URL_VARIABLE: api.url, "DBUS_SESSION_BUS_ADDRESS": NO_BUS, **given}
        missing = [option for defence in without for option in ("--without", defence)]
        app = (
            HandledGtkApp(run, ("--microphone",), environment)
            if engine == "gtk"
            else OfficialApp(run, script, ("--microphone", *missing), api=api.url, given=given)
        )
        app.data_dir.mkdir(parents=True, exist_ok=True)
        (app.data_dir / "connections.json").write_bytes(encode([connection], connection.id))
        with app:
            app.open()
            yield Dictation(app, component)
            app.stop()
