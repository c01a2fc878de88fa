from __future__ import annotations

import re
from typing import Any

import httpx2
import openai
import pytest
from openai.types.beta.chatkit import ChatKitThread

from app.services.hosted_transcripts import file_stem, hosted_items, hosted_threads, markdown_heading, markdown_item

THREADS = 250
ITEM: dict[str, Any] = {"object": "chatkit.thread_item", "thread_id": "cthr_1", "created_at": 1_700_000_000}


def thread(number: int, title: str | None = None) -> dict[str, Any]:
    made = {"id": f"cthr_{number}", "object": "chatkit.thread", "created_at": 1_700_000_000, "user": "somebody"}
    return ChatKitThread.model_validate({**made, "title": title, "status": {"type": "active"}}).to_dict(mode="json")


def client_of(records: list[dict[str, Any]], seen: list[httpx2.Request], first_status: int = 200) -> openai.OpenAI:
    """Return a client whose pages come from these records."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        if len(seen) == 1 and first_status != httpx2.codes.OK:
            return httpx2.Response(first_status, headers={"retry-after-ms": "1"})
        after, limit = request.url.params.get("after"), int(request.url.params["limit"])
        begin = 1 + [record["id"] for record in records].index(after) if after else 0
        page = records[begin : begin + limit]
        ends = {"first_id": page[0]["id"], "last_id": page[-1]["id"]}
        more = begin + limit < len(records)
        return httpx2.Response(200, json={"object": "list", "data": page, "has_more": more, **ends})

    connection = httpx2.Client(transport=httpx2.MockTransport(answer))
    return openai.OpenAI(api_key="sk-none", base_url="http://127.0.0.1:1/v1", http_client=connection, max_retries=1)


@pytest.mark.parametrize("first_status", [200, 429])
def test_every_thread_is_read_page_by_page(first_status: int) -> None:
    records, seen = [thread(number) for number in range(THREADS)], list[httpx2.Request]()
    read = list(hosted_threads(client_of(records, seen, first_status), "somebody"))
    assert [one["id"] for one in read] == [one["id"] for one in records]
    assert {request.url.params["user"] for request in seen} == {"somebody"}
    assert len(seen) == (3 if first_status == httpx2.codes.OK else 4)


def test_the_items_of_a_long_thread_are_read_only_as_far_as_they_are_used() -> None:
    task = {**ITEM, "type": "chatkit.task", "task_type": "custom"}
    seen = list[httpx2.Request]()
    items = hosted_items(client_of([{**task, "id": f"cthi_{number}"} for number in range(10_000)], seen), "cthr_1")
    assert [next(items)["id"] for _ in range(101)][-1] == "cthi_100"
    assert len(seen) == 2


@pytest.mark.parametrize("title", ["../../etc/passwd", "CON", "x" * 300, "a\0b", "\u202egpj.exe", "C:\\x", "", None])
def test_a_hostile_title_makes_a_harmless_name(title: str | None) -> None:
    stem = file_stem({**thread(1), "title": title})
    assert re.fullmatch(r"2023-11-14_[a-z0-9_-]+", stem)
    assert len(stem) < 100


def test_ids_that_differ_in_case_make_names_that_differ() -> None:
    assert file_stem({**thread(1), "id": "cthr_A"}).lower() != file_stem({**thread(1), "id": "cthr_a"}).lower()


def test_a_title_stays_one_heading() -> None:
    assert markdown_heading(thread(1, "One\n# Two")).splitlines()[0] == "# One # Two"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            {
                "type": "chatkit.user_message",
                "content": [{"type": "quoted_text", "text": "a\nb"}, {"type": "input_text", "text": "Why?"}],
                "attachments": [{"id": "f", "name": "a.pdf", "mime_type": "application/pdf", "type": "file"}],
            },
            "\n## User, 2023-11-14 22:13:20 UTC\n\n> a\n> b\n\nWhy?\n\nAttachment: a.pdf (application/pdf)\n",
        ),
        (
            {
                "type": "chatkit.client_tool_call",
                "name": "look",
                "status": "completed",
                "arguments": "{}",
                "output": "```",
            },
            "\n## Client tool call, 2023-11-14 22:13:20 UTC\n\nlook (completed)\n\n```\n{}\n```\n\n````\n```\n````\n",
        ),
        (
            {"type": "chatkit.task_group", "tasks": [{"type": "custom", "heading": "Read", "summary": None}]},
            "\n## Task group, 2023-11-14 22:13:20 UTC\n\nRead\n",
        ),
        ({"type": "chatkit.widget", "widget": "{}"}, "\n## Widget, 2023-11-14 22:13:20 UTC\n\n```\n{}\n```\n"),
    ],
)
def test_an_item_reads_well(item: dict[str, Any], expected: str) -> None:
    assert markdown_item({**ITEM, **item}) == expected
