"""T04: a command is looked up by its exact name; no dotted or private name is ever walked."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest

from app.bridge.arguments import Record
from app.bridge.declarations import Command
from app.bridge.limits import CallLimiter
from tests.support.attacks import attribute_paths
from tests.support.bridges import Bridge, envelope

PATHS = 2_000


def _post_all(bridge: Bridge, count: int) -> None:
    for number, path in enumerate(attribute_paths(count)):
        bridge.gate.receive(envelope(bridge.gate.token, str(number), path, {}))


def test_t04_attribute_paths_call_nothing() -> None:
    with Bridge() as bridge:
        _post_all(bridge, PATHS)
        assert bridge.gate.counters.passed == 0
        assert bridge.gate.counters.refused == PATHS
        assert bridge.page.reply_to("0")["error"]["code"] == "unknown_command"
        assert bridge.calls.names == []


def test_t04_attribute_paths_are_called_when_names_are_walked_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []

    class Walked:
        """Looks names up as pywebview does: attribute by attribute, from an object that has some."""

        def get(self, name: str) -> Command | None:
            target: Any = SimpleNamespace(app=called, _private=called, __class__=called)
            for step in name.split("."):
                target = getattr(target, step, None)
            if target is not None:
                called.append(name)
            return None

    with Bridge() as bridge:
        monkeypatch.setattr(bridge.gate, "_commands", Walked())
        _post_all(bridge, PATHS)
    assert called


def test_t04_inherited_names_are_no_commands() -> None:
    with Bridge() as bridge:
        for name in ("get", "keys", "__class__", "app", "app.", ".app.ping", "app.ping ", "App.ping", "app.ping\x00"):
            bridge.gate.receive(envelope(bridge.gate.token, "1", name, {}))
        assert bridge.gate.counters.passed == 0


def _bridge_with_ungranted_command(monkeypatch: pytest.MonkeyPatch, grants: frozenset[Any]) -> Bridge:
    command = Command("secret.read", "Not for pages.", Record(), Record(), grants=grants)
    bridge = Bridge()
    monkeypatch.setitem(bridge.gate._commands, command.name, command)
    monkeypatch.setitem(bridge.gate._limiters, command.name, CallLimiter(command.limits, time.monotonic))
    monkeypatch.setitem(bridge.dispatcher._handlers, command.name, bridge.calls.handler(command.name, {}))
    return bridge


def test_t04_a_command_without_a_grant_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    with _bridge_with_ungranted_command(monkeypatch, frozenset()) as bridge:
        assert bridge.call("secret.read", {})["error"]["code"] == "unknown_command"
        assert bridge.calls.names == []


def test_t04_a_command_without_a_grant_runs_when_grants_are_not_asked_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    class EveryGrant(frozenset[Any]):
        def __contains__(self, _page: object) -> bool:
            return True

    with _bridge_with_ungranted_command(monkeypatch, EveryGrant()) as bridge:
        assert bridge.call("secret.read", {})["ok"] is True
        assert bridge.calls.names == ["secret.read"]
