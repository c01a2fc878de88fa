"""Each tool of this computer through a conversation in the real window, on both engines, its dialogs by keyboard."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.resources import text as words
from tests.support.agent_calls import ToolCalls, nothing
from tests.support.clipboard import clipboard_text, in_clipboard
from tests.support.driven_app import DrivenApp
from tests.support.gtk_app import GtkApp
from tests.support.gtk_documents import component_of, shell_of
from tests.support.native_dialogs import confirm, type_into_dialog, wait_for_dialog
from tests.support.official_app import OfficialApp, official_environment
from tests.support.pdfs import make_pdf
from tests.support.processes import started
from tests.support.running_app import xdotool
from tests.support.secret_service import session_bus
from tests.support.stand_in_component import CALL, StandInComponent
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window]

ENGINES = [pytest.param("qt", marks=pytest.mark.qt), pytest.param("gtk", marks=pytest.mark.gtk)]
WRITE_HERE = "Message the stand-in"
PROMPT = "dialog.prompt"


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """Return the file that the desktop's notification service writes down what it shows in."""
    return tmp_path / "shown"


@pytest.fixture
def bus(tmp_path: Path, shown: Path) -> Iterator[str]:
    """Serve notifications on a session bus of the test's own."""
    ready = tmp_path / "ready"
    with session_bus(tmp_path / "session") as environ:
        service = [sys.executable, "-m", "tests.support.notification_service", str(ready), str(shown)]
        with started(service, log=tmp_path / "service.log", environ=environ):
            wait_until(ready.exists, what="the notification service")
            yield environ["DBUS_SESSION_BUS_ADDRESS"]


@pytest.fixture(params=ENGINES)
def app(request: pytest.FixtureRequest, component: StandInComponent, bus: str, tmp_path: Path) -> Iterator[DrivenApp]:
    script = component.script("good")
    if request.param == "qt":
        with OfficialApp(tmp_path / "run", script, bus=bus) as qt:
            qt.attach()
            yield qt
            qt.stop()
        return
    environment = official_environment(script, "", bus)
    with GtkApp(tmp_path / "run", ("--official", str(tmp_path / "mint")), environment=environment) as gtk:
        gtk.attach_driver()
        yield gtk
        gtk.stop()


@pytest.fixture
def agent(app: DrivenApp, component: StandInComponent) -> ToolCalls:
    if isinstance(app, OfficialApp):
        dialog = app.shell.locator(PROMPT)

        def press() -> None:
            dialog.get_by_role("button", name=words("shell.prompt.once")).click()

        def say(message: str) -> None:
            app.box.fill(message)
            app.box.press("Enter")

        return ToolCalls(component, say, press)
    assert isinstance(app, GtkApp)
    shell, inner = shell_of(app), component_of(app)
    return ToolCalls(component, lambda m: inner.say(WRITE_HERE, m), lambda: shell.press(words("shell.prompt.once")))


def test_a_file_is_picked_and_read_and_another_one_saved(app: DrivenApp, agent: ToolCalls, tmp_path: Path) -> None:
    notes, paper, kept = tmp_path / "notes.txt", tmp_path / "paper.pdf", tmp_path / "kept.md"
    notes.write_text("Grüße")
    paper.write_bytes(make_pdf("A paper"))
    for file, said in ((notes, "Grüße"), (paper, "A paper")):
        pick = lambda file=file: type_into_dialog(words("tool.pick_files.title", agent=".+"), str(file))  # noqa: E731
        picked = agent.call("pick_files", pick)
        assert str(tmp_path) not in json.dumps(picked)
        (described,) = picked["files"]
        read = agent.call("read_file", nothing, handle=described["handle"])
        assert (read["name"], said in read["text"]) == (file.name, True)

    def save() -> None:
        wait_for_dialog(words("tool.save_file.title", agent=".+"))
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", "5", str(kept))
        confirm(words("tool.save_file.title", agent=".+"))

    saved = agent.call("save_file", save, file_name="trip.md", content="# Trip")
    assert (saved["name"], kept.read_text()) == ("kept.md", "# Trip")
    assert not stat.S_IMODE(kept.stat().st_mode) & 0o111
    if isinstance(app, GtkApp):
        # A widget that ends on another thread takes the program with it, sooner or later.
        wait_until(lambda: len(app.notes()["dialogs_ended_on"]) == 3, what="the ends of the dialogs")
        assert set(app.notes()["dialogs_ended_on"]) == {"MainThread"}


def test_a_dialog_that_is_closed_is_told(agent: ToolCalls) -> None:
    for tool, arguments in (("pick_folder", {}), ("save_file", {"file_name": "a.md", "content": ""})):

        def close(tool: str = tool) -> None:
            wait_for_dialog(words(f"tool.{tool}.title", agent=".+"))
            xdotool("key", "Escape")

        result = agent.call(tool, close, **arguments)
        assert result["error"]["message"] == words(f"tool.{tool}.cancelled")


def test_a_window_that_closes_takes_its_dialog_along(app: DrivenApp, agent: ToolCalls) -> None:
    agent.say(f"{CALL}pick_files {{}}")
    agent.allow()
    title = words("tool.pick_files.title", agent=".+")
    wait_for_dialog(title)
    assert app.stop() == 0
    assert xdotool("search", "--onlyvisible", "--name", f"^{title}$") == ""


def test_a_folder_is_picked(agent: ToolCalls, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text("one")

    def pick() -> None:
        type_into_dialog(words("tool.pick_folder.title", agent=".+"), str(folder))

    result = agent.call("pick_folder", pick)
    assert [each["name"] for each in result["files"]] == ["a.txt"]


def test_what_needs_no_dialog(app: DrivenApp, agent: ToolCalls, shown: Path) -> None:
    told = agent.call("get_app_info")
    assert (told["name"], told["language"]) == ("Agentnook", app.ask("app.hello", v=1)["locale"])
    assert agent.call("switch_theme", theme="dark")["theme"] == "dark"
    url = "https://docs.example.org/page"
    assert agent.call("open_link", nothing, url=url)["url"] == url
    wait_until(lambda: app.opened_outside() == [url], what="the browser")
    assert agent.call("copy_text", nothing, text="From the agent")["success"]
    wait_until(lambda: clipboard_text() == "From the agent", what="the clipboard")
    with in_clipboard("From the person"):
        assert agent.call("read_clipboard", nothing)["text"] == "From the person"
    assert agent.call("show_notification", message="Your trip is booked")["shown"]
    wait_until(shown.exists, what="the notification")
    assert json.loads(shown.read_text())[2] == "Your trip is booked"
    assert agent.call("fly_to_the_moon")["error"]["code"] == "unknown_tool"
    assert "theme" in agent.call("switch_theme", theme="pink")["error"]["message"]
