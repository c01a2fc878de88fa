"""Conversations as OpenAI keeps them, one of each kind of item."""

from __future__ import annotations

import json
from typing import Any

CREATED_AT = 1_764_000_000
CARD = {"type": "Card", "children": [{"type": "Text", "value": "Ten degrees"}]}


def hosted_thread(number: int, title: str | None = None, user: str = "somebody") -> dict[str, Any]:
    """Return a thread's record."""
    return {
        "id": f"cthr_{number}",
        "object": "chatkit.thread",
        "created_at": CREATED_AT + number,
        "title": title,
        "status": {"type": "active"},
        "user": user,
    }


def hosted_item(thread: dict[str, Any], number: int, kind: str, **content: Any) -> dict[str, Any]:
    """Return an item's record."""
    return {
        "id": f"cthi_{thread['id'].removeprefix('cthr_')}_{number}",
        "object": "chatkit.thread_item",
        "created_at": CREATED_AT + 60 + number,
        "thread_id": thread["id"],
        "type": f"chatkit.{kind}",
        **content,
    }


def question(thread: dict[str, Any], number: int, words: str) -> dict[str, Any]:
    """Return what a person said."""
    return hosted_item(
        thread,
        number,
        "user_message",
        content=[{"type": "input_text", "text": words}],
        attachments=[],
        inference_options=None,
    )


def reply(thread: dict[str, Any], number: int, words: str) -> dict[str, Any]:
    """Return what the agent answered."""
    content = [{"type": "output_text", "text": words, "annotations": []}]
    return hosted_item(thread, number, "assistant_message", content=content)


def every_kind(thread: dict[str, Any]) -> list[dict[str, Any]]:
    """Return an item of each kind that OpenAI describes."""
    picture = {"id": "file_1", "type": "image", "name": "cat.png", "mime_type": "image/png", "preview_url": None}
    annotations = [
        {"type": "url", "source": {"type": "url", "url": "https://a.example/x"}},
        {"type": "file", "source": {"type": "file", "filename": "notes.pdf"}},
    ]
    said = [{"type": "quoted_text", "text": "It rains."}, {"type": "input_text", "text": "Will it stop?"}]
    options = {"model": "gpt-x", "tool_choice": {"id": "search"}}
    answer = [{"type": "output_text", "text": "**Soon.**", "annotations": annotations}]
    tasks = [
        {"type": "thought", "heading": "Clouds", "summary": "They move."},
        {"type": "thought", "heading": None, "summary": None},
    ]
    return [
        hosted_item(thread, 1, "user_message", content=said, attachments=[picture], inference_options=options),
        hosted_item(thread, 2, "task", task_type="custom", heading="Look outside", summary=None),
        hosted_item(thread, 3, "task_group", tasks=tasks),
        hosted_item(
            thread,
            4,
            "client_tool_call",
            call_id="call_1",
            name="switch_theme",
            arguments=json.dumps({"theme": "dark"}),
            output=json.dumps({"success": True}),
            status="completed",
        ),
        hosted_item(thread, 5, "widget", widget=json.dumps(CARD)),
        hosted_item(thread, 6, "assistant_message", content=answer),
    ]
