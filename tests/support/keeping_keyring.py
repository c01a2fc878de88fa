"""A keyring in memory that keeps what it is given, for tests of what stands above it."""

from __future__ import annotations


class KeepingKeyring:
    """Keeps what it is given, as a keyring should."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]
