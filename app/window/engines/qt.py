"""Owns the Qt WebEngine adapter: our seams in pywebview's Qt module, and the window's hardening under it."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from app.brand import BRAND
from app.errors import EngineMissing
from app.resources import text
from app.services.official_script import OPENAI_HOSTS
from app.window.engine import ACTIVATION_VARIABLE, EngineHooks, EngineName, FileDialog, Scheme, WindowOptions
from app.window.engines import qt_names
from app.window.engines.background import BACKGROUNDS
from app.window.engines.choice import refuse_sandboxed_root
from app.window.engines.lean_import import import_webview
from app.window.engines.qt_drop import QtDrop
from app.window.engines.qt_microphone import MicrophoneWatch
from app.window.engines.seams import SeamCounters, announce_loaded
from app.window.hardening import PermissionTable

SHORTCUTS = {"Ctrl+N": "new", "Ctrl+,": "settings", "Ctrl+L": "focus", "Ctrl+H": "history", "Ctrl+D": "diagnostics"}
DEVELOPMENT_SHORTCUTS = {"Ctrl+J": "log"}

# Readable on both backgrounds, and quieter than what can be pressed.
DISABLED_WORDS = "#7c858f"

# Chromium has one permission for reading and writing; reading is cut by the frames' `allow` attribute.
PERMISSION_NAMES = {"ClipboardReadWrite": "clipboard-write", "MediaAudioCapture": "microphone"}


class QtEngine:
    """Qt WebEngine, the default from source and in our builds."""

    name: EngineName = "qt"

    def __init__(self) -> None:
        self.seams = SeamCounters()
        self._permissions = PermissionTable()
        self._kept: list[object] = []  # Qt does not hold what Python made; these live as long as the window
        self._native: Any = None
        self._view: Any = None
        self._page: Any = None
        self._dialogs: dict[object, Any] = {}
        self._microphone_origin = ""
        self._drop: QtDrop | None = None

    def prepare(self, hooks: EngineHooks, options: WindowOptions) -> None:
        """Load pywebview's Qt module with our seams in it."""
        self._hooks, self._options = hooks, options
        self._microphone = MicrophoneWatch(hooks.microphone_used)
        platform = load_platform()
        refuse_sandboxed_root(os.environ)
        # WORKAROUND(pyside6-essentials 6.11.3): an argument that is no UTF-8, such as a folder's name, crashes it, and
        # pywebview hands it all of them; ours are read by now. Remove when QApplication takes any.
        sys.argv[:] = [BRAND.slug]
        # SECURITY: after that import, which on some systems appends a flag that switches Chromium's sandbox off.
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(chromium_flags(options))
        platform.js_bridge_call = self.seams.drop
        platform.inject_pywebview = announce_loaded
        # pywebview would add a flag that grants camera and microphone to every page.
        platform.environ_append = lambda *_names: None
        # It would put a handler of its own in the place of ours while it makes the window, and lose the signal.
        platform._sigint_handler = signal.getsignal(signal.SIGINT)
        view_class = platform.BrowserView
        view_class._set_js_api = lambda native: announce_loaded(self.name, native.pywebview_window)
        view_class.NavigationHandler = _NoPage
        view_class.RequestInterceptor = _no_interceptor
        self._harden_page_class(view_class.WebPage, hooks)

    def _harden_page_class(self, page_class: Any, hooks: EngineHooks) -> None:
        from PySide6.QtWebEngineCore import QWebEnginePage

        def accept_navigation(_page: Any, url: Any, _kind: Any, is_top: bool) -> bool:
            allowed = hooks.allow_navigation(url.toString(), is_top)
            if allowed and is_top:
                # Not on `loadStarted`: Qt sends that for a refused navigation too, and the shell would lose its token.
                hooks.page_loading()
                self._microphone.forget()
            return allowed

        def create_window(page: Any, kind: Any) -> Any:
            return QWebEnginePage.createWindow(page, kind)  # the default: no window, newWindowRequested instead

        def choose_files(_page: Any, mode: Any, _old: Any, _types: Any) -> list[str]:
            return self._choose_files(mode == QWebEnginePage.FileSelectionMode.FileSelectOpenMultiple)

        # WORKAROUND(pywebview 6.2.1): its handler passes an int where PySide6 wants an enum, so a page's promise never
        # settles; remove when it uses QWebEnginePage.permissionRequested.
        page_class.onFeaturePermissionRequested = lambda *_anything: None
        page_class.acceptNavigationRequest = accept_navigation
        page_class.createWindow = create_window
        page_class.chooseFiles = choose_files
        page_class.javaScriptConsoleMessage = lambda _page, _level, message, *_where: self._microphone.hear(message)
        # SECURITY: a page has no dialogs: they would stand before the window as if they were its own.
        page_class.javaScriptAlert = lambda *_anything: None
        page_class.javaScriptConfirm = lambda *_anything: False
        page_class.javaScriptPrompt = lambda *_anything: (False, "")

    def attach(self, native: Any) -> None:
        """Harden pywebview's window: permissions, downloads, links, crash reports, shortcuts, colours."""
        self._native, self._view, self._page = native, native.webview, native.webview.page()
        self._caller = _make_caller()
        self._connect_gate()
        self._connect_page()
        self._connect_window()
        self._wake_for_signals()
        self._fit_to_screen()
        restrict_settings(self._page)
        self._view.setZoomFactor(self._options.zoom_percent / 100)
        self._paint(self._options.theme if self._options.theme != "system" else self.system_scheme())
        # Drawing it takes a moment, which the first paint does not wait for.
        self.run_later(self._set_icon)

    def _set_icon(self) -> None:
        from PySide6.QtGui import QIcon

        if self._options.icon is not None:
            self._native.setWindowIcon(QIcon(str(self._options.icon)))

    def _connect_gate(self) -> None:
        receiver = make_receiver(self._hooks.receive)
        self._native.channel.registerObject("gate", receiver)
        self._kept.append(receiver)

    def _connect_page(self) -> None:
        hooks, page = self._hooks, self._page
        page.permissionRequested.connect(self._decide_permission)
        page.newWindowRequested.connect(
            lambda request: hooks.link_asked(request.requestedUrl().toString(), request.isUserInitiated())
        )
        page.renderProcessTerminated.connect(lambda status, code: hooks.renderer_gone(f"{status.name} {code}"))
        page.renderProcessTerminated.connect(lambda *_anything: self._microphone.forget())
        page.profile().downloadRequested.connect(self._refuse_download)
        page.fullScreenRequested.connect(lambda request: request.reject())

    def _decide_permission(self, permission: Any) -> None:
        """SECURITY: grant what the table grants and deny the rest, so that no promise in a page hangs."""
        name = permission.permissionType().name
        name = PERMISSION_NAMES.get(name, name)
        if name == "microphone" and self._is_offered_to(permission.origin()):
            self._hooks.microphone_asked(
                lambda allowed: self.run_later(permission.grant if allowed else permission.deny)
            )
        elif self._permissions.grants(name):
            permission.grant()
        else:
            permission.deny()

    def _is_offered_to(self, asking: Any) -> bool:
        # SECURITY: T28, one origin, and none while the agent that is talked to has dictation off.
        return self._microphone_origin != "" and asking.toString().rstrip("/") == self._microphone_origin

    def offer_microphone(self, origin: str) -> None:
        """Let this origin ask, and tell when its documents hear."""

        def offer() -> None:
            self._microphone_origin = origin
            self._microphone.follow(self._page, origin)

        self.run_later(offer)

    def _refuse_download(self, download: Any) -> None:
        self._permissions.refuse("download")
        download.cancel()

    def _connect_window(self) -> None:
        from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

        shortcuts = SHORTCUTS | DEVELOPMENT_SHORTCUTS if self._options.development else SHORTCUTS
        for keys, name in shortcuts.items():
            shortcut = QShortcut(QKeySequence(keys), self._native)
            shortcut.activated.connect(lambda name=name: self._hooks.shortcut(name))
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            lambda _scheme: self._hooks.system_scheme(self.system_scheme())
        )

    def _wake_for_signals(self) -> None:
        """Let Python see a signal at once, although Qt's loop runs outside of it."""
        from PySide6.QtCore import QSocketNotifier

        if not hasattr(signal, "set_wakeup_fd"):
            return
        reader, writer = socket.socketpair()
        reader.setblocking(False)
        writer.setblocking(False)
        signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda *_anything: reader.recv(64))
        self._kept += [reader, writer, notifier]

    def _fit_to_screen(self) -> None:
        """Keep the window on the screen, which may be a smaller one than that of the last time."""
        from PySide6.QtGui import QGuiApplication

        room, window = QGuiApplication.primaryScreen().availableGeometry(), self._native.size()
        if window != window.boundedTo(room.size()):
            self._native.resize(window.boundedTo(room.size()))
            self._native.move(room.center() - self._native.rect().center())

    def saw_press(self) -> bool:
        """Leave it to the page, which knows there."""
        return True

    def version(self) -> str:
        """Name Qt WebEngine, Qt and the Chromium inside."""
        from PySide6.QtWebEngineCore import qWebEngineChromiumVersion, qWebEngineVersion

        return f"Qt WebEngine {qWebEngineVersion()!s} (Chromium {qWebEngineChromiumVersion()!s})"

    def system_scheme(self) -> Scheme:
        """Ask Qt; what it cannot tell counts as light."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication

        return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"

    def run_later(self, function: Callable[[], None]) -> None:
        """Queue a function for the GUI thread."""
        # The window may be gone, and with it whoever could run it, while a thread still has something to say to it.
        with suppress(RuntimeError):
            self._caller.asked.emit(function)

    def run_script(self, script: str, done: Callable[[], None]) -> None:
        """Run a script in the main frame, in the page's own world."""
        self.run_later(lambda: self._page.runJavaScript(script, 0, lambda _result: done()))

    def geometry(self) -> tuple[int, int, bool]:
        """Return the window's size and whether it fills the screen."""
        return self._native.width(), self._native.height(), self._native.isMaximized()

    def top_url(self) -> str:
        """Return the main frame's address."""
        return str(self._page.url().toString())

    def load(self, url: str) -> None:
        """Load the main frame anew."""
        from PySide6.QtCore import QUrl

        self.run_later(lambda: self._page.setUrl(QUrl(url)))

    def end_renderer(self) -> None:
        """Kill the page's process; Qt then reports its end."""

        def end() -> None:
            process_id = int(self._page.renderProcessPid())
            if process_id > 0:
                os.kill(process_id, getattr(signal, "SIGKILL", signal.SIGTERM))

        self.run_later(end)

    def set_theme(self, scheme: Scheme) -> None:
        """Paint the window and the page's ground."""
        self.run_later(lambda: self._paint(scheme))

    def _paint(self, scheme: Scheme) -> None:
        from PySide6.QtGui import QColor

        colour = QColor(BACKGROUNDS[scheme])
        self._page.setBackgroundColor(colour)
        palette = self._native.palette()
        palette.setColor(self._native.backgroundRole(), colour)
        self._native.setPalette(palette)
        paint_dialogs(colour)

    def set_zoom(self, percent: int) -> None:
        """Zoom the view; Qt applies it to every frame."""
        self.run_later(lambda: self._view.setZoomFactor(percent / 100))

    def clear_web_data(self) -> None:
        """Empty the profile, which is in memory alone."""

        def clear() -> None:
            profile = self._page.profile()
            profile.clearHttpCache()
            profile.cookieStore().deleteAllCookies()

        self.run_later(clear)

    def seek_attention(self) -> None:
        """Mark the window until it is the active one; Qt leaves one alone that is."""
        from PySide6.QtWidgets import QApplication

        self.run_later(lambda: QApplication.alert(self._native))

    def come_forward(self, activation: str) -> None:
        """Raise the window; what a window manager does not let through is marked instead."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication

        def raise_window() -> None:
            if activation:
                # Qt takes it from there when it asks a Wayland compositor for the focus, and removes it.
                os.environ[ACTIVATION_VARIABLE] = activation
            window = self._native
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()
            os.environ.pop(ACTIVATION_VARIABLE, None)
            QApplication.alert(window)

        self.run_later(raise_window)

    def show_file_dialog(self, asked: FileDialog, done: Callable[[list[str] | None], None]) -> Callable[[], None]:
        """Open Qt's file dialog without blocking, so that it can be taken away again."""
        # A dialog belongs to the GUI thread: who asks has this to name it by, see GtkEngine.
        key = object()

        def open_dialog() -> None:
            dialog = self._make_dialog(key, asked)
            dialog.finished.connect(finish)
            dialog.open()

        def finish(result: int) -> None:
            paths = self._finish(key)
            done(paths if result else None)

        self.run_later(open_dialog)
        return lambda: self.run_later(lambda: self._reject(key))

    def _choose_files(self, multiple: bool) -> list[str]:
        """Let the person choose for a field of a page; Chromium asks for this only after a press."""
        key = object()
        dialog = self._make_dialog(key, FileDialog(text("attach.pick"), multiple=multiple))
        accepted = bool(dialog.exec())
        paths = self._finish(key)
        return paths if accepted else []

    def _make_dialog(self, key: object, asked: FileDialog) -> Any:
        self._dialogs[key] = dialog = make_file_dialog(self._native, asked)
        return dialog

    def _finish(self, key: object) -> list[str]:
        dialog = self._dialogs.pop(key)
        paths = list(dialog.selectedFiles())
        dialog.deleteLater()
        return paths

    def hand_over(self, paths: Sequence[str], refused: Callable[[], None]) -> bool:
        """Let the files drop on the top document."""

        def drop() -> None:
            self._drop = QtDrop(self._view, paths, refused)
            self._drop.begin()

        self.run_later(drop)
        return True

    def read_clipboard(self, done: Callable[[str], None]) -> None:
        """Read the clipboard's text; what is no text is empty."""
        self.run_later(lambda: done(_clipboard().text()))

    def write_clipboard(self, words: str) -> None:
        """Put a text on the clipboard."""
        self.run_later(lambda: _clipboard().setText(words))

    def _reject(self, key: object) -> None:
        if (dialog := self._dialogs.get(key)) is not None:
            dialog.reject()

    def close(self) -> None:
        """Close the window, and any dialog of ours first."""

        def close() -> None:
            for key in list(self._dialogs):
                self._reject(key)
            self._native.close()

        self.run_later(close)


