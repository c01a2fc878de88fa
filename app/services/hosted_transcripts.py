"""Owns reading hosted conversations page by page, and how one of them is named and worded outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.errors import AnswerUnusable

if TYPE_CHECKING:
    import openai

PAGE_SIZE = 100
ID = re.compile(r"[A-Za-z0-9_-]{1,200}")
LONGEST_TITLE = 60
SPEAKERS = {"chatkit.user_message": "User", "chatkit.assistant_message": "Assistant"}

Record = dict[str, Any]


def hosted_threads(client: openai.OpenAI, user: str | None = None) -> Iterator[Record]:
    """Return every thread of an account, or of one user, the oldest first; only a page at a time is in memory."""
    threads = client.beta.chatkit.threads
    pages = (
        threads.list(limit=PAGE_SIZE, order="asc", user=user) if user else threads.list(limit=PAGE_SIZE, order="asc")
    )
    for thread in pages:
        yield thread.to_dict(mode="json", warnings=False)


def hosted_items(client: openai.OpenAI, thread_id: str) -> Iterator[Record]:
    """Return everything in a thread, the oldest first; only a page at a time is in memory."""
    # SECURITY: the id becomes part of an address.
    if not ID.fullmatch(thread_id):
        raise AnswerUnusable(detail="thread id")
    for item in client.beta.chatkit.threads.list_items(thread_id, limit=PAGE_SIZE, order="asc"):
        yield item.to_dict(mode="json", warnings=False)


def file_stem(thread: Record) -> str:
    """Return a file's name without ending: safe on every system, and of its own for every thread."""
    # SECURITY: title and id come from elsewhere; only letters, digits and single hyphens of them reach a path. The
    # date in front keeps the names of Windows' devices harmless.
    words = re.sub(r"[^a-z0-9]+", "-", str(thread.get("title") or "").lower()).strip("-")[:LONGEST_TITLE].strip("-")
    # Ids differ in upper and lower case, which some file systems do not tell apart.
    name = "".join(
        letter
        if (letter.isascii() and letter.isdigit()) or letter in "abcdefghijklmnopqrstuvwxyz"
        else f"-{ord(letter):x}-"
        for letter in str(thread["id"])
    )
    return "_".join(part for part in (moment(thread)[:10], words, name) if part)


def moment(record: Record) -> str:
    """Return when something was made, in UTC."""
    return datetime.fromtimestamp(record["created_at"], UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def markdown_heading(thread: Record) -> str:
    """Return the beginning of a conversation's Markdown."""
    title = " ".join(str(thread.get("title") or "Conversation").split())
    return f"# {title}\n\n{moment(thread)} · {thread['id']}\n"


def markdown_item(item: Record) -> str:
    """Return one thing that was said or shown, in Markdown."""
    kind = str(item["type"])
    speaker = SPEAKERS.get(kind, kind.removeprefix("chatkit.").replace("_", " ").capitalize())
    return "\n\n".join([f"\n## {speaker}, {moment(item)}", *_paragraphs(kind, item)]) + "\n"


def _paragraphs(kind: str, item: Record) -> Iterator[str]:
    if kind == "chatkit.widget":
        yield _code(str(item["widget"]))
    elif kind == "chatkit.client_tool_call":
        yield f"{item['name']} ({item['status']})"
        yield _code(str(item["arguments"]))
        yield from [_code(str(item["output"]))] if item.get("output") is not None else []
    elif kind in ("chatkit.task", "chatkit.task_group"):
        for task in item.get("tasks", [item]):
            yield from (str(task[part]) for part in ("heading", "summary") if task.get(part))
    else:
        yield from _message(item)


def _message(item: Record) -> Iterator[str]:
    for part in item.get("content", []):
        words = str(part.get("text", ""))
        yield "\n".join(f"> {line}" for line in words.splitlines()) if part.get("type") == "quoted_text" else words
        for annotation in part.get("annotations", []):
            source = annotation.get("source", {})
            yield f"Source: {source.get('url') or source.get('filename') or annotation.get('type')}"
    for attachment in item.get("attachments", []):
        yield f"Attachment: {attachment['name']} ({attachment['mime_type']})"


def _code(content: str) -> str:
    """Return a block of code that its content cannot end."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", content)), default=0))
    return f"{fence}\n{content}\n{fence}"
