"""What a person does with conversations in the window: asks, opens the list, goes from one to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator

from app.chat_host.attachment_files import FOLDER
from app.chat_host.transcript import read_transcript
from app.resources import text
from tests.support.running_app import RunningApp
from tests.support.waiting import holds_for, wait_until

# What the chat host is let do at a time: far less than a whole answer of the guide.
TURN_SECONDS = 0.03

# In the chat document: the control that has the keyboard, by the name that a screen reader says.
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.ariaLabel ?? at?.textContent.trim() ?? '';
}"""


def log(app: RunningApp) -> Locator:
    """Return where the conversation is read."""
    return app.chat.get_by_role("log")


def ask(app: RunningApp, message: str) -> None:
    """Say something and wait for the whole answer."""
    app.say(message)
    app.wait_for_answer(message)
    app.wait_until_idle()


def kept_files(app: RunningApp) -> list[bytes]:
    """Return what is in the files beside the database."""
    folder = app.data_dir / FOLDER
    return [each.read_bytes() for each in folder.iterdir()] if folder.exists() else []


def begin_anew(app: RunningApp) -> None:
    """Begin a new conversation by the window's bar."""
    app.shell.locator("#bar-new").click()
    wait_until(lambda: log(app).get_by_role("article").count() == 0, what="a new conversation")


def open_list(app: RunningApp) -> Locator:
    """Open the list of conversations, where it is not open yet, and return it."""
    listed = app.chat.locator("agentnook-history")
    if listed.count() == 0:
        app.shell.locator("#bar-history").click()
    listed.wait_for()
    return listed


def titles(app: RunningApp) -> list[str]:
    """Return the names in the open list."""
    return app.chat.locator("agentnook-threads .open").all_inner_texts()


def row(app: RunningApp, title: str) -> Locator:
    """Return a conversation in the open list."""
    return app.chat.locator("agentnook-threads").get_by_role("button", name=title, exact=True)


def open_conversation(app: RunningApp, title: str) -> None:
    """Open a conversation from the list, and close the list where it stays open."""
    listed = open_list(app)
    row(app, title).click()
    if listed.count() > 0:
        app.shell.locator("#bar-history").click()
    listed.wait_for(state="detached")


def act_on(app: RunningApp, title: str, action: str) -> None:
    """Choose something from a conversation's menu in the open list."""
    row(app, title).hover()
    app.chat.get_by_role("button", name=text("element.history.actions", title=title)).click()
    app.chat.get_by_role("menuitem", name=text(action)).click()


def focused(app: RunningApp) -> str:
    """Return what a screen reader would call the control of the chat document that has the keyboard."""
    return str(app.chat.evaluate(FOCUSED))


def wait_for_focus(app: RunningApp, name: str) -> None:
    """Wait until this control has the keyboard."""
    wait_until(lambda: focused(app) == name, what=f"the keyboard on {name}, not on {focused(app)}")


def database(app: RunningApp) -> Path:
    """Return the file of the conversations."""
    return app.data_dir / "conversations.sqlite3"


def kept(app: RunningApp) -> str:
    """Return everything that is in the database, as one text."""
    return "\n".join(entry.text for entry in read_transcript(database(app)))


@contextmanager
def held_answer(app: RunningApp, begin: Callable[[], None], has_begun: Callable[[], bool]) -> Iterator[None]:
    """Let an answer begin and hold the chat host in the middle of it, however slow the machine or quick the host is."""
    host = wait_until(app.chat_host, what="the chat host")

    def takes_a_turn() -> bool:
        host.resume()
        holds_for(TURN_SECONDS, host.is_running)
        host.suspend()
        return has_begun()

    host.suspend()
    try:
        begin()
        wait_until(takes_a_turn, deadline_seconds=30, what="the beginning of the answer")
        yield
    finally:
        if host.is_running():
            host.resume()
