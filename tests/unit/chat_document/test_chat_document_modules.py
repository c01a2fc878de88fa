"""The chat document's modules without a browser: each file of Node tests beside this one runs as one test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.node import run_node

FILES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_chat_document_module(file: Path) -> None:
    run_node("--test", "--test-reporter=spec", str(file))
