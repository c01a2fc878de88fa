"""The recordings that the element is tested with are what the real server sends, and hold everything it can send."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from chatkit.types import (
    HiddenContextItem,
    Page,
    SDKHiddenContextItem,
    Source,
    SyncCustomActionResponse,
    Task,
    Thread,
    ThreadItem,
    ThreadItemUpdate,
    ThreadStreamEvent,
)
from pydantic import BaseModel

from tests.support.conversations import read_events
from tests.support.record_streams import RECORDED, record

STREAMS = sorted(RECORDED.glob("*.sse"))
THREADS = sorted(path for path in RECORDED.glob("*.json") if path.name not in ("threads.json", "sync_action.json"))


@pytest.fixture(scope="module")
def recording() -> dict[str, str]:
    return record()


def test_the_recordings_are_what_the_server_sends(recording: dict[str, str]) -> None:
    kept = {path.name: path.read_text("utf-8") for path in RECORDED.iterdir()}
    assert kept.keys() == recording.keys()
    stale = sorted(name for name, content in recording.items() if kept[name] != content)
    assert stale == [], "record them again: python -m tests.support.record_streams"


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: path.stem)
def test_every_event_is_one_of_the_sdk(path: Path) -> None:
    assert read_events([path.read_bytes()])


def test_every_reply_is_one_of_the_sdk() -> None:
    for path in THREADS:
        Thread.model_validate_json(path.read_bytes())
    SyncCustomActionResponse.model_validate_json((RECORDED / "sync_action.json").read_bytes())
    Page[Thread].model_validate_json((RECORDED / "threads.json").read_bytes())


def test_everything_that_the_sdk_can_send_is_recorded() -> None:
    seen = {
        value["type"] for path in STREAMS for value in _objects(_events(path)) if isinstance(value.get("type"), str)
    }
    hidden = _types(HiddenContextItem) | _types(SDKHiddenContextItem)
    for union in (ThreadStreamEvent, ThreadItem, ThreadItemUpdate, Task, Source):
        assert _types(union) - hidden <= seen, union


def test_what_is_for_the_agent_only_is_in_no_recording() -> None:
    assert not [path.name for path in RECORDED.iterdir() if "For the agent only" in path.read_text("utf-8")]


def _events(path: Path) -> list[Any]:
    return [json.loads(line.removeprefix("data: ")) for line in path.read_text("utf-8").split("\n\n") if line]


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from _objects(each)


def _types(annotation: Any) -> set[str]:
    """Return the values of `type` in a union of models, or in one model."""
    if get_origin(annotation) is Annotated:
        return _types(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return set().union(*(_types(each) for each in get_args(annotation)))
    assert issubclass(annotation, BaseModel)
    literal = annotation.model_fields["type"].annotation
    assert get_origin(literal) is Literal
    return set(get_args(literal))
