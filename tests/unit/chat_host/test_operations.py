"""Which operations are served, and in which bounds."""

from __future__ import annotations

import json

import pytest
from chatkit import types
from chatkit.types import ItemsListReq, ThreadsListReq, ThreadsUpdateReq

from app.chat_host.operations import parse_operation
from app.chat_host.titles import LONGEST
from app.errors import AppError, InvalidArguments, NotOffered, UnknownCommand
from tests.support.conversations import body, words

THREAD: dict[str, object] = {"thread_id": "thr_1"}
ITEM: dict[str, object] = {**THREAD, "item_id": "msg_1"}
ACTION: dict[str, object] = {"action": {"type": "press", "payload": {}}}
SERVED: dict[str, dict[str, object]] = {
    "threads.create": {"input": words("hi")},
    "threads.add_user_message": {**THREAD, "input": words("hi")},
    "threads.add_client_tool_output": {**THREAD, "result": {}},
    "threads.add_structured_input": {**ITEM, "input": {"status": "skipped", "answers": {}}},
    "threads.retry_after_item": ITEM,
    "threads.custom_action": {**ITEM, **ACTION},
    "threads.sync_custom_action": {**ITEM, **ACTION},
    "threads.get_by_id": THREAD,
    "threads.list": {},
    "threads.update": {**THREAD, "title": "t"},
    "threads.delete": THREAD,
    "items.list": THREAD,
    "items.feedback": {**THREAD, "item_ids": ["msg_1"], "kind": "positive"},
    "attachments.delete": {"attachment_id": "atc_1"},
    "attachments.create": {"name": "a", "size": 1, "mime_type": "text/plain"},
}
REFUSED: dict[str, dict[str, object]] = {
    "input.transcribe": {"audio_base64": "", "mime_type": "audio/webm"},
}


def test_every_operation_of_the_protocol_is_either_served_or_refused_on_purpose() -> None:
    known = {
        each.model_fields["type"].default
        for each in vars(types).values()
        if isinstance(each, type) and issubclass(each, types.BaseReq) and each is not types.BaseReq
    }
    assert known == SERVED.keys() | REFUSED.keys()
    assert (len(SERVED), len(REFUSED)) == (15, 1)


@pytest.mark.parametrize("operation", SERVED)
def test_a_served_operation_is_read(operation: str) -> None:
    assert parse_operation(body(operation, **SERVED[operation])).type == operation


@pytest.mark.parametrize("operation", REFUSED)
def test_an_operation_that_is_not_offered_says_so(operation: str) -> None:
    with pytest.raises(NotOffered):
        parse_operation(body(operation, **REFUSED[operation]))


@pytest.mark.parametrize(
    ("hostile", "error"),
    [
        (b"", InvalidArguments),
        (b"{", InvalidArguments),
        (b"[]", InvalidArguments),
        (b"null", InvalidArguments),
        (b"{}", InvalidArguments),
        (b"[" * 100_000, InvalidArguments),
        (b'{"type":"threads.drop","params":{}}', UnknownCommand),
        (b'{"type":"__class__","params":{}}', UnknownCommand),
        (b'{"type":"threads.get_by_id","params":{"thread_id":7}}', InvalidArguments),
        (b'{"type":"threads.get_by_id","params":{}}', InvalidArguments),
        (b'{"type":"threads.get_by_id","params":{"thread_id":"\xff"}}', InvalidArguments),
    ],
)
def test_anything_else_is_refused(hostile: bytes, error: type[AppError]) -> None:
    with pytest.raises(error) as refusal:
        parse_operation(hostile)
    assert refusal.value.detail == ""


@pytest.mark.parametrize(
    "wrong", ["", "a b", "../etc/passwd", "a\n", "a" * 65, "';--", "\N{LATIN SMALL LETTER E WITH ACUTE}", "\x00"]
)
@pytest.mark.parametrize(
    ("operation", "field"),
    [
        ("threads.get_by_id", "thread_id"),
        ("threads.retry_after_item", "item_id"),
        ("threads.list", "after"),
        ("attachments.delete", "attachment_id"),
    ],
)
def test_ids_are_well_formed(operation: str, field: str, wrong: str) -> None:
    with pytest.raises(InvalidArguments):
        parse_operation(body(operation, **{**SERVED[operation], field: wrong}))


def test_ids_in_lists_are_well_formed() -> None:
    with pytest.raises(InvalidArguments):
        parse_operation(body("items.feedback", thread_id="thr_1", item_ids=["msg_1", "no id"], kind="positive"))
    with pytest.raises(InvalidArguments):
        parse_operation(body("threads.create", input=words("hi", attachments=["no id"])))


@pytest.mark.parametrize(
    ("asked", "given"), [(9999, 100), (101, 100), (100, 100), (1, 1), (0, 1), (-5, 1), (None, None)]
)
def test_edge_08_a_page_is_never_longer_than_a_hundred(asked: int | None, given: int | None) -> None:
    for operation in ("threads.list", "items.list"):
        request = parse_operation(body(operation, **SERVED[operation], limit=asked))
        assert isinstance(request, ThreadsListReq | ItemsListReq)
        assert request.params.limit == given


def test_a_title_is_one_bounded_line() -> None:
    request = parse_operation(body("threads.update", thread_id="thr_1", title="  my\n" + "x" * 9999))
    assert isinstance(request, ThreadsUpdateReq)
    assert request.params.title == "my " + "x" * (LONGEST - 3)
    with pytest.raises(InvalidArguments):
        parse_operation(body("threads.update", thread_id="thr_1", title=" \n "))


@pytest.mark.parametrize("operation", ["threads.custom_action", "threads.sync_custom_action"])
@pytest.mark.parametrize("payload", [[], "text", 5, True])
def test_the_payload_of_an_action_is_an_object(operation: str, payload: object) -> None:
    with pytest.raises(InvalidArguments):
        parse_operation(body(operation, thread_id="thr_1", action={"type": "press", "payload": payload}))
    parse_operation(body(operation, thread_id="thr_1", action={"type": "press"}))


def test_a_message_is_not_changed_on_the_way() -> None:
    text = "line\nline \N{SNOWMAN} <script>"
    parsed = parse_operation(body("threads.create", input=words(text)))
    assert json.loads(parsed.model_dump_json())["params"]["input"]["content"][0]["text"] == text