def make_file_dialog(parent: Any, asked: FileDialog) -> Any:
    """Return Qt's dialog for what is asked, not shown yet."""
    from PySide6.QtCore import QDir
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, asked.title, QDir.homePath())
    modes = QFileDialog.FileMode
    several = modes.ExistingFiles if asked.multiple else modes.ExistingFile
    dialog.setFileMode({"open": several, "folder": modes.Directory, "save": modes.AnyFile}[asked.kind])
    if asked.kind == "save":
        # It asks by itself before a file is replaced.
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(asked.file_name)
    if asked.patterns:
        dialog.setNameFilter(" ".join(asked.patterns))
    return dialog


def _clipboard() -> Any:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.clipboard()


def load_platform() -> Any:
    """Import pywebview's Qt module over the lazy names, or over qtpy when a name is missing there."""
    try:
        qt_names.install()
        return import_webview("webview.platforms.qt")
    except ImportError:
        qt_names.uninstall()
        try:
            return import_webview("webview.platforms.qt")
        except ImportError as error:
            raise EngineMissing(detail=str(error)) from error


def chromium_flags(options: WindowOptions) -> list[str]:
    """Return Chromium's switches for these options.

    The colour scheme is given here because Qt on plain X11 cannot change it at run time (measured).
    """
    reached = ",".join(f"EXCLUDE {host}" for host in ("localhost", "127.0.0.1", *OPENAI_HOSTS))
    flags = [
        "--disable-features=Translate,MediaRouter,OptimizationHints",
        # SECURITY: a page gets files by a field that a person presses, never a file system.
        "--disable-blink-features=FileSystemAccess,FileSystemAccessLocal",
        # SECURITY: what a content policy does not cover. WebRTC would send packets anywhere, and a preconnect hint
        # would open a connection to any host, or say something in a name that is looked up. OpenAI's interface is
        # reached where it is; what it shows from elsewhere stays away.
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        f'"--host-resolver-rules=MAP * ~NOTFOUND,{reached}"',
    ]
    if options.theme != "system":
        flags.append(f"--blink-settings=preferredColorScheme={0 if options.theme == 'dark' else 1}")
    if options.software_rendering:
        flags.append("--disable-gpu")
    if options.remote_debugging_port is not None:
        flags.append(f"--remote-debugging-port={options.remote_debugging_port}")
    return flags


