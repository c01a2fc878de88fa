from __future__ import annotations

import errno
import socket
from typing import Any

import pytest

from app.diagnostics.checks import loopback
from app.diagnostics.findings import State, System
from tests.unit.diagnostics.conftest import MakeContext


def test_this_computer_gives_ports(make_context: MakeContext) -> None:
    assert loopback.probe(make_context()).state is State.PASS


def refuse(monkeypatch: pytest.MonkeyPatch, family: int, number: int, times: int = 1000) -> None:
    """Let binding fail for one family of addresses, as often as said."""
    left = [times]

    class Refusing(socket.socket):
        def bind(self, address: Any) -> None:
            if self.family == family and left[0]:
                left[0] -= 1
                raise OSError(number, "refused")
            super().bind(address)

    monkeypatch.setattr(socket, "socket", Refusing)


@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
def test_a_refused_port_fails_and_names_the_address(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch, system: System
) -> None:
    refuse(monkeypatch, socket.AF_INET, errno.EACCES)
    finding = loopback.probe(make_context(system=system))
    assert finding.state is State.FAIL
    assert finding.evidence == {"address": "127.0.0.1"}
    assert finding.remedy is not None
    assert not finding.remedy.text.startswith("doctor.")


def test_without_the_second_address_linux_gets_its_command(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, socket.AF_INET6, errno.EADDRNOTAVAIL)
    finding = loopback.probe(make_context())
    assert finding.state is State.FAIL
    assert finding.evidence == {"address": "::1"}
    assert finding.remedy is not None
    assert finding.remedy.commands == ("sudo sysctl net.ipv6.conf.lo.disable_ipv6=0",)


def test_a_port_that_is_taken_on_one_address_is_tried_again(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, socket.AF_INET6, errno.EADDRINUSE, times=2)
    assert loopback.probe(make_context()).state is State.PASS
