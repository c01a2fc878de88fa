"""What the tests of the chat host share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.troubled_disks import small_disk_at


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a place on a disk of its own with little room."""
    with small_disk_at(tmp_path / "disk") as place:
        yield place
