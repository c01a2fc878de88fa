"""Owns the import of the ChatKit server SDK: everything else here takes its server from this module.

The SDK imports the whole agent library for a version number and two variables: 2 s and 50 MB that an answer which uses
no model never needs. While the SDK is imported, small modules stand in for that library; after that they are gone, so
whatever imports `agents` later gets the real one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.metadata import version
from types import ModuleType

# What the SDK takes from the library, by module; a test compares this with the SDK's source.
TAKEN = {
    "agents": ("__version__",),
    "agents.models": (),
    "agents.models.chatcmpl_helpers": ("HEADERS_OVERRIDE",),
    "agents.models.openai_responses": ("_HEADERS_OVERRIDE",),
}


@contextmanager
def agents_stood_in_for() -> Iterator[None]:
    """Let small modules be found as the agent library, unless that is loaded already."""
    # WORKAROUND(openai-chatkit 1.6.5): imports all of openai-agents for its version; remove when it does that lazily.
    if "agents" in sys.modules:
        yield
        return
    sys.modules.update({name: _stand_in(name, names) for name, names in TAKEN.items()})
    try:
        yield
    finally:
        for name in TAKEN:
            del sys.modules[name]


def _stand_in(name: str, names: tuple[str, ...]) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    for each in names:
        value = version("openai-agents") if each == "__version__" else ContextVar(each, default=None)
        setattr(module, each, value)
    return module


with agents_stood_in_for():
    from chatkit.server import ChatKitServer, NonStreamingResult, StreamingResult

__all__ = ["ChatKitServer", "NonStreamingResult", "StreamingResult"]
