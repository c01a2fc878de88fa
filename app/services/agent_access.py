"""Owns the way to the agent that is selected: its key, the secrets its chat is opened with, and the test of both."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from app.chat_host.launch import Relay
from app.errors import (
    AppError,
    KeyMissing,
    KeyringFailed,
    KeyringTimeout,
    NetworkTimeout,
    NotOffered,
    RateLimited,
    ServerTrouble,
    SessionNotCreated,
)
from app.observability.developers import warn_developers
from app.observability.redaction import register_secret
from app.resources import text
from app.services.connections import GIVEN_ID, Connection, Connections
from app.services.secret import KEY_VARIABLE
from app.services.session_trace import trace_call

if TYPE_CHECKING:
    # Heavy, and needed by nobody before the first paint.
    from app.services.client_secrets import ClientSecrets, MintedSecret
    from app.services.credentials import Credentials
    from app.services.early_secret import EarlySecret
    from app.services.secret import SecretStatus

Interface = Literal["builtin", "official"]


class AgentAccess:
    """How the selected connection is reached; safe on every thread."""

    def __init__(
        self,
        connections: Connections,
        credentials: Callable[[], Credentials],
        user: Callable[[], str],
        relay_to: Callable[[Relay | None], None],
        early: EarlySecret | None = None,
    ) -> None:
        """Take `early`, the secret that was begun before this was made, for the connection it was begun for."""
        self._relay_to = relay_to
        self._connections, self._credentials, self._user = connections, credentials, user
        self._lock = threading.Lock()
        self._secrets: tuple[Connection, ClientSecrets] | None = None
        self._early = early

    def client_secret(self, current: str | None, *, anew: bool = False) -> str:
        """Return a secret for the selected connection that is not `current`; raises an AppError within 15 seconds.

        `anew` where a person wants it once more.
        """
        selected = self._connections.selected
        trace_call(selected.kind, selected.workflow_id, current)
        return self._secrets_of(selected).get(current, anew=anew).value

    def prefetch(self) -> None:
        """Begin to make a secret, where the selected connection needs one; tells no failure."""
        selected = self._connections.selected
        if is_hosted(selected):
            self._secrets_of(selected).prefetch()

    def begin_anew(self) -> None:
        """Another connection is selected, or its key or description is another one; may wait for the keyring."""
        selected = self._connections.selected
        try:
            relay = self.relay(selected)
        except KeyringFailed:
            # SECURITY: without its header the server says no; in its place this computer would answer in its name.
            self.switch(relay_of(selected, ""))
            raise
        self.switch(relay)

    def switch(self, relay: Relay | None) -> None:
        """Talk to the server that was returned by `relay`, or to none, from now on."""
        self.cancel()
        self._relay_to(relay)

    def relay(self, connection: Connection) -> Relay | None:
        """Return the server that a connection is relayed to, with its header; raises KeyringFailed."""
        return relay_of(connection, self._key(connection, "")) if connection.kind == "server" else None

    def cancel(self) -> None:
        """Forget the secrets, and end the making of one."""
        with self._lock:
            secrets, self._secrets = self._secrets, None
            early, self._early = self._early, None
        if secrets is not None:
            secrets[1].cancel()
        if early is not None:
            early.end()

    def test(self, connection: Connection, typed: str) -> None:
        """Reach an agent for real, with the secret that was typed or else the one that is kept; raises an AppError."""
        if connection.kind == "session_service":
            from app.services.session_service import check_service

            check_service(connection.url, self._key(connection, typed))
        if connection.kind == "server":
            from app.services.server_check import check_server

            check_server(relay_of(connection, self._key(connection, typed)))
        if is_hosted(connection):
            self._mint(connection, typed, None)

    def api_key(self, connection: Connection) -> str:
        """Return OpenAI's key of a hosted workflow; raises NotOffered for other kinds, KeyMissing, KeyringFailed."""
        if connection.kind != "workflow":
            raise NotOffered
        key = self._key(connection, "")
        if key == "":
            raise KeyMissing(text("export.no_key"))
        return key

    def key_of(self, connection: Connection) -> str:
        """Return the key of a connection for a test of it, empty where there is none; raises KeyringFailed."""
        return self._key(connection, "")

    def keep_key(self, connection: Connection, typed: str) -> None:
        """Keep what was typed; where the keyring fails it is there for this session, and the status says so."""
        with suppress(KeyringFailed):
            self._credentials().store(connection.id, typed)

    def forget_key(self, connection: Connection) -> None:
        """Remove the key from this session and from the keyring; raises KeyringFailed where that cannot be done."""
        self._credentials().forget(connection.id)

    def status(self, connection: Connection) -> SecretStatus:
        """Say where the key of a connection is, without telling it."""
        return self._credentials().status(connection.id, key_variable(connection))

    def leads_elsewhere(self, connection: Connection) -> bool:
        """Say whether a description leads to another server than the kept one of the same id."""
        # SECURITY: a key was typed for one server; it does not follow the description to another one.
        known = [each for each in self._connections.all() if each.id == connection.id]
        return any(each.url != connection.url for each in known)

    def _secrets_of(self, connection: Connection) -> ClientSecrets:
        if not is_hosted(connection):
            raise NotOffered
        connection = as_session(connection)
        with self._lock:
            # Compared as a whole: a description that was changed needs other secrets.
            if self._secrets is None or self._secrets[0] != connection:
                if self._secrets is not None:
                    self._secrets[1].cancel()
                self._secrets = (connection, self._make_secrets(connection))
            return self._secrets[1]

    def _make_secrets(self, connection: Connection) -> ClientSecrets:
        from app.services.client_secrets import ClientSecrets

        if connection.url.startswith("http:"):
            warn_developers("the session service is asked without TLS: that only works on this computer")
        last: str | None = None

        def make() -> MintedSecret:
            nonlocal last
            minted = self._take_early(connection) or self._mint(connection, "", last)
            last = minted.value
            return minted

        return ClientSecrets(make, late=self._late)

    def _late(self) -> AppError:
        """Say what the making of a secret waits for: the key, or the server; it goes on, for who asks once more."""
        return KeyringTimeout() if self._credentials().waits else NetworkTimeout()

    def _take_early(self, connection: Connection) -> MintedSecret | None:
        with self._lock:
            early = self._early
        if early is None:
            return None
        try:
            return early.take(connection)
        finally:
            with self._lock:
                self._early = None

    def _mint(self, connection: Connection, typed: str, last: str | None) -> MintedSecret:
        return mint(connection, self._key(connection, typed), self._user, last)

    def _key(self, connection: Connection, typed: str) -> str:
        if typed.strip() != "":
            from app.services.secret import clean

            return _known(clean(typed).reveal())
        return "" if self.leads_elsewhere(connection) else kept_key(connection, self._credentials())


