"""`dev.py run --rehearsal`: the hosted path is played whole, told in one file, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import psutil
import pytest

from checkout import REHEARSAL
from tests.support.processes import ROOT
from tests.support.stand_in_api import SECRET_MARK
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]
DEADLINE_SECONDS = 240
COMMAND = [sys.executable, "packaging/dev.py", "run", "--rehearsal", "--no-install"]
STEPS = [
    "The window opens",
    "“OpenAI ChatKit” asks for a workflow and a key",
    "The connection is tested and made",
    "The key is in the keyring, and nowhere else",
    "A client secret is made for the component",
    "A message is answered",
    "The agent's tool makes the window dark",
    "The secret is renewed before it ends",
    "OpenAI's interface refuses the key",
    "Another key is entered, and all is well again",
    "The component's script cannot be reached",
    "Retry brings the component back",
    "Diagnostics say how the program is",
]
MARK = "MARK_OF_THE_TEST"
# A key of the rehearsal's, or of anybody's.
KEY = re.compile(r"sk-(?:rehearsal|proj|[A-Za-z0-9])[A-Za-z0-9_-]{8,}")


class Reader(HTMLParser):
    """Reads the steps of a report, and what it would fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.steps: list[tuple[str, str]] = []
        self.fetched: list[str] = []
        self.tags: set[str] = set()
        self._state = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.fetched += [given[name] for name in ("src", "srcset", "href", "action", "data") if name in given]
        if tag == "li":
            self._state = given["class"]

    def handle_data(self, data: str) -> None:
        if self._state:
            self.steps.append((data, self._state))
            self._state = ""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return an environment with a person's agent and key, which must not be met, and a mark to know processes by."""
    given = {"OPENAI_API_KEY": "sk-of-the-person", "CHATKIT_WORKFLOW_ID": "wf_person", "AGENTNOOK_THEME": "dark"}
    return {**os.environ, **given, MARK: str(tmp_path)}


def left_behind(environ: dict[str, str]) -> list[str]:
    """Return what still runs of what was started with this environment."""
    return [each.name() for each in psutil.process_iter() if has_mark(each, environ[MARK])]


def has_mark(process: psutil.Process, mark: str) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and process.environ().get(MARK) == mark
    except psutil.Error:
        return False


def test_every_step_of_the_hosted_path_is_shown(environ: dict[str, str]) -> None:
    done = subprocess.run(COMMAND, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=DEADLINE_SECONDS)
    assert done.returncode == 0, done.stderr
    assert str(REHEARSAL / "report.html") in done.stderr
    page = (REHEARSAL / "report.html").read_text("utf-8")
    reader = Reader(page)
    assert reader.steps == [(title, "done") for title in STEPS]
    assert f"All {len(STEPS)} steps went well" in page
    assert "OpenAI&#x27;s parts were stand-ins on this computer" in page
    # One file, which fetches nothing.
    assert [each for each in reader.fetched if not each.startswith(("data:image/", "#step-"))] == []
    assert not reader.tags & {"script", "link", "iframe", "object", "form"}
    assert "url(" not in page
    assert sum(each.startswith("data:image/png;base64,") for each in reader.fetched) == len(STEPS)
    # No key and no secret is in it, nor in what was said on the terminal.
    for words in (page, done.stdout, done.stderr):
        assert not KEY.search(words)
        assert SECRET_MARK not in words
    assert left_behind(environ) == []


@pytest.mark.parametrize(
    ("send", "has_screen"), [(signal.SIGINT, True), (signal.SIGTERM, False)], ids=["Ctrl-C", "without-a-screen"]
)
def test_who_ends_it_leaves_nothing_running(send: signal.Signals, has_screen: bool, environ: dict[str, str]) -> None:
    if not has_screen:
        del environ["DISPLAY"]
    with subprocess.Popen(
        COMMAND, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        # Reading has no deadline of its own.
        late = threading.Timer(DEADLINE_SECONDS, os.killpg, (process.pid, signal.SIGKILL))
        late.daemon = True
        late.start()
        said: Sequence[str] = [next(line for line in process.stderr if f"1 of {len(STEPS)}" in line)]
        assert {"dbus-daemon", "gnome-keyring-daemon"} <= set(left_behind(environ))
        # Ctrl-C reaches everything in front of the terminal, a plain request only the command.
        os.killpg(process.pid, send) if send == signal.SIGINT else process.send_signal(send)
        said = [*said, *process.stderr]
        late.cancel()
        assert process.wait(30) == 128 + send
    assert "Traceback" not in "".join(said)
    wait_until(lambda: left_behind(environ) == [], what="the end of everything")
