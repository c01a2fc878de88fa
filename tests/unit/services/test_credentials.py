"""Tests of where secrets are kept, with keyrings of our own making."""

from __future__ import annotations

import copy
import threading
from pathlib import Path

import pytest

from app.errors import Invalid, KeyringAbsent, KeyringFailed, KeyringLocked, KeyringLost, KeyringTimeout
from app.services import keyring_backend
from app.services.credentials import Credentials
from app.services.keyring_backend import KWALLET, MACOS, SECRET_SERVICE, WINDOWS, OpenKeyring, known_keyrings
from app.services.secret import Secret, clean
from tests.support.keeping_keyring import KeepingKeyring

CANARY = "sk-canary-0123456789-wxyz"


class ForgetfulKeyring(KeepingKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing, as the null backend does."""


class LyingKeyring(KeepingKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        return "another value"


class InitError(Exception):
    """Has the name that the keyring package uses for a keyring which cannot be opened."""


class LockedKeyring(KeepingKeyring):
    locked = True

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise InitError(CANARY)
        return super().get_password(service, username)


class HangingKeyring(KeepingKeyring):
    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(30)
        return super().get_password(service, username)


def credentials_with(backend: KeepingKeyring, environ: dict[str, str] | None = None) -> Credentials:
    return Credentials("test", environ or {}, lambda: OpenKeyring(backend, "Test Keyring"))


def absent() -> OpenKeyring:
    raise KeyringAbsent


def test_a_secret_is_kept_in_the_keyring_and_forgotten() -> None:
    backend = KeepingKeyring()
    credentials = credentials_with(backend)
    status = credentials.store("c1", f"  {CANARY}\n")
    assert backend.kept == {("test", "connection:c1"): CANARY}
    assert (status.source, status.last_four, status.keyring) == ("keyring", "wxyz", "available")
    assert "Test Keyring" in status.message
    assert CANARY not in repr(status)
    assert credentials.read("c1") == Secret(CANARY)
    credentials.forget("c1")
    credentials.forget("c1")
    assert backend.kept == {}
    assert credentials.status("c1").source == "none"


def test_without_a_keyring_the_secret_lives_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    credentials = Credentials("test", {}, absent)
    assert credentials.status("c1").keyring == "absent"
    status = credentials.store("c1", CANARY)
    assert (status.source, status.keyring) == ("session", "absent")
    assert "never written" in status.hint
    assert credentials.read("c1") == Secret(CANARY)
    assert list(tmp_path.iterdir()) == []


def test_a_locked_keyring_can_be_tried_again() -> None:
    backend = LockedKeyring()
    credentials = credentials_with(backend)
    with pytest.raises(KeyringLocked) as caught:
        credentials.store("c1", CANARY)
    assert caught.value.retryable
    assert CANARY not in repr(caught.value.envelope()) + caught.value.detail
    assert credentials.status("c1").source == "session"
    assert credentials.status("c2").keyring == "locked"
    backend.locked = False
    assert credentials.store("c1", CANARY).source == "keyring"


def test_a_hanging_keyring_is_waited_for_and_its_late_answer_used() -> None:
    told: list[bool] = []
    backend = HangingKeyring()
    backend.kept["test", "connection:c1"] = CANARY
    credentials = Credentials(
        "test", {}, lambda: OpenKeyring(backend, "Test"), told.append, notice_seconds=0.01, deadline_seconds=0.05
    )
    with pytest.raises(KeyringTimeout):
        credentials.read("c1")
    assert told == [True, False]
    assert credentials.status("c1").keyring == "waiting"
    backend.answered.set()
    patient = credentials._begin_read("c1")
    assert patient.result(10) == Secret(CANARY)


@pytest.mark.parametrize("kind", [ForgetfulKeyring, LyingKeyring])
def test_f49_a_keyring_that_loses_or_changes_a_secret_is_noticed(kind: type[KeepingKeyring]) -> None:
    credentials = credentials_with(kind())
    with pytest.raises(KeyringLost):
        credentials.store("c1", CANARY)
    assert credentials.read("c1") == Secret(CANARY)
    assert credentials.status("c1").source == "session"


def test_the_environment_is_asked_last() -> None:
    credentials = credentials_with(KeepingKeyring(), {"OPENAI_API_KEY": CANARY})
    assert credentials.read("c1") is None
    assert credentials.read("c1", "OPENAI_API_KEY") == Secret(CANARY)
    assert credentials.status("c1", "OPENAI_API_KEY").source == "environment"
    credentials.store("c1", "another-secret")
    assert credentials.read("c1", "OPENAI_API_KEY") == Secret("another-secret")


def test_a_secret_does_not_tell_itself() -> None:
    secret = Secret(CANARY)
    assert CANARY not in f"{secret} {secret!r} {[secret]}"
    with pytest.raises(TypeError):
        copy.copy(secret)
    assert Secret("short").last_four == ""


@pytest.mark.parametrize("value", ["", "  ", "a\nb", "a\x00b", "x" * 1001, "\U0001f511" * 501])
def test_what_is_no_key_is_refused_without_being_quoted(value: str) -> None:
    with pytest.raises(Invalid) as caught:
        clean(value)
    assert "keyring" not in caught.value.sentence


def test_only_keyrings_of_the_system_are_known() -> None:
    assert known_keyrings("linux", {}) == (SECRET_SERVICE,)
    assert known_keyrings("linux", {"XDG_CURRENT_DESKTOP": "KDE"}) == (KWALLET, SECRET_SERVICE)
    assert (known_keyrings("win32", {}), known_keyrings("darwin", {})) == ((WINDOWS,), (MACOS,))


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyrings.alt.file.PlaintextKeyring"])
def test_the_environment_does_not_choose_the_keyring(monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(KeyringFailed):
        keyring_backend.open_keyring({"PYTHON_KEYRING_BACKEND": backend}, "linux")
