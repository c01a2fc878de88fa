"""The installed program, used as a person does: no debugger can look in, so keys go in and the database is read."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import psutil
from PySide6.QtGui import QColor, QImage

from app.brand import BRAND
from screenshots import Camera
from tests.support.person import Person
from tests.support.processes import started
from tests.support.running_app import xdotool
from tests.support.waiting import holds_for, wait_until

START_SECONDS = 40.0
ANSWER_SECONDS = 40.0
END_SECONDS = 15.0
# The two long sides of the box, each at least a pixel thick; no icon has as many.
OUTLINE_PIXELS = 1000
DATABASE = "conversations.sqlite3"
# Where the bar ends, in a window of 1024 by 720.
MENU = (996, 26)
STILL_SECONDS = 0.3
# A question takes no press until hands were still for half a second.
SILENCE_SECONDS = 0.7
CLOSING_SECONDS = 2.0
DIMMED = 240


class InstalledApp:
    """One run in a person's session."""

    def __init__(self, process: subprocess.Popen[bytes], person: Person, log: Path) -> None:
        self.process, self.person, self.log = process, person, log
        self.window = wait_until(self._find_window, deadline_seconds=START_SECONDS, what="the window")
        xdotool("windowactivate", "--sync", self.window)
        self.wait_for_keyboard()

    @property
    def family(self) -> list[psutil.Process]:
        """Return the window's process and all below it."""
        window = psutil.Process(self.process.pid)
        return [window, *window.children(recursive=True)]

    @property
    def engine_processes(self) -> list[psutil.Process]:
        """Return the processes in which Chromium works."""
        return [process for process in self.family if process.name().startswith("QtWebEngine")]

    def wait_for_keyboard(self) -> None:
        """Wait until one can write."""
        wait_until(self._has_keyboard, deadline_seconds=START_SECONDS, what="a box to write in, with the keyboard")

    def say(self, words: str) -> None:
        """Write a message and send it; the window puts the keyboard where one writes."""
        xdotool("windowactivate", "--sync", self.window)
        xdotool("type", "--delay", "20", words)
        xdotool("key", "Return")

    def click(self, x: int, y: int) -> None:
        """Press a place of the window, counted as if the window were 1024 by 720, and leave it: it is drawn plainly."""
        xdotool("mousemove", "--window", self.window, str(x), str(y), "click", "1")
        xdotool("mousemove", "--window", self.window, "512", "100")

    def allow(self) -> None:
        """Answer the question of a tool with "once", by keyboard."""
        wait_until(self._is_asked, deadline_seconds=ANSWER_SECONDS, what="a question")
        xdotool("key", "Tab")
        assert holds_for(SILENCE_SECONDS, self._is_asked)
        wait_until(self._is_answered, what="the end of the question")

    def choose_in_menu(self, beginning: str) -> None:
        """Choose what begins so in the menu at the right end of the bar, and wait until its sheet stands still."""
        before = self._shown()
        self.click(*MENU)
        wait_until(lambda: self._shown() != before, what="the menu")
        xdotool("key", beginning)
        xdotool("key", "Return")
        self.wait_until_still()

    def wait_until_still(self) -> None:
        """Wait until a sheet covers the window and nothing in it moves any more."""
        wait_until(lambda: is_covered(camera().grab(int(self.window))), what="a sheet")
        wait_until(lambda: holds_for(STILL_SECONDS, self._is_as_at(self._shown())), what="a sheet that stands still")

    def picture(self, path: Path) -> Path:
        """Save what the window shows."""
        return camera().take(path, int(self.window))

    def close(self) -> int:
        """Close the window by keyboard; return the program's exit code."""
        xdotool("windowactivate", "--sync", self.window, "key", "--clearmodifiers", "alt+F4")
        return self.process.wait(END_SECONDS)

    def said(self) -> str:
        """Return what the program wrote on its terminal."""
        return self.log.read_text("utf-8", "replace")

    def _find_window(self) -> str:
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}: {self.said()}"
        return shown_window()

    def _shown(self) -> bytes:
        image = camera().grab(int(self.window))
        return bytes(image.constBits())

    def _is_as_at(self, before: bytes) -> Callable[[], bool]:
        return lambda: self._shown() == before

    def _is_asked(self) -> bool:
        """Say whether a question covers the window: its main button is large enough to be seen by its colour."""
        image = camera().grab(int(self.window))
        return is_covered(image) and has_outline(image)

    def _is_answered(self) -> bool:
        """Press, and say whether the question is gone; a press too many would go to what it has opened."""
        xdotool("key", "Return")
        return not holds_for(CLOSING_SECONDS, self._is_asked)

    def _has_keyboard(self) -> bool:
        """Say whether the box where one writes is outlined in the brand's colour, as what has the keyboard is."""
        return has_outline(camera().grab(int(self.window)))


