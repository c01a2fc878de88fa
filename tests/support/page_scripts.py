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
# Marks the document, so that another one in its place is noticed, and notes what is dragged over it and dropped on it.
WATCH_DROPS = """
    globalThis.__here = true;
    globalThis.__over = globalThis.__dropped = 0;
    addEventListener('dragover', () => { globalThis.__over += 1; }, true);
    addEventListener('drop', () => { globalThis.__dropped += 1; }, true);
"""
# Takes the page's own guard away.
WITHOUT_DROP_GUARD = """
    for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.stopImmediatePropagation(), true);
"""
