"""Owns the guide: a deterministic agent that explains the program and says plainly that it is not an AI model.

It reads a message for a handful of wishes, answers in words from the catalogue and, when asked, calls the window's
tools. The same message always gets the same answer, and nothing leaves this computer.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartDone,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ClientToolCallItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
)

from app.brand import BRAND
from app.chat_host.agents.agent import Turn, message_text
from app.resources import text

PACE_SECONDS = 0.008
PIECES = re.compile(r"\s*\S+\s*")
WORD = re.compile(r"[a-z']+")
READ_CHARACTERS = 2000
FILES_SHOWN = 20
SIZE_UNITS = ("bytes", "kB", "MB", "GB", "TB")

# A wish is a word of each of these sets, in any order; sets, because a pattern can be made to search for minutes.
THEMES = ("dark", "light", "system")
THEME_WORDS = frozenset(["mode", "theme", "color", "colour", "switch", "change", "turn", "use", "make", "please"])
FILE_VERBS = frozenset(["open", "pick", "choose", "select", "attach", "read", "load", "show", "add"])
FILE_WORDS = frozenset(["file", "files", "document", "documents", "image", "images", "picture", "pictures"])
AI_WORDS = frozenset(["ai", "bot", "robot", "human", "model", "llm", "gpt", "chatgpt", "intelligent", "intelligence"])
HELP_WORDS = frozenset(["help", "hello", "hi", "hey", "explain", "features", "start", "guide", BRAND.slug])
QUESTION_WORDS = frozenset(["what", "what's", "who", "who's", "how"])
HERE_WORDS = frozenset(["this", "you", "program", "app", "it", "here", "work", "works"])


@dataclass(frozen=True, slots=True)
class Reply:
    """What the guide says, and the tool it calls after it."""

    words: str
    tool: str = ""
    arguments: dict[str, Any] = field(default_factory=dict)


class Guide:
    """Answers with words of its own; `tools` names the tools that the window offers."""

    def __init__(self, tools: Sequence[str], *, pace_seconds: float = PACE_SECONDS) -> None:
        self._tools = frozenset(tools)
        self._pace_seconds = pace_seconds

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Stream the answer piece by piece and, when it takes a tool, the call as the last item."""
        reply = self._reply(turn)
        async for event in self._speak(turn, reply.words):
            yield event
        if reply.tool:
            yield ThreadItemDoneEvent(item=_tool_call(turn, reply))

    def _reply(self, turn: Turn) -> Reply:
        if turn.message is not None:
            return self.reply_to(message_text(turn.message))
        if turn.tool_call is not None:
            return Reply(comment_on(turn.tool_call.name, turn.tool_call.arguments, turn.tool_call.output))
        return Reply(text("guide.unknown"))

    def reply_to(self, message: str) -> Reply:
        """Return the answer to a person's words."""
        words = words_of(message)
        theme = _wished_theme(words)
        if theme:
            return self._call("switch_theme", {"theme": theme}, text(f"guide.theme.{theme}"))
        if words & FILE_VERBS and words & FILE_WORDS:
            return self._call("pick_files", {"multiple": True, "types": []}, text("guide.files.ask"))
        if words & AI_WORDS:
            return Reply(text("guide.not_a_model"))
        if words & HELP_WORDS or (words & QUESTION_WORDS and words & HERE_WORDS):
            return Reply(text("guide.about", name=BRAND.name))
        return Reply(text("guide.unknown"))

    def _call(self, tool: str, arguments: dict[str, Any], words: str) -> Reply:
        if tool not in self._tools:
            return Reply(text("guide.tool_missing"))
        return Reply(words, tool, arguments)

    async def _speak(self, turn: Turn, words: str) -> AsyncIterator[ThreadStreamEvent]:
        item = AssistantMessageItem(
            id=turn.new_id("message"), thread_id=turn.thread.id, created_at=datetime.now(UTC), content=[]
        )
        yield ThreadItemAddedEvent(item=item)
        empty = AssistantMessageContent(text="")
        yield ThreadItemUpdatedEvent(
            item_id=item.id, update=AssistantMessageContentPartAdded(content_index=0, content=empty)
        )
        for piece in PIECES.findall(words):
            # A person follows words that come one after the other; all at once they are a wall.
            await asyncio.sleep(self._pace_seconds)
            yield ThreadItemUpdatedEvent(
                item_id=item.id, update=AssistantMessageContentPartTextDelta(content_index=0, delta=piece)
            )
        whole = AssistantMessageContent(text=words)
        yield ThreadItemUpdatedEvent(
            item_id=item.id, update=AssistantMessageContentPartDone(content_index=0, content=whole)
        )
        yield ThreadItemDoneEvent(item=item.model_copy(update={"content": [whole]}))


def comment_on(tool: str, arguments: Mapping[str, Any], output: object) -> str:
    """Return what the guide says to a tool's result."""
    result = output if isinstance(output, Mapping) else {}
    if "error" in result:
        return text("guide.tool_refused", reason=_reason(result["error"]))
    if tool == "pick_files":
        return _comment_on_files(result)
    if tool == "switch_theme" and arguments.get("theme") in THEMES:
        return text(f"guide.theme.{arguments['theme']}.done")
    return text("guide.tool_done")


def format_size(size_bytes: int) -> str:
    """Return a file's size the way people say it."""
    size, unit = float(max(0, size_bytes)), 0
    while size >= 1000 and unit < len(SIZE_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    number = f"{size:.0f}" if unit == 0 or size >= 10 else f"{size:.1f}"
    return f"{number} {SIZE_UNITS[unit]}"


def words_of(message: str) -> frozenset[str]:
    """Return the words at the beginning of a message, in small letters."""
    beginning = message[:READ_CHARACTERS].lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return frozenset(WORD.findall(beginning))


def _wished_theme(words: frozenset[str]) -> str:
    named = next((theme for theme in THEMES if theme in words), "")
    return named if words & THEME_WORDS or words == {named} else ""


def _comment_on_files(result: Mapping[str, Any]) -> str:
    chosen = result.get("files")
    files = [file for file in chosen if isinstance(file, Mapping)] if isinstance(chosen, list) else []
    if not files:
        return text("guide.files.none")
    lines = [f"- {_code_span(file.get('name'))} ({format_size(_whole(file.get('size_bytes')))})" for file in files]
    more = [text("guide.files.more", count=len(files) - FILES_SHOWN)] if len(files) > FILES_SHOWN else []
    opening = text("guide.files.one") if len(files) == 1 else text("guide.files.many", count=len(files))
    return "\n".join([opening, "", *lines[:FILES_SHOWN], *more, "", text("guide.files.after")])


def _tool_call(turn: Turn, reply: Reply) -> ClientToolCallItem:
    return ClientToolCallItem(
        id=turn.new_id("tool_call"),
        thread_id=turn.thread.id,
        created_at=datetime.now(UTC),
        call_id=turn.new_id("tool_call"),
        name=reply.tool,
        arguments=reply.arguments,
    )


def _reason(error: object) -> str:
    message = error.get("message") if isinstance(error, Mapping) else error
    return " ".join(str(message or text("guide.no_reason")).split())


def _code_span(name: object) -> str:
    # A file may be called anything; as code its name is shown, never read as formatting or as a link.
    return "`" + " ".join(str(name).replace("`", "'").split()) + "`"


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