def shown_window() -> str:
    """Return the number of the program's window, or nothing."""
    return xdotool("search", "--onlyvisible", "--name", f"^{BRAND.name}$").split("\n")[-1]


def has_outline(image: QImage) -> bool:
    """Say whether a box is outlined in the brand's colour, as what has the keyboard is."""
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("B").cast("I").tolist()
    return pixels.count(QColor(BRAND.accent_light).rgb()) > OUTLINE_PIXELS


def is_covered(image: QImage) -> bool:
    """Say whether something lies over the whole window, which is dimmed below it; without that its corner is white."""
    return image.pixelColor(3, 3).lightness() < DIMMED


@contextmanager
def running(person: Person, *command: str, log: Path, **environ: str) -> Iterator[InstalledApp]:
    """Start the program as this person and wait for its window; end whatever is left of it."""
    words = person.command(command, {**person.environ, **environ})
    with started(words, environ=os.environ, log=log) as process:
        yield InstalledApp(process, person, log)


def said_in(data: Path) -> list[tuple[str, str]]:
    """Return (kind, text) of everything that was said."""
    items = [json.loads(payload) for (payload,) in _ask(data, "SELECT payload FROM items ORDER BY sequence")]
    return [(item["type"], _words(item)) for item in items]


def conversations_in(data: Path) -> list[str]:
    """Return the conversations."""
    return [number for (number,) in _ask(data, "SELECT id FROM threads")]


def _ask(data: Path, question: str) -> Sequence[tuple[str]]:
    """Ask a copy of the database, which is in use; nothing where there is none yet."""
    with tempfile.TemporaryDirectory() as folder:
        for path in data.glob(f"{DATABASE}*"):
            if not path.name.endswith("-shm"):
                shutil.copy(path, folder)
        if not (Path(folder) / DATABASE).exists():
            return []
        with closing(sqlite3.connect(Path(folder) / DATABASE)) as database:
            try:
                rows: Sequence[tuple[str]] = database.execute(question).fetchall()
            except sqlite3.OperationalError:  # it is being made
                return []
    return rows


def _words(item: dict[str, object]) -> str:
    content = item.get("content")
    pieces = content if isinstance(content, list) else []
    return " ".join(str(piece.get("text", "")) for piece in pieces if isinstance(piece, dict))


def wait_for_answer(data: Path, to: str) -> str:
    """Wait until a message is in the database, and an answer after it; return the answer."""

    def answer() -> str:
        said = said_in(data)
        places = [number for number, (kind, words) in enumerate(said) if kind == "user_message" and words == to]
        after = said[places[-1] + 1 :] if places else []
        return next((words for kind, words in after if kind == "assistant_message" and words), "")

    return wait_until(answer, deadline_seconds=ANSWER_SECONDS, what=f"the answer to {to!r}, in {said_in(data)}")


@cache
def camera() -> Camera:
    """Return the one camera: a process can have no two."""
    return Camera()
