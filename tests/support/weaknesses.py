"""The defences that a test can take away from a running program, one at a time, to see its attack succeed."""

from __future__ import annotations

import importlib
import re
import threading
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from app.bridge.handlers import Services, make_handlers
from app.bridge.handling import Handler
from app.bridge.replies import ReplyTo
from app.errors import AppError, InternalError
from app.window import page_files, page_server
from app.window.content_policy import Headers
from app.window.page_files import PageFile
from tests.support.attacks import errors_with_canary
from tests.support.notes import Notes
from tests.support.places import replace

PAGE_TAKES_SECONDS = 1.0
POP_UP_SIZE_PX = (300, 200)

Weaken = Callable[[Notes], None]


def _believe_every_token(_notes: Notes) -> None:
    replace("app.bridge.gate:Gate._is_token", lambda *_anything: True)


def _give_frames_a_handler(_notes: Notes) -> None:
    """Leave WebKitGTK's handler with every frame, beside the relay."""
    from app.window.engines import gtk_relay

    install = gtk_relay.install_relay

    def install_and_leave(manager: Any, webkit: Any) -> None:
        install(manager, webkit)
        manager.register_script_message_handler(gtk_relay.PYWEBVIEWS_HANDLER)

    replace("app.window.engines.gtk:install_relay", install_and_leave)


def _log_everything(_notes: Notes) -> None:
    """Write secrets to the log, and to a developer's view of what a server answered."""
    replace("app.observability.log_lines:redact", lambda text: text)
    replace("app.services.session_trace:preview", lambda content: content.decode())


def _take_every_id(_notes: Notes) -> None:
    replace("app.bridge.envelope:_CALL_ID", re.compile(".*", re.DOTALL))


class _WalkedApi:
    """An API as pywebview takes it, with a function behind each name that an attacker would begin with."""

    def __init__(self, notes: Notes) -> None:
        def call(*_arguments: object) -> None:
            notes.note("stock_calls")

        self._private = self._window = self.window = self.app = self.settings = self.gate = call


def _use_pywebviews_own_dispatcher(notes: Notes) -> None:
    import webview

    from app.window.engines import gtk, qt

    create, api = webview.create_window, _WalkedApi(notes)
    replace("webview:create_window", lambda *arguments, **named: create(*arguments, **named, js_api=api))
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
    def tell(_dispatcher: object, _command: object, error: AppError, reply_to: ReplyTo) -> None:
        reply_to.fail(InternalError(traceback.format_exc() + error.detail))

    replace("app.bridge.dispatcher:Dispatcher._fail", tell)


def _start_a_thread_a_call(_notes: Notes) -> None:
    """Do as pywebview does: a thread for each call, which lives until the page has taken the answer."""

    def start(_lane: object, task: Callable[[], None]) -> bool:
        def run() -> None:
            task()
            threading.Event().wait(PAGE_TAKES_SECONDS)

        threading.Thread(target=run, daemon=True).start()
        return True

    replace("app.bridge.lanes:Lane.start", start)
    replace("app.bridge.limits:CallLimiter.admit", lambda _limiter: True)


def _send_no_policy(_notes: Notes) -> None:
    replace("app.window.content_policy:_content_security", lambda *_anything, **_named: "")


def _in_page(path: str, old: str, new: str) -> Weaken:
    """Return what alters a script of the page, after its hash was checked."""

    def alter(_notes: Notes) -> None:
        load = page_files.load_page_files

        def load_altered(assets: Path) -> dict[str, PageFile]:
            files = load(assets)
            assert old.encode() in files[path].body
            body = files[path].body.replace(old.encode(), new.encode())
            return {**files, path: PageFile(files[path].content_type, body)}

        replace("app.window.page_server:load_page_files", load_altered)

    return alter


def _believe_every_press(notes: Notes) -> None:
    _in_page("shell/gesture.js", "navigator.userActivation?.isActive ?? true", "true")(notes)
    replace("app.window.engines.gtk:GtkEngine.saw_press", lambda _engine: True)


def _open_every_link(_notes: Notes) -> None:
    from app.services.external_links import Verdict

    replace("app.services.external_links:LinkPolicy.judge", lambda _policy, url: Verdict("open", url))


def _grant_everything(_notes: Notes) -> None:
    replace("app.window.hardening:PermissionTable.grants", lambda *_anything: True)


def _open_the_clipboard(_notes: Notes) -> None:
    """Take away what the engines' settings and the policy say about the clipboard."""
    from app.window.engines import gtk, qt

    replace("app.window.content_policy:DENIED_FEATURES", ())
    restrict_qt, restrict_gtk = qt.restrict_settings, gtk.restrict_settings

    def open_qt(page: Any) -> None:
        restrict_qt(page)
        attribute = page.settings().WebAttribute
        page.settings().setAttribute(attribute.JavascriptCanAccessClipboard, True)
        page.settings().setAttribute(attribute.JavascriptCanPaste, True)

    def open_gtk(settings: Any) -> None:
        restrict_gtk(settings)
        settings.set_property("javascript-can-access-clipboard", True)

    replace("app.window.engines.qt:restrict_settings", open_qt)
    replace("app.window.engines.gtk:restrict_settings", open_gtk)


