"""The gate: order of its checks, what it counts, what it says, and what it writes to the log."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from app.bridge.bounds import MAX_LINES, MAX_MESSAGE_BYTES
from app.bridge.contract import COMMANDS
from app.bridge.declarations import Command
from app.bridge.envelope import MAX_DEPTH
from app.bridge.gate import REFUSALS_PER_SECOND, Gate, GateCounters
from app.bridge.replies import ReplyTo
from app.errors import Cancelled
from tests.support.bridges import envelope


class Clock:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Office:
    """A gate with nothing behind it: keeps what passes and what it answers itself."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.passed: list[tuple[Command, dict[str, Any], ReplyTo]] = []
        self.replies: list[dict[str, Any]] = []
        self.knocks = 0
        self.gate = Gate(
            lambda command, args, reply_to: self.passed.append((command, args, reply_to)),
            self._knock,
            reply_line=lambda: lambda text: self.replies.append(json.loads(text)),
            clock=self.clock,
        )

    def post(self, *parts: object, **more: object) -> None:
        self.gate.receive(envelope(self.gate.token, *parts, **more))

    def codes(self) -> list[str]:
        return [reply["error"]["code"] for reply in self.replies]

    def _knock(self) -> None:
        self.knocks += 1


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_call_passes_with_its_arguments_and_its_way_back(office: Office) -> None:
    office.post("17", "app.ping", {"n": 5})
    [(command, args, reply_to)] = office.passed
    assert (command.name, args, reply_to.id) == ("app.ping", {"n": 5}, "17")
    reply_to.succeed({"n": 5})
    assert office.replies == [{"id": "17", "ok": True, "value": {"n": 5}}]
    assert office.gate.counters == GateCounters(passed=1)


def test_several_calls_pass_as_lines_of_one_text(office: Office) -> None:
    token = office.gate.token
    office.gate.receive("\n".join(envelope(token, str(number)) for number in range(1, 6)))
    assert [reply_to.id for _command, _args, reply_to in office.passed] == ["1", "2", "3", "4", "5"]


def test_a_bad_line_spoils_no_other(office: Office) -> None:
    token = office.gate.token
    office.gate.receive("\n".join([envelope(token, "1"), envelope("wrong", "2"), "{", "", envelope(token, "3")]))
    assert [reply_to.id for _command, _args, reply_to in office.passed] == ["1", "3"]
    assert office.gate.counters == GateCounters(passed=2, dropped=3)


def test_too_many_lines_are_dropped_as_one(office: Office) -> None:
    office.gate.receive("\n".join(["{}"] * (MAX_LINES + 1)))
    assert office.gate.counters == GateCounters(dropped=1)


def test_a_knock_is_a_knock_and_nothing_else(office: Office) -> None:
    office.gate.receive("knock")
    office.gate.receive("knock\n")
    assert office.knocks == 1
    assert office.gate.counters == GateCounters(dropped=2)


@pytest.mark.parametrize(
    "change",
    [
        {"id": 1},
        {"id": ""},
        {"id": "1234567890"},
        {"id": "\u0661"},
        {"id": "1\n"},
        {"v": 2},
        {"v": "1"},
        {"v": 1.0},
        {"v": True},
        {"token": None},
        {"token": ""},
        {"token": "\ud83d"},
        {"token": "\u00e9" * 43},
        {"name": 1},
        {"more": 1},
    ],
    ids=repr,
)
def test_a_wrong_envelope_is_dropped_without_an_answer(office: Office, change: dict[str, object]) -> None:
    office.gate.receive(json.dumps(json.loads(envelope(office.gate.token)) | change))
    assert office.gate.counters == GateCounters(dropped=1)
    assert office.replies == []


@pytest.mark.parametrize("missing", ["v", "id", "token", "name", "args"])
def test_every_key_is_needed(office: Office, missing: str) -> None:
    call = json.loads(envelope(office.gate.token))
    del call[missing]
    office.gate.receive(json.dumps(call))
    assert office.gate.counters == GateCounters(dropped=1)


def test_a_key_that_stands_twice_is_dropped(office: Office) -> None:
    text = envelope(office.gate.token)
    office.gate.receive(text.replace('"args":', '"name": "app.hello", "args":'))
    office.gate.receive(text.replace('"n": 1', '"n": 1, "n": 2'))
    assert office.gate.counters == GateCounters(dropped=2)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5_000, "01", "1.", "+1"])
def test_what_is_no_number_is_dropped(office: Office, number: str) -> None:
    office.gate.receive(envelope(office.gate.token, args={"n": "@"}).replace('"@"', number))
    assert office.gate.counters == GateCounters(dropped=1)


def test_the_size_is_counted_in_bytes(office: Office) -> None:
    def post_padded_to(size: int, letter: str) -> None:
        text = envelope(office.gate.token, "1", "draft.keep", {"text": "@", "thread_id": None})
        letters = (size - len(text) + 1) // len(letter.encode())
        padded = text.replace("@", letter * letters)
        office.gate.receive(padded + " " * (size - len(padded.encode())))

    post_padded_to(MAX_MESSAGE_BYTES, "\N{SNOWMAN}")
    assert office.gate.counters == GateCounters(passed=1)
    post_padded_to(MAX_MESSAGE_BYTES + 1, "\N{SNOWMAN}")
    post_padded_to(MAX_MESSAGE_BYTES + 1, "x")
    assert office.gate.counters == GateCounters(passed=1, dropped=2)


