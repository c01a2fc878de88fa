"""The answer that is given to nobody."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from app.chat_host.rehearsal import rehearse


def test_it_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(rehearse())
    assert list(tmp_path.iterdir()) == []
