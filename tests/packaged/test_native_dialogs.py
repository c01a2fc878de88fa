"""Every native dialog of the installed program, in Qt as it is frozen, used by an ordinary user by keyboard.

These are all there are. `EngineDialogs` opens the three kinds (open, folder, save) for the agents' tools `pick_files`,
`pick_folder` and `save_file`, for taking in connections, and for a report of diagnostics; Qt adds its own question
before a file is replaced. A page's file field opens one more, the composer's paper clip: its test is beside that of
the keyring. What is said without a window is `native_message`, which is another program on Linux. Pages can open none:
the engine answers their alerts, questions and prompts by itself, and refuses their downloads.
"""

from __future__ import annotations

import json
import shutil
from collections import deque
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import psutil
import pytest
from chatkit.types import ThreadStreamEvent
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion

from app.chat_host.agents.agent import Turn
from app.errors import AlreadyRunning, EngineMissing
from app.refused_start import REPORT_NAME
from app.resources import text as words
from app.services.connection_file import decode, encode
from app.services.connections import Connection
from tests.support.clipboard import file_in_clipboard
from tests.support.installed_app import ANSWER_SECONDS, InstalledApp, running
from tests.support.native_dialogs import confirm, leave_dialog, type_into_dialog, wait_for_dialog
from tests.support.person import Person
from tests.support.processes import started
from tests.support.running_app import xdotool
from tests.support.scripted_agents import event, item_of, say
from tests.support.self_hosted import self_hosted
from tests.support.waiting import wait_until

pytestmark = pytest.mark.packaged

AGENT = "Mine"
# What says it on this system, as they call their windows and themselves.
MESSENGERS = ("zenity", "xmessage")
MESSAGE_SECONDS = 20.0
# How often the Tab key goes from the heading of a sheet to its button, where nobody has described a connection.
TABS_TO_IMPORT, TABS_TO_REPORT = 6, 4


class Window:
    """The installed program, which talks to an agent that calls the tools that a test wants."""

    def __init__(self, app: InstalledApp, wanted: deque[tuple[str, dict[str, Any]]], heard: list[Any]) -> None:
        self.app, self._wanted, self._heard = app, wanted, heard

    def begin(self, tool: str, **arguments: object) -> None:
        """Have the agent call a tool."""
        self._wanted.append((tool, arguments))
        self._before = len(self._heard)
        self.app.say("go")

    def heard(self) -> dict[str, Any]:
        """Return what reached the agent."""
        wait_until(lambda: len(self._heard) > self._before, deadline_seconds=ANSWER_SECONDS, what="a result")
        result: dict[str, Any] = self._heard[-1]
        return result


