"""Owns which keyring of the system keeps the secrets: one that is named here, whatever else is installed or set."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol

from app.errors import KeyringAbsent, KeyringLocked


class KeyringBackend(Protocol):
    """The three calls that are made of a keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a value."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove a value that is there."""


@dataclass(frozen=True, slots=True)
class KnownKeyring:
    """A keyring that may be used: its module and class in the keyring package, and its name for people."""

    module: str
    class_name: str
    name: str


SECRET_SERVICE = KnownKeyring("keyring.backends.SecretService", "Keyring", "Secret Service")
KWALLET = KnownKeyring("keyring.backends.kwallet", "DBusKeyring", "KWallet")
WINDOWS = KnownKeyring("keyring.backends.Windows", "WinVaultKeyring", "Windows Credential Manager")
MACOS = KnownKeyring("keyring.backends.macOS", "Keyring", "macOS Keychain")


@dataclass(frozen=True, slots=True)
class OpenKeyring:
    """A keyring that can be called, with its name for people."""

    backend: KeyringBackend
    name: str


OpenBackend = Callable[[], OpenKeyring]


def known_keyrings(platform: str, environ: Mapping[str, str]) -> tuple[KnownKeyring, ...]:
    """Return the keyrings that may be used on this system, the preferred one first."""
    if platform == "win32":
        return (WINDOWS,)
    if platform == "darwin":
        return (MACOS,)
    desktops = environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    return (KWALLET, SECRET_SERVICE) if "KDE" in desktops else (SECRET_SERVICE,)


def open_keyring(environ: Mapping[str, str], platform: str = sys.platform) -> OpenKeyring:
    """Open the first keyring that works here; it may ask the session bus, so never on the window's own thread."""
    for known in known_keyrings(platform, environ):
        backend = _open(known)
        if backend is not None:
            return OpenKeyring(backend, known.name)
    raise KeyringAbsent


def open_no_keyring() -> OpenKeyring:
    """Open nothing: what a system without a keyring has."""
    raise KeyringAbsent


def can_be_quiet(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Say whether the keyring of this system can be used, and found locked, without asking the person."""
    return known_keyrings(platform, environ)[0] in (SECRET_SERVICE, WINDOWS)


def open_quiet_keyring(environ: Mapping[str, str], platform: str = sys.platform) -> OpenKeyring:
    """Open the keyring of `open_keyring` so that it never asks the person; raises KeyringLocked where it might."""
    known = known_keyrings(platform, environ)[0]
    if not can_be_quiet(environ, platform):
        raise KeyringLocked
    backend = _open(known, QUIET if known is SECRET_SERVICE else {})
    if backend is None:
        raise KeyringAbsent
    return OpenKeyring(backend, known.name)


def _unlocked_collection(_keyring: KeyringBackend) -> Any:
    """Stand in for the method that makes the default collection, or asks to unlock it."""
    import secretstorage

    connection = secretstorage.dbus_init()
    try:
        collection = secretstorage.Collection(connection)
        if collection.is_locked():
            raise KeyringLocked
    except BaseException:
        # Whoever gets the collection closes this; nobody gets it.
        connection.close()
        raise
    return collection


def _leave_locked(_keyring: KeyringBackend, item: Any) -> None:
    """Stand in for the method that asks to unlock an item."""
    if item.is_locked():
        raise KeyringLocked


QUIET: Mapping[str, Any] = {"get_preferred_collection": _unlocked_collection, "unlock": _leave_locked}


def _open(known: KnownKeyring, others: Mapping[str, Any] = MappingProxyType({})) -> KeyringBackend | None:
    # SECURITY: the class by its name, never keyring.get_keyring(): that one follows PYTHON_KEYRING_BACKEND,
    # keyringrc.cfg and every installed entry point, and ends at a backend that writes plain text or nothing.
    try:
        kind = getattr(importlib.import_module(known.module), known.class_name)
        if not kind.viable:
            return None
        # SECURITY: a backend otherwise takes KEYRING_PROPERTY_* of the environment for its own attributes.
        closed = type(kind.__name__, (kind,), {"set_properties_from_env": lambda _self: None, **others})
        backend: KeyringBackend = closed()
    except Exception:  # noqa: BLE001 - what a missing library or bus raises differs by system
        return None
    return backend
