"""Owns the tools there are, and one call of one of them from its name to its result."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from app.errors import AppError, InternalError, InvalidArguments, TooManyCalls, UnknownTool
from app.resources import text
from app.tools import pick_files, switch_theme
from app.tools.permissions import Permissions
from app.tools.tool import Tool, ToolContext

BUILT_IN: tuple[Tool[Any], ...] = (switch_theme.TOOL, pick_files.TOOL)

logger = logging.getLogger(__name__)


class ToolRegistry:
    """All tools by name; every call answers with `{"success": true, ...}` or with one shape of failure."""

    def __init__(
        self,
        permissions: Permissions,
        make_context: Callable[[str, float, threading.Event], ToolContext],
        agent_label: Callable[[str], str],
        tools: Sequence[Tool[Any]] = BUILT_IN,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._permissions, self._make_context, self._agent_label = permissions, make_context, agent_label
        self._tools = {tool.name: tool for tool in tools}
        self._cancelled = threading.Event()
        self._clock, self._lock = clock, threading.Lock()
        self._ran_at: dict[str, float] = {}

    def definitions(self) -> list[dict[str, Any]]:
        """Describe every tool: name, sentence, parameters as JSON Schema, touches."""
        return [
            {
                "name": tool.name,
                "sentence": text(tool.sentence),
                "parameters": tool.schema(),
                "touches": sorted(tool.touches),
            }
            for tool in self._tools.values()
        ]

    def invoke(self, name: str, parameters: Mapping[str, object], connection: str) -> dict[str, object]:
        """Run one call: check it, ask the person if it touches anything, run it. Never raises an AppError."""
        try:
            tool = self._find(name)
            checked = check_parameters(tool, parameters)
            if tool.touches:
                self._ask(tool, checked, connection)
            self._pace(tool)
            context = self._make_context(connection, tool.deadline_seconds, self._cancelled)
            return {"success": True, **tool.run(checked, context)}
        except AppError as error:
            return {"success": False, "error": error.envelope()}
        except Exception:  # a tool is foreign code: whatever it raises is its failure, not the window's
            logger.exception("the tool %s failed", name[:64])
            return {"success": False, "error": InternalError().envelope()}

    def close(self) -> None:
        """Cancel every running call: the window closes."""
        self._cancelled.set()
        self._permissions.close()

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
            "sentence": text(tool.sentence),
            "arguments": parameters.model_dump(mode="json"),
            "touches": sorted(tool.touches),
            "connection": self._agent_label(connection),
        }
        self._permissions.request(question, deadline_seconds=tool.deadline_seconds)


def check_parameters(tool: Tool[Any], parameters: Mapping[str, object]) -> BaseModel:
    """Return the tool's parameters; raises InvalidArguments with a sentence that names each field at fault."""
    try:
        model: BaseModel = tool.parameters.model_validate(dict(parameters))
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or tool.name}: {fault['msg']}" for fault in error.errors()
        )
        raise InvalidArguments(text("tool.invalid_arguments", tool=tool.name, faults=faults)) from error
    return model
