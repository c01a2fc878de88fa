"""Uses the real window as a person does: keys and clicks go through the engine, native dialogs get X key presses."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from socket import create_server
from typing import TypeVar

from playwright.sync_api import Error as PageError
from playwright.sync_api import FrameLocator, Locator, Page, sync_playwright

from app.brand import BRAND
from app.errors import AppError, InternalError
from app.resources import text
from checkout import ROOT
from programs import end, end_if_asked, ending_with_us

START_SECONDS = 60.0
ANSWER_SECONDS = 30.0
END_SECONDS = 10.0
KEY_MILLISECONDS = 12

T = TypeVar("T")


class ProgramEnded(AppError):
    """The program ended by itself; what it said and its exit code are passed on."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words or f"The program ended by itself with {code}.")
        self.exit_code = code if code > 0 else InternalError.exit_code  # type: ignore[misc]


class Window:
    """One run of the program on the virtual screen."""

    def __init__(self, process: subprocess.Popen[bytes], page: Page, log: Path) -> None:
        self._process, self._log = process, log
        self.page = page

    @property
    def chat(self) -> FrameLocator:
        """The chat document, which is a frame of another origin."""
        return self.page.frame_locator("iframe")

    @property
    def composer(self) -> Locator:
        """Where a person writes."""
        return self.chat.get_by_role("textbox", name=text("element.composer.label"))

    @property
    def messages(self) -> Locator:
        """What was said, by both."""
        return self.chat.get_by_role("log").get_by_role("article")

    @property
    def allow(self) -> Locator:
        """The shell's button that lets a tool run."""
        return self.page.get_by_role("button", name=text("shell.prompt.once"), exact=True)

    def say(self, words: str) -> None:
        """Write a message with the keyboard and send it."""
        self.composer.click()
        self.page.keyboard.type(words, delay=KEY_MILLISECONDS)
        self.page.keyboard.press("Enter")

    def wait_for_answer(self, messages: int) -> None:
        """Wait until there are so many messages and the last one is complete."""
        send = self.chat.get_by_role("button", name=text("element.composer.send"), exact=True)

        def is_complete() -> bool:
            return self.messages.count() >= messages and send.is_visible()

        self.wait_for(is_complete, f"message {messages}", ANSWER_SECONDS)

    @cached_property
    def number(self) -> str:
        """The X server's number of the window; ask before a dialog is open, which is a window as well."""
        return self.wait_for(lambda: _visible_window("--pid", str(self._process.pid)), "the window", ANSWER_SECONDS)

    def engine(self) -> str:
        """Return which engine draws the window."""
        chromium = re.search(r"Chrome/(\d+)", self.page.evaluate("navigator.userAgent"))
        return f"Qt WebEngine {version('PySide6_Addons')}" + (f" (Chromium {chromium[1]})" if chromium else "")

    def theme(self) -> str:
        """Return the theme that both documents show, or nothing while they differ."""
        shell = self.page.locator("html").get_attribute("data-theme")
        chat = self.chat.locator("html").get_attribute("data-theme")
        return shell or "" if shell == chat else ""

    def choose_file(self, path: Path) -> None:
        """Type a path into the native dialog that is open."""
        _xdotool("type", "--delay", str(KEY_MILLISECONDS), str(path))
        _xdotool("key", "Return")

    def wait_for_dialog(self) -> None:
        """Wait until the native file dialog is there and has the keyboard."""
        before, after = text("tool.pick_files.title", agent="\0").split("\0")
        title = f"^{re.escape(before)}.+{re.escape(after)}$"
        number = self.wait_for(lambda: _visible_window("--name", title), "the native file dialog", ANSWER_SECONDS)
        self.wait_for(lambda: _xdotool("getactivewindow") == number, "the dialog's keyboard focus", ANSWER_SECONDS)

    def close(self) -> None:
        """Close the window as a person does, and wait for the program to end well."""
        _xdotool("windowactivate", "--sync", self.number, "key", "--clearmodifiers", "alt+F4")
        try:
            code = self._process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            raise InternalError(f"The program was still running {END_SECONDS:.0f} s after its window closed.") from None
        if code:
            raise InternalError(f"The program ended with {code}.")

    def wait_for(self, condition: Callable[[], T], what: str, deadline_seconds: float) -> T:
        """Wait until the condition holds; a page that is being exchanged is asked again."""
        ends_at = time.monotonic() + deadline_seconds
        while True:
            end_if_asked()
            refuse_ended(self._process, self._log)
            try:
                value = condition()
            except PageError:
                value = None
            if value:
                return value
            if time.monotonic() > ends_at:
                raise InternalError(f"Waited {deadline_seconds:.0f} s in vain for {what}.")
            self.page.wait_for_timeout(20)


@contextmanager
def open_window(arguments: Sequence[str], *, environ: Mapping[str, str], log: Path) -> Iterator[Window]:
    """Start the program and yield its window; whatever is left of it afterwards is ended."""
    # Who ends a run in the middle would read how Playwright's loop, which hears of everything else, was interrupted.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    port = _free_port()
    process = _start(arguments, {**environ, "AGENTNOOK_TEST_CDP_PORT": str(port)}, log)
    try:
        with sync_playwright() as playwright:
            _wait_for_port(port, process, log)
            # Without `no_defaults` Playwright asks for things that Qt's engine does not offer.
            browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}", no_defaults=True)
            yield Window(process, _first_page(browser.contexts[0].pages), log)
    finally:
        end(process)


def refuse_ended(process: subprocess.Popen[bytes], log: Path) -> None:
    """Raise what the program said when it has ended by itself."""
    if process.poll() is not None:
        words = [line for line in log.read_text("utf-8", errors="replace").splitlines() if line.strip()]
        raise ProgramEnded(process.returncode, " ".join(words[-2:]))


def _start(arguments: Sequence[str], environ: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    command = [*ending_with_us(), sys.executable, "-m", "app", "--development", *arguments]
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=ROOT,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )


def _wait_for_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    from http.client import HTTPConnection

    ends_at = time.monotonic() + START_SECONDS
    while True:
        refuse_ended(process, log)
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/json/version")
            if connection.getresponse().status == 200:
                return
        except OSError:
            if time.monotonic() > ends_at:
                raise InternalError(f"{BRAND.name}'s window did not appear in {START_SECONDS:.0f} s.") from None
        time.sleep(0.02)


def _first_page(pages: Sequence[Page]) -> Page:
    if not pages:
        raise InternalError("The engine shows no page.")
    return pages[0]


def _free_port() -> int:
    with create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _visible_window(*search: str) -> str:
    return _xdotool("search", "--onlyvisible", *search).split("\n")[-1]


def _xdotool(*arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=20, check=False)
    return done.stdout.strip()