@pytest.fixture
def window(upgraded: str, person: Person, own: Path, tmp_path: Path) -> Iterator[Window]:
    wanted: deque[tuple[str, dict[str, Any]]] = deque()
    heard: list[Any] = []

    async def script(turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        if turn.tool_call is not None:
            heard.append(turn.tool_call.output)
            yield say(turn, "Thanks")
            return
        name, arguments = wanted.popleft()
        number = turn.new_id("tool_call")
        call = item_of(turn, "client_tool_call", number, call_id=number, name=name, arguments=arguments)
        yield event("thread.item.done", item=call)

    with self_hosted(tmp_path / "server.sqlite3", script=script) as url:
        agent = Connection("mine", "server", AGENT, AGENT, url=url, interface="builtin")
        person.write(own / "connections.json", encode([agent], agent.id))
        with running(person, upgraded, "--data-dir", str(own), log=tmp_path / "log") as app:
            yield Window(app, wanted, heard)
            assert app.close() == 0


@pytest.fixture
def app(upgraded: str, person: Person, own: Path, tmp_path: Path) -> Iterator[InstalledApp]:
    with running(person, upgraded, "--data-dir", str(own), log=tmp_path / "log") as app:
        yield app
        assert app.close() == 0


@pytest.fixture
def own(person: Person, tmp_path: Path) -> Path:
    """Return where the program keeps everything in this test."""
    return person.home / tmp_path.name


@pytest.fixture
def papers(person: Person) -> Path:
    """Return a folder of the person's with two letters."""
    folder = person.home / "papers"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("first.txt", "second.txt"):
        person.write(folder / name, f"the {name}\n".encode())
    return folder


def title_of(tool: str) -> str:
    return words(f"tool.{tool}.title", agent=AGENT)


def test_several_files_are_picked_and_one_is_read(window: Window, papers: Path) -> None:
    window.begin("pick_files", multiple=True)
    window.app.allow()
    type_into_dialog(title_of("pick_files"), " ".join(f'"papers/{path.name}"' for path in sorted(papers.iterdir())))
    picked = window.heard()
    assert [each["name"] for each in picked["files"]] == ["first.txt", "second.txt"]
    assert str(papers) not in json.dumps(picked)
    window.begin("read_file", handle=picked["files"][1]["handle"])
    window.app.allow()
    assert window.heard()["text"] == "the second.txt\n"


def test_a_folder_is_picked(window: Window, papers: Path) -> None:
    window.begin("pick_folder")
    window.app.allow()
    type_into_dialog(title_of("pick_folder"), str(papers))
    picked = window.heard()
    assert (picked["name"], [each["name"] for each in picked["files"]]) == ("papers", ["first.txt", "second.txt"])
    assert str(papers) not in json.dumps(picked)


def test_a_file_is_saved_and_another_one_is_replaced_only_after_a_question(
    window: Window, person: Person, papers: Path
) -> None:
    title, new, old = title_of("save_file"), papers / "trip.md", papers / "first.txt"
    save_as(window, new)
    confirm(title)
    assert window.heard() == {"success": True, "name": "trip.md", "size_bytes": 6}
    assert (new.read_text(), new.stat().st_uid, new.stat().st_mode & 0o111) == ("# Trip", person.uid, 0)
    save_as(window, old)
    for answer in ("alt+n", "alt+y"):
        assert old.read_text() == "the first.txt\n"
        xdotool("key", "Return")
        # Qt calls its question like the dialog that it is asked above.
        wait_until(lambda: len(shown(title)) == 2, what="the question")
        xdotool("key", answer)
        wait_until(lambda: len(shown(title)) < 2, what="the end of the question")
    assert window.heard()["name"] == "first.txt"
    assert old.read_text() == "# Trip"


def save_as(window: Window, path: Path) -> None:
    """Have the agent save a file, and name it in the dialog."""
    window.begin("save_file", file_name="trip.md", content="# Trip")
    window.app.allow()
    wait_for_dialog(title_of("save_file"))
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "5", str(path))


@pytest.mark.parametrize("tool", ["pick_files", "pick_folder", "save_file"])
def test_who_closes_a_dialog_is_understood(window: Window, own: Path, tool: str) -> None:
    window.begin(tool, **({"file_name": "trip.md", "content": "# Trip"} if tool == "save_file" else {}))
    window.app.allow()
    leave_dialog(title_of(tool))
    error = window.heard()["error"]
    assert (error["code"], error["message"]) == ("cancelled", words(f"tool.{tool}.cancelled"))
    assert list(own.parent.glob("trip*")) == []


def test_t29_the_engine_that_is_frozen_says_which_chromium_it_is(window: Window) -> None:
    window.begin("get_app_info")
    assert f"(Chromium {qWebEngineChromiumVersion()!s})" in window.heard()["engine"]


def test_connections_are_taken_in(app: InstalledApp, person: Person, own: Path, papers: Path) -> None:
    theirs = Connection("theirs", "server", "Theirs", "Theirs", url="http://127.0.0.1:9/chatkit")
    person.write(papers / "connections.json", encode([theirs]))
    kept, title = own / "connections.json", words("connections.pick")
    ask_for_connections(app)
    leave_dialog(title)
    assert not kept.exists()
    xdotool("key", "Escape")
    ask_for_connections(app)
    type_into_dialog(title, str(papers / "connections.json"))
    wait_until(kept.exists, what="the connection, kept")
    assert [each.label for each in decode(kept.read_bytes())] == ["Theirs"]
    xdotool("key", "Escape")


