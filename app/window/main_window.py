"""Owns the one window: pywebview's part of it, the engine under it, and the bridge's two ends at it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import EngineMissing, InternalError
from app.observability.redaction import register_secret
from app.window.engine import Engine, EngineHooks, Scheme, WindowOptions
from app.window.engines.background import BACKGROUNDS
from app.window.hardening import NavigationPolicy
from app.window.lifecycle import Lifecycle
from app.window.recovery import Recovery

if TYPE_CHECKING:
    from app.bridge.channel import Channel
    from app.bridge.gate import Gate

MINIMUM_SIZE_PX = (360, 420)
# Longer addresses are no links that a person follows; the contract does not carry them either.
LINK_CHARACTERS = 4096
# A page knocks a few times; nothing else is said before the bridge is there.
EARLY_TEXTS = 4
# Whose navigation it is, as far as an engine says it.
NAVIGATED = {True: "the top document", False: "a frame", None: "a document"}
# What pywebview calls an engine, where that is not our name for it.
GUI_NAMES = {"webview2": "edgechromium"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WindowCallbacks:
    """What the composition root wants to hear from the window."""

    shown: Callable[[], None]
    """The window exists and its page is being fetched; called on the GUI thread, once."""
    page_open: Callable[[str], None]
    """The page has its token, with the reason if it was opened anew; called on the GUI thread, once per page load."""
    link_asked: Callable[[str], None]
    """A person followed a link that wants a window of its own; called on the GUI thread."""
    shortcut: Callable[[str], None]
    """A native shortcut was pressed."""
    system_scheme: Callable[[Scheme], None]
    """The system's colour scheme changed."""
    microphone_asked: Callable[[Callable[[bool], None]], None]
    """A document wants to hear the microphone, and waits for the answer; called on the GUI thread."""
    microphone_used: Callable[[bool], None]
    """Whether a document hears the microphone now; called on the GUI thread."""
    files_given: Callable[[list[str] | bytes], None]
    """Files came past the page: their paths, or a picture as PNG; called on the GUI thread."""
    link_given: Callable[[str], None]
    """The system handed a link of the program's own scheme to it; called on the GUI thread."""
    files_over: Callable[[bool], None]
    """Whether files that would come so are held over the window; called on the GUI thread."""
    closing: Callable[[int, int, bool], None]
    """The window is about to close with this width, height and maximized state; must not call into the page."""


