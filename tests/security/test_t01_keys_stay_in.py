"""T01: no command tells a key, whatever a page asks for it with."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.bridge.arguments import Choice, Flag, Integer, Kind, ListOf, Nullable, Record, Text
from app.bridge.contract import COMMANDS
from app.bridge.handlers import make_handlers
from app.errors import AppError
from app.services.connections import Connection
from app.settings.locations import resolve_locations
from app.window.loopback import bind_loopback
from tests.unit.bridge.test_handlers import Desk

CANARY = "sk-canary-0123456789-wxyz"
CALLS = 50_000
# They reach out, run the program's own checks, or wait for a person; each has tests of its own.
SLOW = frozenset(
    {
        *("connection.test", "tool.invoke", "chat.retry", "chat.client_secret"),
        *("diagnostics.run", "diagnostics.preview", "diagnostics.save", "diagnostics.reset"),
    }
)
# They write a file each time.
WRITING = frozenset({"settings.write", "connection.save", "connection.select", "connection.remove"})

Handlers = Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    sockets = bind_loopback()
    desk = Desk(resolve_locations(tmp_path), sockets)
    kept = desk.services.connections.save(Connection("", "workflow", "Agent", "Agent", workflow_id="wf_68a1"))
    desk.credentials.get().store(kept.id, CANARY)
    yield desk
    sockets.close()


def test_t01_fifty_thousand_calls_tell_no_key(desk: Desk) -> None:
    told = tell_all(desk, make_handlers(desk.services))
    assert CANARY not in told
    # What was asked for was there to be told.
    assert "The key is kept in Test Keyring." in told


def test_t01_a_status_that_tells_the_key_is_noticed_twin(desk: Desk) -> None:
    def leak(args: Mapping[str, Any]) -> Mapping[str, Any]:
        found = desk.credentials.get().read(args["id"])
        return {"value": found.reveal() if found is not None else ""}

    assert CANARY in tell_all(desk, {**make_handlers(desk.services), "secret.status": leak}, calls=2_000)


def tell_all(desk: Desk, handlers: Handlers, calls: int = CALLS) -> str:
    """Ask for everything with values of every declared shape, and return all that was answered."""
    chance = random.Random(1)
    commands = [command for command in COMMANDS if command.name not in SLOW]
    ids = [each.id for each in desk.services.connections.all()]
    told: set[str] = set()
    for number in range(calls):
        command = chance.choice(commands)
        if command.name in WRITING and number % 50:
            continue
        # What removes or replaces the key would leave nothing to tell.
        args = make(command.args, chance, ids[:1] if command.name in ("connection.remove", "secret.forget") else ids)
        if command.name == "connection.save":
            args = {**args, "secret": ""}
        try:
            told.add(json.dumps(handlers[command.name](args), default=str))
        except AppError as error:
            told.add(json.dumps(error.envelope()))
    return "\n".join(told)


def make(kind: Kind, chance: random.Random, ids: list[str]) -> Any:
    """Return a value of a declared shape; identities are often ones that exist."""
    if isinstance(kind, Record):
        return {name: make_field(name, inner, chance, ids) for name, inner in kind.fields.items()}
    if isinstance(kind, ListOf):
        return [make(kind.kind, chance, ids) for _ in range(chance.randrange(3))]
    if isinstance(kind, Nullable):
        return None if chance.random() < 0.5 else make(kind.kind, chance, ids)
    if isinstance(kind, Choice):
        return chance.choice(kind.options)
    if isinstance(kind, Flag):
        return chance.random() < 0.5
    if isinstance(kind, Integer):
        return chance.choice([0, 1, 2**31])
    if isinstance(kind, Text):
        return chance.choice(["", "a", "secret", "secret.status", "../../keyring", "{0.__class__}", "x" * 100])
    return chance.choice([None, 1, "text", {"$secret": True}])


def make_field(name: str, kind: Kind, chance: random.Random, ids: list[str]) -> Any:
    return chance.choice(ids) if name == "id" and chance.random() < 0.9 else make(kind, chance, ids)
