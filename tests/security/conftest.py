"""What the tests of the real window share: one run of the whole program for each module and engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.driven_app import DrivenApp
from tests.support.windows import open_window


@pytest.fixture(scope="module")
def app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DrivenApp]:
    """Return the running program with all its defences; the engine comes from the test's own parameter."""
    with open_window(request.param, tmp_path_factory.mktemp("app")) as running:
        yield running