def restrict_settings(page: Any) -> None:
    """SECURITY: switch off what no page of ours needs."""
    from PySide6.QtWebEngineCore import QWebEngineSettings

    attribute, settings = QWebEngineSettings.WebAttribute, page.settings()
    for name in (
        "JavascriptCanOpenWindows",
        "JavascriptCanAccessClipboard",  # copying on a click works without it; with it, any script copies at any time
        "LocalContentCanAccessRemoteUrls",
        "LocalContentCanAccessFileUrls",
        "PluginsEnabled",
        "FullScreenSupportEnabled",
        "ScreenCaptureEnabled",
        "PdfViewerEnabled",
        "HyperlinkAuditingEnabled",
        "DnsPrefetchEnabled",
        "NavigateOnDropEnabled",
        "AllowWindowActivationFromJavaScript",
        "AllowRunningInsecureContent",
        "AllowGeolocationOnInsecureOrigins",
    ):
        settings.setAttribute(getattr(attribute, name), False)


def paint_dialogs(colour: Any) -> None:
    """Give Qt's own dialogs the window's colours where no desktop theme does; Qt derives the others from this one."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QGuiApplication, QPalette

    if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Unknown:
        palette, role = QPalette(colour), QPalette.ColorRole
        palette.setColor(role.Base, colour)
        for words in (role.WindowText, role.ButtonText, role.Text):
            # Qt's own choice, a darker shade of the background, cannot be read on a dark one.
            palette.setColor(QPalette.ColorGroup.Disabled, words, QColor(DISABLED_WORDS))
        QGuiApplication.setPalette(palette)


def make_receiver(receive: Callable[[str], None]) -> Any:
    """Make the object that a page posts its texts to."""
    from PySide6.QtCore import QEvent, QObject, Slot

    class Receiver(QObject):
        @Slot(str)
        def post(self, text: str) -> None:
            receive(text)

        def event(self, event: QEvent) -> bool:
            # SECURITY: T04, a page can call any slot by name, `deleteLater` too; the next text would meet freed memory.
            return event.type() is QEvent.Type.DeferredDelete or super().event(event)

    return Receiver()


def _make_caller() -> Any:
    """Make the object whose signal carries functions to the GUI thread."""
    from PySide6.QtCore import QObject, Qt, Signal, Slot

    class Caller(QObject):
        asked = Signal(object)

        @Slot(object)
        def run(self, function: Callable[[], None]) -> None:
            function()

    caller = Caller()
    # A slot of an object that lives on the GUI thread, so that Qt queues the call there.
    caller.asked.connect(caller.run, Qt.ConnectionType.QueuedConnection)
    return caller


def _no_interceptor(_window: Any) -> None:
    """Stand in for an interceptor that would call Python for every request only to do nothing."""


class _NoPage:
    """Stands in for the second web page pywebview makes for pop-ups: none may open."""

    def __init__(self, _page: Any) -> None:
        return
