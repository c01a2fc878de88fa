"""The 16 operations, every line of the guard and the hang-up of a page, over real sockets as a page meets them."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import closing
from types import MappingProxyType
from typing import Any

import pytest
from chatkit.types import (
    AssistantMessageItem,
    Page,
    SyncCustomActionResponse,
    Thread,
    ThreadCreatedEvent,
    ThreadItem,
    ThreadItemDoneEvent,
)
from pydantic import TypeAdapter
from starlette.responses import StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from app.chat_host import guard, serving
from app.chat_host.guard import TOKEN_HEADER
from app.chat_host.http import EventStream
from tests.support.chat_hosts import CHAT_ORIGIN, TOKEN, Client
from tests.support.conversations import Chatterbox, body, read_events, thread_id_of, words
from tests.support.hosts_in_threads import HostInThread, host_in_thread
from tests.support.scripted_agents import Everything
from tests.support.waiting import holds_for, wait_until


@pytest.fixture(scope="module")
def host() -> Iterator[HostInThread]:
    with host_in_thread(Everything) as running:
        yield running


@pytest.fixture
def thread(host: HostInThread) -> str:
    """Return a thread that holds every kind of item."""
    return thread_id_of(read_events([host.client.ask("threads.create", input=words("everything"))[1]]))


ACTION = {"action": {"type": "save", "payload": {"name": "Ada"}}, "item_id": "msg_card"}
SUBMISSION = {"status": "skipped", "answers": {}}
STREAMED: dict[str, dict[str, Any]] = {
    "threads.create": {"input": words("hi")},
    "threads.add_user_message": {"input": words("hi")},
    "threads.add_client_tool_output": {"result": {"theme": "dark"}},
    "threads.add_structured_input": {"item_id": "msg_form", "input": SUBMISSION},
    "threads.retry_after_item": {},
    "threads.custom_action": ACTION,
}
NOTHING = TypeAdapter(dict[None, None])
ANSWERED: dict[str, tuple[dict[str, Any], int, TypeAdapter[Any] | None]] = {
    "threads.sync_custom_action": (ACTION, 200, TypeAdapter(SyncCustomActionResponse)),
    "threads.get_by_id": ({}, 200, TypeAdapter(Thread)),
    "threads.list": ({}, 200, TypeAdapter(Page[Thread])),
    "threads.update": ({"title": "Mine"}, 200, TypeAdapter(Thread)),
    "threads.delete": ({}, 200, NOTHING),
    "items.list": ({}, 200, TypeAdapter(Page[ThreadItem])),
    "items.feedback": ({"item_ids": ["msg_every"], "kind": "positive"}, 200, NOTHING),
    "attachments.delete": ({"attachment_id": "atc_1"}, 404, None),
    "attachments.create": ({"name": "a", "size": 1, "mime_type": "text/plain"}, 501, None),
    "input.transcribe": ({"audio_base64": "", "mime_type": "audio/webm"}, 501, None),
}
WITHOUT_THREAD = {"threads.create", "threads.list", "attachments.create", "attachments.delete", "input.transcribe"}


def params_of(host: HostInThread, operation: str, thread_id: str, params: dict[str, Any]) -> dict[str, Any]:
    if operation == "threads.retry_after_item":
        first = host.client.fetch("items.list", thread_id=thread_id, order="asc", limit=1)["data"][0]
        params = {"item_id": first["id"]}
    return params if operation in WITHOUT_THREAD else {"thread_id": thread_id, **params}


def test_there_are_sixteen_operations() -> None:
    assert len(STREAMED) + len(ANSWERED) == 16
    not_offered = [name for name, (_, status, _) in ANSWERED.items() if status == 501]
    assert not_offered == [
        "attachments.create",
        "input.transcribe",
    ]


@pytest.mark.parametrize("operation", STREAMED)
def test_an_operation_is_answered_by_a_stream(host: HostInThread, thread: str, operation: str) -> None:
    status, raw = host.client.ask(operation, **params_of(host, operation, thread, STREAMED[operation]))
    assert status == 200
    events = read_events([raw])
    finished = [event.item for event in events if isinstance(event, ThreadItemDoneEvent)]
    assert any(isinstance(item, AssistantMessageItem) for item in finished)
    assert isinstance(events[0], ThreadCreatedEvent) is (operation == "threads.create")


@pytest.mark.parametrize("operation", ANSWERED)
def test_an_operation_is_answered_at_once(host: HostInThread, thread: str, operation: str) -> None:
    params, status, shape = ANSWERED[operation]
    found, raw = host.client.ask(operation, **params_of(host, operation, thread, params))
    assert found == status
    if shape is not None:
        shape.validate_json(raw)
    else:
        error = json.loads(raw)["error"]
        assert error.keys() == {"code", "message", "hint", "retryable"}
        assert error["code"] == {404: "not_found", 501: "not_offered"}[status]


def send(
    host: HostInThread,
    changes: Mapping[str, str | None] = MappingProxyType({}),
    *,
    method: str = "POST",
    path: str = "/chatkit",
    content: bytes | None = None,
) -> tuple[int, bytes, Mapping[str, str]]:
    """Send a request that is right but for its changes; None leaves a header out."""
    headers = {
        "Host": f"localhost:{host.client.port}",
        "Origin": CHAT_ORIGIN,
        "Sec-Fetch-Site": "same-site",
        "Content-Type": "application/json",
        TOKEN_HEADER: TOKEN,
        **changes,
    }
    with closing(http.client.HTTPConnection("127.0.0.1", host.client.port, timeout=10)) as connection:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        sent = body("threads.list") if content is None else content
        for name, value in {"Content-Length": str(len(sent)), **headers}.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(sent)
        response = connection.getresponse()
        return response.status, response.read(), dict(response.getheaders())


def test_the_request_that_is_changed_below_is_answered(host: HostInThread, thread: str) -> None:
    status, raw, _ = send(host)
    assert status == 200
    assert thread.encode() in raw


# The lines of the guard, in their order.
GUARD_LINES: dict[str, tuple[int, dict[str, Any]]] = {
    "exact Host": (403, {"changes": {"Host": "127.0.0.1"}}),
    "Host present": (403, {"changes": {"Host": ""}}),
    "Origin that is present must be the chat document's": (403, {"changes": {"Origin": "https://evil.example"}}),
    "Origin null is no chat document": (403, {"changes": {"Origin": "null"}}),
    "Origin absent only with the token": (401, {"changes": {"Origin": None, TOKEN_HEADER: None}}),
    "Sec-Fetch-Site not cross-site": (403, {"changes": {"Sec-Fetch-Site": "cross-site"}}),
    "token present": (401, {"changes": {TOKEN_HEADER: None}}),
    "token right": (401, {"changes": {TOKEN_HEADER: "u" * 43}}),
    "method known": (405, {"method": "GET"}),
    "path known": (404, {"path": "/files"}),
    "content type application/json": (415, {"changes": {"Content-Type": "text/plain"}}),
    "body within its cap": (413, {"changes": {"Content-Length": str(guard.BODY_LIMIT_BYTES + 1)}}),
    "operation one of the 16": (400, {"content": b'{"type":"threads.drop","params":{}}'}),
    "ids well-formed": (400, {"content": body("threads.get_by_id", thread_id="../etc")}),
}


@pytest.mark.parametrize("line", GUARD_LINES)
def test_guard(host: HostInThread, thread: str, line: str) -> None:
    status, request = GUARD_LINES[line]
    found, raw, headers = send(host, **request)
    assert found == status
    assert thread.encode() not in raw
    assert json.loads(raw)["error"].keys() == {"code", "message", "hint", "retryable"}
    assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")


def test_guard_origin_absent_with_the_token_is_answered(host: HostInThread) -> None:
    assert send(host, {"Origin": None})[0] == 200


def test_guard_limit_clamped_to_a_hundred(host: HostInThread) -> None:
    for _ in range(101 - len(host.client.fetch("threads.list", limit=100)["data"])):
        host.client.ask("threads.create", input=words("hi"))
    found = host.client.fetch("threads.list", limit=9999)
    assert (len(found["data"]), found["has_more"]) == (100, True)


def test_guard_a_refusal_is_logged_without_the_body(host: HostInThread, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        send(host, content=b'{"type":"threads.drop","params":{"words":"my private words"}}')
        send(host, {TOKEN_HEADER: "my-guess"})
    assert "private" not in caplog.text
    assert "my-guess" not in caplog.text


class Recorded:
    """Notes what the server says of itself."""

    def __init__(self, application: ASGIApp, seen: list[Any]) -> None:
        self._application = application
        self._seen = seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._seen.append(scope["asgi"])
        await self._application(scope, receive, send)


def test_edge_16_the_server_speaks_the_asgi_in_which_a_hang_up_cancels() -> None:
    seen: list[Any] = []
    with host_in_thread(Everything, wrap=lambda application: Recorded(application, seen)) as host:
        host.client.ask("threads.list")
    # From 2.4 on, starlette waits for an error of `send` instead, and an answer is never told that it was stopped.
    assert [tuple(map(int, asgi["spec_version"].split("."))) < (2, 4) for asgi in seen] == [True]


def kept_words(client: Client, thread_id: str) -> list[str]:
    items = client.fetch("items.list", thread_id=thread_id)["data"]
    return [part["text"] for item in items if item["type"] == "assistant_message" for part in item["content"]]


def hang_up_in_mid_answer(client: Client, until: Callable[[], object]) -> str:
    """Ask, listen to a few words, wait for something without listening, hang up, and return the thread's id."""
    connection, response = client.open("threads.create", input=words("talk"))
    heard = b""
    while heard.count(b"text_delta") < 5:
        heard += response.readline()
    wait_until(until, what="the moment to hang up")
    # Nothing is sent at closing, so the host must notice by itself.
    response.close()
    connection.close()
    return thread_id_of(read_events([heard[: heard.rindex(b"\n\n") + 2]]))


