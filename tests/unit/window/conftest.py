"""What the tests of the page server share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.window.page_server import PageServer
from tests.support.pages import running_server, write_assets


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_assets(tmp_path_factory.mktemp("assets"))


@pytest.fixture
def server(assets: Path) -> Iterator[PageServer]:
    with running_server(assets) as server:
        yield server
