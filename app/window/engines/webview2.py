"""Owns the WebView2 adapter for Windows: our seams in pywebview's EdgeChrome class, and the hardening under it.

Written from pywebview's source, which tests/contract pins; it has not been run on Windows by these tests.
"""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable, Sequence
from typing import Any

from app.errors import EngineMissing
from app.window.engine import EngineHooks, EngineName, FileDialog, Scheme, WindowOptions
from app.window.engines.background import BACKGROUNDS
from app.window.engines.lean_import import import_webview
from app.window.engines.seams import SeamCounters, announce_loaded

# What Windows calls showing a window as it was before it was put away.
RESTORE = 9
PERSONALIZE_KEY = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"


class WebView2Engine:
    """Microsoft Edge WebView2, part of Windows 11 and installable on Windows 10."""

    name: EngineName = "webview2"

    def __init__(self) -> None:
        self.seams = SeamCounters()
        self._form: Any = None
        self._view: Any = None

    def prepare(self, hooks: EngineHooks, options: WindowOptions) -> None:
        """Load pywebview's Windows modules with our seams in them; refuses the old MSHTML engine."""
        self._hooks, self._options = hooks, options
        try:
            platform = import_webview("webview.platforms.edgechromium")
            winforms = import_webview("webview.platforms.winforms")
        except (ImportError, OSError) as error:
            raise EngineMissing(detail=str(error)) from error
        if getattr(winforms, "renderer", "") != "edgechromium":
            raise EngineMissing(detail=f"renderer {getattr(winforms, 'renderer', '')}")
        platform.js_bridge_call = self.seams.drop
        platform.inject_pywebview = announce_loaded
        browser_class = platform.EdgeChrome
        # SECURITY: a text is taken from the top document only, so no frame can post here.
        browser_class.on_script_notify = lambda _browser, _sender, args: self._receive(args)
        browser_class.on_navigation_start = lambda _browser, _sender, args: self._decide(args)
        browser_class.on_new_window_request = lambda _browser, _sender, args: self._refuse_window(args)
        browser_class.on_web_resource_request = lambda *_anything: None
        browser_class.on_web_resource_response = lambda *_anything: None

    def _receive(self, args: Any) -> None:
        if str(args.Source).partition("#")[0] == self.top_url().partition("#")[0]:
            self._hooks.receive(args.TryGetWebMessageAsString())

    def _decide(self, args: Any) -> None:
        if self._hooks.allow_navigation(str(args.Uri), True):
            self._hooks.page_loading()
        else:
            args.Cancel = True

    def _refuse_window(self, args: Any) -> None:
        args.Handled = True
        self._hooks.link_asked(str(args.Uri), bool(args.IsUserInitiated))

    def attach(self, native: Any) -> None:
        """Harden pywebview's form as soon as its browser core is there."""
        self._form, self._view = native, native.browser.webview
        self._view.CoreWebView2InitializationCompleted += self._harden

    def _harden(self, sender: Any, _args: Any) -> None:
        core, hooks = sender.CoreWebView2, self._hooks
        core.FrameNavigationStarting += self._decide_frame
        core.PermissionRequested += _deny_permission
        core.ProcessFailed += lambda _sender, args: hooks.renderer_gone(str(args.ProcessFailedKind))
        core.Settings.AreHostObjectsAllowed = False
        core.Settings.IsPasswordAutosaveEnabled = False
        core.Settings.IsGeneralAutofillEnabled = False
        core.Settings.AreDefaultScriptDialogsEnabled = False
        sender.ZoomFactor = self._options.zoom_percent / 100

    def _decide_frame(self, _sender: Any, args: Any) -> None:
        if not self._hooks.allow_navigation(str(args.Uri), False):
            args.Cancel = True

    def saw_press(self) -> bool:
        """Leave it to the page, which knows there."""
        return True

    def version(self) -> str:
        """Name WebView2 with the version of its runtime."""
        core = self._view.CoreWebView2 if self._view is not None else None
        return f"WebView2 {core.Environment.BrowserVersionString}" if core is not None else "WebView2"

    def system_scheme(self) -> Scheme:
        """Ask the registry; what it cannot tell counts as light."""
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, PERSONALIZE_KEY) as key:  # type: ignore[attr-defined,unused-ignore]
                return "light" if winreg.QueryValueEx(key, "AppsUseLightTheme")[0] else "dark"  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return "light"

    def run_later(self, function: Callable[[], None]) -> None:
        """Queue a function for the form's thread."""
        from System import Action

        self._form.BeginInvoke(Action(function))

    def run_script(self, script: str, done: Callable[[], None]) -> None:
        """Run a script in the top document."""
        from System import Action
        from System.Threading.Tasks import Task

        def run() -> None:
            self._view.ExecuteScriptAsync(script).ContinueWith(Action[Task](lambda _task: done()))

        self.run_later(run)

    def geometry(self) -> tuple[int, int, bool]:
        """Return the form's size and whether it fills the screen."""
        from System.Windows.Forms import FormWindowState

        return self._form.Width, self._form.Height, self._form.WindowState == FormWindowState.Maximized

    def top_url(self) -> str:
        """Return the top document's address."""
        return str(self._view.Source) if self._view is not None and self._view.Source is not None else ""

    def load(self, url: str) -> None:
        """Load the top document anew."""
        self.run_later(lambda: self._view.CoreWebView2.Navigate(url))

    def end_renderer(self) -> None:
        """End the browser's process; WebView2 then reports it."""
        self.run_later(lambda: os.kill(int(self._view.CoreWebView2.BrowserProcessId), signal.SIGTERM))

    def set_theme(self, scheme: Scheme) -> None:
        """Paint what lies behind the page."""
        from System.Drawing import ColorTranslator

        self.run_later(
            lambda: setattr(self._view, "DefaultBackgroundColor", ColorTranslator.FromHtml(BACKGROUNDS[scheme]))
        )

    def set_zoom(self, percent: int) -> None:
        """Zoom the view; WebView2 applies it to every frame."""
        self.run_later(lambda: setattr(self._view, "ZoomFactor", percent / 100))

    def clear_web_data(self) -> None:
        """Do nothing: all of it is in memory, and ends with the window."""

    def seek_attention(self) -> None:
        """Do nothing: Windows Forms has no way to let its button in the task bar flash."""

    def come_forward(self, _activation: str) -> None:
        """Bring the form to the front, which Windows allows after the second start has handed its right on."""
        from System.Windows.Forms import FormWindowState

        user32: Any = vars(ctypes)["windll"].user32  # which other systems do not have

        def activate() -> None:
            if self._form.WindowState == FormWindowState.Minimized:
                # As it was before, be it as large as the screen, which the form itself does not know.
                user32.ShowWindow(int(str(self._form.Handle)), RESTORE)
            self._form.Activate()

        self.run_later(activate)

    def offer_microphone(self, origin: str) -> None:
        """Offer it to nobody: nothing here says while it is in use."""

    def show_file_dialog(self, asked: FileDialog, done: Callable[[list[str] | None], None]) -> Callable[[], None]:
        """Open Windows' file dialog; it is modal and ends with the window."""
        from System.Windows.Forms import DialogResult

        def open_dialog() -> None:
            dialog = make_file_dialog(asked)
            accepted = dialog.ShowDialog(self._form) == DialogResult.OK
            names = [dialog.SelectedPath] if asked.kind == "folder" else dialog.FileNames
            done([str(name) for name in names] if accepted else None)

        self.run_later(open_dialog)
        return lambda: None

    def hand_over(self, _paths: Sequence[str], _refused: Callable[[], None]) -> bool:
        """Leave it to the page to fetch them."""
        return False

    def read_clipboard(self, done: Callable[[str], None]) -> None:
        """Read the clipboard's text; what is no text is empty."""
        from System.Windows.Forms import Clipboard

        self.run_later(lambda: done(str(Clipboard.GetText())))

    def write_clipboard(self, words: str) -> None:
        """Put a text on the clipboard; Windows refuses an empty one, which takes the place of nothing."""
        from System.Windows.Forms import Clipboard

        self.run_later(lambda: Clipboard.SetText(words) if words else Clipboard.Clear())

    def close(self) -> None:
        """Close the form."""
        self.run_later(lambda: self._form.Close())


def make_file_dialog(asked: FileDialog) -> Any:
    """Return Windows' dialog for what is asked, not shown yet; it asks before a file is replaced."""
    from System.Windows.Forms import FolderBrowserDialog, OpenFileDialog, SaveFileDialog

    if asked.kind == "folder":
        dialog = FolderBrowserDialog()
        dialog.Description = asked.title
        return dialog
    dialog = SaveFileDialog() if asked.kind == "save" else OpenFileDialog()
    dialog.Title = asked.title
    if asked.kind == "save":
        dialog.FileName = asked.file_name
    else:
        dialog.Multiselect = asked.multiple
    if asked.patterns:
        dialog.Filter = f"{' '.join(asked.patterns)}|{';'.join(asked.patterns)}"
    return dialog


def _deny_permission(_sender: Any, args: Any) -> None:
    """SECURITY: deny what the table of hardening.py does not grant; writing the clipboard never asks here."""
    from Microsoft.Web.WebView2.Core import CoreWebView2PermissionState

    args.State = CoreWebView2PermissionState.Deny
