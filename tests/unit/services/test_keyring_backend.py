"""What the quiet way to the keyring leaves behind where there is a bus and no keyring: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.keyring_backend import QUIET
from tests.support.secret_service import session_bus


def open_sockets() -> int:
    return sum(each.resolve().name.startswith("socket:") for each in Path("/proc/self/fd").iterdir())


def test_a_bus_without_a_keyring_is_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with session_bus(tmp_path) as environ:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", environ["DBUS_SESSION_BUS_ADDRESS"])
        before, refusals = open_sockets(), []
        for _ in range(3):
            with pytest.raises(Exception) as refused:  # noqa: PT011 - whatever the bus says
                QUIET["get_preferred_collection"](None)
            # With all it holds on to, as a log would keep it.
            refusals.append(refused)
        assert open_sockets() == before
