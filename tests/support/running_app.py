"""The real program in a real window, driven from outside as a person and a debugger would: CDP, signals, its files."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
from playwright.sync_api import Browser, Frame, Locator, Page, Playwright, expect, sync_playwright

from app.brand import BRAND
from app.resources import text as words
from tests.support.processes import free_port
from tests.support.waiting import wait_until

START_SECONDS = 30.0
# A busy machine takes its time, and whoever need not wait does not.
expect.set_options(timeout=20_000)
STOP_SECONDS = 5.0
PROJECT = Path(__file__).parents[2]


def window_environment(**more: str) -> dict[str, str]:
    """Return the environment of a window under test: no sandbox (root), no GPU buffers, a runtime folder of its own."""
    return {
        **os.environ,
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
        "PYTHONWARNINGS": "",
        **more,
    }


class Debuggers:
    """The one Playwright of this process: it cannot be started twice, and several windows may be open at once."""

    def __init__(self) -> None:
        self._playwright: Playwright | None = None
        self._browsers = 0

    def connect(self, port: int) -> Browser:
        """Attach to the window that is debugged at a port."""
        if self._playwright is None:
            self._playwright = sync_playwright().start()
        self._browsers += 1
        return self._playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}", no_defaults=True)

    def disconnect(self, browser: Browser) -> None:
        """Leave a window, and end with the last one."""
        browser.close()
        self._browsers -= 1
        if self._browsers == 0 and self._playwright is not None:
            self._playwright.stop()
            self._playwright = None


DEBUGGERS = Debuggers()


class RunningApp:
    """One run of the program with a data folder of its own; use it as a context manager.

    It runs `under` another program, such as one that makes it another user's; `names_folder` says whether the command
    line names the data folder: without that, it is where the environment leads.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        engine: str = "qt",
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] = {},
        launcher: Sequence[str] = ("-m", "app"),
        working_dir: Path = PROJECT,
        under: Sequence[str] = (),
        names_folder: bool = True,
    ) -> None:
        self.data_dir = data_dir
        self.engine = engine
        self._arguments = arguments
        self._environment = environment
        self._launcher = launcher
        self._working_dir = working_dir
        self._under = under
        self._names_folder = names_folder
        self._browser: Browser | None = None

    def give(self, *arguments: object) -> Self:
        """Say this on the command line, too; before it starts."""
        self._arguments = (*self._arguments, *map(str, arguments))
        return self

    def __enter__(self) -> Self:
        self.port = free_port()
        # A file, not a pipe: nobody reads it while the program runs, and a full pipe would stop the program.
        self._stderr = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [
                *self._under,
                sys.executable,
                *self._launcher,
                *(("--data-dir", str(self.data_dir)) if self._names_folder else ()),
                *("--engine", self.engine, "--development", "--allow-root"),
                *self._arguments,
            ],
            cwd=self._working_dir,
            env=window_environment(
                AGENTNOOK_TEST_CDP_PORT=str(self.port), PYTHONPATH=str(PROJECT), **self._environment
            ),
            stdout=subprocess.DEVNULL,
            stderr=self._stderr,
            start_new_session=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.disconnect()
        if self.process.poll() is None:
            self.kill_everything()
        self._stderr.close()

    def connect(self) -> Self:
        """Attach the debugger to the window (Qt only) and wait until the composer can be used."""
        self.attach()
        self.composer()
        return self

    def attach(self) -> Page:
        """Attach the debugger to the window (Qt only)."""
        wait_until(lambda: self.listens(self.port), deadline_seconds=START_SECONDS, what="the debugging port")
        return wait_until(self._attach_once, deadline_seconds=START_SECONDS, what="the shell page")

    def _attach_once(self) -> Page | None:
        """Attach anew: who attaches while a page is being exchanged hears nothing of the next one."""
        self.disconnect()
        self._browser = DEBUGGERS.connect(self.port)
        return self._find_page()

    def disconnect(self) -> None:
        """Take the debugger away; the window stays."""
        if self._browser is not None:
            DEBUGGERS.disconnect(self._browser)
            self._browser = None

    def reconnect(self) -> Self:
        """Attach anew, for after the page was exchanged."""
        self.disconnect()
        return self.connect()

    def kill_page(self) -> None:
        """Kill the process that draws the page and wait for another to be there; the debugger has to attach anew."""
        self.disconnect()
        dead = self.renderer()
        dead.kill()
        self.wait_for_page_after(dead)

    def wait_for_page_after(self, dead: psutil.Process) -> None:
        """Wait until another process draws the page: who attaches before that hears nothing of it."""
        wait_until(lambda: self.has_other_renderer_than(dead), what="another process that draws the page")

    @property
    def shell(self) -> Page:
        """The shell's page."""
        page = self._find_page()
        assert page is not None, "the window has no shell page"
        return page

    @property
    def chat(self) -> Frame:
        """The chat document in its frame."""
        return wait_until(self._find_chat, deadline_seconds=START_SECONDS, what="the chat document")

    @property
    def box(self) -> Locator:
        """Where a person writes."""
        return self.chat.get_by_role("textbox", name=words("element.composer.label"))

    @property
    def prompt(self) -> Locator:
        """The shell's question whether a tool may run."""
        return self.shell.get_by_role("alertdialog")

    def composer(self) -> None:
        """Wait until a person could type."""
        self.box.wait_for(timeout=START_SECONDS * 1000)

    def say(self, text: str) -> None:
        """Type a message by real key presses and send it with Enter."""
        self.box.click()
        self.shell.keyboard.type(text)
        self.shell.keyboard.press("Enter")

    def wait_until_idle(self) -> None:
        """Wait until the answer is complete and another message could be sent."""
        send = self.chat.get_by_role("button", name=words("element.composer.send"), exact=True)
        send.wait_for(timeout=START_SECONDS * 1000)

    def wait_for_answer(self, text: str, *, deadline_seconds: float = 30.0) -> None:
        """Wait until the conversation shows this text."""
        self.chat.get_by_role("log").get_by_text(text).last.wait_for(timeout=deadline_seconds * 1000)

    def as_process(self) -> psutil.Process:
        """Return the program's own process."""
        return psutil.Process(self.process.pid)

    def children(self) -> list[psutil.Process]:
        """Return every process below the program's."""
        return self.as_process().children(recursive=True)

    def window(self) -> str:
        """Return the number that the X server has given the window."""
        search = ("search", "--all", "--pid", str(self.process.pid), "--onlyvisible", "--name", f"^{BRAND.name}$")
        return wait_until(lambda: xdotool(*search), what="the window").split()[-1]

    def renderer(self) -> psutil.Process:
        """Return the process that draws the page."""
        return self._renderers()[0]

    def _renderers(self) -> list[psutil.Process]:
        processes = [each for each in self.children() if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]
        if self.engine == "gtk":
            return [each for each in processes if each.name() == "WebKitWebProcess"]
        # Chromium forks it from a process that waits for this, and does not rename it.
        engine = [each for each in processes if each.name().startswith("QtWebEngineProc")]
        return [each for each in engine if each.ppid() in [parent.pid for parent in engine]]

    def has_other_renderer_than(self, dead: psutil.Process) -> bool:
        """Say whether another process than this one draws the page."""
        with _gone_is_fine():
            return any(each.pid != dead.pid for each in self._renderers())
        return False

    def chat_host(self) -> psutil.Process | None:
        """Return the chat host's process, if it runs."""
        return next((each for each in self.children() if "chat-host" in " ".join(_command_line(each))), None)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End the program by a signal and return its exit code; fails when it takes longer than it may."""
        self.disconnect()
        self.process.send_signal(number)
        return self.wait()

    def wait(self, timeout_seconds: float = STOP_SECONDS) -> int:
        """Wait for the program's end and return its exit code."""
        return self.process.wait(timeout_seconds)

    def errors(self) -> str:
        """Return what the program said on stderr; it has to have ended."""
        self._stderr.seek(0)
        return self._stderr.read()

    def check_alive(self) -> None:
        """Fail when the program has ended, with what it said and where it crashed."""
        if self.process.poll() is not None:
            crash = self.data_dir / "crash-notes.txt"
            notes = crash.read_text() if crash.exists() else ""
            raise AssertionError(f"the program ended with {self.process.returncode}: {self.errors()}\n{notes}")

    def log(self) -> str:
        """Return the program's log."""
        return "".join(path.read_text() for path in sorted((self.data_dir / "log").glob("agentnook.log*")))

    def kill_everything(self) -> None:
        """End the program and all it started, at once."""
        for each in [*self.children(), self.as_process()]:
            with _gone_is_fine():
                each.kill()
        self.process.wait(STOP_SECONDS)

    def listens(self, port: int) -> bool:
        """Say whether somebody listens on a port of this run; the program has to be alive."""
        self.check_alive()
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    def _find_page(self) -> Page | None:
        assert self._browser is not None
        pages = [page for context in self._browser.contexts for page in context.pages]
        return next((page for page in pages if "/shell/" in page.url), None)

    def _find_chat(self) -> Frame | None:
        page = self._find_page()
        if page is not None:
            page.wait_for_timeout(1)  # Playwright hears of a new document only while it is asked for something
        frames = page.frames if page is not None else []
        return next((frame for frame in frames if "/chat/" in frame.url), None)


def xdotool(*arguments: str) -> str:
    """Do something on the screen as a person would, and return what that says."""
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=20, check=False)
    return done.stdout.strip()


def _command_line(process: psutil.Process) -> list[str]:
    with _gone_is_fine():
        return process.cmdline()
    return []


@contextmanager
def _gone_is_fine() -> Iterator[None]:
    try:
        yield
    except psutil.NoSuchProcess:
        return
