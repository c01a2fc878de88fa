"""The page's side of the bridge: its cases in Node (bridge.test.mjs), and its types where TypeScript is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.node import ROOT, run_node

COMPILER = ROOT / "assets/element/node_modules/typescript/lib/tsc.js"
BRIDGE = ROOT / "assets/shell/bridge.js"

# Each of these lines has to be an error, and the rest must have none: then the contract's types reach whoever calls.
CALLER = f"""
// @ts-check
import {{ bridge }} from '{BRIDGE}';
const {{ n }} = await bridge.call('app.ping', {{ n: 1 }});
n.toFixed();
const {{ outcome }} = await bridge.call('link.open', {{ url: 'https://a.example', confirmed: true }});
if (outcome === 'ask') bridge.on('tool.settled', ({{ request_id }}) => request_id.trim());
// @ts-expect-error
bridge.call('app.pong', {{ n: 1 }});
// @ts-expect-error
bridge.call('app.ping', {{ n: '1' }});
// @ts-expect-error
bridge.call('app.ping', {{}});
// @ts-expect-error
bridge.call('connection.list', {{ n: 1 }});
// @ts-expect-error
bridge.call('tool.decide', {{ request_id: 'a', decision: 'for ever' }});
// @ts-expect-error
bridge.on('tool.unheard', () => undefined);
// @ts-expect-error
bridge.on('tool.settled', ({{ n }}) => n);
"""


def test_bridge_js() -> None:
    run_node("--test", "--test-reporter=spec", str(Path(__file__).with_name("bridge.test.mjs")))


@pytest.mark.skipif(not COMPILER.exists(), reason="the chat element's development packages are not installed")
def test_bridge_js_types(tmp_path: Path) -> None:
    caller = tmp_path / "caller.js"
    caller.write_text(CALLER, "utf-8")
    options = "--noEmit --allowJs --checkJs --strict --noUnusedLocals --noImplicitReturns --skipLibCheck"
    target = "--target ES2022 --module ESNext --moduleResolution bundler --lib ES2024,DOM,DOM.Iterable"
    run_node(str(COMPILER), *options.split(), *target.split(), "--types", "", str(BRIDGE), str(caller))