class MainWindow:
    """The window from before it exists until after it is gone."""

    def __init__(
        self,
        engine: Engine,
        options: WindowOptions,
        policy: Callable[[], NavigationPolicy],
        recovery: Recovery,
        lifecycle: Lifecycle,
        callbacks: WindowCallbacks,
    ) -> None:
        self._engine, self._options, self._policy = engine, options, policy
        self._recovery, self._lifecycle, self._callbacks = recovery, lifecycle, callbacks
        self.page_loads = 0
        self._gate: Gate | None = None
        self._channel: Channel | None = None
        self._early_texts: list[str] = []
        self._let_in_with = self._opened_with = ""
        self._explains = False
        hooks = EngineHooks(
            receive=self._receive,
            page_loading=self._page_loading,
            allow_navigation=self._allow_navigation,
            shell_url=lambda: policy().shell_url,
            link_asked=self._link_asked,
            renderer_gone=recovery.renderer_gone,
            shortcut=callbacks.shortcut,
            system_scheme=callbacks.system_scheme,
            microphone_asked=callbacks.microphone_asked,
            microphone_used=callbacks.microphone_used,
            files_given=callbacks.files_given,
            link_given=callbacks.link_given,
            files_over=callbacks.files_over,
        )
        engine.prepare(hooks, options)

    def connect(self, gate: Gate, channel: Channel) -> None:
        """Give the window its bridge, from any thread; what the page has said by then is heard now."""

        def connect() -> None:
            self._gate, self._channel = gate, channel
            for text in self._early_texts:
                gate.receive(text)
            self._early_texts.clear()

        self._engine.run_later(connect)

    def run(self) -> None:
        """Show the window and return when it is closed; main thread only."""
        import webview
        from webview.errors import WebViewException

        for name in ("ALLOW_DOWNLOADS", "ALLOW_FILE_URLS", "OPEN_EXTERNAL_LINKS_IN_BROWSER", "OPEN_DEVTOOLS_IN_DEBUG"):
            webview.settings[name] = False
        theme = self._options.theme if self._options.theme != "system" else "light"
        window = webview.create_window(
            self._options.title,
            url=self._policy().shell_url,
            width=self._options.width_px,
            height=self._options.height_px,
            maximized=self._options.maximized,
            min_size=MINIMUM_SIZE_PX,
            background_color=BACKGROUNDS[theme],
            text_select=True,
        )
        window.events.before_show += lambda: self._before_show(window)
        window.events.closing += self._closing
        try:
            webview.start(gui=GUI_NAMES.get(self._engine.name, self._engine.name), private_mode=True)
        except WebViewException as error:
            raise EngineMissing(detail=str(error)) from error

    def _before_show(self, window: Any) -> None:
        try:
            self._harden(window)
        except Exception:  # whatever it is, what follows would be a window without its defences
            # SECURITY: pywebview logs what a handler raises and shows the window all the same.
            logger.critical("the window could not be made safe", exc_info=True)
            self._lifecycle.abort(InternalError())

    def _harden(self, window: Any) -> None:
        self._engine.attach(window.native)
        self._callbacks.system_scheme(self._engine.system_scheme())
        self._recovery.page_loading()
        self._lifecycle.window_opens(self._engine.close)
        self._callbacks.shown()

    def _closing(self) -> None:
        self._lifecycle.begin_stop()
        self._recovery.close()
        self._callbacks.closing(*self._engine.geometry())

    def _receive(self, text: str) -> None:
        if self._gate is not None:
            self._gate.receive(text)
        elif len(self._early_texts) < EARLY_TEXTS:
            self._early_texts.append(text)

    def _page_loading(self) -> None:
        if self._gate is not None and self._channel is not None:
            self._gate.page_loading()
            self._channel.page_loading()
        self._recovery.page_loading(explains=self._explains)

    def open_page(self) -> None:
        """Answer a knock with the token, if the document at the top is ours; GUI thread only."""
        if self._gate is None or self._channel is None:
            return
        # SECURITY: T06, the token goes to the shell's own page and to no other document that came in its place.
        if self._engine.top_url().partition("#")[0] != self._policy().shell_url:
            logger.warning("a page that is not the shell knocked")
            return
        token = self._gate.token
        register_secret(token)
        if token != self._let_in_with:
            # Counted before the page can say hello, which is answered with the number: that may be sooner than `done`.
            self._let_in_with = token
            self.page_loads += 1
        self._engine.run_script(f"__agentnookOpen({json.dumps(token)})", lambda: self._page_open(token))

    def _page_open(self, token: str) -> None:
        # A page that was replaced while the script ran is not the one that can be spoken to now, and one that knocks
        # again (as any frame can, on some engines) was opened already.
        if token == self._opened_with:
            return
        if self._gate is not None and self._channel is not None and token == self._gate.token:
            self._opened_with = token
            reason = self._recovery.page_open()
            self._channel.page_open()
            self._callbacks.page_open(reason)

    def _allow_navigation(self, url: str, is_top: bool | None) -> bool:
        policy = self._policy()
        allowed = policy.allows(url, is_top)
        if url in (policy.shell_url, policy.fallback_url):
            self._explains = url == policy.fallback_url
        if not allowed:
            logger.warning("refused a navigation of %s", NAVIGATED[is_top])
        return allowed

    def _link_asked(self, url: str, user_asked: bool) -> None:
        if user_asked and len(url) <= LINK_CHARACTERS:
            self._callbacks.link_asked(url)
