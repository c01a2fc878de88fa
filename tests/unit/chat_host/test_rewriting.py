"""What is changed in a server's answers: the addresses of attachments; every other byte passes as it came."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat_host import rewriting, stand_ins
from app.chat_host.rewriting import rewrite_events, rewrite_json, rewrite_stream
from app.chat_host.stand_ins import Names, StandIns, Upload
from app.errors import NotFound

ORIGIN = "http://localhost:6000"
THERE = "https://files.example/"
IMAGE = {
    "type": "image",
    "id": "atc_1",
    "name": "Ä picture.png",
    "mime_type": "image/png",
    "preview_url": f"{THERE}small",
    "upload_descriptor": {"url": f"{THERE}up", "method": "PUT", "headers": {"X-Key": "secret"}},
}
MESSAGE = {"type": "user_message", "id": "msg_1", "content": [], "attachments": [IMAGE]}
DONE = b"data: " + json.dumps({"type": "thread.item.done", "item": MESSAGE}).encode() + b"\n\n"
DELTA = 'data: {"type":"thread.item.updated", "update":{"delta":"Grüße \\ud83d"}}\n\n'.encode()
COMMENT = b": still here\r\n\r\n"


@pytest.fixture
def ours() -> StandIns:
    return StandIns(ORIGIN)


def through(pieces: Iterable[bytes], ours: StandIns) -> list[bytes]:
    """Return the pieces that come out of a stream."""

    async def come() -> AsyncGenerator[bytes, None]:
        for piece in pieces:
            yield piece

    async def run() -> list[bytes]:
        return [piece async for piece in rewrite_stream(come(), ours)]

    return asyncio.run(run())


def attachment_of(event: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(event.strip().removeprefix(b"data: "))["item"]["attachments"][0]
    return found


def test_both_addresses_become_ours_and_the_rest_stays(ours: StandIns) -> None:
    rewritten = attachment_of(rewrite_events(DONE, ours))
    upload = rewritten.pop("upload_descriptor")
    assert ours.previews.find(rewritten.pop("preview_url").rpartition("/")[2]) == f"{THERE}small"
    assert rewritten == {name: IMAGE[name] for name in ("type", "id", "name", "mime_type")}
    # The key of an upload is for us and not for a page.
    assert (upload["method"], upload["headers"]) == ("PUT", {})
    kept = ours.uploads.find(upload["url"].removeprefix(f"{ORIGIN}/files/uploads/"))
    assert kept == Upload(f"{THERE}up", "PUT", (("X-Key", "secret"),))


def test_an_older_servers_address_is_ours_too(ours: StandIns) -> None:
    old = {"type": "file", "id": "a", "name": "a", "mime_type": "a/b", "upload_url": f"{THERE}up"}
    rewritten = json.loads(rewrite_json(json.dumps(old).encode(), ours))
    assert ours.uploads.find(rewritten["upload_url"].rpartition("/")[2]) == Upload(f"{THERE}up")


@pytest.mark.parametrize(
    "answer",
    [
        IMAGE,
        {"type": "thread.item.added", "item": MESSAGE},
        {"type": "thread.item.replaced", "item": MESSAGE},
        {"updated_item": MESSAGE},
        {"data": [MESSAGE], "has_more": False},
        {"id": "thr_1", "items": {"data": [MESSAGE]}},
        {"type": "thread.created", "thread": {"id": "thr_1", "items": {"data": [MESSAGE]}}},
    ],
    ids=["create", "added", "replaced", "action", "page", "thread", "created"],
)
def test_an_attachment_is_found_wherever_the_protocol_has_one(answer: dict[str, Any], ours: StandIns) -> None:
    rewritten = rewrite_json(json.dumps(answer).encode(), ours)
    assert THERE.encode() not in rewritten
    assert rewritten.count(ORIGIN.encode()) == 2


UNTOUCHED = [
    DELTA,
    COMMENT,
    b'event: x\ndata: not json with "preview_url" \n\n',
    b'data: {"type": "client_effect", "name": "x", "data": {"item": {"preview_url": "https://files.example/"}}}\n\n',
    b'data: {"type": "client_effect", "name": "x", "data": {"type": "image", "mime_type": "", "preview_url": "http://a"}}\n\n',
    b'data: {"item": {"type": "widget", "widget": {"preview_url": "https://files.example/"}}}\n\n',
    b'data: {"type": "image", "mime_type": "image/png", "preview_url": "data:image/png;base64,AAAA"}\n\n',
    b'data: {"type": "image", "mime_type": "a/b", "preview_url": 7, "upload_descriptor": [], "upload_url": 0}\n\n',
    b'data: {"type": "file", "mime_type": "a/b", "upload_descriptor": {"url": "https://a/", "method": "GET"}}\n\n',
    b'data: {"type": "image", "mime_type": "a/b", "preview_url": "https://a/' + b"x" * 9000 + b'"}\n\n',
    b'data: {"preview_url": ' + b"[" * 100_000 + b"\n\n",
    b"data: " + b'{"item":' * 50 + b'{"type":"image","mime_type":"","preview_url":"https://a/"}' + b"}" * 50 + b"\n\n",
]


@pytest.mark.parametrize("event", UNTOUCHED, ids=range(len(UNTOUCHED)))
def test_everything_else_passes_byte_for_byte(event: bytes, ours: StandIns) -> None:
    assert rewrite_events(event, ours) == event


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(st.sampled_from([DELTA, DONE, COMMENT, *UNTOUCHED[:8]]), max_size=6), st.data())
def test_however_a_stream_is_cut_the_same_comes_out(events: list[bytes], data: st.DataObject) -> None:
    ours = StandIns(ORIGIN)
    whole = b"".join(events)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=12)))
    pieces = [whole[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    assert b"".join(through(pieces, ours)) == b"".join(rewrite_events(event, ours) for event in events)


def test_a_stream_of_single_bytes_is_rewritten(ours: StandIns) -> None:
    whole = DELTA + DONE + COMMENT
    out = through([whole[at : at + 1] for at in range(len(whole))], ours)
    assert out == [DELTA, rewrite_events(DONE, ours), COMMENT[:-1], COMMENT[-1:]]


def test_an_event_leaves_with_the_piece_that_completes_it(ours: StandIns) -> None:
    assert through([DELTA, DELTA[:20], DELTA[20:] + DONE[:9], DONE[9:-1], DONE[-1:]], ours) == [
        DELTA,
        DELTA,
        rewrite_events(DONE, ours),
    ]


def test_what_is_left_when_a_stream_breaks_off_is_passed_on(ours: StandIns) -> None:
    assert through([DELTA, DELTA[:10]], ours) == [DELTA, DELTA[:10]]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_lines_of_an_event_keep_their_order_and_their_ends(end: bytes, ours: StandIns) -> None:
    said = json.dumps({"item": MESSAGE}, indent=1).encode().split(b"\n")
    event = end.join([b"event: message", *(b"data: " + line for line in said), b"id: 7", b"", b""])
    (rewritten,) = through([event], ours)
    before, words, after, *rest = rewritten.split(end)
    assert (before, after, rest) == (b"event: message", b"id: 7", [b"", b""])
    assert attachment_of(words)["preview_url"].startswith(ORIGIN)


def test_an_event_without_an_end_does_not_stay_in_memory(ours: StandIns, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewriting, "MOST_EVENT_BYTES", 1000)
    piece = b'data: {"preview_url": "' + b"x" * 600
    assert through([piece, piece, piece], ours) == [piece + piece, piece]


def test_one_target_has_one_name_and_the_longest_unused_is_dropped() -> None:
    names: Names[str] = Names(3)
    first, second, third = (names.name(each) for each in "abc")
    assert len(first) == 43
    assert names.name("a") == first
    assert names.find(second) == "b"
    names.name("d")
    with pytest.raises(NotFound):
        names.find(third)
    assert (names.find(first), names.find(second)) == ("a", "b")
    names.name("e")
    assert names.find(first) == "a"


def test_many_pictures_take_a_bounded_place(ours: StandIns, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stand_ins, "MOST_PREVIEWS", 50)
    bounded = StandIns(ORIGIN)
    addresses = [bounded.for_preview(f"{THERE}{number}") for number in range(1000)]
    assert len(set(addresses)) == 1000
    assert len(bounded.previews._names) == len(bounded.previews._targets) == 50
    assert bounded.previews.find(addresses[-1].rpartition("/")[2]) == f"{THERE}999"