@pytest.mark.parametrize("stuck", [False, True], ids=["listening", "no longer listening"])
def test_edge_16_a_page_that_hangs_up_in_mid_answer_cancels_it_and_its_words_are_kept(stuck: bool) -> None:
    agents: list[Chatterbox] = []

    def chatterbox() -> Chatterbox:
        agents.append(Chatterbox(lambda: asyncio.sleep(0 if stuck else 0.001)))
        return agents[0]

    def has_no_room() -> bool:
        # What nobody reads piles up, until the host has to wait in the middle of sending.
        before = agents[0].spoken
        return before > 1000 and holds_for(0.1, lambda: agents[0].spoken == before)

    with host_in_thread(chatterbox) as host:
        thread_id = hang_up_in_mid_answer(host.client, has_no_room if stuck else lambda: True)
        (partial,) = wait_until(lambda: kept_words(host.client, thread_id), what="the partial answer")
        assert partial == "word " * agents[0].spoken
        spoken = agents[0].spoken
        assert host.client.ask("threads.list")[0] == 200
        assert agents[0].spoken == spoken, "it goes on"


class Newer:
    """Lets a server seem to speak a newer ASGI."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._application({**scope, "asgi": {"version": "3.0", "spec_version": "2.4"}}, receive, send)


def test_edge_16_in_a_newer_asgi_an_answer_goes_on_for_nobody_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "END_SECONDS", 0.01)
    agent = Chatterbox(lambda: asyncio.sleep(0.001))
    with host_in_thread(lambda: agent, wrap=Newer) as host:
        thread_id = hang_up_in_mid_answer(host.client, lambda: True)
        spoken = agent.spoken
        wait_until(lambda: agent.spoken > spoken + 100, what="words that nobody hears")
        assert kept_words(host.client, thread_id) == []


def cancelled_by_a_hang_up_in_mid_send(response: type[StreamingResponse]) -> bool:
    """Hang up while a piece is being sent; tell whether the stream itself was told."""
    told: list[bool] = []

    async def pieces() -> AsyncIterator[bytes]:
        yield b"a piece"
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            told.append(True)
            raise

    async def scenario() -> None:
        sending, gone = asyncio.Event(), asyncio.Event()

        async def receive() -> dict[str, Any]:
            await sending.wait()
            gone.set()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message.get("body"):
                sending.set()
                await gone.wait()
                await asyncio.sleep(0)

        scope = {"type": "http", "asgi": {"spec_version": "2.3"}}
        await asyncio.wait_for(response(pieces())(scope, receive, send), 5)

    asyncio.run(scenario())
    return bool(told)


def test_edge_04_a_hang_up_in_the_middle_of_sending_reaches_the_answer() -> None:
    assert cancelled_by_a_hang_up_in_mid_send(EventStream)


def test_edge_04_by_starlettes_own_response_it_does_not_twin() -> None:
    assert not cancelled_by_a_hang_up_in_mid_send(StreamingResponse)
