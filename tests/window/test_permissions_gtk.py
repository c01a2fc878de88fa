"""Permissions in the WebKitGTK window: what lasts, a queue, taking back, a restart, and what the chat may not do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.resources import text
from tests.support.clipboard import clipboard_text
from tests.support.gtk_app import GtkApp
from tests.support.gtk_documents import GtkDocument, chat_of, shell_of
from tests.support.native_dialogs import leave_dialog
from tests.support.page_scripts import TAKE_PORT
from tests.support.running_app import xdotool
from tests.support.tool_calls import CALL
from tests.support.waiting import wait_until
from tests.support.windows import covered, seeks_attention

pytestmark = [pytest.mark.window, pytest.mark.gtk]

PROMPT = "dialog.prompt"
SHEET = "dialog.sheet"
PICK = text("tool.pick_files.title", agent=".+")
INVOKE = f"void ({CALL})(argument);"
OUTCOME = "return globalThis.__outcomes?.[argument] ?? null;"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[GtkApp]:
    with GtkApp(tmp_path / "first") as app:
        yield app.open()
        assert app.stop() == 0


class Call:
    """A call of `copy_text`, as the chat document makes it."""

    _made = 0

    def __init__(self, app: GtkApp, words: str) -> None:
        Call._made += 1
        self._app, self._id = app, f"call-{Call._made}"
        call = {"name": "copy_text", "params": {"text": words}, "connection": "local", "call_id": self._id}
        app.in_shell(INVOKE, call)

    def outcome(self) -> str:
        """Wait until it has ended; returns `ok`, or the code of an error."""
        result: Any = wait_until(lambda: self._app.in_shell(OUTCOME, self._id), what="the answer of the tool")
        return "ok" if result["success"] else str(result["error"]["code"])


def say(app: GtkApp, words: str) -> None:
    chat_of(app).say(text("element.composer.label"), words)


def answer(app: GtkApp, decision: str) -> None:
    """Answer the question that stands by mouse."""
    shell = shell_of(app)
    shell.wait_for(text("shell.prompt.deny"), PROMPT)
    if decision in ("session", "always"):
        shell.press(text("shell.prompt.longer"))
    shell.press(text(f"shell.prompt.{decision}"))


def wait_until_gone(shell: GtkDocument) -> None:
    wait_until(lambda: shell.count(PROMPT) == 0, what="the end of the question")


def open_sheet(app: GtkApp) -> GtkDocument:
    app.click_in_shell("#bar-more")
    shell = shell_of(app)
    shell.press(text("shell.more.permissions"))
    shell.wait_for(text("shell.permissions.allowed"), SHEET)
    return shell


def test_a_session_an_always_and_a_restart(app: GtkApp, tmp_path: Path) -> None:
    first = Call(app, "For this window")
    answer(app, "session")
    assert first.outcome() == "ok"
    assert clipboard_text() == "For this window"
    second = Call(app, "Again")
    assert (second.outcome(), shell_of(app).count(PROMPT)) == ("ok", 0)
    say(app, "open a file")
    answer(app, "always")
    leave_dialog(PICK)
    assert app.stop() == 0
    again = GtkApp(tmp_path / "second")
    shutil.copytree(app.data_dir, again.data_dir)
    with again:
        again.open()
        say(again, "open a file")
        leave_dialog(PICK)
        call = Call(again, "After the restart")
        answer(again, "deny")
        assert call.outcome() == "permission_denied"
        shell = open_sheet(again)
        shell.press(text("shell.permissions.revoke_all"))
        shell.wait_for(text("shell.permissions.none"), SHEET)
        assert not (again.data_dir / "permissions.json").exists()
        xdotool("key", "Escape")
        say(again, "open a file")
        answer(again, "deny")
        chat_of(again).wait_for(text("guide.tool_denied"))
        chat_of(again).wait_for(text("element.tool.failed", tool="pick files"))
        assert again.stop() == 0


def test_two_questions_queue_and_the_sheet_follows(app: GtkApp) -> None:
    shell = open_sheet(app)
    first, second = Call(app, "The first"), Call(app, "The second")
    shell.wait_for("The first", PROMPT)
    assert "The second" not in shell.read(PROMPT)
    answer(app, "deny")
    shell.wait_for("The second", PROMPT)
    answer(app, "session")
    assert (first.outcome(), second.outcome()) == ("permission_denied", "ok")
    shell.wait_for(text("shell.permissions.lasts.session"), SHEET)


def test_a_chat_that_is_loaded_again_leaves_no_question_behind(app: GtkApp) -> None:
    before = clipboard_text()
    call = Call(app, "Never there")
    shell = shell_of(app)
    shell.wait_for("Never there", PROMPT)
    app.in_chat("setTimeout(() => location.reload());")
    assert call.outcome() == "cancelled"
    wait_until_gone(shell)
    assert clipboard_text() == before


def test_a_script_in_the_chat_lays_nothing_over_a_question(app: GtkApp) -> None:
    app.in_chat(TAKE_PORT)
    shell = shell_of(app)
    call = Call(app, "Under attack")
    shell.wait_for("Under attack", PROMPT)
    app.in_chat(
        "for (const name of ['settings', 'history', 'new']) __port.postMessage({ type: 'shortcut', name });"
        "__port.postMessage({ type: 'deeplink', name: 'settings', data: {} });"
        "__port.postMessage({ type: 'link', url: 'https://example.org/' });"
        "__port.postMessage({ type: 'state', busy: false, thread_id: null, title: 'Heard' });"
    )
    shell.wait_for("Heard", "#bar-title")
    answer(app, "once")
    assert call.outcome() == "ok"
    assert shell.count("dialog") == 0


def test_a_question_marks_a_window_that_is_not_looked_at(app: GtkApp, tmp_path: Path) -> None:
    window = app.window()
    with covered(tmp_path / "other.log"):
        call = Call(app, "Somebody?")
        wait_until(lambda: seeks_attention(window), what="the mark of the window")
    xdotool("windowactivate", "--sync", window)
    wait_until(lambda: not seeks_attention(window), what="the end of the mark")
    answer(app, "deny")
    assert call.outcome() == "permission_denied"
