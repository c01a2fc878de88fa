"""Records what the real chat host's server sends, for the element's tests: `python -m tests.support.record_streams`.

Ids are numbered and times are fixed, so that the same server always makes the same files.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.chat_host.sdk import StreamingResult
from app.chat_host.server import ConversationServer
from app.resources import assets_dir
from tests.support.conversations import body, fetch, open_store, read_events, thread_id_of, words
from tests.support.showcase import CREATED_AT, Showcase

RECORDED = assets_dir() / "element" / "tests" / "recorded"
ID = re.compile(r"\b(thr|msg|tc|wf|tsk|shcx)_[0-9a-f]{32}\b")
TIME = re.compile(r'("created_at":\s*)"[^"]*"')


class Recorder:
    """Plays every scene to one server, and keeps what came back by the name of its file."""

    def __init__(self, server: ConversationServer) -> None:
        self.files: dict[str, str] = {}
        self._server = server
        self._numbers: dict[str, str] = {}

    async def play(self) -> None:
        """Play every scene."""
        thread_id = await self._begin("answer")
        await self._keep_thread("answer", thread_id)
        await self._stream(
            "retry", "threads.retry_after_item", thread_id=thread_id, item_id=await self._first(thread_id)
        )
        for name in ("work", "image", "signals", "fail"):
            await self._keep_thread(name, await self._begin(name))
        await self._play_tool()
        await self._play_widget()
        await self._play_questions()
        await self._play_stop()
        self._keep("threads.json", await fetch(self._server, "threads.list", limit=3, order="desc"))

    async def _play_tool(self) -> None:
        thread_id = await self._begin("tool")
        await self._stream(
            "tool_output", "threads.add_client_tool_output", thread_id=thread_id, result={"theme": "dark"}
        )
        await self._keep_thread("tool", thread_id)

    async def _play_widget(self) -> None:
        thread_id = await self._begin("widget")
        page = await fetch(self._server, "items.list", thread_id=thread_id, order="asc")
        card = next(item["id"] for item in page["data"] if item["type"] == "widget")
        action = {"type": "order", "payload": {"cups": "2"}}
        await self._stream("action", "threads.custom_action", thread_id=thread_id, item_id=card, action=action)
        reply = await fetch(
            self._server, "threads.sync_custom_action", thread_id=thread_id, item_id=card, action=action
        )
        self._keep("sync_action.json", reply)
        await self._keep_thread("widget", thread_id)

    async def _play_questions(self) -> None:
        thread_id = await self._begin("questions")
        page = await fetch(self._server, "items.list", thread_id=thread_id, order="desc", limit=1)
        answers = {"kind": {"values": ["Green", "Black"]}, "why": {"skipped": True}}
        submitted = {"status": "answered", "answers": answers}
        item_id = page["data"][0]["id"]
        await self._stream(
            "answered", "threads.add_structured_input", thread_id=thread_id, item_id=item_id, input=submitted
        )
        await self._keep_thread("questions", thread_id)

    async def _play_stop(self) -> None:
        """Hang up in the middle of an answer, as a person does who presses Stop."""
        result = await self._server.process(body("threads.create", input=words("wait")), None)
        assert isinstance(result, StreamingResult)
        pieces: list[bytes] = []
        said = asyncio.Event()

        async def read() -> None:
            async for piece in result:
                pieces.append(piece)
                if b"text_delta" in piece:
                    said.set()

        reading = asyncio.create_task(read())
        await said.wait()
        reading.cancel()
        with suppress(asyncio.CancelledError):
            await reading
        self._keep("stopped.sse", b"".join(pieces).decode())
        await self._keep_thread("stopped", thread_id_of(read_events(pieces)))

    async def _begin(self, name: str) -> str:
        """Begin a thread with the scene of this name, and return its id."""
        return thread_id_of(read_events([await self._stream(name, "threads.create", input=words(name))]))

    async def _stream(self, name: str, operation: str, **params: object) -> bytes:
        result = await self._server.process(body(operation, **params), None)
        assert isinstance(result, StreamingResult)
        stream = b"".join([piece async for piece in result])
        self._keep(f"{name}.sse", stream.decode())
        return stream

    async def _keep_thread(self, name: str, thread_id: str) -> None:
        self._keep(f"{name}.json", await fetch(self._server, "threads.get_by_id", thread_id=thread_id))

    async def _first(self, thread_id: str) -> str:
        page = await fetch(self._server, "items.list", thread_id=thread_id, order="asc", limit=1)
        return str(page["data"][0]["id"])

    def _keep(self, name: str, content: str | dict[str, Any]) -> None:
        plain = content if isinstance(content, str) else json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        numbered = ID.sub(lambda match: self._number(match[0], match[1]), plain)
        self.files[name] = TIME.sub(rf'\1"{CREATED_AT}"', numbered)

    def _number(self, item_id: str, prefix: str) -> str:
        return self._numbers.setdefault(item_id, f"{prefix}_{len(self._numbers) + 1}")


def record() -> dict[str, str]:
    """Return every recording by the name of its file."""
    with open_store() as store:
        recorder = Recorder(ConversationServer(store, Showcase()))
        asyncio.run(recorder.play())
    return recorder.files


def write(folder: Path) -> None:
    """Write every recording, and remove what is none any more."""
    folder.mkdir(exist_ok=True)
    files = record()
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")


if __name__ == "__main__":
    write(RECORDED)
    sys.exit()
