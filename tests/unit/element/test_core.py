"""The element's protocol core and the chat page's script, by their own tests under Node."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.node import ROOT, run_node

TESTS = sorted((ROOT / "assets" / "element" / "tests").glob("*.test.ts"))


def test_there_are_tests() -> None:
    assert {"client.test.ts", "conversation.test.ts", "session.test.ts", "chat_page.test.ts"} <= {t.name for t in TESTS}


@pytest.mark.parametrize("test", TESTS, ids=lambda path: path.name.removesuffix(".test.ts"))
def test_core(test: Path) -> None:
    run_node("--test", "--test-reporter=spec", str(test))
