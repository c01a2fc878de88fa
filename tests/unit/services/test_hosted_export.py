from __future__ import annotations

import json
import stat
import sys
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest

from app.services.hosted_export import export_threads

BROKEN = "cthr_1"
TASK = {"object": "chatkit.thread_item", "created_at": 1_700_000_000, "type": "chatkit.task", "task_type": "custom"}


def page(records: list[dict[str, Any]]) -> httpx2.Response:
    ends = {"first_id": records[0]["id"], "last_id": records[-1]["id"]}
    return httpx2.Response(200, json={"object": "list", "data": records, "has_more": False, **ends})


@pytest.fixture
def broken() -> set[str]:
    """Return the threads that the server fails to read."""
    return {BROKEN}


@pytest.fixture
def client(broken: set[str]) -> openai.OpenAI:
    made = {"object": "chatkit.thread", "created_at": 1_700_000_000, "user": "u", "status": {"type": "active"}}

    def answer(request: httpx2.Request) -> httpx2.Response:
        if not request.url.path.endswith("/items"):
            return page([{**made, "id": f"cthr_{number}", "title": "../CON"} for number in range(3)])
        thread_id = request.url.path.split("/")[-2]
        if thread_id in broken:
            return httpx2.Response(500)
        return page([{**TASK, "id": "cthi_1", "thread_id": thread_id, "heading": "Read"}])

    connection = httpx2.Client(transport=httpx2.MockTransport(answer))
    return openai.OpenAI(api_key="sk-none", base_url="http://127.0.0.1:1/v1", http_client=connection, max_retries=0)


def test_a_thread_that_fails_is_named_and_a_second_run_reads_all_of_them_anew(
    client: openai.OpenAI, broken: set[str], tmp_path: Path
) -> None:
    first = export_threads(client, tmp_path / "kept")
    assert (first.written, first.already_there, first.failed) == (["cthr_0", "cthr_2"], [], [BROKEN])
    broken.clear()
    second = export_threads(client, tmp_path / "kept")
    assert (second.written, second.already_there, second.failed) == (["cthr_0", BROKEN, "cthr_2"], [], [])


def test_the_next_run_removes_what_one_that_was_stopped_left_half_written(
    client: openai.OpenAI, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    half, own = folder / ".A talk.md.0123456789abcdef.new", folder / ".of a person.new"
    for file in (half, own):
        file.touch()
    export_threads(client, folder)
    assert (half.exists(), own.exists()) == (False, True)


def test_files_are_complete_and_private(client: openai.OpenAI, tmp_path: Path) -> None:
    export_threads(client, tmp_path / "kept")
    files = sorted((tmp_path / "kept").iterdir())
    assert [file.suffix for file in files] == [".json", ".md"] * 2
    record = json.loads(files[0].read_text("utf-8"))
    assert (record["thread"]["id"], record["items"][0]["heading"]) == ("cthr_0", "Read")
    assert "Read" in files[1].read_text("utf-8")
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
