"""Owns what pages may do, for every engine: where they may go, what they may have, which doors are shut."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from urllib.parse import urlsplit

# SECURITY: every permission an engine can ask for, and the reason when it is given.
PERMISSIONS: Mapping[str, bool] = {
    "clipboard-write": True,  # "Copy" buttons; the frames' `allow` attribute grants writing only
    "clipboard-read": False,
    "microphone": False,  # but for dictation, where the person is asked (app/services/microphone.py)
    "camera": False,
    "screen": False,
    "geolocation": False,
    "notifications": False,
    "mouse-lock": False,
    "fonts": False,
    "midi": False,
    "usb": False,
    "storage-access": False,
}

logger = logging.getLogger(__name__)

# SECURITY: environment variables that would open the engine to others or move its parts elsewhere.
CLOSED_DOORS = (
    "QTWEBENGINE_REMOTE_DEBUGGING",
    "QTWEBENGINE_CHROMIUM_FLAGS",
    "QTWEBENGINEPROCESS_PATH",
    "QTWEBENGINE_RESOURCES_PATH",
    "QTWEBENGINE_LOCALES_PATH",
    "QTWEBENGINE_DICTIONARIES_PATH",
    # Qt brings the plugins that fit it, and ends the process where those of another one come first.
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
    "WEBKIT_INJECTED_BUNDLE_PATH",
    "WEBKIT_EXEC_PATH",
    "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS",
    "WEBVIEW2_BROWSER_EXECUTABLE_FOLDER",
    "WEBVIEW2_USER_DATA_FOLDER",
    "SSLKEYLOGFILE",
    "PYWEBVIEW_GUI",
    "PYWEBVIEW_LOG",
)
SANDBOX_DOORS = ("QTWEBENGINE_DISABLE_SANDBOX", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS")


def close_doors(environ: MutableMapping[str, str], *, keep_sandbox_switches: bool) -> list[str]:
    """Remove the variables that would weaken the engine, and return their names for the log.

    `keep_sandbox_switches` is for root in a container, where Chromium's sandbox cannot start at all.
    """
    doors = CLOSED_DOORS if keep_sandbox_switches else CLOSED_DOORS + SANDBOX_DOORS
    found = [name for name in doors if name in environ]
    for name in found:
        del environ[name]
    return found


def forbid_core_dumps() -> None:
    """Let no crash of this process, or of what it starts, write its memory anywhere: keys are in it."""
    if sys.platform == "win32":
        return  # its crash reports are those of the engine, which has them switched off
    import resource

    # SECURITY: Linux writes no file below a page, and hands nothing to a helper at exactly 1; at 0 it would do that.
    resource.setrlimit(resource.RLIMIT_CORE, (1, 1))


class PermissionTable:
    """Decides what a page may have, and notes each refusal in the log once: a page can ask as often as it likes."""

    def __init__(self, permissions: Mapping[str, bool] = PERMISSIONS) -> None:
        self._permissions = permissions
        self._refused: set[str] = set()

    def grants(self, name: str) -> bool:
        """Say whether a permission is given, by our name for it or, when we have none, the engine's."""
        granted = self._permissions.get(name, False)
        if not granted:
            self.refuse(name)
        return granted

    def refuse(self, name: str) -> None:
        """Note that a page was refused something."""
        if name not in self._refused:
            self._refused.add(name)
            logger.info("refused a page: %s", name)


@dataclass(frozen=True, slots=True)
class NavigationPolicy:
    """Where documents may go: the top one stays on the shell's two pages, frames on the chat document's origin.

    `fallback_url` is the static page that explains why the shell cannot be shown; `interface_origin` is where the
    official interface's own frame lives, which only one document can have (content_policy.py).
    """

    shell_url: str
    fallback_url: str
    chat_origin: str
    interface_origin: str = ""

    def allows(self, url: str, top: bool | None) -> bool:
        """Say whether a document may go there: the window's own (`top`), a frame's, or either when None."""
        if top is None:
            return self._is_shell(url) or self._is_chat(url)
        return self._is_shell(url) if top else self._is_chat(url)

    def _is_shell(self, url: str) -> bool:
        return url in (self.shell_url, self.fallback_url)

    def _is_chat(self, url: str) -> bool:
        if url in ("about:blank", "about:srcdoc"):
            return True
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.netloc}" in (self.chat_origin, self.interface_origin)
