"""The page's side of the bridge, in Node under a small transport; the cases stand in bridge.test.mjs."""

from __future__ import annotations

from pathlib import Path

from tests.support.node import run_node


def test_bridge_js() -> None:
    run_node("--test", "--test-reporter=spec", str(Path(__file__).with_name("bridge.test.mjs")))
