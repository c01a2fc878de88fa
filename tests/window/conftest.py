"""What the tests of connections share, on either engine: stand-ins for what is at OpenAI's, and a keyring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.secret_service import secret_service
from tests.support.stand_in_api import StandInApi, stand_in
from tests.support.stand_in_component import StandInComponent, stand_in_component


@pytest.fixture
def api() -> Iterator[StandInApi]:
    """Return OpenAI's interface; at the end, all it was asked for has to be as OpenAI wants it."""
    with stand_in() as server:
        yield server
        assert server.violations == []


@pytest.fixture
def component() -> Iterator[StandInComponent]:
    """Return the component with the server beside it."""
    with stand_in_component() as component:
        yield component


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """Return where a real keyring answers."""
    with secret_service(tmp_path / "session") as environ:
        yield environ["DBUS_SESSION_BUS_ADDRESS"]
