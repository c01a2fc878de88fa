"""The chat host over HTTP, from the ASGI side: guard, headers, JSON, streams and errors."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from chatkit.errors import CustomStreamError
from chatkit.store import NotFoundError

from app.chat_host import guard, http
from app.chat_host.http import answering, as_app_error, build_application
from app.chat_host.server import ConversationServer
from app.errors import AppError, CannotWrite, InternalError, Invalid, NotFound, NotOffered
from tests.support.conversations import body, open_server, read_events, said, words

POLICY = guard.Policy("localhost:6000", "http://localhost:5000", "t" * 43)
HEADERS = {
    "host": POLICY.host,
    "origin": POLICY.chat_origin,
    "sec-fetch-site": "same-site",
    guard.TOKEN_HEADER: POLICY.token,
    "content-type": "application/json",
}


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    pieces: list[bytes] = field(default_factory=list)

    @property
    def json(self) -> Any:
        return json.loads(b"".join(self.pieces))


@pytest.fixture
def server() -> Iterator[ConversationServer]:
    with open_server() as opened:
        yield opened


def send(
    server: ConversationServer,
    pieces: Iterable[bytes],
    *,
    method: str = "POST",
    path: str = "/chatkit",
    headers: dict[str, str] | None = None,
) -> Answer:
    """Send one request through the whole application."""
    return asyncio.run(_send(server, pieces, method, path, {**HEADERS, **(headers or {})}))


async def _send(
    server: ConversationServer, pieces: Iterable[bytes], method: str, path: str, headers: dict[str, str]
) -> Answer:
    answer = Answer()
    waiting = [*pieces]
    never = asyncio.Event()

    async def receive() -> dict[str, Any]:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}
        await never.wait()
        raise AssertionError

    async def collect(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            answer.pieces.append(message.get("body", b""))

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 6000),
    }
    await build_application(answering(server), POLICY)(scope, receive, collect)
    return answer


def test_a_message_is_answered_by_a_stream(server: ConversationServer) -> None:
    answer = send(server, [body("threads.create", input=words("what is this?"))])
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert "demo guide" in said(read_events(answer.pieces))


def test_everything_else_is_answered_by_json(server: ConversationServer) -> None:
    answer = send(server, [body("threads.list")])
    assert (answer.status, answer.json) == (200, {"data": [], "has_more": False})
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("pieces", "changes", "status"),
    [
        ([body("threads.list")], {}, 200),
        ([body("threads.create", input=words("help"))], {}, 200),
        ([body("threads.get_by_id", thread_id="thr_gone")], {}, 404),
        ([body("attachments.delete", attachment_id="atc_gone")], {}, 404),
        ([body("threads.create", input=words("hi", attachments=["atc_1"]))], {}, 404),
        ([body("attachments.create", name="a", size=1, mime_type="a/b")], {}, 501),
        ([body("input.transcribe", audio_base64="", mime_type="a/b")], {}, 501),
        ([b"{"], {}, 400),
        ([body("threads.drop")], {}, 400),
        ([body("threads.list")], {guard.TOKEN_HEADER: "wrong"}, 401),
        ([body("threads.list")], {"host": "evil.example"}, 403),
        ([body("threads.list")], {"content-type": "text/plain"}, 415),
        ([b"x" * 100_000] * 11, {}, 413),
        ([b"x"], {"content-length": str(guard.BODY_LIMIT_BYTES + 1)}, 413),
    ],
)
def test_every_answer_is_private_and_only_for_the_chat_document(
    server: ConversationServer, pieces: list[bytes], changes: dict[str, str], status: int
) -> None:
    answer = send(server, pieces, headers=changes)
    assert answer.status == status
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == POLICY.chat_origin
    assert answer.headers["vary"] == "Origin"
    if status != 200:
        assert answer.json["error"].keys() == {"code", "message", "hint", "retryable"}


def test_a_refusal_ends_the_connection_whose_body_nobody_reads(server: ConversationServer) -> None:
    assert send(server, [], headers={guard.TOKEN_HEADER: ""}).headers["connection"] == "close"


def test_a_preflight_is_granted_without_a_token(server: ConversationServer) -> None:
    asked = {
        "access-control-request-method": "POST",
        "access-control-request-headers": f"content-type,{guard.TOKEN_HEADER}",
        guard.TOKEN_HEADER: "",
    }
    answer = send(server, [], method="OPTIONS", headers=asked)
    assert (answer.status, b"".join(answer.pieces)) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == POLICY.chat_origin
    assert answer.headers["access-control-max-age"] == "600"


def test_a_foreign_page_reads_nothing(server: ConversationServer) -> None:
    answer = send(server, [body("threads.list")], headers={"origin": "https://evil.example"})
    assert answer.status == 403
    assert "access-control-allow-origin" not in answer.headers


def test_a_body_that_never_comes_is_not_waited_for(server: ConversationServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "BODY_DEADLINE_SECONDS", 0.01)
    assert send(server, []).status == 408


def test_an_unknown_mistake_shows_nothing_of_itself(
    server: ConversationServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("/home/someone/secret")

    monkeypatch.setattr(server.store, "load_threads", fail)
    collected: list[Answer] = []

    async def ask() -> None:
        with pytest.raises(ZeroDivisionError):
            await _send_into(collected)

    async def _send_into(answers: list[Answer]) -> None:
        answer = Answer()
        answers.append(answer)
        await _send_collecting(server, answer)

    asyncio.run(ask())
    assert collected[0].status == 500
    assert b"secret" not in b"".join(collected[0].pieces)
    assert collected[0].json["error"]["code"] == InternalError.code


async def _send_collecting(server: ConversationServer, answer: Answer) -> None:
    """Send a request whose answer is kept even though the application raises after it."""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body("threads.list"), "more_body": False}

    async def collect(message: Any) -> None:
        answer.status = message.get("status", answer.status)
        answer.pieces.append(message.get("body", b""))

    scope = {"type": "http", "method": "POST", "path": "/chatkit", "root_path": "", "query_string": b""}
    headers = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
    await build_application(answering(server), POLICY)({**scope, "headers": headers}, receive, collect)


@pytest.mark.parametrize(
    ("problem", "kind"),
    [
        (CannotWrite(), CannotWrite),
        (NotFoundError("thr_1"), NotFound),
        (CustomStreamError("Not today."), Invalid),
        (NotOffered(), NotOffered),
        (OSError("/etc/passwd"), InternalError),
    ],
)
def test_every_problem_becomes_an_error_of_the_tree(problem: Exception, kind: type[AppError]) -> None:
    assert type(as_app_error(problem)) is kind


def test_edge_16_a_page_that_is_gone_ends_the_answer(server: ConversationServer) -> None:
    spoken: list[bytes] = []

    async def endless() -> AsyncIterator[bytes]:
        while True:
            spoken.append(b"data: {}\n\n")
            yield spoken[-1]
            await asyncio.sleep(0)

    async def scenario() -> None:
        gone = asyncio.Event()
        messages = [{"type": "http.request", "body": body("threads.create", input=words("x")), "more_body": False}]

        async def receive() -> dict[str, Any]:
            if messages:
                return messages.pop()
            await gone.wait()
            return {"type": "http.disconnect"}

        async def collect(message: Any) -> None:
            if len(spoken) > 10:
                gone.set()

        scope = {"type": "http", "method": "POST", "path": "/chatkit", "root_path": "", "query_string": b""}
        headers = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
        asgi = {"asgi": {"version": "3.0", "spec_version": "2.3"}}
        await asyncio.wait_for(
            build_application(answering(server), POLICY)({**scope, **asgi, "headers": headers}, receive, collect), 5
        )

    server._stream = lambda *_: endless()  # type: ignore[assignment,method-assign]
    asyncio.run(scenario())
    assert len(spoken) < 100
