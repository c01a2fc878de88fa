"""Owns the addresses of the window's pages, known as soon as a port is bound and before anything answers on it."""

from __future__ import annotations

from dataclasses import dataclass

# The chat document that holds the official interface; the shell asks for it by this name.
OFFICIAL_PATH = "chat/official.html"


@dataclass(frozen=True, slots=True)
class PageAddresses:
    """Where shell and chat document are: two origins on one port, below a path that nobody can guess."""

    port: int
    path_token: str

    @property
    def shell_origin(self) -> str:
        """The privileged origin."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def chat_origin(self) -> str:
        """The unprivileged origin."""
        return f"http://localhost:{self.port}"

    @property
    def shell_url(self) -> str:
        """The shell's page."""
        return f"{self.shell_origin}/{self.path_token}/shell/index.html"

    @property
    def fallback_url(self) -> str:
        """The static page that explains why the shell cannot be shown."""
        return f"{self.shell_origin}/{self.path_token}/shell/not_ready.html"

    @property
    def chat_url(self) -> str:
        """The chat document with the built-in element."""
        return f"{self.chat_origin}/{self.path_token}/chat/builtin.html"
