"""T08: what a model asks tools for does nothing by itself: ten thousand calls, and two thousand guesses at handles."""

from __future__ import annotations

import json
import random
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from app.tools.permissions import Permissions
from app.tools.registry import BUILT_IN
from tests.support.tool_desk import ToolDesk

CALLS = 10_000
OUTPUTS = 1_000
GUESSES = 2_000
ODD: tuple[object, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        10**30,
        "",
        " ",
        "x" * 50_000,
        "\0",
        "\ud800",
        "../../etc/passwd",
        "%s%n",
        "\u202e",
    ),
    *([], [[]], {}, {"a": {}}, ["x"] * 100, "https://user@host", "javascript:alert(1)", "file:///etc/passwd", "-flag"),
)


class Refusing(ToolDesk):
    """A person who says no to everything, and counts how often."""

    def __init__(self, decision: str) -> None:
        super().__init__()
        self.asked = 0
        self.decision = decision
        self.permissions = Permissions(self._answer, lambda _id: None, clock=self._later)
        self.registry = self.make_registry(self.permissions, clock=self._later)
        self._now = 0.0

    def _later(self) -> float:
        # So late that nobody is told no only for having asked often.
        self._now += 1_000.0
        return self._now

    def _answer(self, request_id: str, _question: Mapping[str, object]) -> None:
        self.asked += 1
        self.permissions.decide(request_id, self.decision)

    def effects(self) -> list[object]:
        return [*self.opened, *self.proposed, *self.asked_for, self.clipboard]


def value_for(schema: Mapping[str, Any], chance: random.Random) -> object:
    """Return a value that may fit a part of a schema, or may not."""
    if chance.random() < 0.4:
        return chance.choice(ODD)
    if "enum" in schema:
        return chance.choice(schema["enum"])
    kind = schema.get("type")
    if kind == "array":
        return [value_for(schema["items"], chance) for _ in range(chance.randrange(4))]
    plain = {"boolean": chance.random() < 0.5, "integer": chance.randrange(-5, 50)}
    return plain.get(str(kind), "".join(chance.choices(string.printable, k=chance.randrange(40))))


def scripted_call(chance: random.Random) -> tuple[str, dict[str, object]]:
    """Return a call as a model that was talked into something might make it."""
    tool = chance.choice(BUILT_IN)
    fields = tool.schema().get("properties", {})
    arguments = {name: value_for(schema, chance) for name, schema in fields.items() if chance.random() < 0.9}
    if chance.random() < 0.1:
        arguments[chance.choice(["path", "__class__", "handle", "x" * 300])] = chance.choice(ODD)
    name = (
        tool.name if chance.random() < 0.95 else chance.choice(["eval", "", tool.name.upper(), "__init__", "x" * 500])
    )
    return name, arguments


def test_t08_a_thousand_calls_have_no_effect_without_a_yes() -> None:
    desk, chance = Refusing("deny"), random.Random(8)
    for _ in range(OUTPUTS):
        name, arguments = scripted_call(chance)
        desk.registry.invoke(name, arguments, "local")
    assert desk.asked > OUTPUTS / 20  # else the calls were harmless
    assert desk.effects() == [""]


def test_t08_with_a_yes_they_have_effects_twin() -> None:
    desk, chance = Refusing("once"), random.Random(8)
    for _ in range(OUTPUTS):
        name, arguments = scripted_call(chance)
        desk.registry.invoke(name, arguments, "local")
    assert len(desk.effects()) > OUTPUTS / 50


def test_ten_thousand_calls_from_the_schemas_each_get_an_answer_that_names_the_field() -> None:
    desk, chance = Refusing("once"), random.Random(27)
    seen = set()
    for _ in range(CALLS):
        name, arguments = scripted_call(chance)
        result = desk.registry.invoke(name, arguments, "local")
        json.dumps(result, allow_nan=False)
        seen.add(result["success"] or result["error"]["code"])  # type: ignore[index]
        if result["success"] is False and result["error"]["code"] == "invalid_arguments":  # type: ignore[index]
            told = str(result["error"]["message"])  # type: ignore[index]
            assert [fault for fault in faults_of(name, arguments) if fault not in told] == []
    assert {True, "invalid_arguments", "unknown_tool", "file_refused", "cancelled"} <= seen
    assert "internal" not in seen


def faults_of(name: str, arguments: Mapping[str, object]) -> list[str]:
    """Return what has to be said of arguments: each field at fault, in full, with what is wrong there."""
    (tool,) = (tool for tool in BUILT_IN if tool.name == name)
    try:
        tool.parameters.model_validate(arguments)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
    # Halves of characters are told as question marks.
    return [fault.encode("utf-8", "replace").decode() for fault in faults]


def guesses_at(handle: str, file: Path, chance: random.Random) -> list[str]:
    """Return guesses, each another one: handles that are nearly right, invented ones, paths and addresses."""
    letters = string.ascii_letters + string.digits + "-_"
    guesses = {str(file), file.name, f"file://{file}", "../secret.txt", handle.swapcase(), handle[:-1], handle * 2}
    guesses |= {space + handle for space in string.whitespace} | {handle + space for space in string.whitespace}
    while len(guesses) < GUESSES // 2:
        place = chance.randrange(len(handle))
        guesses.add(handle[:place] + chance.choice(letters) + handle[place + 1 :])
    while len(guesses) < GUESSES:
        guesses.add("".join(chance.choices(letters, k=len(handle))))
    return sorted(guesses - {handle})


@pytest.mark.parametrize("twin", [False, True])
def test_no_guess_at_a_handle_is_a_file(tmp_path: Path, *, twin: bool) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("secret")
    desk, chance = Refusing("once"), random.Random(2)
    described = desk.handles.issue(str(file), "another")
    handle = described["handle"]
    guesses = guesses_at(handle, file, chance)
    assert len(set(guesses)) >= GUESSES - 1
    connection = "another" if twin else "local"
    # The last is the right one, which is of another connection.
    answers = [desk.registry.invoke("read_file", {"handle": guess}, connection) for guess in [*guesses, handle]]
    read = [answer for answer in answers if "secret" in str(answer.get("text"))]
    assert len(read) == twin
