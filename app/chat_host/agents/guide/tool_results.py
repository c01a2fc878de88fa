"""Owns what the guide says to the result of a tool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chatkit.types import ClientToolCallItem

from app.chat_host.agents.guide.cards import theme_card
from app.chat_host.agents.guide.files import list_files
from app.chat_host.agents.guide.foreign_text import sentence
from app.chat_host.agents.guide.parts import CALLED_BY, Answer, Words
from app.chat_host.agents.guide.themes import THEMES
from app.resources import text


def react_to_result(call: ClientToolCallItem) -> Answer:
    """Answer a tool's result; the card that was pressed for it shows what the window wears from now on."""
    words = Words(comment_on(call.name, call.arguments, call.output))
    _, _, widget_id = call.call_id.partition(CALLED_BY)
    theme = _new_theme(call.name, call.arguments, call.output)
    return (theme_card(theme, widget_id), words) if theme and widget_id else (words,)


def comment_on(tool: str, arguments: Mapping[str, Any], output: object) -> str:
    """Return what the guide says to a tool's result."""
    result = output if isinstance(output, Mapping) else {}
    if "error" in result:
        return _comment_on_error(tool, result["error"])
    if tool == "pick_files":
        return _comment_on_files(result)
    theme = _new_theme(tool, arguments, result)
    return text(f"guide.theme.{theme}.done") if theme else text("guide.tool_done")


def _new_theme(tool: str, arguments: Mapping[str, Any], output: object) -> str:
    """Return the theme that a tool has switched to, or "" when it has not."""
    failed = isinstance(output, Mapping) and "error" in output
    theme = arguments.get("theme")
    return str(theme) if tool == "switch_theme" and theme in THEMES and not failed else ""


def _comment_on_error(tool: str, error: object) -> str:
    told = error if isinstance(error, Mapping) else {"message": error}
    if tool == "pick_files" and told.get("code") == "cancelled":
        return text("guide.files.none")
    if told.get("code") == "permission_denied":
        return text("guide.tool_denied")
    return text("guide.tool_refused", reason=sentence(told.get("message") or text("guide.no_reason")))


def _comment_on_files(result: Mapping[str, Any]) -> str:
    chosen = result.get("files")
    files = [file for file in chosen if isinstance(file, Mapping)] if isinstance(chosen, list) else []
    if not files:
        return text("guide.files.none")
    opening = text("guide.files.one") if len(files) == 1 else text("guide.files.many", count=len(files))
    named = list_files([(file.get("name"), _whole(file.get("size_bytes"))) for file in files])
    return "\n".join([opening, "", *named, "", text("guide.files.after")])


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
