"""Owns the ids of what is kept."""

from __future__ import annotations

import uuid

from chatkit.store import StoreItemType

ID_PREFIXES: dict[StoreItemType, str] = {
    "thread": "thr",
    "message": "msg",
    "tool_call": "tc",
    "workflow": "wf",
    "task": "tsk",
    "attachment": "atc",
    "sdk_hidden_context": "shcx",
}


def new_id(item_type: StoreItemType) -> str:
    """Return an id that never comes twice; the SDK's own has 32 random bits, which collide in a long history."""
    return f"{ID_PREFIXES[item_type]}_{uuid.uuid4().hex}"
