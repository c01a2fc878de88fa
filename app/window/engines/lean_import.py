"""Owns how pywebview is imported: without the web server and the old typing names that it brings and nobody here uses.

Both take a tenth of the time to the first paint (measured: 75 ms of the 90 ms that `import webview` takes). Pages come
from our own page server, so pywebview's stays unloaded, and with it everything it could serve.
"""

from __future__ import annotations

import importlib
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

HTTP = "webview.http"
TYPING = "typing_extensions"


class NoServer:
    """Stands where pywebview names its server in signatures."""


def import_webview(name: str) -> Any:
    """Import pywebview or a module of it; raises ImportError as Python does."""
    if HTTP in sys.modules:
        return importlib.import_module(name)
    try:
        with _stand_ins():
            return importlib.import_module(name)
    except (ImportError, AttributeError):
        # Another pywebview may want more of them than they have: then it gets the real ones.
        forget_webview()
        return importlib.import_module(name)


def forget_webview() -> None:
    """Let the next import of pywebview begin anew."""
    for module in [module for module in sys.modules if module == "webview" or module.startswith("webview.")]:
        del sys.modules[module]


@contextmanager
def _stand_ins() -> Iterator[None]:
    """Put stand-ins where pywebview looks; that for typing names is there for the length of a block only."""
    sys.modules[HTTP] = make_http()
    borrowed = TYPING not in sys.modules
    if borrowed:
        # WORKAROUND(pywebview 6.2.1): each name it takes from there is in Python's own module since 3.11; remove when
        # it looks there first.
        sys.modules[TYPING] = typing
    try:
        yield
    finally:
        if borrowed:
            del sys.modules[TYPING]


def make_http() -> ModuleType:
    """Make what stands in the place of pywebview's server: its names, and none that is running."""
    module = ModuleType(HTTP)
    vars(module).update(global_server=None, BottleServer=NoServer, ServerArgs=dict, ServerType=NoServer)
    return module
