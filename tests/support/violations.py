"""Notes in each document what its content security policy refuses, from its very beginning."""

from __future__ import annotations

from typing import Any

from tests.support.places import replace

LISTENER = """
globalThis.__violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
    globalThis.__violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


def watch_gtk(view: Any, webkit: Any) -> None:
    """Have WebKitGTK run the listener in every document."""
    frames, time = webkit.UserContentInjectedFrames.ALL_FRAMES, webkit.UserScriptInjectionTime.START
    script = webkit.UserScript.new(LISTENER, frames, time, None, None)
    view.get_user_content_manager().add_script(script)


def watch_qt() -> None:
    """Have Qt run the listener in every document of the window that will be made."""
    from app.window.engines.qt import QtEngine

    attach = QtEngine.attach

    def attach_and_watch(engine: Any, native: Any) -> None:
        from PySide6.QtWebEngineCore import QWebEngineScript

        script = QWebEngineScript()
        script.setSourceCode(LISTENER)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
        script.setRunsOnSubFrames(True)
        native.webview.page().scripts().insert(script)
        attach(engine, native)

    replace("app.window.engines.qt:QtEngine.attach", attach_and_watch)
