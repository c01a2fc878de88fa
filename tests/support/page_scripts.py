"""JavaScript that tests run in the program's documents: what an attacker would write."""

from __future__ import annotations

# Posts a text to Python without bridge.js, the way each engine has for it.
POST = """
    let messages = 1_000_000;
    const post = globalThis.qt
        ? (text) => qt.webChannelTransport.send(
            JSON.stringify({ type: 6, object: 'gate', method: 'post', args: [text], id: (messages += 1) }))
        : (text) => webkit.messageHandlers.jsBridge.postMessage(text);
"""
# The shell's own bridge, reached as every module of the shell reaches it: a module exists once.
WITH_BRIDGE = "const { bridge } = await import(new URL('./bridge.js', location.href));"
