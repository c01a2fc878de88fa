"""The program in a real WebKitGTK window, driven by WebKit's own WebDriver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from tests.support.driven_app import DrivenApp
from tests.support.pointer import click
from tests.support.processes import free_port, started
from tests.support.running_app import START_SECONDS
from tests.support.waiting import wait_until
from tests.support.webdriver import DriverError, WebDriver

# In which frames the documents are, from the top one down.
CHAT = ("return document.querySelector('iframe');",)
COMPONENT = (*CHAT, "return document.querySelector('openai-chatkit').shadowRoot.querySelector('iframe');")
# A control of the chat document that is there when a person could write; it lives in shadow trees.
IS_USABLE = """
    const find = (root) => root.querySelector('textarea')
        ?? [...root.querySelectorAll('*')].map((each) => each.shadowRoot && find(each.shadowRoot)).find(Boolean);
    return Boolean(find(document));
"""
# A press of the driver's reaches the page alone; one on the screen reaches the program, too.
PLACE_OF = """
    const box = document.querySelector(argument)?.getBoundingClientRect();
    return box === undefined ? null : [box.x + box.width / 2, box.y + box.height / 2];
"""
CORNER_OF_CHAT = "const box = document.querySelector('iframe').getBoundingClientRect(); return [box.x, box.y];"


class GtkApp(DrivenApp):
    """The window on WebKitGTK."""

    def __init__(
        self, folder: Path, options: Sequence[str] = (), environment: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._automation_port = free_port()
        super().__init__(folder, "gtk", ("--driver", f"127.0.0.1:{self._automation_port}", *options), environment)
        self._driver_log = folder / "driver.log"
        self._stack = ExitStack()
        self._driver: WebDriver | None = None

    def open(self) -> Self:
        if self._driver is None:
            self.attach_driver()
        self.wait_for_chat()
        return self

    def attach_driver(self) -> WebDriver:
        """Start a driver and let it take the window."""
        wait_until(lambda: self.listens(self._automation_port), deadline_seconds=START_SECONDS, what="automation")
        port = free_port()
        command = ["WebKitWebDriver", f"--port={port}", f"--target=127.0.0.1:{self._automation_port}"]
        self._stack.enter_context(started(command, log=self._driver_log))
        wait_until(lambda: self.listens(port), deadline_seconds=START_SECONDS, what="the driver")
        self._driver = WebDriver(port)
        return self._driver

    @property
    def driver(self) -> WebDriver:
        """The session with the window."""
        assert self._driver is not None, "no driver is attached"
        return self._driver

    def in_shell(self, body: str, argument: object = None) -> Any:
        return self.driver.run(body, argument)

    def in_chat(self, body: str, argument: object = None) -> Any:
        return self.driver.run(body, argument, CHAT)

    def in_component(self, body: str, argument: object = None) -> Any:
        """Run the body of an async function of `argument` in the frame of OpenAI's component and return its value."""
        return self.driver.run(body, argument, COMPONENT)

    def click_in_shell(self, selector: str) -> None:
        click(self, *self.in_shell(PLACE_OF, selector))

    def click_in_chat(self, selector: str) -> None:
        left, top = self.corner_of_chat()
        x, y = wait_until(lambda: self.in_chat(PLACE_OF, selector), what=selector)
        click(self, left + x, top + y)

    def corner_of_chat(self) -> tuple[float, float]:
        """Return where in the window the chat document begins."""
        left, top = self.in_shell(CORNER_OF_CHAT)
        return left, top

    def let_go(self) -> None:
        """Do nothing: this driver holds nothing up."""

    def wait_for_chat(self) -> None:
        wait_until(self._is_usable, deadline_seconds=START_SECONDS, what="the composer")

    def top_url(self) -> str:
        return str(self.driver.do("GET", "/url"))

    def chat_url(self) -> str:
        return str(self.in_chat("return location.href;"))

    def _is_usable(self) -> bool:
        try:
            return bool(self.in_chat(IS_USABLE))
        except DriverError:
            return False  # the document is still changing

    def disconnect(self) -> None:
        """Take the driver away; the window stays."""
        self._driver = None
        self._stack.close()
        super().disconnect()
