"""Opens the program's own WebKitGTK view to a WebDriver; for tests only, the program itself never allows it.

pywebview makes the view, so the two classes it makes it from are replaced for it: the context allows automation, and
the view is the one that a session gets. WebKit reads the address to listen on from the environment when a context is
made.
"""

from __future__ import annotations

import os
from typing import Any

import webview.platforms.gtk as platform

from tests.support.violations import watch_gtk

ADDRESS_VARIABLE = "WEBKIT_INSPECTOR_SERVER"


class Automated:
    """Stands for the module WebKit2 in pywebview's eyes."""

    def __init__(self, webkit: Any, address: str) -> None:
        self._webkit, self._address = webkit, address
        self._view: Any = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._webkit, name)

    @property
    def WebContext(self) -> Any:  # noqa: N802 - WebKit's name
        return self

    def new_ephemeral(self) -> Any:
        os.environ[ADDRESS_VARIABLE] = self._address
        context = self._webkit.WebContext.new_ephemeral()
        context.set_automation_allowed(True)
        context.connect("automation-started", self._start_session)
        del os.environ[ADDRESS_VARIABLE]
        return context

    def WebView(self, **properties: Any) -> Any:  # noqa: N802 - WebKit's name
        self._view = self._webkit.WebView(is_controlled_by_automation=True, **properties)
        watch_gtk(self._view, self._webkit)
        return self._view

    def _start_session(self, _context: Any, session: Any) -> None:
        information = self._webkit.ApplicationInfo()
        information.set_name("Agentnook")
        session.set_application_info(information)
        session.connect("create-web-view", lambda *_anything: self._view)


def open_to_driver(address: str) -> None:
    """Let a driver connect at `address`, such as `127.0.0.1:4444`."""
    platform.webkit = Automated(platform.webkit, address)
