"""Owns what is changed in the answers of a self-hosted server: the addresses of attachments, and not one byte more.

Answers without an attachment pass as they are, however they were cut into pieces; of a stream only the events are
taken apart that name an address.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from typing import Any

from app.chat_host.stand_ins import StandIns, Upload

NAMES = ("upload_descriptor", "upload_url", "preview_url")
KEYS = re.compile(f'"(?:{"|".join(NAMES)})"'.encode())
# Where the protocol has items in an answer, and attachments in an item.
HOLDERS = ("item", "updated_item", "thread", "items", "data", "attachments")
LINE_END = rb"(?:\r\n|\n|\r(?!\n))"
EVENT_END = re.compile(LINE_END * 2)
LINE = re.compile(rb"[^\r\n]*" + LINE_END + rb"?")
# An event beyond this passes as it is; no page of a conversation is half as long.
MOST_EVENT_BYTES = 16 * 1024 * 1024
MOST_URL_CHARACTERS = 8 * 1024
MOST_HEADERS_CHARACTERS = 16 * 1024
MOST_DEPTH = 12


async def rewrite_stream(pieces: AsyncGenerator[bytes, None], stand_ins: StandIns) -> AsyncGenerator[bytes, None]:
    """Return a stream of events with our addresses; each event leaves with the piece that completes it."""
    waiting = bytearray()
    async with aclosing(pieces):
        async for piece in pieces:
            # The end of an event may itself be cut in two.
            unread = max(0, len(waiting) - 3)
            waiting += piece
            end = max((found.end() for found in EVENT_END.finditer(waiting, unread)), default=0)
            if len(waiting) - end > MOST_EVENT_BYTES:
                end = len(waiting)
            if end:
                yield rewrite_events(bytes(waiting[:end]), stand_ins)
                del waiting[:end]
    if waiting:
        yield rewrite_events(bytes(waiting), stand_ins)


def rewrite_events(events: bytes, stand_ins: StandIns) -> bytes:
    """Return whole events with our addresses."""
    if not KEYS.search(events):
        return events
    return b"".join(_rewrite_event(event, stand_ins) for event in _split(events))


def rewrite_json(body: bytes, stand_ins: StandIns) -> bytes:
    """Return a JSON answer with our addresses; what is none, or has no attachment, is returned as it is."""
    if not KEYS.search(body):
        return body
    try:
        answer = json.loads(body)
        attachments = list(_attachments(answer))
    except (ValueError, RecursionError):
        return body
    changed = [_rewrite(attachment, stand_ins) for attachment in attachments]
    return json.dumps(answer, separators=(",", ":")).encode() if any(changed) else body


def _split(events: bytes) -> Iterator[bytes]:
    begin = 0
    for found in EVENT_END.finditer(events):
        yield events[begin : found.end()]
        begin = found.end()
    yield events[begin:]


def _rewrite_event(event: bytes, stand_ins: StandIns) -> bytes:
    if not KEYS.search(event):
        return event
    lines = LINE.findall(event)
    data = [line for line in lines if line.startswith(b"data:")]
    said = b"\n".join(line[5:].strip(b"\r\n").removeprefix(b" ") for line in data)
    rewritten = rewrite_json(said, stand_ins)
    if rewritten == said:
        return event
    end = data[0][len(data[0].rstrip(b"\r\n")) :]
    first = lines.index(data[0])
    others = [line for line in lines[first + 1 :] if not line.startswith(b"data:")]
    return b"".join([*lines[:first], b"data: ", rewritten, end, *others])


def _attachments(node: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Return the attachments of an answer: only where the protocol has them, so that an agent's own data stays."""
    if depth > MOST_DEPTH:
        return
    if isinstance(node, list):
        for each in node:
            yield from _attachments(each, depth + 1)
    elif isinstance(node, dict):
        if node.get("type") in ("file", "image") and "mime_type" in node:
            yield node
            return
        for name in HOLDERS:
            # The data of an event is the agent's own; that of a page is a list.
            if name != "data" or isinstance(node.get(name), list):
                yield from _attachments(node.get(name), depth + 1)


def _rewrite(attachment: dict[str, Any], stand_ins: StandIns) -> bool:
    """Put our addresses into one attachment; returns whether there was one to replace."""
    changes: dict[str, Any] = {}
    descriptor, upload_url, preview_url = (attachment.get(name) for name in NAMES)
    upload = _described(descriptor)
    if descriptor and upload is not None:
        # SECURITY: the headers of an upload are often its key, and we send them: no page needs to know them.
        changes["upload_descriptor"] = {**descriptor, "url": stand_ins.for_upload(upload), "headers": {}}
    if upload_url and _is_address(upload_url):
        changes["upload_url"] = stand_ins.for_upload(Upload(upload_url))
    if preview_url and _is_address(preview_url):
        changes["preview_url"] = stand_ins.for_preview(preview_url)
    attachment.update(changes)
    return bool(changes)


def _described(descriptor: Any) -> Upload | None:
    if not isinstance(descriptor, dict) or not _is_address(descriptor.get("url")):
        return None
    headers, method = descriptor.get("headers") or {}, descriptor.get("method")
    if method not in ("POST", "PUT") or not isinstance(headers, dict):
        return None
    pairs = tuple((name, value) for name, value in headers.items() if isinstance(value, str))
    is_short = sum(len(name) + len(value) for name, value in pairs) <= MOST_HEADERS_CHARACTERS
    return Upload(descriptor["url"], method, pairs) if is_short else None


def _is_address(value: Any) -> bool:
    """Say whether something is a web address; a picture may also stand in its own address, as data."""
    return isinstance(value, str) and value.startswith(("http://", "https://")) and len(value) <= MOST_URL_CHARACTERS
