"""Owns the tools there are, and one call of one of them from its name to its result."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from app.errors import (
    AppError,
    Cancelled,
    CannotWrite,
    InternalError,
    PermissionDenied,
    Silenced,
    TooManyCalls,
    UnknownTool,
)
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
from app.tools.fitting import told
from app.tools.grants import Grants, choices_for
from app.tools.ledger import Decided, Ledger
from app.tools.permissions import DENIALS_HEARD, Allowed, Permissions
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
# For question and dialog together: nothing stands open that nobody waits for any more.
CALL_SECONDS = 880.0

logger = logging.getLogger(__name__)


class ToolRegistry:
    """All tools by name; every call answers with `{"success": true, ...}` or with one shape of failure."""

    def __init__(
        self,
        permissions: Permissions,
        make_context: Callable[[str, float, Cancellation], ToolContext],
        grants: Grants,
        ledger: Ledger,
        tools: Sequence[Tool[Any]] = BUILT_IN,
        clock: Callable[[], float] = time.monotonic,
        ask_seconds: float = ASK_SECONDS,
    ) -> None:
        """`make_context` raises Cancelled for a connection that is not talked to now."""
        self._ask_seconds = ask_seconds
        self._permissions, self._make_context = permissions, make_context
        self.grants, self.ledger = grants, ledger
        self._tools = {tool.name: tool for tool in tools}
        self._cancelled = Cancellation()
        self._clock, self._lock = clock, threading.Lock()
        self._ran_at: dict[str, float] = {}
        # Of each connection and tool, the dialogs that were closed since one was used.
        self._dismissals: dict[tuple[str, str], int] = {}

    def definitions(self) -> list[dict[str, Any]]:
        """Describe every tool: name, sentence, parameters as JSON Schema, touches."""
        return [define(tool) for tool in self._tools.values()]

    def granted(self) -> list[dict[str, Any]]:
        """Describe what is allowed for longer than once: connection, tool with its sentence, touches, how long."""
        return [
            {
                "connection": each.connection,
                "tool": each.tool,
                "sentence": self._tools[each.tool].in_words(),
                "touches": sorted(self._tools[each.tool].touches),
                "lasts": each.lasts,
            }
            for each in self.grants.all()
        ]

    def invoke(
        self, name: str, parameters: Mapping[str, object], connection: str, leads_to: str | None = None
    ) -> dict[str, object]:
        """Run one call: check it, ask the person if it touches anything, run it. Never raises an AppError.

        `leads_to` is where the connection led for the chat that calls; None where nobody says.
        """
        with self._lock:
            # Taken first: whatever cancels calls from now on cancels this one.
            call = _Call(connection, self._cancelled)
        outcome = "ok"
        try:
            return {"success": True, **self._run(name, parameters, call, leads_to)}
        except AppError as error:
            outcome = error.code
            return {"success": False, "error": json.loads(told(error.envelope()))}
        except Exception:  # the last stop: the agent hears of a failure, and the log of what it was
            logger.exception("the tool %s failed", name[:64])
            outcome = InternalError.code
            return {"success": False, "error": InternalError().envelope()}
        finally:
            self.ledger.note(
                tool=call.tool,
                connection=connection,
                agent=call.agent,
                touches=call.touches,
                decided=call.decided,
                outcome=outcome,
            )

    def cancel(self) -> None:
        """Cancel every call there is: nobody waits for it any more."""
        with self._lock:
            cancelled, self._cancelled = self._cancelled, Cancellation()
        cancelled.set()

    def close(self) -> None:
        """Cancel every call there is, and every later one: the window closes."""
        self._permissions.close()
        self.cancel()

    def _run(self, name: str, parameters: Mapping[str, object], call: _Call, leads_to: str | None) -> dict[str, object]:
        tool = self._tools.get(name)
        if tool is not None:
            # Before anything can go wrong: the ledger says what was asked for, also where nothing came of it.
            call.tool, call.touches = tool.name, tuple(sorted(tool.touches))
        self._check_agent(call, leads_to)
        context = self._make_context(call.connection, CALL_SECONDS, call.cancelled)
        call.agent = context.agent_label
        if tool is None:
            raise UnknownTool(text("tool.unknown", known=", ".join(sorted(self._tools))))
        checked = check_parameters(tool, parameters)
        ends_at = time.monotonic() + CALL_SECONDS
        if tool.touches:
            self._permit(tool, checked, call, context)
        self._pace(tool)
        if call.cancelled.is_set:
            raise Cancelled
        within = replace(context, deadline_seconds=min(tool.deadline_seconds, ends_at - time.monotonic()))
        try:
            result = run(tool, checked, within)
        except Cancelled:
            self._dismissed(tool, call)
            raise
        self._dismissals.pop((call.connection, tool.name), None)
        return result

    def _dismissed(self, tool: Tool[Any], call: _Call) -> None:
        """Take a dialog that the person closed for a no; after a few in a row the tool is asked about again.

        SECURITY: T08, what is allowed for longer does not let an agent open one dialog after the other without end.
        """
        if call.cancelled.is_set or not tool.touches:
            return
        about = (call.connection, tool.name)
        self._permissions.deny(about)
        with self._lock:
            count = self._dismissals[about] = self._dismissals.get(about, 0) + 1
        if count >= DENIALS_HEARD:
            self._dismissals.pop(about, None)
            try:
                self.grants.revoke(*about)
            except CannotWrite as error:
                # It holds no longer all the same, until the program ends.
                logger.warning("a permission is not taken back on the disk: %s", error.detail)

    def _check_agent(self, call: _Call, leads_to: str | None) -> None:
        """SECURITY: T08, a chat whose connection was edited meanwhile does not speak for where that leads now."""
        if leads_to is not None and leads_to != self.grants.agent_of(call.connection):
            raise Cancelled

    def _pace(self, tool: Tool[Any]) -> None:
        now = self._clock()
        with self._lock:
            if now - self._ran_at.get(tool.name, -tool.pause_seconds) < tool.pause_seconds:
                raise TooManyCalls
            self._ran_at[tool.name] = now

    def _permit(self, tool: Tool[Any], parameters: BaseModel, call: _Call, context: ToolContext) -> None:
        """Return when a call is allowed, and note by what; raises PermissionDenied or Cancelled."""
        shown = tool.shown(parameters, context)
        granted = self.grants.covering(tool, call.connection)
        if granted is not None:
            call.decided = granted
            return
        agent = self.grants.agent_of(call.connection)
        try:
            decision = self._ask(tool, parameters, shown, call)
        except AppError as error:
            call.decided = _decided_by(error)
            raise
        call.decided = decision
        if decision != "once":
            # SECURITY: T08, the person has answered for the agent that asked, not for another one of its connection.
            if self.grants.agent_of(call.connection) != agent:
                raise Cancelled
            self.grants.give(tool, call.connection, decision, agent)

    def _ask(self, tool: Tool[Any], parameters: BaseModel, shown: Mapping[str, str], call: _Call) -> Allowed:
        choices = choices_for(tool)
        question = {
            "tool": tool.name,
            "sentence": tool.in_words(),
            "arguments": parameters.model_dump(mode="json"),
            "shown": dict(shown),
            "touches": sorted(tool.touches),
            "connection": call.agent,
            "choices": list(choices),
        }
        return self._permissions.request(
            question,
            deadline_seconds=self._ask_seconds,
            choices=choices,
            about=(call.connection, tool.name),
            cancelled=call.cancelled,
        )


@dataclass(slots=True)
class _Call:
    """What is known of a call so far; how it is decided, unless nobody has to be asked."""

    connection: str
    cancelled: Cancellation
    agent: str = ""
    tool: str = ""
    touches: tuple[str, ...] = ()
    decided: Decided = "nobody"


def _decided_by(error: AppError) -> Decided:
    """Return the ledger's word for why a person did not allow a call."""
    if isinstance(error, Silenced):
        return "silenced"
    return "denied" if isinstance(error, PermissionDenied) else "cancelled"


def define(tool: Tool[Any]) -> dict[str, Any]:
    """Describe a tool: name, sentence, parameters as JSON Schema, touches."""
    return {
        "name": tool.name,
        "sentence": tool.in_words(),
        "parameters": tool.schema(),
        "touches": sorted(tool.touches),
    }