def _save_downloads(_notes: Notes) -> None:
    replace("app.window.engines.qt:QtEngine._refuse_download", lambda _engine, download: download.accept())
    replace("app.window.engines.gtk:GtkEngine._refuse_download", lambda *_anything: None)


def _open_windows(_notes: Notes) -> None:
    """Let a page have the window that it asks for."""
    kept: list[Any] = []
    from app.window.engines.gtk import GtkEngine
    from app.window.engines.qt import QtEngine

    harden = QtEngine._harden_page_class

    def harden_less(engine: QtEngine, page_class: Any, hooks: Any) -> None:
        harden(engine, page_class, hooks)
        page_class.createWindow = lambda _page, _kind: open_qt()

    def open_qt() -> Any:
        from PySide6.QtWebEngineWidgets import QWebEngineView

        kept.append(view := QWebEngineView())
        view.resize(*POP_UP_SIZE_PX)
        view.show()
        return view.page()

    def open_gtk(engine: GtkEngine, _action: Any) -> Any:
        from gi.repository import Gtk, WebKit2

        view = WebKit2.WebView.new_with_related_view(engine._view)
        kept.append(window := Gtk.Window(title="Pop-up"))
        window.set_default_size(*POP_UP_SIZE_PX)
        window.add(view)
        window.show_all()
        return view

    replace("app.window.engines.qt:QtEngine._harden_page_class", harden_less)
    replace("app.window.engines.gtk:GtkEngine._refuse_window", open_gtk)


def _let_navigate(_notes: Notes) -> None:
    replace("app.window.hardening:NavigationPolicy.allows", lambda *_anything: True)


def _take_drops(_notes: Notes) -> None:
    """Leave Qt at its own setting, which is to go where a dropped link leads."""
    from app.window.engines import qt

    restrict = qt.restrict_settings

    def restrict_less(page: Any) -> None:
        restrict(page)
        attribute = page.settings().WebAttribute.NavigateOnDropEnabled
        page.settings().setAttribute(attribute, True)

    replace("app.window.engines.qt:restrict_settings", restrict_less)


def _believe_the_first_address(_notes: Notes) -> None:
    """Take the top document for the shell for ever."""
    from app.window.engines.gtk import GtkEngine
    from app.window.engines.qt import QtEngine

    first: list[str] = []
    for engine in (GtkEngine, QtEngine):
        look = engine.top_url

        def remember(self: Any, look: Callable[[Any], str] = look) -> str:
            first.append(look(self))
            return first[0]

        engine.top_url = remember  # type: ignore[method-assign]


TABLE: Mapping[str, Weaken] = {
    "token check": _believe_every_token,
    "own script world": _give_frames_a_handler,
    "id check": _take_every_id,
    "our seams in pywebview": _use_pywebviews_own_dispatcher,
    "error envelope": _tell_errors,
    "sandbox": _in_page("shell/chat_frame.js", "sandbox: SANDBOX,", ""),
    "password field": _in_page("shell/connections_panel.js", "isSecret ? 'password' : 'text'", "'text'"),
    "log redaction": _log_everything,
    "press check": _believe_every_press,
    "armed buttons": _in_page("shell/armed_button.js", "'aria-disabled': 'true'", "'aria-disabled': 'false'"),
    "link pace": _in_page("shell/link_prompt.js", "const isTooFast = this.#isTooFast()", "const isTooFast = false"),
    "lanes and limits": _start_a_thread_a_call,
    "content policy": _send_no_policy,
    "drop setting": _take_drops,
    "pop-up refusal": _open_windows,
    "permission table": _grant_everything,
    "clipboard rules": _open_the_clipboard,
    "download refusal": _save_downloads,
    "link rules": _open_every_link,
    "navigation policy": _let_navigate,
    "drop on the bar": _in_page("shell/attachments.js", "isCovered(page) ? 'none' : 'copy'", "'none'"),
    "file size": _in_page("shell/attachment_limits.js", "10 * MEGABYTE", "1_000 * MEGABYTE"),
    "address check": _believe_the_first_address,
}


def send_attachments() -> None:
    """Make the page server call the catalogues of words attachments, so that an engine would save them."""
    serve = page_server._serve_file

    def serve_attachment(file: PageFile, policy: Headers) -> Any:
        is_catalogue = file.content_type.startswith("application/json")
        return serve(file, (*policy, ("Content-Disposition", "attachment")) if is_catalogue else policy)

    replace("app.window.page_server:_serve_file", serve_attachment)


def fail_with_canary(canary: str) -> None:
    """Make the reading of the settings `error_0`, `error_1` and so on raise one kind of error each."""
    errors = errors_with_canary(canary)

    def raising(args: Mapping[str, Any]) -> Mapping[str, Any]:
        raise errors[int(args["key"].removeprefix("error_"))]

    def make_failing(services: Services) -> Mapping[str, Handler]:
        return {**make_handlers(services), "settings.read": raising}

    replace("app.bridge.handlers:make_handlers", make_failing)
