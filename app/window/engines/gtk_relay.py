"""Owns the one way from a page to Python on WebKitGTK: a script of ours, in the top document and a world of its own.

WebKit gives a message handler to every frame of a page, and takes whatever is posted there into this process before
anybody can look at it. In a script world of ours nobody but our relay can post: a frame has no handler at all, and what
the top document says is looked at in its own process first.
"""

from __future__ import annotations

from typing import Any

from app.bridge.bounds import MAX_MESSAGE_BYTES

WORLD = "agentnook"
HANDLER = "gate"
PYWEBVIEWS_HANDLER = "jsBridge"
# What the page dispatches on its window; that it is cancelled says that somebody took it.
EVENT = "agentnook:post"
# WebKit's patterns know no ports; which document is let in, the token decides.
SHELL_PATTERN = "http://127.0.0.1/*"
SCRIPT = f"""
addEventListener('{EVENT}', (event) => {{
  event.preventDefault();
  const text = event.detail;
  const isFit = typeof text === 'string' && text.length <= {MAX_MESSAGE_BYTES};
  if (isFit) webkit.messageHandlers.{HANDLER}.postMessage(text);
}});
"""


def install_relay(manager: Any, webkit: Any) -> None:
    """SECURITY: T02 T21, take the handler away from every frame, and let our relay alone post, and nothing large."""
    manager.unregister_script_message_handler(PYWEBVIEWS_HANDLER)
    manager.register_script_message_handler_in_world(HANDLER, WORLD)
    frames, time = webkit.UserContentInjectedFrames.TOP_FRAME, webkit.UserScriptInjectionTime.START
    manager.add_script(webkit.UserScript.new_for_world(SCRIPT, frames, time, WORLD, [SHELL_PATTERN], None))
