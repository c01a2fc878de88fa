"""Owns the one answer that is given to nobody: it makes the first real one as quick as every other.

Validators and the event loop's helpers are built when they are first used, a tenth of a second altogether.
"""

from __future__ import annotations

import ctypes
import json
import sys
from contextlib import closing, suppress

import anyio.lowlevel

from app.chat_host.agents.guide import Guide
from app.chat_host.database import open_in_memory
from app.chat_host.sdk import StreamingResult
from app.chat_host.server import ConversationServer
from app.chat_host.store import ConversationStore

MESSAGE = {"content": [{"type": "input_text", "text": ""}], "attachments": [], "inference_options": {}}


async def rehearse() -> None:
    """Answer one message in a conversation that nobody keeps."""
    await anyio.lowlevel.checkpoint()
    with closing(open_in_memory()) as connection:
        server = ConversationServer(ConversationStore(connection), Guide([], pace_seconds=0))
        request = {"type": "threads.create", "params": {"input": MESSAGE}}
        result = await server.process(json.dumps(request).encode(), None)
        if isinstance(result, StreamingResult):
            async for _ in result:
                pass
    return_memory()


def return_memory() -> None:
    """Give back to the system what importing has used and freed: some megabytes, where the C library can be asked."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
