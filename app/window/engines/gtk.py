"""Owns the WebKitGTK adapter: our seams in pywebview's GTK module, and the window's hardening under it."""

from __future__ import annotations

import logging
import math
import os
import time
from collections.abc import Callable, Sequence
from typing import Any

from app.errors import EngineMissing
from app.resources import text
from app.window.engine import EngineHooks, EngineName, FileDialog, Scheme, WindowOptions
from app.window.engines.background import BACKGROUNDS
from app.window.engines.gtk_files import GtkFiles
from app.window.engines.gtk_relay import install_relay
from app.window.engines.lean_import import import_webview
from app.window.engines.seams import SeamCounters, announce_loaded
from app.window.hardening import PermissionTable

logger = logging.getLogger(__name__)

SHORTCUTS = {"n": "new", "comma": "settings", "l": "focus", "h": "history", "d": "diagnostics"}
DEVELOPMENT_SHORTCUTS = {"j": "log"}
# As long as browsers take a press for the reason of what follows.
PRESS_SECONDS = 5.0


class GtkEngine:
    """WebKitGTK, where the system brings it."""

    name: EngineName = "gtk"

    def __init__(self) -> None:
        self.seams = SeamCounters()
        self._permissions = PermissionTable()
        self._window: Any = None
        self._view: Any = None
        # Whoever lets go of an object of GTK's last ends it, and GTK bears that on its own thread only: who asked or is
        # asked on another one has a key, and the object stays here.
        self._dialogs: dict[object, Any] = {}
        self._requests: dict[object, Any] = {}
        self._pressed_at = -math.inf
        self._offers_microphone = False

    def prepare(self, hooks: EngineHooks, options: WindowOptions) -> None:
        """Load pywebview's GTK module with our seams in it."""
        self._hooks, self._options = hooks, options
        if options.software_rendering:
            os.environ["WEBKIT_DISABLE_DMABUF_RENDERER"] = "1"
        try:
            platform = import_webview("webview.platforms.gtk")
        except (ImportError, ValueError) as error:
            raise EngineMissing(detail=str(error)) from error
        self._platform = platform
        platform.webkit = SandboxedWebKit(platform.webkit)
        platform.js_bridge_call = self.seams.drop
        platform.inject_pywebview = announce_loaded
        view_class = platform.BrowserView
        view_class.on_js_bridge_call = lambda _view, _manager, message: self._receive(message)
        view_class.on_navigation = lambda _view, _web_view, decision, kind: self._decide(decision, kind)
        view_class.on_load_finish = lambda native, view, status: self._on_load_changed(native, view, status)
        view_class.on_request = lambda *_anything: None
        view_class.on_drag_data = lambda *_anything: False

    def _receive(self, message: Any) -> None:
        value = message.get_js_value()
        self._hooks.receive(value.to_string() if value.is_string() else "")

    def _on_load_changed(self, native: Any, view: Any, status: Any) -> None:
        events = self._platform.webkit.LoadEvent
        if not view.props.opacity:
            view.set_opacity(1.0)
        if status == events.STARTED:
            self._hooks.page_loading()
        if status in (events.STARTED, events.COMMITTED) and not self._hooks.allow_navigation(
            view.get_uri() or "", True
        ):
            # WORKAROUND(WebKitGTK 2.50): a script's `location.href=` does not pass decide-policy; remove when it does.
            view.stop_loading()
            self.load(self._hooks.shell_url())
        if status == events.FINISHED:
            announce_loaded(self.name, native.pywebview_window)

    def _decide(self, decision: Any, kind: Any) -> bool:
        webkit = self._platform.webkit
        if kind == webkit.PolicyDecisionType.RESPONSE:
            return self._decide_response(decision)
        action = decision.get_navigation_action()
        url = action.get_request().get_uri()
        if kind == webkit.PolicyDecisionType.NEW_WINDOW_ACTION:
            self._hooks.link_asked(url, action.is_user_gesture())
            decision.ignore()
        # WebKitGTK does not say which frame is meant, so either may have it; the load event checks the top one.
        elif self._hooks.allow_navigation(url, None):
            decision.use()
        else:
            decision.ignore()
        return True

    def _decide_response(self, decision: Any) -> bool:
        if decision.is_mime_type_supported():
            decision.use()
        else:
            self._permissions.refuse("download")
            decision.ignore()
        return True

    def attach(self, native: Any) -> None:
        """Harden pywebview's window: permissions, downloads, links, crash reports, shortcuts, colours."""
        browser = next(iter(self._platform.BrowserView.instances.values()))
        self._window, self._view = native, browser.webview
        hooks, view = self._hooks, self._view
        view.connect("permission-request", lambda _view, request: self._decide_permission(request))
        view.connect("create", lambda _view, action: self._refuse_window(action))
        view.connect("web-process-terminated", lambda _view, reason: hooks.renderer_gone(reason.value_nick))
        view.connect("run-file-chooser", lambda _view, request: self._choose_files(request))
        view.connect("script-dialog", lambda *_anything: True)
        view.connect("notify::microphone-capture-state", lambda *_anything: self._microphone_changed())
        view.get_context().connect("download-started", lambda _context, download: self._refuse_download(download))
        install_relay(browser.manager, self._platform.webkit)
        use_no_proxy(view, self._platform.webkit)
        self._files = GtkFiles(self._platform.gtk, self._platform.Gdk, view, hooks)
        native.connect("key-press-event", self._on_key)
        native.connect("focus-in-event", lambda *_anything: native.set_urgency_hint(False))
        for signal in ("button-press-event", "button-release-event", "key-press-event", "touch-event"):
            view.connect(signal, self._on_press)
        restrict_settings(view.get_settings())
        self._fit_to_screen()
        view.set_zoom_level(self._options.zoom_percent / 100)
        self._follow_system_scheme()
        if self._options.theme != "system":
            self._gtk_settings().set_property("gtk-application-prefer-dark-theme", self._options.theme == "dark")
        self._paint(self._options.theme if self._options.theme != "system" else self.system_scheme())
        self.run_later(self._set_icon)

    def _on_press(self, *_anything: object) -> bool:
        self._pressed_at = time.monotonic()
        return False  # whoever it is for gets it

    def saw_press(self) -> bool:
        """Say whether somebody pressed a button or a key in the window within the last seconds."""
        return time.monotonic() - self._pressed_at < PRESS_SECONDS

    def _set_icon(self) -> None:
        try:
            self._window.set_icon_from_file(str(self._options.icon))
        except self._platform.glib.Error:
            logger.info("the window has no icon: the system cannot read drawings")

    def _fit_to_screen(self) -> None:
        """Keep the window on the screen, which may be a smaller one than that of the last time."""
        room = self._platform.Gdk.Display.get_default().get_monitor(0).get_workarea()
        width, height = self._window.get_size()
        if width > room.width or height > room.height:
            width, height = min(width, room.width), min(height, room.height)
            self._window.resize(width, height)
            self._window.move(room.x + (room.width - width) // 2, room.y + (room.height - height) // 2)

    def _decide_permission(self, request: Any) -> bool:
        """SECURITY: grant what the table grants and deny the rest; WebKitGTK does not ask about copying on a click."""
        if self._is_for_microphone(request):
            key = object()
            self._requests[key] = request
            self._hooks.microphone_asked(lambda allowed: self.run_later(lambda: self._answer(key, allowed)))
        elif self._permissions.grants(type(request).__name__):
            request.allow()
        else:
            request.deny()
        return True

    def _answer(self, key: object, allowed: bool) -> None:
        if (request := self._requests.pop(key, None)) is not None:
            request.allow() if allowed else request.deny()

    def _is_for_microphone(self, request: Any) -> bool:
        # SECURITY: T28, WebKitGTK does not say which document asks: `allow` on the frames lets one of them.
        if not self._offers_microphone or not isinstance(request, self._platform.webkit.UserMediaPermissionRequest):
            return False
        return bool(request.props.is_for_audio_device and not request.props.is_for_video_device)

    def _microphone_changed(self) -> None:
        idle = self._platform.webkit.MediaCaptureState.NONE
        self._hooks.microphone_used(self._view.get_microphone_capture_state() != idle)

    def offer_microphone(self, origin: str) -> None:
        """Switch WebKit's recording on or off, which documents made from then on have or have not."""

        def offer() -> None:
            self._offers_microphone = origin != ""
            self._view.get_settings().set_property("enable-media-stream", self._offers_microphone)

        self.run_later(offer)

    def _refuse_download(self, download: Any) -> None:
        self._permissions.refuse("download")
        download.cancel()

    def _refuse_window(self, action: Any) -> None:
        self._hooks.link_asked(action.get_request().get_uri(), action.is_user_gesture())

    def _on_key(self, _window: Any, event: Any) -> bool:
        gdk = self._platform.Gdk
        if not event.state & gdk.ModifierType.CONTROL_MASK:
            return False
        shortcuts = SHORTCUTS | DEVELOPMENT_SHORTCUTS if self._options.development else SHORTCUTS
        key = gdk.keyval_name(gdk.keyval_to_lower(event.keyval))
        if key == "v":
            return self._files.paste()
        name = shortcuts.get(key)
        if name is not None:
            self._hooks.shortcut(name)
        return name is not None

    def _gtk_settings(self) -> Any:
        return self._platform.gtk.Settings.get_default()

    def _follow_system_scheme(self) -> None:
        settings = self._gtk_settings()
        self._system_dark = bool(settings.get_property("gtk-application-prefer-dark-theme")) or str(
            settings.get_property("gtk-theme-name")
        ).lower().endswith("-dark")
        settings.connect("notify::gtk-theme-name", lambda *_anything: self._on_system_theme())

    def _on_system_theme(self) -> None:
        self._system_dark = str(self._gtk_settings().get_property("gtk-theme-name")).lower().endswith("-dark")
        self._hooks.system_scheme(self.system_scheme())

    def version(self) -> str:
        """Name WebKitGTK with its version."""
        return f"WebKitGTK {'.'.join(str(part) for part in self._platform.webkit_ver)}"

    def system_scheme(self) -> Scheme:
        """Ask GTK; what it cannot tell counts as light."""
        return "dark" if self._system_dark else "light"

    def run_later(self, function: Callable[[], None]) -> None:
        """Queue a function for the GUI thread."""

        def once() -> bool:
            function()
            return False

        # SECURITY: T21, before what pages send: while they flood the window, nothing of idle priority would ever run.
        self._platform.glib.idle_add(once, priority=self._platform.glib.PRIORITY_HIGH)

    def run_script(self, script: str, done: Callable[[], None]) -> None:
        """Run a script in the main frame, in the page's own world."""

        def finish(view: Any, task: Any) -> None:
            try:
                view.evaluate_javascript_finish(task)
            except self._platform.glib.Error:
                return  # the page went away or threw: no acknowledgement
            done()

        length = len(script.encode())
        self.run_later(lambda: self._view.evaluate_javascript(script, length, None, None, None, finish))

    def geometry(self) -> tuple[int, int, bool]:
        """Return the window's size and whether it fills the screen."""
        width, height = self._window.get_size()
        return width, height, bool(self._window.is_maximized())

    def top_url(self) -> str:
        """Return the main frame's address."""
        return self._view.get_uri() or ""

    def load(self, url: str) -> None:
        """Load the main frame anew."""
        self.run_later(lambda: self._view.load_uri(url))

    def end_renderer(self) -> None:
        """End the web process; WebKit then reports it."""
        self.run_later(lambda: self._view.terminate_web_process())

    def set_theme(self, scheme: Scheme) -> None:
        """Paint the window and tell WebKit the scheme, which reaches every frame at once."""

        def apply() -> None:
            self._gtk_settings().set_property("gtk-application-prefer-dark-theme", scheme == "dark")
            self._paint(scheme)

        self.run_later(apply)

    def _paint(self, scheme: Scheme) -> None:
        colour = self._platform.Gdk.RGBA()
        colour.parse(BACKGROUNDS[scheme])
        self._view.set_background_color(colour)

    def set_zoom(self, percent: int) -> None:
        """Zoom the view; WebKit applies it to every frame."""
        self.run_later(lambda: self._view.set_zoom_level(percent / 100))

    def clear_web_data(self) -> None:
        """Empty the ephemeral store of the view's context."""

        def clear() -> None:
            kinds = self._platform.webkit.WebsiteDataTypes.ALL
            self._view.get_website_data_manager().clear(kinds, 0, None, None)

        self.run_later(clear)

    def seek_attention(self) -> None:
        """Mark the window until it is the active one."""
        self.run_later(lambda: self._window.set_urgency_hint(not self._window.is_active()))

    def come_forward(self, activation: str) -> None:
        """Present the window; what a window manager does not let through is marked instead."""

        def present() -> None:
            if activation:
                self._window.set_startup_id(activation)
            self._window.deiconify()
            self._window.present()

        self.run_later(present)
        self.seek_attention()

    def show_file_dialog(self, asked: FileDialog, done: Callable[[list[str] | None], None]) -> Callable[[], None]:
        """Open GTK's file dialog without blocking, so that it can be taken away again."""
        gtk = self._platform.gtk
        key = object()

        def open_dialog() -> None:
            self._dialogs[key] = dialog = make_file_dialog(gtk, self._window, asked)
            dialog.connect("response", finish)
            dialog.show()

        def finish(dialog: Any, response: int) -> None:
            paths = list(dialog.get_filenames()) if response == gtk.ResponseType.ACCEPT else None
            del self._dialogs[key]
            dialog.destroy()
            done(paths)

        self.run_later(open_dialog)
        return lambda: self.run_later(lambda: self._reject(key))

    def _choose_files(self, request: Any) -> bool:
        """Let the person choose for a field of a page; WebKit asks for this only after a press."""
        asked = FileDialog(text("attach.pick"), multiple=request.get_select_multiple())
        self.show_file_dialog(asked, lambda paths: request.select_files(paths) if paths else request.cancel())
        return True

    def hand_over(self, _paths: Sequence[str], _refused: Callable[[], None]) -> bool:
        """Leave it to the page to fetch them."""
        return False

    def read_clipboard(self, done: Callable[[str], None]) -> None:
        """Read the clipboard's text; what is no text is empty."""
        self.run_later(lambda: self._clipboard().request_text(lambda _clipboard, words: done(words or "")))

    def write_clipboard(self, words: str) -> None:
        """Put a text on the clipboard."""
        self.run_later(lambda: self._clipboard().set_text(words, -1))

    def _clipboard(self) -> Any:
        return self._platform.gtk.Clipboard.get(self._platform.Gdk.SELECTION_CLIPBOARD)

    def _reject(self, key: object) -> None:
        if (dialog := self._dialogs.get(key)) is not None:
            dialog.emit("response", self._platform.gtk.ResponseType.CANCEL)

    def close(self) -> None:
        """Close the window, and any dialog of ours first."""

        def close() -> None:
            for key in list(self._dialogs):
                self._reject(key)
            self._window.close()

        self.run_later(close)


def make_file_dialog(gtk: Any, parent: Any, asked: FileDialog) -> Any:
    """Return GTK's dialog for what is asked, not shown yet."""
    actions = gtk.FileChooserAction
    action = {"open": actions.OPEN, "folder": actions.SELECT_FOLDER, "save": actions.SAVE}[asked.kind]
    dialog = gtk.FileChooserNative.new(asked.title, parent, action, None, None)
    dialog.set_modal(True)
    dialog.set_select_multiple(asked.multiple)
    if asked.kind == "save":
        dialog.set_current_name(asked.file_name)
        dialog.set_do_overwrite_confirmation(True)
    if asked.patterns:
        file_filter = gtk.FileFilter()
        for pattern in asked.patterns:
            file_filter.add_pattern(pattern)
        dialog.add_filter(file_filter)
    return dialog


class SandboxedWebKit:
    """Stands for the module WebKit2 in pywebview's eyes: the context it makes runs its processes in a sandbox."""

    def __init__(self, webkit: Any) -> None:
        self._webkit = webkit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._webkit, name)

    @property
    def WebContext(self) -> Any:  # noqa: N802 -- WebKit's name
        """The class pywebview makes its context of, as far as it uses it."""
        return self

    def new_ephemeral(self) -> Any:
        """Make a context that keeps nothing; its sandbox must be on before its first process starts."""
        context = self._webkit.WebContext.new_ephemeral()
        # SECURITY: T29, a page that breaks out of the engine is still kept from the person's files.
        context.set_sandbox_enabled(True)
        return context


def use_no_proxy(view: Any, webkit: Any) -> None:
    """SECURITY: load from this computer directly; WebKitGTK would send even that through a proxy of the environment."""
    view.get_website_data_manager().set_network_proxy_settings(webkit.NetworkProxyMode.NO_PROXY, None)


def restrict_settings(settings: Any) -> None:
    """SECURITY: switch off what no page of ours needs."""
    for name in (
        "javascript-can-access-clipboard",  # copying on a click works without it
        "javascript-can-open-windows-automatically",
        "allow-file-access-from-file-urls",
        "allow-universal-access-from-file-urls",
        "enable-media-stream",
        "enable-fullscreen",
        "enable-dns-prefetching",
        "enable-back-forward-navigation-gestures",
    ):
        settings.set_property(name, False)
