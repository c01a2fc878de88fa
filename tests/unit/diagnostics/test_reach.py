"""What a connection leads to: every host, with words, and nothing is asked to know it."""

from __future__ import annotations

import socket

import pytest

from app.diagnostics.reach import Destination, asked_hosts, destinations, places
from app.services.connections import Connection
from app.services.official_script import OPENAI_HOSTS

LOCAL = Connection("local", "local", "Here", "Guide")
WORKFLOW = Connection("w", "workflow", "Mine", "Mine", workflow_id="wf_68a1b2c3")
SERVICE = Connection(
    "s", "session_service", "Ours", "Ours", workflow_id="wf_68a1b2c3", url="https://service.example:8443/chat"
)
SERVER = Connection("o", "server", "Own", "Own", url="https://chat.example/chatkit")
OFFICIAL_SERVER = Connection("p", "server", "Own", "Own", url="http://127.0.0.1:8000/chatkit", interface="official")


def hosts(reached: tuple[Destination, ...]) -> list[str]:
    return [f"{each.host}:{each.port}" for each in reached]


@pytest.mark.parametrize(
    ("connection", "asked"),
    [
        (LOCAL, []),
        (WORKFLOW, ["cdn.platform.openai.com:443", "api.openai.com:443"]),
        (SERVICE, ["cdn.platform.openai.com:443", "api.openai.com:443", "service.example:8443"]),
        (SERVER, ["chat.example:443"]),
        (OFFICIAL_SERVER, ["cdn.platform.openai.com:443", "api.openai.com:443", "127.0.0.1:8000"]),
    ],
)
def test_the_test_asks_what_the_connection_needs_and_no_more(connection: Connection, asked: list[str]) -> None:
    assert hosts(asked_hosts(connection)) == asked
    assert hosts(destinations(connection))[: len(asked)] == asked


@pytest.mark.parametrize("connection", [LOCAL, WORKFLOW, SERVICE, SERVER, OFFICIAL_SERVER])
def test_every_host_has_its_words(connection: Connection) -> None:
    for each in destinations(connection):
        assert each.host
        for words in (each.why, each.when):
            assert words.endswith(".")
            assert not words.startswith("doctor.")


def test_what_only_the_page_talks_to_is_told_as_well() -> None:
    assert [each.host for each in destinations(WORKFLOW)[2:]] == list(OPENAI_HOSTS)
    assert len(destinations(SERVER)) == 2
    assert destinations(LOCAL) == ()


def test_the_key_is_said_to_go_to_openai_only_where_it_does() -> None:
    _script, api, *_ = destinations(WORKFLOW)
    assert "key" in api.why
    assert not any("key opens" in each.why.lower() for each in destinations(SERVICE) if each.host == "api.openai.com")


def test_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise AssertionError("a packet")

    for name in ("getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    for connection in (LOCAL, WORKFLOW, SERVICE, SERVER):
        assert places(connection) is not None
        assert destinations(connection) is not None


def test_a_service_is_asked_for_what_anybody_may_see() -> None:
    assert places(SERVICE)[-1].url == "https://service.example:8443/chat/api/chatkit/health"
