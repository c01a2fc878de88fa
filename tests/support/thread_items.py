"""Items of a thread as a server sends them, for the element on its stage."""

from __future__ import annotations

from typing import Any

_BASE = {"thread_id": "thr_1", "created_at": "2026-01-01T00:00:00Z"}

# One green dot.
PICTURE = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def item(kind: str, item_id: str, **fields: Any) -> dict[str, Any]:
    """Return an item of any kind."""
    return {**_BASE, "type": kind, "id": item_id, **fields}


def user_message(item_id: str, *content: str | dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Return what a person said: words, and parts of other kinds."""
    parts = [{"type": "input_text", "text": part} if isinstance(part, str) else part for part in content]
    usual: dict[str, Any] = {"content": parts, "attachments": [], "quoted_text": None, "inference_options": {}}
    return item("user_message", item_id, **{**usual, **fields})


def answer(item_id: str, text: str, *annotations: dict[str, Any]) -> dict[str, Any]:
    """Return what an agent answered, with where it has it from."""
    content = [{"type": "output_text", "text": text, "annotations": list(annotations)}]
    return item("assistant_message", item_id, content=content)


def annotation(kind: str, title: str, **source: Any) -> dict[str, Any]:
    """Return a source at the end of an answer."""
    return {"type": "annotation", "index": None, "source": {"type": kind, "title": title, **source}}


def tool_call(item_id: str, name: str, *, status: str = "completed") -> dict[str, Any]:
    """Return a call of a client tool."""
    return item("client_tool_call", item_id, call_id=item_id, status=status, name=name, arguments={})


def choice(question_id: str, question: str, *options: str, **fields: Any) -> dict[str, Any]:
    """Return a question with options."""
    values = [{"value": option} for option in options]
    return {"type": "multiple_choice", "id": question_id, "question": question, "options": values, **fields}


def long_thread(count: int) -> list[dict[str, Any]]:
    """Return a thread of so many questions and answers, in turns, some of them long."""
    long_text = "".join(f"\n\nA paragraph that goes on for a while, number {number}." for number in range(6))
    code = "\n\n```python\ndef add(one, other):\n    return one + other\n```"
    endings = ("", long_text, "\n\n- one\n- **two**\n- three", "", code)
    return [
        answer(f"m{number}", f"Answer {number}.{endings[number // 2 % len(endings)]}")
        if number % 2
        else user_message(f"m{number}", f"Question {number}")
        for number in range(count)
    ]