def ask_for_connections(app: InstalledApp) -> None:
    app.choose_in_menu("c")
    press(TABS_TO_IMPORT)


def test_a_report_is_saved(app: InstalledApp, person: Person, papers: Path) -> None:
    report = papers / "report.zip"
    xdotool("key", "ctrl+d")
    app.wait_until_still()
    press(TABS_TO_REPORT)
    app.wait_until_still()
    # Backwards from the heading: the arrow, the cross, what is around the window, and the button at the end.
    xdotool("key", *["shift+Tab"] * 4, "Return")
    wait_for_dialog(words("bundle.pick"))
    xdotool("key", "ctrl+a")
    xdotool("type", "--delay", "5", str(report))
    confirm(words("bundle.pick"))
    wait_until(report.exists, what="the report")
    with ZipFile(report) as parts:
        names, told = set(parts.namelist()), json.loads(parts.read("report.json"))
    assert names >= {"manifest.json", "report.json", "environment.json"}
    assert (report.stat().st_uid, str(person.home) in json.dumps(told)) == (person.uid, False)
    # What the window has set for its engine is not taken for the person's.
    assert {check["id"]: check["state"] for check in told["checks"]}["env-01"] == "pass"
    xdotool("key", "Escape")


def press(tabs: int) -> None:
    """Go on with the Tab key this many times, and press what has the keyboard then."""
    xdotool("key", *["Tab"] * tabs, "Return")


def test_a_file_that_was_copied_elsewhere_is_pasted(app: InstalledApp, own: Path, papers: Path) -> None:
    with file_in_clipboard(papers / "first.txt"):
        xdotool("key", "ctrl+v")
        wait_until(lambda: holds(own, b"the first.txt\n"), deadline_seconds=ANSWER_SECONDS, what="the file, kept")


def holds(folder: Path, content: bytes) -> bool:
    return any(path.read_bytes() == content for path in folder.rglob("*") if path.is_file())


def test_a_second_start_that_cannot_be_set_up_as_it_says_tells_so_in_a_message(
    app: InstalledApp, upgraded: str, person: Person, own: Path
) -> None:
    said, code = refused(person, upgraded, "--data-dir", str(own), "--software-rendering")
    assert said == [AlreadyRunning().sentence, AlreadyRunning().hint]
    assert code == AlreadyRunning().exit_code


def test_a_start_that_can_have_no_window_says_so_and_where_its_report_is(
    upgraded: str, person: Person, own: Path
) -> None:
    said, code = refused(person, upgraded, "--data-dir", str(own), "--engine", "gtk")
    assert said[:2] == [EngineMissing().sentence, EngineMissing().hint]
    assert code == EngineMissing().exit_code
    (report,) = own.rglob(REPORT_NAME)
    assert said[2:] == [words("refused_start.report", path=report)]
    assert "engine_missing" in report.read_text("utf-8")


def refused(person: Person, *command: str) -> tuple[list[str], int]:
    """Start the program, read the message that it shows, agree by keyboard; return what it said, and the exit code."""
    with started(person.command(command, person.environ)) as process:
        message = wait_until(
            lambda: xdotool("search", "--onlyvisible", "--class", "|".join(MESSENGERS)),
            deadline_seconds=MESSAGE_SECONDS,
            what="a message",
        )
        shows = next(each for each in psutil.Process(process.pid).children() if each.name() in MESSENGERS)
        told, environ = shows.cmdline()[-1].removeprefix("--text="), shows.environ()
        # It is the system's program, so it gets the system's libraries.
        assert not [value for name, value in environ.items() if name.startswith("LD_") or "_internal" in value]
        xdotool("windowactivate", "--sync", message, "key", "Return")
        return told.split("\n\n"), process.wait(MESSAGE_SECONDS)


def shown(title: str) -> list[str]:
    return xdotool("search", "--onlyvisible", "--name", f"^{title}$").split()
