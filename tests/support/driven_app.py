"""The program in a real window of either engine, as an attacker in one of its documents and a person at it have it.

Whatever is done here is done through the engine: scripts run in the documents' own worlds, clicks come from a pointer.
"""

from __future__ import annotations

import json
import os
import time
from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from playwright.sync_api import Locator

from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

# A program under attack has other things to do.
NOTES_SECONDS = 30.0


class DrivenApp(RunningApp):
    """A run that notes what happens inside of it, with two documents to act in."""

    def __init__(
        self,
        folder: Path,
        engine: str,
        options: Sequence[str] = (),
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`options` go to tests/support/launcher.py."""
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self._notes_file = folder / "notes.json"
        self._opened_file = folder / "opened"
        super().__init__(
            folder / "data",
            engine=engine,
            launcher=("-m", "tests.support.launcher", "--notes", str(self._notes_file), *options, "--"),
            environment={
                **home_environment(self.home, make_opener(folder / "programs", self._opened_file)),
                **environment,
            },
        )

    @abstractmethod
    def open(self) -> Self:
        """Attach to the window and wait until a person could write."""

    @abstractmethod
    def in_shell(self, body: str, argument: object = None) -> Any:
        """Run the body of an async function of `argument` in the shell's document and return its value."""

    @abstractmethod
    def in_chat(self, body: str, argument: object = None) -> Any:
        """Run the body of an async function of `argument` in the chat document and return its value."""

    @abstractmethod
    def click_in_shell(self, selector: str) -> None:
        """Click an element of the shell's document."""

    @abstractmethod
    def click_in_chat(self, selector: str) -> None:
        """Click an element of the chat document."""

    @contextmanager
    def unwatched(self) -> Iterator[None]:
        """Let go of the documents for the length of a block."""
        self.let_go()
        yield
        self.open()

    @abstractmethod
    def let_go(self) -> None:
        """Let go of the documents where a debugger would hold up what they do: a new window, or a dialog."""

    @abstractmethod
    def wait_for_chat(self) -> None:
        """Wait until a person could write."""

    @abstractmethod
    def top_url(self) -> str:
        """Return where the top document is, as the engine says."""

    @abstractmethod
    def chat_url(self) -> str:
        """Return where the chat document is, without running anything in it that might pass for a press."""

    def ask(self, name: str, **args: object) -> Any:
        """Call Python as the shell does and return the value."""
        call = {"name": name, "args": args}
        return self.in_shell(f"{WITH_BRIDGE} return bridge.call(argument.name, argument.args);", call)

    def opened_outside(self) -> list[str]:
        """Return what was handed to the system to be opened, in order."""
        return self._opened_file.read_text().splitlines() if self._opened_file.exists() else []

    def settle(self) -> None:
        """Wait until every call of the shell is answered, and the shell has the answers."""
        wait_until(lambda: self.notes()["open_calls"] == 0, what="the answers")
        self.ask("app.ping", n=0)

    def notes(self) -> dict[str, Any]:
        """Return what the program has noted: everything that had happened when this was called."""
        return wait_until(self._notes_after(time.monotonic()), deadline_seconds=NOTES_SECONDS, what="the notes")

    def notes_at_rest(self) -> dict[str, Any]:
        """Return the notes once the page has asked Python for all that it asks for by itself at a start."""
        return wait_until(
            lambda: notes if "file.take" in (notes := self.notes())["handled"] else None,
            what="the page's last question",
        )

    def _notes_after(self, asked_at: float) -> Callable[[], dict[str, Any] | None]:
        def read() -> dict[str, Any] | None:
            self.check_alive()
            notes = json.loads(self._notes_file.read_text()) if self._notes_file.exists() else {"at": 0}
            return notes if notes["at"] > asked_at else None

        return read


class QtApp(DrivenApp):
    """The window on Qt WebEngine, driven over the DevTools protocol."""

    def __init__(
        self, folder: Path, options: Sequence[str] = (), environment: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        super().__init__(folder, "qt", options, environment)

    def open(self) -> Self:
        return self.connect()

    def in_shell(self, body: str, argument: object = None) -> Any:
        return self.shell.evaluate(f"async (argument) => {{ {body} }}", argument)

    def in_chat(self, body: str, argument: object = None) -> Any:
        return self.chat.evaluate(f"async (argument) => {{ {body} }}", argument)

    def click_in_shell(self, selector: str) -> None:
        self._click(self.shell.locator(selector))

    def click_in_chat(self, selector: str) -> None:
        self._click(self.chat.locator(selector))

    def _click(self, target: Locator) -> None:
        """Click without waiting for what comes of it: a navigation that is refused would never end for Playwright."""
        target.wait_for()
        box = target.bounding_box()
        assert box is not None
        self.shell.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def let_go(self) -> None:
        self.disconnect()

    def wait_for_chat(self) -> None:
        self.composer()

    def top_url(self) -> str:
        return self.shell.url

    def chat_url(self) -> str:
        return self.chat.url


def make_opener(programs: Path, opened_file: Path) -> Path:
    """Put a program in the place of the system's opener that only notes what it is asked for; returns its folder."""
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >> '{opened_file}'\n")
    opener.chmod(0o755)
    return programs


def home_environment(home: Path, programs: Path) -> dict[str, str]:
    """Return an environment whose home is empty, and whose programs come from a folder of the test first."""
    return {
        "HOME": str(home),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
    }
