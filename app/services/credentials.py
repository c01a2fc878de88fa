"""Owns where secrets are kept: the system's keyring, else this session's memory, never a file."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import TypeVar

from app.brand import BRAND
from app.errors import AppError, Invalid, KeyringAbsent, KeyringFailed, KeyringLocked, KeyringLost, KeyringTimeout
from app.observability.developers import warn_developers
from app.resources import text
from app.services.keyring_backend import OpenBackend, OpenKeyring, open_keyring
from app.services.secret import KeyringState, Secret, SecretStatus, Source, clean
from app.services.waiting_call import WaitingCalls

T = TypeVar("T")

NOTICE_SECONDS = 0.5
DEADLINE_SECONDS = 30.0


class Credentials:
    """The secrets of the connections, by connection id; every method may wait and may be called on any thread."""

    def __init__(
        self,
        service_name: str = BRAND.slug,
        environ: Mapping[str, str] = os.environ,
        open_backend: OpenBackend | None = None,
        on_waiting: Callable[[bool], None] = lambda _waits: None,
        *,
        notice_seconds: float = NOTICE_SECONDS,
        deadline_seconds: float = DEADLINE_SECONDS,
    ) -> None:
        self._service_name, self._environ = service_name, environ
        self._open_backend = open_backend or (lambda: open_keyring(environ))
        self._calls = WaitingCalls(on_waiting, notice_seconds=notice_seconds, deadline_seconds=deadline_seconds)
        self._lock = threading.Lock()
        self._session: dict[str, Secret] = {}
        self._reads: dict[str, Future[Secret | None]] = {}
        self._keyring_name = ""

    def store(self, connection_id: str, value: str) -> SecretStatus:
        """Keep a secret; when the keyring cannot, it is kept for this session, and the error or the status says so."""
        secret = clean(value)
        with self._lock:
            self._session[connection_id] = secret
            self._reads.pop(connection_id, None)
        future = self._calls.submit(lambda: self._write(connection_id, secret))
        try:
            self._calls.wait(future)
        except KeyringAbsent:
            return self._status("session", secret, "absent")
        return self._status("keyring", secret, "available")

    def read(self, connection_id: str, environment_name: str | None = None) -> Secret | None:
        """Return the secret: this session's, else the keyring's, else the environment's."""
        return self._find(connection_id, environment_name)[1]

    @property
    def waits(self) -> bool:
        """Whether somebody waits for the keyring right now, and has for a moment."""
        return self._calls.waits

    def forget(self, connection_id: str) -> None:
        """Remove the secret from this session and from the keyring."""
        with self._lock:
            self._session.pop(connection_id, None)
            self._reads.pop(connection_id, None)
        try:
            self._calls.wait(self._calls.submit(lambda: self._delete(connection_id)))
        except KeyringAbsent:
            return  # nothing can be there

    def status(self, connection_id: str, environment_name: str | None = None) -> SecretStatus:
        """Say where the secret is, without telling it."""
        try:
            source, secret, state = self._find(connection_id, environment_name)
        except KeyringFailed as error:
            return self._status("none", None, _state(error), error)
        return self._status(source, secret, state)

    def _find(self, connection_id: str, environment_name: str | None) -> tuple[Source, Secret | None, KeyringState]:
        with self._lock:
            kept = self._session.get(connection_id)
        if kept is not None:
            return "session", kept, "available" if self._keyring_name else "absent"
        failure: KeyringFailed | None = None
        state: KeyringState = "available"
        try:
            found = self._calls.wait(self._begin_read(connection_id))
            if found is not None:
                if self.given(environment_name) not in (None, found):
                    warn_developers("%s is set, but the keyring has another key, which is used", environment_name)
                return "keyring", found, state
        except KeyringAbsent:
            state = "absent"
        except KeyringFailed as error:
            failure = error
            state = _state(error)
        given = self.given(environment_name)
        if given is not None:
            return "environment", given, state
        if failure is not None:
            raise failure
        return "none", None, state

    def _begin_read(self, connection_id: str) -> Future[Secret | None]:
        """Return the read that still waits, so that its late result is used, else a new one."""
        with self._lock:
            late = self._reads.pop(connection_id, None)
            if late is None or late.cancelled() or (late.done() and late.exception() is not None):
                late = self._calls.submit(lambda: self._get(connection_id))
            if not late.done():
                self._reads[connection_id] = late
            return late

    def given(self, environment_name: str | None) -> Secret | None:
        """Return the environment's secret, without asking the keyring."""
        try:
            return clean(self._environ.get(environment_name, "")) if environment_name else None
        except Invalid:
            return None

    def _write(self, connection_id: str, secret: Secret) -> None:
        name = _name(connection_id)

        def write_and_compare(keyring: OpenKeyring) -> None:
            keyring.backend.set_password(self._service_name, name, secret.reveal())
            # SECURITY: a null backend takes everything and keeps nothing; only reading back shows it.
            if keyring.backend.get_password(self._service_name, name) != secret.reveal():
                raise KeyringLost

        self._with_keyring(write_and_compare)
        with self._lock:
            if self._session.get(connection_id) is secret:
                del self._session[connection_id]

    def _get(self, connection_id: str) -> Secret | None:
        name = _name(connection_id)
        value = self._with_keyring(lambda keyring: keyring.backend.get_password(self._service_name, name))
        return Secret(value) if value else None

    def _delete(self, connection_id: str) -> None:
        name = _name(connection_id)

        def delete(keyring: OpenKeyring) -> None:
            if keyring.backend.get_password(self._service_name, name) is not None:
                keyring.backend.delete_password(self._service_name, name)

        self._with_keyring(delete)

    def _with_keyring(self, call: Callable[[OpenKeyring], T]) -> T:
        # Opened anew each time: a keyring that was absent or locked may be there now.
        try:
            keyring = self._open_backend()
            self._keyring_name = keyring.name
            return call(keyring)
        except AppError:
            raise
        except Exception as error:  # noqa: BLE001 - a backend raises what its system does
            # SECURITY: only the kind of a foreign error is kept; its words could hold the value.
            raise _translated(error) from None

    def _status(
        self, source: Source, secret: Secret | None, state: KeyringState, failure: KeyringFailed | None = None
    ) -> SecretStatus:
        message, hint = _words(source, state, self._keyring_name)
        return SecretStatus(
            source=source,
            last_four=secret.last_four if secret else "",
            checked_at_utc=datetime.now(UTC).isoformat(timespec="seconds"),
            keyring=state,
            keyring_name=self._keyring_name if state != "absent" else "",
            message=failure.sentence if failure else message,
            hint=failure.hint if failure else hint,
        )


def _words(source: Source, state: KeyringState, keyring_name: str) -> tuple[str, str]:
    if source == "keyring":
        return text("secret.keyring.message", keyring=keyring_name), text("secret.keyring.hint")
    if source == "session":
        return text("secret.session.message"), text("secret.session.hint")
    if source == "environment":
        return text("secret.environment.message"), text("secret.environment.hint")
    if state == "absent":
        return text("secret.absent.message"), text("secret.absent.hint")
    return text("secret.none.message"), text("secret.none.hint")


def _state(failure: KeyringFailed) -> KeyringState:
    return "waiting" if isinstance(failure, KeyringTimeout) else "locked"


def _name(connection_id: str) -> str:
    return f"connection:{connection_id}"


def _translated(error: Exception) -> KeyringFailed:
    """Return our error for one of the keyring package, by its name: the package is not imported for this."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if kinds & {"KeyringLocked", "InitError"}:
        return KeyringLocked(detail=type(error).__name__)
    if "NoKeyringError" in kinds:
        return KeyringAbsent(detail=type(error).__name__)
    return KeyringFailed(detail=type(error).__name__)
