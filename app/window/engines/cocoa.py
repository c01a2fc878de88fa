"""Owns the WKWebView adapter for macOS: our seams in pywebview's Cocoa module, and the hardening under it.

Written from pywebview's source, which tests/contract pins; it has not been run on macOS by these tests.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.errors import EngineMissing
from app.window.engine import EngineHooks, EngineName, FileDialog, Scheme, WindowOptions
from app.window.engines.background import BACKGROUNDS
from app.window.engines.lean_import import import_webview
from app.window.engines.seams import SeamCounters, announce_loaded

POLICY_CANCEL, POLICY_ALLOW = 0, 1
PERMISSION_DENY = 2
RESPONSE_OK = 1
# What macOS calls the event that carries a link, and the part of it that is the link.
GET_URL, DIRECT_OBJECT = int.from_bytes(b"GURL"), int.from_bytes(b"----")


class CocoaEngine:
    """WKWebView, part of macOS."""

    name: EngineName = "cocoa"

    def __init__(self) -> None:
        self.seams = SeamCounters()
        self._window: Any = None
        self._view: Any = None
        self._panel: Any = None

    def prepare(self, hooks: EngineHooks, options: WindowOptions) -> None:
        """Load pywebview's Cocoa module with our seams in it."""
        self._hooks, self._options = hooks, options
        try:
            platform = import_webview("webview.platforms.cocoa")
        except ImportError as error:
            raise EngineMissing(detail=str(error)) from error
        self._platform = platform
        platform.js_bridge_call = self.seams.drop
        platform.inject_pywebview = announce_loaded
        view_class = platform.BrowserView
        view_class.JSBridge.userContentController_didReceiveScriptMessage_ = self._make_receiver()
        delegate = view_class.BrowserDelegate
        delegate.webView_decidePolicyForNavigationAction_decisionHandler_ = self._make_navigation_guard()
        delegate.webView_createWebViewWithConfiguration_forNavigationAction_windowFeatures_ = self._make_window_guard()
        delegate.webViewWebContentProcessDidTerminate_ = lambda _self, _view: hooks.renderer_gone("terminated")
        delegate.webView_requestMediaCapturePermissionForOrigin_initiatedByFrame_type_decisionHandler_ = (
            lambda _self, _view, _origin, _frame, _type, handler: handler(PERMISSION_DENY)
        )

    def _make_receiver(self) -> Callable[..., None]:
        def receive(_self: Any, _controller: Any, message: Any) -> None:
            # SECURITY: T02, WebKit lets every frame post here; only the top document is heard.
            if message.frameInfo().isMainFrame() and isinstance(message.body(), str):
                self._hooks.receive(str(message.body()))

        return receive

    def _make_navigation_guard(self) -> Callable[..., None]:
        def decide(_self: Any, _view: Any, action: Any, handler: Callable[[int], None]) -> None:
            target, url = action.targetFrame(), str(action.request().URL())
            is_top = target is not None and bool(target.isMainFrame())
            allowed = target is not None and self._hooks.allow_navigation(url, is_top)
            if allowed and is_top:
                self._hooks.page_loading()
            handler(POLICY_ALLOW if allowed else POLICY_CANCEL)

        return decide

    def _make_window_guard(self) -> Callable[..., None]:
        def refuse(_self: Any, _view: Any, _configuration: Any, action: Any, _features: Any) -> None:
            self._hooks.link_asked(str(action.request().URL()), True)

        return refuse

    def attach(self, native: Any) -> None:
        """Set zoom and colours of pywebview's window."""
        browser = next(iter(self._platform.BrowserView.instances.values()))
        self._window, self._view = native, browser.webview
        self._view.setPageZoom_(self._options.zoom_percent / 100)
        if self._options.theme != "system":
            self._paint(self._options.theme)
        self._take_links()

    def _take_links(self) -> None:
        """Hear of links of ours, which macOS hands to the program that runs.

        One that it was just started for may come too early to be heard; it would have begun what a start begins anyway.
        """
        from Foundation import NSAppleEventManager, NSObject

        hooks = self._hooks

        class LinkTaker(NSObject):  # type: ignore[misc]  # what is imported there has no types
            def take_(self, event: Any) -> None:
                hooks.link_given(str(event.paramDescriptorForKeyword_(DIRECT_OBJECT).stringValue()))

        self._link_taker = LinkTaker.alloc().init()
        NSAppleEventManager.sharedAppleEventManager().setEventHandler_andSelector_forEventClass_andEventID_(
            self._link_taker, "take:", GET_URL, GET_URL
        )

    def saw_press(self) -> bool:
        """Leave it to the page, which knows there."""
        return True

    def version(self) -> str:
        """Name WebKit with the version of the system's framework."""
        from Foundation import NSBundle

        bundle = NSBundle.bundleWithIdentifier_("com.apple.WebKit")
        return f"WebKit {bundle.objectForInfoDictionaryKey_('CFBundleVersion')}"

    def system_scheme(self) -> Scheme:
        """Ask the user defaults; what they cannot tell counts as light."""
        from Foundation import NSUserDefaults

        style = NSUserDefaults.standardUserDefaults().stringForKey_("AppleInterfaceStyle")
        return "dark" if style == "Dark" else "light"

    def run_later(self, function: Callable[[], None]) -> None:
        """Queue a function for the main thread."""
        from PyObjCTools import AppHelper

        AppHelper.callAfter(function)

    def run_script(self, script: str, done: Callable[[], None]) -> None:
        """Run a script in the top document."""
        self.run_later(lambda: self._view.evaluateJavaScript_completionHandler_(script, lambda _value, _error: done()))

    def geometry(self) -> tuple[int, int, bool]:
        """Return the window's size and whether it fills the screen."""
        size = self._window.frame().size
        return int(size.width), int(size.height), bool(self._window.isZoomed())

    def top_url(self) -> str:
        """Return the top document's address."""
        return str(self._view.URL() or "") if self._view is not None else ""

    def load(self, url: str) -> None:
        """Load the top document anew."""
        from Foundation import NSURL, NSURLRequest

        self.run_later(lambda: self._view.loadRequest_(NSURLRequest.requestWithURL_(NSURL.URLWithString_(url))))

    def end_renderer(self) -> None:
        """Report the page as gone, which loads it anew; WebKit has no public way to kill its process."""
        self.run_later(lambda: self._hooks.renderer_gone("unresponsive"))

    def set_theme(self, scheme: Scheme) -> None:
        """Give the window the appearance of this scheme, which reaches every frame at once."""
        self.run_later(lambda: self._paint(scheme))

    def _paint(self, scheme: Scheme) -> None:
        from AppKit import NSAppearance

        name = "NSAppearanceNameDarkAqua" if scheme == "dark" else "NSAppearanceNameAqua"
        self._window.setAppearance_(NSAppearance.appearanceNamed_(name))
        self._window.setBackgroundColor_(self._platform.BrowserView.nscolor_from_hex(BACKGROUNDS[scheme]))

    def set_zoom(self, percent: int) -> None:
        """Zoom the view; WebKit applies it to every frame."""
        self.run_later(lambda: self._view.setPageZoom_(percent / 100))

    def clear_web_data(self) -> None:
        """Do nothing: all of it is in memory, and ends with the window."""

    def seek_attention(self) -> None:
        """Let the icon in the Dock jump once; macOS does so only for a program that is not the active one."""
        from AppKit import NSApplication, NSInformationalRequest

        self.run_later(lambda: NSApplication.sharedApplication().requestUserAttention_(NSInformationalRequest))

    def come_forward(self, _activation: str) -> None:
        """Make this the active program, and its window the first one."""
        from AppKit import NSApplication

        def activate() -> None:
            NSApplication.sharedApplication().activateIgnoringOtherApps_(True)
            self._window.makeKeyAndOrderFront_(None)

        self.run_later(activate)

    def offer_microphone(self, origin: str) -> None:
        """Offer it to nobody: nothing here says while it is in use."""

    def show_file_dialog(self, asked: FileDialog, done: Callable[[list[str] | None], None]) -> Callable[[], None]:
        """Open macOS' panel as a sheet, so that it can be taken away again."""

        def open_panel() -> None:
            panel = self._panel = make_panel(asked)
            panel.beginSheetModalForWindow_completionHandler_(self._window, finish)

        def finish(response: int) -> None:
            panel, self._panel = self._panel, None
            urls = [panel.URL()] if asked.kind == "save" else panel.URLs()
            done([str(url.path()) for url in urls] if response == RESPONSE_OK else None)

        self.run_later(open_panel)
        return lambda: self.run_later(self._cancel_panel)

    def hand_over(self, _paths: Sequence[str], _refused: Callable[[], None]) -> bool:
        """Leave it to the page to fetch them."""
        return False

    def read_clipboard(self, done: Callable[[str], None]) -> None:
        """Read the pasteboard's text; what is no text is empty."""
        from AppKit import NSPasteboard, NSPasteboardTypeString

        self.run_later(lambda: done(NSPasteboard.generalPasteboard().stringForType_(NSPasteboardTypeString) or ""))

    def write_clipboard(self, words: str) -> None:
        """Put a text on the pasteboard."""
        from AppKit import NSPasteboard, NSPasteboardTypeString

        def write() -> None:
            board = NSPasteboard.generalPasteboard()
            board.clearContents()
            board.setString_forType_(words, NSPasteboardTypeString)

        self.run_later(write)

    def _cancel_panel(self) -> None:
        if self._panel is not None:
            self._panel.cancel_(None)

    def close(self) -> None:
        """Close the window, and any panel of ours first."""

        def close() -> None:
            self._cancel_panel()
            self._window.performClose_(None)

        self.run_later(close)


def make_panel(asked: FileDialog) -> Any:
    """Return macOS' panel for what is asked, not shown yet."""
    from AppKit import NSOpenPanel, NSSavePanel

    if asked.kind == "save":
        panel = NSSavePanel.savePanel()
        panel.setNameFieldStringValue_(asked.file_name)
    else:
        panel = NSOpenPanel.openPanel()
        panel.setCanChooseFiles_(asked.kind == "open")
        panel.setCanChooseDirectories_(asked.kind == "folder")
        panel.setAllowsMultipleSelection_(asked.multiple)
    panel.setMessage_(asked.title)
    if asked.patterns:
        panel.setAllowedFileTypes_([pattern.lstrip("*.") for pattern in asked.patterns])
    return panel
