"""Calls of tools as the chat document makes them, in a real window, and what comes of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page

from app.resources import text
from tests.support.page_scripts import WITH_BRIDGE
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

# Not waited for: the answer may be a person's.
CALL = f"""async ({{ name, params, connection, call_id }}) => {{
    {WITH_BRIDGE}
    globalThis.__outcomes ??= {{}};
    bridge.call('tool.invoke', {{ name, params, call_id, connection }}).then(
        ({{ result }}) => {{ globalThis.__outcomes[call_id] = result; }},
        ({{ code }}) => {{ globalThis.__outcomes[call_id] = {{ success: false, error: {{ code }} }}; }},
    );
}}"""


class ToolCall:
    """One call."""

    _made = 0

    def __init__(
        self, page: Page, name: str, params: Mapping[str, object] | None = None, connection: str = "local"
    ) -> None:
        ToolCall._made += 1
        self._page, self._id = page, f"call-{ToolCall._made}"
        arguments = {"name": name, "params": dict(params or {}), "connection": connection, "call_id": self._id}
        page.evaluate(CALL, arguments)

    def outcome(self) -> str:
        """Wait until it has ended; returns `ok`, or the code of an error."""
        read = f"() => globalThis.__outcomes['{self._id}'] ?? null"
        result: dict[str, Any] = wait_until(lambda: self._page.evaluate(read), what="the answer of the tool")
        return "ok" if result["success"] else str(result["error"]["code"])


def answer(app: RunningApp, decision: str) -> None:
    """Answer the question that stands as a person does: once, deny, session or always."""
    question = app.prompt
    question.wait_for()
    if decision in ("session", "always"):
        question.get_by_role("button", name=text("shell.prompt.longer")).click()
    # Playwright waits until it takes a press.
    question.get_by_role("button", name=text(f"shell.prompt.{decision}"), exact=True).click()
    wait_until(lambda: question.count() == 0, what="the end of the question")


def open_permissions(app: RunningApp) -> Locator:
    """Open the sheet of permissions by the menu."""
    app.shell.locator("#bar-more").click()
    app.shell.get_by_role("menuitem", name=text("shell.more.permissions")).click()
    sheet = app.shell.get_by_role("dialog", name=text("shell.more.permissions"))
    sheet.wait_for()
    return sheet