def test_depth_is_counted_outside_of_strings(office: Office) -> None:
    def post_with(value: object) -> GateCounters:
        office.post("1", "settings.write", {"key": "theme", "value": value})
        return office.gate.counters

    def nested(depth: int) -> object:
        return '}]\\"{[' * 50 if depth == 0 else [nested(depth - 1)]

    # The envelope and its arguments are two levels of their own.
    assert post_with(nested(MAX_DEPTH - 2)) == GateCounters(passed=1)
    assert post_with([[], {}] * 100) == GateCounters(passed=2)
    assert post_with(nested(MAX_DEPTH - 1)) == GateCounters(passed=2, dropped=1)


@pytest.mark.parametrize(
    ("name", "args", "code"),
    [
        ("app.nothing", {}, "unknown_command"),
        ("", {}, "unknown_command"),
        ("app.ping", {}, "invalid_arguments"),
        ("app.ping", {"n": 1, "m": 2}, "invalid_arguments"),
        ("app.ping", {"n": True}, "invalid_arguments"),
        ("app.ping", {"n": -1}, "invalid_arguments"),
        ("app.ping", [], "invalid_arguments"),
        ("app.ping", "x", "invalid_arguments"),
        ("link.open", {"url": "", "confirmed": False}, "invalid_arguments"),
        ("settings.read", {"key": "../../etc"}, "invalid_arguments"),
    ],
)
def test_a_wrong_call_of_the_shell_is_refused_with_its_reason(
    office: Office, name: str, args: object, code: str
) -> None:
    office.post("17", name, args)
    assert office.codes() == [code]
    assert office.replies[0]["id"] == "17"
    assert office.gate.counters == GateCounters(refused=1)
    assert office.passed == []


def test_every_command_has_limits_of_its_own(office: Office) -> None:
    hello = next(command for command in COMMANDS if command.name == "app.hello")
    for _ in range(hello.limits.in_flight + 1):
        office.post("1", "app.hello", {"v": 1})
    assert len(office.passed) == hello.limits.in_flight
    assert office.codes() == ["too_many_calls"]
    office.post("2", "app.ping", {"n": 1})
    assert len(office.passed) == hello.limits.in_flight + 1


def test_an_answered_call_makes_room_for_the_next(office: Office) -> None:
    for _ in range(8):
        office.post("1", "app.hello", {"v": 1})
        office.passed[-1][2].fail(Cancelled())
    assert len(office.passed) == 8


def test_a_call_too_many_passes_a_second_later(office: Office) -> None:
    for _ in range(3):
        office.post("1", "chat.retry", {})
        if office.passed:
            office.passed[-1][2].succeed({})
    assert office.gate.counters == GateCounters(passed=2, refused=1)
    office.clock.now += 1
    office.post("1", "chat.retry", {})
    assert office.gate.counters.passed == 3


def test_a_new_page_starts_with_all_its_limits(office: Office) -> None:
    for _ in range(3):
        office.post("1", "tool.invoke", {"name": "a", "params": {}, "call_id": "1", "connection": "local"})
    assert office.gate.counters == GateCounters(passed=2, refused=1)
    office.gate.page_loading()
    office.post("1", "tool.invoke", {"name": "a", "params": {}, "call_id": "1", "connection": "local"})
    assert office.gate.counters.passed == 3


def test_a_flood_of_refusals_is_answered_only_so_often(office: Office) -> None:
    for _ in range(REFUSALS_PER_SECOND * 3):
        office.post("1", "app.nothing", {})
    assert office.gate.counters.refused == REFUSALS_PER_SECOND * 3
    assert len(office.replies) == REFUSALS_PER_SECOND


def test_tokens_are_long_and_never_the_same(office: Office) -> None:
    tokens = {office.gate.token, *(office.gate.page_loading() for _ in range(100))}
    assert len(tokens) == 101
    assert all(len(token) == 43 for token in tokens)


def test_the_log_hears_of_it_once_a_minute(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for _ in range(1_000):
            office.gate.receive("{}")
        assert [record.message for record in caplog.records] == ["gate: 1 dropped and 0 refused so far"]
        office.clock.now += 61
        office.post("1", "app.ping", {"n": "private words"})
    assert caplog.records[-1].message == (
        "gate: 1000 dropped and 1 refused so far; the last refusal: invalid_arguments app.ping: n is not a whole number"
    )
    assert "private words" not in caplog.text
    assert office.gate.token not in caplog.text


def test_what_is_no_text_is_dropped(office: Office) -> None:
    for value in (None, 1, b"knock", ["knock"], {"v": 1}):
        office.gate.receive(value)  # type: ignore[arg-type]
    assert office.gate.counters == GateCounters(dropped=5)


def test_what_needs_a_press_is_refused_where_nothing_was_pressed(office: Office) -> None:
    pressed = False
    office.gate = Gate(
        lambda command, args, reply_to: office.passed.append((command, args, reply_to)),
        lambda: None,
        reply_line=lambda: lambda text: office.replies.append(json.loads(text)),
        saw_press=lambda: pressed,
    )
    wanted = {"url": "https://a.example/", "confirmed": False}
    office.post("1", "link.open", wanted)
    office.post("2", "app.ping", {"n": 1})
    assert office.codes() == ["not_pressed"]
    pressed = True
    office.post("3", "link.open", wanted)
    assert [command.name for command, *_rest in office.passed] == ["app.ping", "link.open"]
