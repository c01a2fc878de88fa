"""The declarations themselves: names, limits and lanes that hold together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from app.bridge.arguments import Kind, ListOf, Nullable, Record
from app.bridge.contract import COMMANDS, EVENTS, PORT_TO_CHAT, PORT_TO_SHELL
from app.bridge.declarations import Command, Event, Page, PortMessage
from app.bridge.dispatcher import QUICK_QUEUE, QUICK_THREADS, SLOW_QUEUE, SLOW_THREADS


def _names() -> dict[str, list[str]]:
    return {
        "commands": [command.name for command in COMMANDS],
        "events": [event.name for event in EVENTS],
        "to the shell": [message.type for message in PORT_TO_SHELL],
        "to the chat": [message.type for message in PORT_TO_CHAT],
    }


@pytest.mark.parametrize("group", _names())
def test_names_are_declared_once(group: str) -> None:
    assert [name for name, count in Counter(_names()[group]).items() if count > 1] == []


def test_names_of_commands_and_events_are_an_area_and_a_word() -> None:
    for name in (*_names()["commands"], *_names()["events"]):
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", name), name


def test_each_summary_is_a_sentence() -> None:
    declared: list[Command | Event | PortMessage] = [*COMMANDS, *EVENTS, *PORT_TO_SHELL, *PORT_TO_CHAT]
    for each in declared:
        assert re.fullmatch(r"[A-Z][^|]*\.", each.summary), each


def test_no_port_message_takes_the_names_the_envelope_needs() -> None:
    for message in (*PORT_TO_SHELL, *PORT_TO_CHAT):
        assert not {"type", "id", "ok", "reply"} & message.fields.fields.keys(), message.type
    assert "reply" not in {*_names()["to the shell"], *_names()["to the chat"]}


def test_every_command_is_for_the_shell_alone() -> None:
    assert {command.grants for command in COMMANDS} == {frozenset({Page.SHELL})}


def test_what_a_page_may_have_open_fits_the_lanes() -> None:
    """An honest page stays within its limits, and then no lane ever answers Busy."""
    open_calls = Counter[str]()
    for command in COMMANDS:
        open_calls[command.lane] += command.limits.in_flight
    assert open_calls["slow"] <= SLOW_THREADS + SLOW_QUEUE
    # Calls that are open in the quick lane run or wait; the queue holds the rest of what the page may ask for.
    assert open_calls["quick"] <= QUICK_THREADS + QUICK_QUEUE


def test_what_waits_for_a_person_leaves_a_thread_for_secrets() -> None:
    slow = {command.name: command.limits.in_flight for command in COMMANDS if command.lane == "slow"}
    assert sum(slow.values()) - slow["chat.client_secret"] < SLOW_THREADS


def test_limits_are_ones_that_a_page_can_live_with() -> None:
    for command in COMMANDS:
        assert command.limits.in_flight >= 1
        assert command.limits.per_second >= 2
        assert 1 <= command.deadline_seconds <= 900


def test_only_what_computes_answers_on_the_window_thread() -> None:
    assert [command.name for command in COMMANDS if command.lane == "inline"] == ["app.ping", "press.confirm"]


def _fields(kind: Kind) -> Iterator[str]:
    if isinstance(kind, Record):
        for name, inner in kind.fields.items():
            yield name
            yield from _fields(inner)
    elif isinstance(kind, Nullable | ListOf):
        yield from _fields(kind.kind)


def test_no_command_returns_a_secret() -> None:
    """Two exceptions, which end by themselves: the chat host's token of this start, and what opens one conversation.

    Both are what the chat document proves itself with; the keys behind them never leave Python.
    """
    secret = re.compile("token|secret|key$|password|authorization")
    found = {
        (command.name, field) for command in COMMANDS for field in _fields(command.returns) if secret.search(field)
    }
    # A domain key stands in the page of whoever runs a server; it only names the page.
    acts = (f"connection.{act}" for act in ("list", "save", "select", "remove"))
    tellers = ("app.hello", "microphone.forget", *acts)
    public = {(name, "domain_key") for name in tellers}
    assert found - public == {("chat.endpoint", "token"), ("chat.client_secret", "client_secret")}


def test_no_event_carries_a_secret() -> None:
    found = {field for event in EVENTS for field in _fields(event.data) if re.search("token|secret|password", field)}
    assert found == set()


def test_every_optional_field_exists() -> None:
    def records(kind: Kind) -> Iterator[Record]:
        if isinstance(kind, Record):
            yield kind
            inner: Mapping[str, Kind] = kind.fields
            for each in inner.values():
                yield from records(each)
        elif isinstance(kind, Nullable | ListOf):
            yield from records(kind.kind)

    kinds: list[Kind] = [*(command.args for command in COMMANDS), *(command.returns for command in COMMANDS)]
    kinds += [*(event.data for event in EVENTS), *(message.fields for message in (*PORT_TO_SHELL, *PORT_TO_CHAT))]
    for kind in kinds:
        for record in records(kind):
            assert set(record.optional) <= record.fields.keys()
