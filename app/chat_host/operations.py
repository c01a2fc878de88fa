"""Owns which ChatKit operations are served and in which bounds: the guard's checks on a request's body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatkit.types import (
    ChatKitReq,
    InputTranscribeReq,
    ItemsListReq,
    NonStreamingReq,
    StreamingReq,
    ThreadsAddUserMessageReq,
    ThreadsCreateReq,
    ThreadsCustomActionReq,
    ThreadsListReq,
    ThreadsSyncCustomActionReq,
    ThreadsUpdateReq,
)
from pydantic import TypeAdapter, ValidationError

from app.chat_host.titles import bound
from app.errors import InvalidArguments, NotOffered, UnknownCommand

PAGE_LIMIT = 100
ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
ID_FIELDS = ("thread_id", "item_id", "attachment_id", "after")

# The SDK builds this for every request, which takes longer than most of its answers.
REQUESTS: TypeAdapter[StreamingReq | NonStreamingReq] = TypeAdapter(ChatKitReq)


def parse_operation(body: bytes | str | memoryview) -> StreamingReq | NonStreamingReq:
    """Return the request a body holds, within bounds, or raise what is wrong with it."""
    try:
        request = REQUESTS.validate_json(bytes(body) if isinstance(body, memoryview) else body)
    except ValidationError as error:
        kinds = {problem["type"] for problem in error.errors(include_input=False, include_url=False)}
        raise (UnknownCommand if "union_tag_invalid" in kinds else InvalidArguments) from None
    if isinstance(request, InputTranscribeReq):
        raise NotOffered
    if not all(ID.fullmatch(value) for value in _ids(request)):
        raise InvalidArguments
    if isinstance(request, ThreadsListReq | ItemsListReq) and request.params.limit is not None:
        # A page of thousands would hold up every other answer while it is read and written.
        request.params.limit = max(1, min(request.params.limit, PAGE_LIMIT))
    if isinstance(request, ThreadsUpdateReq):
        request.params.title = bound(request.params.title)
    if not _has_sense(request):
        raise InvalidArguments
    return request


def attachment_ids(request: StreamingReq | NonStreamingReq) -> list[str]:
    """Return the attachments a person's message names."""
    if isinstance(request, ThreadsCreateReq | ThreadsAddUserMessageReq):
        return request.params.input.attachments
    return []


def _ids(request: StreamingReq | NonStreamingReq) -> Iterator[str]:
    values = (getattr(request.params, name, None) for name in ID_FIELDS)
    yield from (value for value in values if value is not None)
    yield from getattr(request.params, "item_ids", ())
    yield from attachment_ids(request)


def _has_sense(request: StreamingReq | NonStreamingReq) -> bool:
    match request:
        case ThreadsUpdateReq():
            return bool(request.params.title)
        case ThreadsCustomActionReq() | ThreadsSyncCustomActionReq():
            return request.params.action.payload is None or isinstance(request.params.action.payload, dict)
        case _:
            return True
