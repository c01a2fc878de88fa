"""Shows without a screen that the program works: a short conversation in the real window, read back from its database.

Started by `dev.py run` on a virtual screen, in the locked environment.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from app.chat_host.transcript import read_transcript
from app.errors import InternalError
from app.settings.locations import resolve_locations
from checkout import FIRST_RUN
from reported_run import log_in, report_run
from run_report import Report, Step
from run_window import ANSWER_SECONDS, Window, open_window
from screenshots import Camera, Look
from virtual_screen import SIZE

OPEN, ASK, DARK, PERMIT, PICK, CLOSE, READ = STEPS = (
    "The window opens",
    "A question is asked and answered",
    "“Use dark mode” makes the window dark",
    "“Open a file” asks for permission first",
    "A file is chosen in the native dialog",
    "The window is closed and the program ends",
    "The conversation is in the database",
)
QUESTION, DARK_WISH, FILE_WISH = "What is this program?", "Use dark mode", "Open a file"
FILE_NAME, FILE_CONTENT = "shopping list.txt", b"bread\nbutter\n"
FACTS = {
    "Screen": "virtual, {} by {} pixels".format(*SIZE.split("x")[:2]),
    "Input": "keys and clicks through the engine; in the native dialog, keys of the X server",
}
# Who speaks in a complete conversation, in order.
SPEAKERS = ["user", "assistant", *(2 * ["user", "assistant", "tool", "assistant"])]


class Conversation:
    """What is said and done in the window, with a picture of each."""

    def __init__(self, report: Report, window: Window, camera: Camera) -> None:
        self._report, self._window, self._camera = report, window, camera

    def ask(self) -> None:
        """Ask something and see the whole answer."""
        with self._report.step(ASK) as step:
            self._window.say(QUESTION)
            self._window.wait_for_answer(2)
            self._picture(step, "question", "A question and its answer")

    def switch_to_dark(self) -> None:
        """Have the agent switch the theme, and see that it is dark on the screen and not only in the page."""
        window = self._window
        with self._report.step(DARK) as step:
            window.say(DARK_WISH)
            window.wait_for(lambda: window.theme() == "dark" or self._allows(), "dark mode", ANSWER_SECONDS)
            window.wait_for(lambda: window.theme() == "dark", "dark mode", ANSWER_SECONDS)
            window.wait_for_answer(5)
            if not self._picture(step, "dark", "The window after it was told to be dark").is_dark:
                raise InternalError("The pages say that they are dark, but the screen shows them light.")

    def open_file(self, path: Path) -> None:
        """Have the agent ask for a file, allow it, and choose one in the native dialog."""
        window = self._window
        with self._report.step(PERMIT) as step:
            window.say(FILE_WISH)
            window.wait_for(window.allow.is_visible, "the question whether the agent may", ANSWER_SECONDS)
            self._picture(step, "permission", "Before an agent may do anything, the person is asked")
            window.allow.click()
        with self._report.step(PICK) as step:
            window.wait_for_dialog()
            self._picture(step, "dialog", "The native dialog; the page never sees a path")
            window.choose_file(path)
            window.wait_for(window.messages.last.get_by_text(path.name).is_visible, "the file's name", ANSWER_SECONDS)
            window.wait_for_answer(8)
            self._picture(step, "file", "What the agent was told: a name and a size")

    def begin(self, step: Step) -> None:
        """Wait until a person could write."""
        self._window.wait_for(self._window.composer.is_editable, "a place to write in", ANSWER_SECONDS)
        self._picture(step, "start", "The window as it opens")

    def _allows(self) -> bool:
        if self._window.allow.is_visible():
            self._window.allow.click()
            return True
        return False

    def _picture(self, step: Step, name: str, caption: str) -> Look:
        return step.examine(self._camera.take(FIRST_RUN / f"{name}.png", int(self._window.number)), caption)


def main(arguments: Sequence[str]) -> int:
    """Hold the conversation, write the report and return the exit code."""
    report = Report("first run", STEPS, facts=FACTS)
    options = ["--engine", "qt", "--theme", "light", *arguments]
    return report_run(report, FIRST_RUN, arguments, lambda room: run(report, room, options))


def run(report: Report, room: Path, arguments: Sequence[str]) -> None:
    """Start the program, talk, close it and read back what was said."""
    data, path = room / "data", room / FILE_NAME
    path.write_bytes(FILE_CONTENT)
    # a home of its own: Qt's file dialog would remember its last folder in the person's
    environ = {**os.environ, "HOME": str(room)}
    with ExitStack() as stack:
        with report.step(OPEN) as step:
            camera = Camera()
            opening = open_window(["--data-dir", str(data), *arguments], environ=environ, log=log_in(FIRST_RUN))
            window = stack.enter_context(opening)
            conversation = Conversation(report, window, camera)
            report.facts["Engine"] = window.engine()
            conversation.begin(step)
        conversation.ask()
        conversation.switch_to_dark()
        conversation.open_file(path)
        with report.step(CLOSE):
            window.close()
    with report.step(READ):
        read_back(report, data)


def read_back(report: Report, data: Path) -> None:
    """Read the conversation from the database of a program that has ended, and see that all of it is there."""
    entries = read_transcript(resolve_locations(data).database_file)
    report.transcript.extend((entry.role, entry.text) for entry in entries)
    speakers = [entry.role for entry in entries]
    if speakers != SPEAKERS:
        raise InternalError(f"The database holds {' '.join(speakers) or 'nothing'} instead of {' '.join(SPEAKERS)}.")
    said = [entry.text for entry in entries if entry.role == "user"]
    if said != [QUESTION, DARK_WISH, FILE_WISH]:
        raise InternalError("The database holds other questions than those that were asked.")
    if FILE_NAME not in entries[-1].text or f"{len(FILE_CONTENT)} bytes" not in entries[-1].text:
        raise InternalError("The agent was not told the name and the size of the file that was chosen.")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
