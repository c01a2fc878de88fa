"""Owns which web engine a start uses, and what has to be true of the system before one is loaded."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Mapping
from typing import Literal

from app.errors import EngineMissing, NoDisplay, RunsAsRoot, SandboxRefusesRoot
from app.services.screens import is_off_screen, screen_answers
from app.window.engine import Engine, EngineName

QT_SANDBOX_SWITCH = "QTWEBENGINE_DISABLE_SANDBOX"

EngineChoice = Literal["auto", "qt", "gtk"]


def refuse_root(allow_root: bool) -> None:
    """SECURITY: a web engine does not run with all of the system's rights; raises RunsAsRoot."""
    if not allow_root and is_elevated():
        raise RunsAsRoot


def refuse_sandboxed_root(environ: Mapping[str, str]) -> None:
    """Raise SandboxRefusesRoot where Chromium would end the process with words of its own."""
    # SECURITY: only the person takes the sandbox away, by a variable that says so; the program itself never does.
    if sys.platform == "linux" and is_elevated() and QT_SANDBOX_SWITCH not in environ:
        raise SandboxRefusesRoot


def require_display(environ: Mapping[str, str]) -> None:
    """Raise NoDisplay where an engine would abort the process instead of saying so."""
    if sys.platform == "linux" and not is_off_screen(environ) and not screen_answers(environ):
        raise NoDisplay


def choose_engine(choice: EngineChoice) -> EngineName:
    """Turn `auto` into the engine this system has: its own on Windows and macOS, Qt before GTK elsewhere."""
    if choice != "auto":
        return choice
    if sys.platform == "win32":
        return "webview2"
    if sys.platform == "darwin":
        return "cocoa"
    if importlib.util.find_spec("PySide6") is not None:
        return "qt"
    if importlib.util.find_spec("gi") is not None:
        return "gtk"
    raise EngineMissing


def make_engine(name: EngineName) -> Engine:
    """Return the adapter of an engine; nothing of the engine itself is loaded yet."""
    if name == "qt":
        from app.window.engines.qt import QtEngine

        return QtEngine()
    if name == "gtk":
        from app.window.engines.gtk import GtkEngine

        return GtkEngine()
    if name == "webview2":
        from app.window.engines.webview2 import WebView2Engine

        return WebView2Engine()
    from app.window.engines.cocoa import CocoaEngine

    return CocoaEngine()


def is_elevated() -> bool:
    """Say whether this process has all of the system's rights."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.shell32.IsUserAnAdmin())
    return os.geteuid() == 0
