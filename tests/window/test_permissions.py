"""Permissions in the window: each answer to the question, what is remembered of it, and the sheet that shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.resources import text
from app.services.connection_file import encode
from app.services.connections import Connection
from app.tools.ledger import MOST_CALLS
from tests.support.clipboard import clipboard_text
from tests.support.native_dialogs import leave_dialog, wait_for_dialog
from tests.support.official_app import NO_BUS
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp, xdotool
from tests.support.tool_calls import ToolCall, answer, open_permissions
from tests.support.waiting import wait_until
from tests.support.windows import covered, seeks_attention

pytestmark = [pytest.mark.window, pytest.mark.qt]

PICK = text("tool.pick_files.title", agent=".+")
COPY = text("tool.copy_text.sentence")
OTHER = Connection("workflow-1", "workflow", "Trip agent", "Trip agent", workflow_id="wf_68e5a1b2c3d4")
SELECT = WITH_BRIDGE + "await bridge.call('connection.select', { id });"
ROWS = ".permission-list li"
HEAR_SHORTCUTS = WITH_BRIDGE + "bridge.on('shortcut.pressed', ({ name }) => { globalThis.__pressed = name; });"


def start(folder: Path) -> RunningApp:
    """Start the program with another connection that can be switched to."""
    data = folder / "data"
    if not data.exists():
        data.mkdir()
        (data / "connections.json").write_bytes(encode([OTHER]))
    return RunningApp(data, environment={"DBUS_SESSION_BUS_ADDRESS": NO_BUS})


@pytest.fixture
def app(tmp_path: Path) -> Iterator[RunningApp]:
    with start(tmp_path) as app:
        yield app.connect()


def dialog_is_open() -> bool:
    return xdotool("search", "--onlyvisible", "--name", f"^{PICK}$") != ""


def switch_to(app: RunningApp, connection: str) -> None:
    app.shell.evaluate(f"async (id) => {{ {SELECT} }}", connection)


def copy(app: RunningApp, words: str = "Copied", connection: str = "local") -> ToolCall:
    return ToolCall(app.shell, "copy_text", {"text": words}, connection)


def test_an_agent_of_a_conversation_is_asked_about_until_always(app: RunningApp) -> None:
    for decision in ("deny", "once", "always"):
        app.say("open a file")
        answer(app, decision)
        if decision != "deny":
            leave_dialog(PICK)
        app.wait_until_idle()
    app.say("open a file")
    leave_dialog(PICK)
    app.wait_until_idle()
    assert app.prompt.count() == 0


@pytest.mark.parametrize(
    ("decision", "outcome", "asks_again"),
    [("once", "ok", True), ("session", "ok", False), ("always", "ok", False), ("deny", "permission_denied", True)],
)
def test_each_answer_does_what_it_says(app: RunningApp, decision: str, outcome: str, *, asks_again: bool) -> None:
    first = copy(app, f"Words of {decision}")
    answer(app, decision)
    assert first.outcome() == outcome
    assert (clipboard_text() == f"Words of {decision}") is (outcome == "ok")
    again = copy(app, "Again")
    if asks_again:
        answer(app, "deny")
        assert again.outcome() == "permission_denied"
    else:
        assert again.outcome() == "ok"
        assert app.prompt.count() == 0


def test_escape_denies_and_several_questions_queue(app: RunningApp) -> None:
    first = copy(app, "The first")
    expect(app.prompt).to_contain_text("The first")
    second = ToolCall(app.shell, "pick_files")
    expect(app.prompt.get_by_role("button", name=text("shell.prompt.deny"))).to_be_focused()
    app.shell.keyboard.press("Escape")
    assert first.outcome() == "permission_denied"
    expect(app.prompt).to_contain_text(text("tool.pick_files.sentence"))
    answer(app, "deny")
    assert second.outcome() == "permission_denied"


def test_an_answer_that_lasts_is_given_by_keyboard(app: RunningApp) -> None:
    call = copy(app, "By hand")
    app.prompt.wait_for()
    keyboard, longer = app.shell.keyboard, app.prompt.get_by_role("button", name=text("shell.prompt.longer"))
    press_until_focused(app, text("shell.prompt.longer"))
    keyboard.press("Enter")
    expect(longer).to_have_attribute("aria-expanded", "true")
    session = app.prompt.get_by_role("button", name=text("shell.prompt.session"))
    expect(session).to_be_enabled()
    press_until_focused(app, text("shell.prompt.session"))
    keyboard.press("Enter")
    assert call.outcome() == "ok"


def press_until_focused(app: RunningApp, name: str) -> None:
    """Go on with the Tab key until a button has the keyboard."""
    for _ in range(8):
        app.shell.keyboard.press("Tab")
        if name in app.shell.evaluate("document.activeElement.textContent"):
            return
    raise AssertionError(f"the Tab key does not come to {name}")


def test_what_leaves_says_so_and_is_not_always_allowed(app: RunningApp) -> None:
    ToolCall(app.shell, "open_link", {"url": "https://example.org/a"})
    app.prompt.wait_for()
    expect(app.prompt).to_contain_text(text("shell.prompt.goes_to", where="example.org"))
    expect(app.prompt).to_contain_text("https://example.org/a")
    assert app.prompt.get_by_role("button", name=text("shell.prompt.longer")).count() == 0
    answer(app, "deny")


def test_a_long_text_is_folded_and_whole_under_details(app: RunningApp) -> None:
    words = "\n".join(f"Line {number}" for number in range(400))
    ToolCall(app.shell, "save_file", {"file_name": "notes.md", "content": words})
    app.prompt.wait_for()
    facts = app.prompt.locator("#prompt-facts")
    expect(facts).to_contain_text("notes.md")
    expect(facts).to_contain_text("Line 3…")
    expect(facts).not_to_contain_text("Line 4\n")
    app.prompt.locator("summary").click()
    expect(app.prompt.get_by_text("Line 399")).to_be_visible()
    answer(app, "deny")


def test_switching_closes_the_native_dialog_and_the_question(app: RunningApp) -> None:
    call = ToolCall(app.shell, "pick_files")
    answer(app, "once")
    wait_for_dialog(PICK)
    waiting = copy(app)
    app.prompt.wait_for()
    switch_to(app, OTHER.id)
    assert (call.outcome(), waiting.outcome()) == ("cancelled", "cancelled")
    wait_until(lambda: not dialog_is_open(), what="the end of the native dialog")
    assert app.prompt.count() == 0
    # What the chat that was left still asks for is not done in the name of the next one.
    assert copy(app, connection="local").outcome() == "cancelled"
    assert app.prompt.count() == 0
    switch_to(app, "local")


def test_a_reload_closes_the_native_dialog(app: RunningApp) -> None:
    ToolCall(app.shell, "pick_files")
    answer(app, "once")
    wait_for_dialog(PICK)
    app.shell.reload()
    wait_until(lambda: not dialog_is_open(), what="the end of the native dialog")


def test_a_chat_that_is_loaded_again_leaves_no_question_behind(app: RunningApp) -> None:
    before = clipboard_text()
    calls = [copy(app, "Never there"), copy(app, "Nor this")]
    app.prompt.wait_for()
    app.chat.evaluate("location.reload()")
    assert [call.outcome() for call in calls] == ["cancelled", "cancelled"]
    wait_until(lambda: app.prompt.count() == 0, what="the end of the question")
    assert clipboard_text() == before
    # Those that were left take no place of those that come.
    call = copy(app)
    answer(app, "deny")
    assert call.outcome() == "permission_denied"


def test_nothing_is_laid_over_a_question(app: RunningApp) -> None:
    call = copy(app)
    app.prompt.wait_for()
    app.shell.evaluate(f"async () => {{ {HEAR_SHORTCUTS} }}")
    xdotool("key", "ctrl+comma")
    app.shell.wait_for_function("globalThis.__pressed === 'settings'")
    assert app.shell.locator("dialog").count() == 1
    xdotool("key", "Escape")
    assert call.outcome() == "permission_denied"
    assert app.shell.locator("dialog").count() == 0
    xdotool("key", "ctrl+comma")
    app.shell.get_by_role("dialog", name=text("shell.more.settings")).wait_for()


def test_a_question_marks_a_window_that_is_not_looked_at(app: RunningApp, tmp_path: Path) -> None:
    window = app.window()
    with covered(tmp_path / "other.log"):
        call = copy(app)
        wait_until(lambda: seeks_attention(window), what="the mark of the window")
    xdotool("windowactivate", "--sync", window)
    wait_until(lambda: not seeks_attention(window), what="the end of the mark")
    answer(app, "deny")
    assert call.outcome() == "permission_denied"


def test_what_is_allowed_to_one_is_not_allowed_to_another(app: RunningApp) -> None:
    call = copy(app)
    answer(app, "session")
    assert call.outcome() == "ok"
    switch_to(app, OTHER.id)
    call = copy(app, connection=OTHER.id)
    expect(app.prompt).to_contain_text(OTHER.agent_label)
    answer(app, "deny")
    assert call.outcome() == "permission_denied"
    switch_to(app, "local")


def test_a_restart_keeps_always_and_forgets_this_session_and_all_can_be_taken_back(tmp_path: Path) -> None:
    with start(tmp_path) as app:
        app.connect()
        call = copy(app)
        answer(app, "session")
        assert call.outcome() == "ok"
        app.say("open a file")
        answer(app, "always")
        leave_dialog(PICK)
        app.wait_until_idle()
        sheet = open_permissions(app)
        groups = sheet.locator(".permission-group")
        expect(groups).to_have_count(1)
        expect(groups.locator("li")).to_have_text([f"{COPY}{lasts('session')}", f"{what_pick()}{lasts('always')}"])
        assert app.stop() == 0
    with start(tmp_path) as app:
        app.connect()
        app.say("open a file")
        leave_dialog(PICK)
        app.wait_until_idle()
        call = copy(app)
        answer(app, "deny")
        assert call.outcome() == "permission_denied"
        sheet = open_permissions(app)
        sheet.get_by_role("button", name=text("shell.permissions.revoke"), exact=False).first.click()
        expect(sheet.get_by_text(text("shell.permissions.revoked"))).to_be_visible()
        expect(sheet.get_by_text(text("shell.permissions.none"))).to_be_visible()
        expect(sheet.get_by_role("heading", name=text("shell.permissions.allowed"))).to_be_focused()
        assert not (app.data_dir / "permissions.json").exists()
        app.shell.keyboard.press("Escape")
        app.say("open a file")
        answer(app, "deny")


def lasts(how: str) -> str:
    return text(f"shell.permissions.lasts.{how}") + text("shell.permissions.revoke")


def what_pick() -> str:
    return text("tool.pick_files.sentence")


def test_the_ledger_is_shown_a_part_at_a_time_and_cleared(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    call = {"tool": "copy_text", "connection": "local", "agent": "Agent", "touches": ["writes"], "decided": "once"}
    lines = [json.dumps({**call, "at": 1_700_000_000 + number, "outcome": "ok"}) for number in range(MOST_CALLS + 50)]
    (data / "calls.jsonl").write_text("\n".join(lines) + "\n")
    with start(tmp_path) as app:
        app.connect()
        denied = copy(app, "canary")
        answer(app, "deny")
        assert denied.outcome() == "permission_denied"
        sheet = open_permissions(app)
        expect(sheet.locator(ROWS)).to_have_count(100)
        expect(sheet.locator(ROWS).first).to_contain_text(text("shell.permissions.decided.denied"))
        for _ in range(9):
            sheet.get_by_role("button", name=text("shell.permissions.more")).click()
        expect(sheet.locator(ROWS)).to_have_count(MOST_CALLS)
        expect(sheet.get_by_role("button", name=text("shell.permissions.more"))).to_be_hidden()
        assert "canary" not in (data / "calls.jsonl").read_text()
        sheet.get_by_role("button", name=text("shell.permissions.clear"), exact=True).click()
        expect(sheet.get_by_role("button", name=text("shell.permissions.clear_not"))).to_be_focused()
        sheet.get_by_role("button", name=text("shell.permissions.clear_really")).click()
        expect(sheet.get_by_text(text("shell.permissions.ledger_none"), exact=True)).to_be_visible()
        assert not (data / "calls.jsonl").exists()
