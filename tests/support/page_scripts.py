"""JavaScript that tests run in the program's documents: what an attacker would write."""

from __future__ import annotations

# Posts a text to Python without bridge.js, the way each engine has for it.
POST = """
    let messages = 1_000_000;
    const post = globalThis.qt
        ? (text) => qt.webChannelTransport.send(
            JSON.stringify({ type: 6, object: 'gate', method: 'post', args: [text], id: (messages += 1) }))
        : (text) => dispatchEvent(new CustomEvent('agentnook:post', { detail: text }));
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
# The engine asks the page again and again; what it is told comes back late, so the first answers do not count yet.
IS_OVER = "return globalThis.__over > 5;"
# Takes the page's own guard away.
WITHOUT_DROP_GUARD = """
    for (const name of ['dragover', 'drop']) addEventListener(name, (event) => event.stopImmediatePropagation(), true);
"""
# Takes the chat document's place at the port, as a hostile script in it could; the heartbeat goes on.
TAKE_PORT = """
    const nonce = crypto.randomUUID();
    globalThis.__port = await new Promise((resolve) => {
        addEventListener('message', ({ data, ports }) => data?.nonce === nonce && resolve(ports[0]));
        parent.postMessage({ type: 'chat.hello', v: 1, nonce }, `http://127.0.0.1:${location.port}`);
    });
    __port.onmessage = ({ data }) => data.type === 'ping' && __port.postMessage({ type: 'pong', n: data.n });
    __port.postMessage({ type: 'ready', interface: 'builtin' });
"""
# Shows a link over the document, with the attributes that are given.
OFFER = """
    document.getElementById('offered')?.remove();
    const link = document.createElement('a');
    Object.assign(link, { id: 'offered', textContent: 'A link', ...argument });
    link.style.cssText = 'position: fixed; inset: 100px; z-index: 9; background: white';
    document.body.append(link);
"""
