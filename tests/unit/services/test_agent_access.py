"""The way to an agent whose key is slow to come: the keyring is named, and its late answer serves who asks again."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from app.errors import KeyringTimeout
from app.observability.own_names import OwnNames
from app.observability.redaction import Redactor, redact
from app.services import agent_access, client_secrets
from app.services.agent_access import AgentAccess
from app.services.client_secrets import ClientSecrets, MintedSecret
from app.services.connections import Connection, Connections
from app.services.credentials import Credentials
from app.services.keyring_backend import OpenKeyring
from tests.support.redactors import use_redactor

KEY = "sk-canary-0123456789-wxyz"


class Unlocked:
    """A keyring that answers once its person has unlocked it."""

    def __init__(self, key: str = KEY) -> None:
        self.gate, self._key = threading.Event(), key

    def get_password(self, _service: str, _name: str) -> str:
        self.gate.wait()
        return self._key

    def set_password(self, *_said: str) -> None: ...

    def delete_password(self, *_said: str) -> None: ...


def test_f48_a_keyring_that_waits_is_no_failure_of_the_network_and_its_late_key_serves_a_retry(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(client_secrets, "ClientSecrets", partial(ClientSecrets, deadline_seconds=0.5))
    monkeypatch.setattr(agent_access, "mint", lambda _to, key, *_: MintedSecret(f"ek_{key[-4:]}", 0.0, "cksess_1"))
    keyring = Unlocked()
    connections = Connections()
    connections.select(connections.save(Connection("", "workflow", "", "", workflow_id="wf_1")).id)
    credentials = Credentials(
        environ={}, open_backend=lambda: OpenKeyring(keyring, "Test"), notice_seconds=0.05, deadline_seconds=60.0
    )
    access = AgentAccess(connections, lambda: credentials, lambda: "somebody", lambda _relay: None)
    try:
        with pytest.raises(KeyringTimeout):
            access.client_secret(None)
    finally:
        keyring.gate.set()
    assert access.client_secret(None, anew=True) == "ek_wxyz"


def test_a_servers_header_value_is_a_known_secret_from_when_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    use_redactor(monkeypatch, Redactor(OwnNames()))
    keyring = Unlocked("Token plain-value-of-somebody")
    keyring.gate.set()
    credentials = Credentials(environ={}, open_backend=lambda: OpenKeyring(keyring, "Test"))
    access = AgentAccess(Connections(), lambda: credentials, lambda: "somebody", lambda _relay: None)
    access.relay(Connection("server-1", "server", "", "", url="https://agent.example"))
    assert redact("sent Token plain-value-of-somebody, plain-value-of-somebody") == "sent [secret], [secret]"
