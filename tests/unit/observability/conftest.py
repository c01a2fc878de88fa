"""Keeps the log of a test apart from pytest's own."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from app.observability.logging_setup import OWN_LOGGER


@pytest.fixture
def bare_root(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """Return a root logger without handlers, as a program has it when it starts."""
    root = logging.getLogger()
    own = logging.getLogger(OWN_LOGGER)
    levels = root.level, own.level
    monkeypatch.setattr(root, "handlers", [])
    yield root
    root.setLevel(levels[0])
    own.setLevel(levels[1])
