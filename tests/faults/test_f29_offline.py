"""F29: this computer is offline when the program starts: the window comes up, says so, and all that is here works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.resources import text
from tests.support.no_network import without_network
from tests.support.official_app import OfficialApp
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

KEY = "sk-test-0123456789-canary"
WORKFLOW = "wf_68a1b2c3"
# The shell says at the latest by then that the component does not come.
SAID_MILLISECONDS = 40_000
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def test_f29_offline_at_start_the_window_says_so_and_key_and_settings_are_usable(tmp_path: Path) -> None:
    without_network(lambda: start_offline(tmp_path))


def start_offline(folder: Path) -> None:
    given = {"OPENAI_API_KEY": KEY, "CHATKIT_WORKFLOW_ID": WORKFLOW, "AGENTNOOK_THEME": "light"}
    with OfficialApp(
        folder / "run", "https://cdn.example.org/chatkit.js", api="https://api.example.org", given=given
    ) as app:
        app.attach()
        # How soon, the bench of the window says.
        wait_until(lambda: app.shell.evaluate(PAINTED), what="the paint")
        said = text("shell.official.official_unreachable")
        expect(app.strip.first).to_contain_text(said, timeout=SAID_MILLISECONDS)
        # Where the chat never came, diagnostics open by themselves.
        app.shell.get_by_role("dialog", name=text("shell.more.diagnostics")).wait_for()
        app.shell.keyboard.press("Escape")
        change_the_theme(app)
        give_a_key(app)
        app.choose_connection(text("connection.local.label"))
        wait_until(lambda: app.chat.url.endswith("/chat/builtin.html"), what="the built-in interface")
        box = app.chat.get_by_role("textbox", name=text("element.composer.label"))
        box.fill("What is this?")
        box.press("Enter")
        app.chat.get_by_role("log").get_by_text("a home for chat agents").last.wait_for()
        assert app.stop() == 0
        assert "Traceback" not in app.log()


def change_the_theme(app: OfficialApp) -> None:
    page = app.shell.locator("html")
    before = page.get_attribute("data-theme") or ""
    app.shell.get_by_role("button", name=re.compile("^Theme")).click()
    expect(page).not_to_have_attribute("data-theme", before)


def give_a_key(app: OfficialApp) -> None:
    """Describe another agent with its key: that it cannot be reached is said, and what was typed stays."""
    sheet = app.open_connections()
    sheet.get_by_role("button", name=text("shell.connections.needs.workflow")).click()
    sheet.get_by_label(text("shell.connections.field.workflow_id.label")).fill("wf_another")
    key = sheet.get_by_label(text("shell.connections.field.secret_workflow.label"))
    key.fill(KEY)
    sheet.get_by_role("button", name=text("shell.connections.connect")).click()
    expect(sheet.get_by_role("alert")).to_contain_text(text("error.name_not_resolved.sentence"), timeout=30_000)
    app.shell.keyboard.press("Escape")
