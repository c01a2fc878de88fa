"""The defences that a test can take away from a running program, one at a time, to see its attack succeed."""

from __future__ import annotations

import importlib
import re
import traceback
from collections.abc import Callable, Mapping
from typing import Any

from tests.support.attacks import errors_with_canary
from tests.support.notes import Notes

Weaken = Callable[[Notes], None]


def _believe_every_token(_notes: Notes) -> None:
    from app.bridge.gate import Gate

    Gate._is_token = lambda *_anything: True  # type: ignore[method-assign]


def _take_every_id(_notes: Notes) -> None:
    from app.bridge import gate

    gate._CALL_ID = re.compile(".*", re.DOTALL)


class _WalkedApi:
    """An API as pywebview takes it, with a function behind each name that an attacker would begin with."""

    def __init__(self, notes: Notes) -> None:
        def call(*_arguments: object) -> None:
            notes.note("stock_calls")

        self._private = self._window = self.window = self.app = self.settings = self.gate = call


def _use_pywebviews_own_dispatcher(notes: Notes) -> None:
    import webview

    from app.window.engines import gtk, qt

    create_window = webview.create_window
    webview.create_window = lambda *arguments, **named: create_window(*arguments, **named, js_api=_WalkedApi(notes))
    _after_prepare(qt.QtEngine, qt.load_platform, "_set_js_api")
    _after_prepare(gtk.GtkEngine, lambda: importlib.import_module("webview.platforms.gtk"), "on_js_bridge_call")


def _after_prepare(engine: type[Any], load_platform: Callable[[], Any], receiver: str) -> None:
    """Put what pywebview brings back into its module once the engine has replaced it."""
    prepare = engine.prepare

    def prepare_and_put_back(*arguments: Any) -> None:
        platform = load_platform()
        dispatch, receive = platform.js_bridge_call, getattr(platform.BrowserView, receiver)
        prepare(*arguments)
        platform.js_bridge_call = dispatch
        setattr(platform.BrowserView, receiver, receive)

    engine.prepare = prepare_and_put_back


def _tell_errors(_notes: Notes) -> None:
    from app.bridge.dispatcher import Dispatcher
    from app.errors import InternalError

    def tell(_dispatcher: Dispatcher, _command: object, error: Any, reply_to: Any) -> None:
        reply_to.fail(InternalError(traceback.format_exc() + error.detail))

    Dispatcher._fail = tell  # type: ignore[method-assign]


TABLE: Mapping[str, Weaken] = {
    "token check": _believe_every_token,
    "id check": _take_every_id,
    "our seams in pywebview": _use_pywebviews_own_dispatcher,
    "error envelope": _tell_errors,
}


def fail_with_canary(canary: str) -> None:
    """Make the reading of the settings `error_0`, `error_1` and so on raise one kind of error each."""
    from app.bridge import handlers

    make, errors = handlers.make_handlers, errors_with_canary(canary)

    def raising(args: Mapping[str, Any]) -> Mapping[str, Any]:
        raise errors[int(args["key"].removeprefix("error_"))]

    def make_failing(services: Any) -> dict[str, Any]:
        return {**make(services), "settings.read": raising}

    handlers.make_handlers = make_failing
