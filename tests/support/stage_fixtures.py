"""The element on a stage for the tests of a file, which share one program; a file or folder imports what it uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.element_stage import Stage, open_stage


@pytest.fixture(scope="module")
def running_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Run the program for the tests of one file."""
    with open_stage(tmp_path_factory.mktemp("stage")) as stage:
        yield stage


@pytest.fixture
def stage(running_stage: Stage) -> Stage:
    """Return the element as it is on its first day: usual options, a new conversation, nothing asked yet."""
    running_stage.reset()
    return running_stage
