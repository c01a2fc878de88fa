"""What works and is yet hardly meant is said to developers, and only then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.observability.developers import speak_to_developers
from app.services.agent_access import AgentAccess
from app.services.client_secrets import ClientSecrets, MintedSecret
from app.services.connections import Connection, Connections
from app.services.credentials import Credentials
from app.services.given_connection import given_connection
from app.services.keyring_backend import OpenKeyring
from tests.support.keeping_keyring import KeepingKeyring

KEY, OTHER = "sk-test-of-the-keyring-0", "sk-test-of-the-environment"


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Return what developers hear."""
    speak_to_developers(wanted=True)
    yield caplog.messages
    speak_to_developers(wanted=False)
    assert {record.levelname for record in caplog.records} <= {"WARNING"}
    assert "sk-" not in caplog.text


def credentials(**environ: str) -> Credentials:
    keyring = OpenKeyring(KeepingKeyring(), "Test Keyring")
    made = Credentials("test", environ, lambda: keyring)
    made.store("one", KEY)
    return made


def test_a_key_of_the_environment_that_is_not_used(said: list[str], caplog: pytest.LogCaptureFixture) -> None:
    for key, count in ((KEY, 0), (OTHER, 1)):
        found = credentials(OPENAI_API_KEY=key).read("one", "OPENAI_API_KEY")
        assert found is not None
        assert found.reveal() == KEY
        assert len(caplog.messages) == count
    assert caplog.messages == ["OPENAI_API_KEY is set, but the keyring has another key, which is used"]


def test_a_workflow_of_the_environment_without_a_key(said: list[str], caplog: pytest.LogCaptureFixture) -> None:
    assert given_connection("wf_68a1b2c3", {}) is None
    assert caplog.messages == ["the settings name a workflow, but without OPENAI_API_KEY it is not used"]


@pytest.mark.parametrize(("url", "count"), [("http://127.0.0.1:9", 1), ("https://127.0.0.1:9", 0)])
def test_a_session_service_without_tls(said: list[str], caplog: pytest.LogCaptureFixture, url: str, count: int) -> None:
    connection = Connection("service", "session_service", "S", "S", workflow_id="wf_68a1b2c3", url=url)
    connections = Connections(given=connection)
    made = credentials()
    access = AgentAccess(connections, lambda: made, lambda: "somebody", lambda _relay: None)
    access.prefetch()
    access.cancel()
    assert len(caplog.messages) == count


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("lives", "asked_after", "heard"),
    [
        (600.0, 590.0, []),
        (600.0, 600.0, ["a secret was renewed only after its end: the interface did not ask in time"]),
        (60.0, 59.0, ["the server gives secrets that live for only 60 s"] * 2),
    ],
)
def test_secrets_that_end_too_soon_or_are_renewed_too_late(
    said: list[str], caplog: pytest.LogCaptureFixture, lives: float, asked_after: float, heard: list[str]
) -> None:
    clock, names = Clock(), iter(("ek_1", "ek_2"))
    secrets = ClientSecrets(lambda: MintedSecret(next(names), 0.0, "cksess_1", lives), clock)
    secrets.get(None)
    clock.now += asked_after
    secrets.get("ek_1")
    assert caplog.messages == heard


def test_nobody_else_hears_it(caplog: pytest.LogCaptureFixture) -> None:
    credentials(OPENAI_API_KEY=OTHER).read("one", "OPENAI_API_KEY")
    assert caplog.messages == []