def as_session(connection: Connection) -> Connection:
    """Return what a session is made of: what was said about the microphone changes nothing about it."""
    return replace(connection, microphone="ask")


def kept_key(connection: Connection, credentials: Credentials) -> str:
    """Return the key of a connection, empty where there is none; from now on no log shows it; raises KeyringFailed."""
    if connection.id == GIVEN_ID:
        # Its key comes with it, and no other is ever kept: the chat does not wait for the keyring.
        kept = credentials.given(key_variable(connection))
    else:
        kept = credentials.read(connection.id, key_variable(connection))
    return _known(kept.reveal()) if kept is not None else ""


def _known(key: str) -> str:
    """SECURITY: T20, a server's header value has no shape to be known by; once it is read, no log shows it."""
    register_secret(key)
    return key


def mint(connection: Connection, key: str, user: Callable[[], str], last: str | None = None) -> MintedSecret:
    """Make a secret; an organisation's service is told the one before it, so that it can end that session."""
    files, history = connection.chat.attachments, connection.chat.history
    if connection.kind == "session_service":
        from app.services.session_service import mint_from_service

        ask = partial(
            mint_from_service,
            *(connection.url, key, connection.workflow_id),
            file_upload_enabled=files,
            history_enabled=history,
        )
        try:
            return ask(current=last)
        except (RateLimited, ServerTrouble):
            raise
        except SessionNotCreated:
            if last is None:
                raise
            # A service that was started anew knows nothing of the session before.
            return ask()
    if key == "":
        raise KeyMissing
    from app.services.hosted_sessions import SessionOptions, mint_hosted

    options = SessionOptions(connection.workflow_id, user(), file_upload_enabled=files, history_enabled=history)
    return mint_hosted(options, key)


def relay_of(connection: Connection, key: str) -> Relay:
    """Return where a server is and the header it is sent; without a key it is sent none."""
    if key == "":
        return Relay(connection.url)
    name = connection.header_name or "Authorization"
    is_bearer = name.lower() == "authorization" and " " not in key
    return Relay(connection.url, name, f"Bearer {key}" if is_bearer else key)


def is_hosted(connection: Connection) -> bool:
    """Say whether the agent's conversations are opened with client secrets."""
    return connection.kind in ("workflow", "session_service")


def interface_of(connection: Connection) -> Interface:
    """Say which chat interface a connection is shown in: only a server can be shown in both."""
    if is_hosted(connection):
        return "official"
    return "official" if connection.kind == "server" and connection.interface == "official" else "builtin"


def key_variable(connection: Connection) -> str | None:
    """Return the variable that may hold the key of a connection, if there is one for its kind."""
    return KEY_VARIABLE if connection.kind == "workflow" else None
