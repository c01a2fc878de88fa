"""The program with the official interface from the stand-in component, with secrets of the test's own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playwright.sync_api import Frame, Locator

from app.resources import text as words
from app.services.official_script import TEST_VARIABLE
from app.services.openai_client import TEST_URL_VARIABLE
from tests.support.driven_app import QtApp
from tests.support.running_app import START_SECONDS
from tests.support.waiting import wait_until

# No keyring answers there, whatever this machine has.
NO_BUS = "unix:path=/nonexistent"


def official_environment(
    script: str, api: str = "", bus: str = NO_BUS, given: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Return where a run of the program finds the component's script, OpenAI's interface and a keyring."""
    openai = {TEST_URL_VARIABLE: api} if api else {}
    return {TEST_VARIABLE: script, "DBUS_SESSION_BUS_ADDRESS": bus, **openai, **given}


class OfficialApp(QtApp):
    """A run on Qt whose component's script comes from an address of the test.

    With `api`, a stand-in of OpenAI's, it starts as on anybody's computer; else its connection is a hosted one at once.
    """

    def __init__(
        self,
        folder: Path,
        script: str,
        options: Sequence[str] = (),
        api: str = "",
        bus: str = NO_BUS,
        given: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._mint = folder / "mint"
        hosted = () if api else ("--official", str(self._mint))
        super().__init__(folder, (*hosted, *options), official_environment(script, api, bus, given))

    @property
    def inner(self) -> Frame:
        """The component's own frame."""
        return wait_until(self._find_inner, deadline_seconds=START_SECONDS, what="the component's frame")

    @property
    def box(self) -> Locator:
        """Where a person writes in the component."""
        return self.inner.get_by_role("textbox")

    @property
    def strip(self) -> Locator:
        """Where the shell says what is wrong."""
        return self.shell.locator("#problems .strip")

    @property
    def quiet(self) -> Locator:
        """What the chat document says in the place of an interface that does not come."""
        return self.chat.locator("#quiet")

    def component_options(self) -> dict[str, Any]:
        """Return the options that the component was given last; a function is a word."""
        options: dict[str, Any] = json.loads(self.chat.locator("openai-chatkit").get_attribute("data-options") or "{}")
        return options

    def wait_for_answer(self, text: str, *, deadline_seconds: float = 30.0) -> None:
        """Wait until the component shows this text."""
        self.inner.get_by_role("log").get_by_text(text).last.wait_for(timeout=deadline_seconds * 1000)

    def refuse_secrets(self) -> None:
        """Let the minting of secrets fail from now on."""
        self._mint.with_suffix(".refuses").touch()

    def mint_again(self) -> None:
        """Let it work again."""
        self._mint.with_suffix(".refuses").unlink()

    def minted(self) -> list[str]:
        """Return the secret that each minting was to replace, as it was told."""
        return self._mint.read_text().splitlines() if self._mint.exists() else []

    def open_connections(self) -> Locator:
        """Open the sheet of connections as a person does, and return it."""
        self.shell.locator("#bar-connection").click()
        self.shell.get_by_role("menuitem", name=words("shell.connections.manage")).click()
        return self.shell.locator("dialog.sheet[open]")

    def choose_connection(self, name: str) -> None:
        """Talk to another agent: two clicks."""
        self.shell.locator("#bar-connection").click()
        self.shell.get_by_role("menuitemradio", name=name).click()

    def _find_inner(self) -> Frame | None:
        return self._find_frame("/frame.html")

    def _find_frame(self, part: str) -> Frame | None:
        page = self._find_page()
        if page is not None:
            page.wait_for_timeout(1)  # Playwright hears of a new document only while it is asked for something
        frames = page.frames if page is not None else []
        return next((frame for frame in frames if part in frame.url), None)


@contextmanager
def open_official(folder: Path, script: str, options: Sequence[str] = ()) -> Iterator[OfficialApp]:
    """Run it for the length of a block; the interface may not come up, so nothing is waited for but the document."""
    with OfficialApp(folder, script, options) as app:
        app.attach()
        assert app.chat
        yield app
        app.stop()
