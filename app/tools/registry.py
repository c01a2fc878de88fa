"""Owns the tools there are, and one call of one of them from its name to its result."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from app.errors import AppError, InternalError, TooManyCalls, UnknownTool
from app.resources import text
from app.tools import (
    copy_text,
    get_app_info,
    open_link,
    pick_files,
    pick_folder,
    read_clipboard,
    read_file,
    save_file,
    show_notification,
    switch_theme,
)
from app.tools.calling import check_parameters, run
from app.tools.cancellation import Cancellation
from app.tools.permissions import Permissions
from app.tools.tool import Tool, ToolContext

BUILT_IN: tuple[Tool[Any], ...] = (
    switch_theme.TOOL,
    get_app_info.TOOL,
    pick_files.TOOL,
    pick_folder.TOOL,
    read_file.TOOL,
    save_file.TOOL,
    open_link.TOOL,
    copy_text.TOOL,
    read_clipboard.TOOL,
    show_notification.TOOL,
)
# A person may be away from the desk when an agent asks.
ASK_SECONDS = 600.0

logger = logging.getLogger(__name__)


class ToolRegistry:
    """All tools by name; every call answers with `{"success": true, ...}` or with one shape of failure."""

    def __init__(
        self,
        permissions: Permissions,
        make_context: Callable[[str, float, Cancellation], ToolContext],
        agent_label: Callable[[str], str],
        tools: Sequence[Tool[Any]] = BUILT_IN,
        clock: Callable[[], float] = time.monotonic,
        ask_seconds: float = ASK_SECONDS,
    ) -> None:
        self._ask_seconds = ask_seconds
        self._permissions, self._make_context, self._agent_label = permissions, make_context, agent_label
        self._tools = {tool.name: tool for tool in tools}
        self._cancelled = Cancellation()
        self._clock, self._lock = clock, threading.Lock()
        self._ran_at: dict[str, float] = {}

    def definitions(self) -> list[dict[str, Any]]:
        """Describe every tool: name, sentence, parameters as JSON Schema, touches."""
        return [define(tool) for tool in self._tools.values()]

    def invoke(self, name: str, parameters: Mapping[str, object], connection: str) -> dict[str, object]:
        """Run one call: check it, ask the person if it touches anything, run it. Never raises an AppError."""
        try:
            tool = self._find(name)
            checked = check_parameters(tool, parameters)
            if tool.touches:
                self._ask(tool, checked, connection)
            self._pace(tool)
            context = self._make_context(connection, tool.deadline_seconds, self._cancelled)
            return {"success": True, **run(tool, checked, context)}
        except AppError as error:
            return {"success": False, "error": error.envelope()}
        except Exception:  # the last stop: the agent hears of a failure, and the log of what it was
            logger.exception("the tool %s failed", name[:64])
            return {"success": False, "error": InternalError().envelope()}

    def cancel(self) -> None:
        """Cancel every call there is: nobody waits for it any more."""
        with self._lock:
            cancelled, self._cancelled = self._cancelled, Cancellation()
        cancelled.set()
        self._permissions.cancel()

    def close(self) -> None:
        """Cancel every call there is, and every later one: the window closes."""
        self._permissions.close()
        self.cancel()

    def _find(self, name: str) -> Tool[Any]:
        tool = self._tools.get(name)
        if tool is None:
            raise UnknownTool(text("tool.unknown", known=", ".join(sorted(self._tools))))
        return tool

    def _pace(self, tool: Tool[Any]) -> None:
        now = self._clock()
        with self._lock:
            if now - self._ran_at.get(tool.name, -tool.pause_seconds) < tool.pause_seconds:
                raise TooManyCalls
            self._ran_at[tool.name] = now

    def _ask(self, tool: Tool[Any], parameters: BaseModel, connection: str) -> None:
        question = {
            "tool": tool.name,
            "sentence": tool.in_words(),
            "arguments": parameters.model_dump(mode="json"),
            "touches": sorted(tool.touches),
            "connection": self._agent_label(connection),
        }
        self._permissions.request(question, deadline_seconds=self._ask_seconds)


def define(tool: Tool[Any]) -> dict[str, Any]:
    """Describe a tool: name, sentence, parameters as JSON Schema, touches."""
    return {
        "name": tool.name,
        "sentence": tool.in_words(),
        "parameters": tool.schema(),
        "touches": sorted(tool.touches),
    }
