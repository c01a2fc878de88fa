"""Owns where this program keeps its files on each system; it creates none of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.brand import BRAND

# As Debian names the home of whoever has none; it cannot be made, so such a run keeps nothing.
NO_HOME = Path("/nonexistent")


@dataclass(frozen=True, slots=True)
class Locations:
    """The folders of one person's Agentnook, and the files in them whose names others have to know."""

    settings_dir: Path
    data_dir: Path
    log_dir: Path
    cache_dir: Path
    runtime_dir: Path
    is_own_folder: bool = False
    """Whether all of it is in one folder that this run was given."""
    meant: Locations | None = None
    """Where all of it would be, in a run that can keep nothing there."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder that holds nothing but the program's own files."""
        return (self.settings_dir, self.data_dir, self.log_dir, self.cache_dir, self.runtime_dir)

    @property
    def documents_dir(self) -> Path:
        """Our folder among the person's documents, for what they asked to have as files."""
        if self.is_own_folder:
            return self.data_dir
        from platformdirs import user_documents_path

        return user_documents_path() / BRAND.name

    @property
    def settings_file(self) -> Path:
        """What the person chose."""
        return self.settings_dir / "settings.json"

    @property
    def database_file(self) -> Path:
        """The conversations."""
        return self.data_dir / "conversations.sqlite3"

    @property
    def connections_file(self) -> Path:
        """What the person talks to; it never holds a secret."""
        return self.settings_dir / "connections.json"

    @property
    def permissions_file(self) -> Path:
        """What agents may always do here."""
        return self.data_dir / "permissions.json"

    @property
    def ledger_file(self) -> Path:
        """What agents have asked for, without any contents."""
        return self.data_dir / "calls.jsonl"

    @property
    def installation_file(self) -> Path:
        """The name by which a hosted agent knows this installation again."""
        return self.data_dir / "installation"

    @property
    def failures_file(self) -> Path:
        """The last failures, for diagnostics."""
        return self.data_dir / "failures.json"

    @property
    def data_lock_file(self) -> Path:
        """What the one running window holds locked."""
        return self.data_dir / "window.lock"

    @property
    def open_window_file(self) -> Path:
        """Where the one running window can be told of second starts."""
        return self.data_dir / "open-window.json"

    @property
    def log_file(self) -> Path:
        """The log that is being written."""
        return self.log_dir / f"{BRAND.slug}.log"

    @property
    def chat_host_log_file(self) -> Path:
        """The log of the chat host."""
        return self.log_file.with_name("chat-host.log")

    @property
    def export_log_file(self) -> Path:
        """The log of exports."""
        return self.log_file.with_name("export.log")


def resolve_locations(data_dir: Path | None, environ: Mapping[str, str] = os.environ) -> Locations:
    """Return where the files are: all below `data_dir` when there is one, else where this system wants them."""
    if data_dir is not None:
        home = Path(os.path.abspath(data_dir.expanduser()))  # noqa: PTH100 -- resolve() would follow links
        return Locations(home, home, home / "log", home / "cache", home / "run", is_own_folder=True)
    return _resolve_for_linux(environ) if sys.platform == "linux" else _resolve_for_others()


def _resolve_for_linux(environ: Mapping[str, str]) -> Locations:
    """Follow the XDG base directories: four variables, without the 13 ms that importing platformdirs costs."""
    cache_dir = _xdg(environ, "XDG_CACHE_HOME", ".cache")
    runtime = Path(environ.get("XDG_RUNTIME_DIR", ""))
    return Locations(
        settings_dir=_xdg(environ, "XDG_CONFIG_HOME", ".config"),
        data_dir=_xdg(environ, "XDG_DATA_HOME", ".local/share"),
        log_dir=_xdg(environ, "XDG_STATE_HOME", ".local/state") / "log",
        cache_dir=cache_dir,
        runtime_dir=runtime / BRAND.slug if runtime.is_absolute() else cache_dir / "run",
    )


def _resolve_for_others() -> Locations:
    from platformdirs import PlatformDirs

    folders = PlatformDirs(BRAND.slug, appauthor=False)
    return Locations(
        settings_dir=folders.user_config_path,
        data_dir=folders.user_data_path,
        log_dir=folders.user_log_path,
        cache_dir=folders.user_cache_path,
        runtime_dir=folders.user_runtime_path,
    )


def _xdg(environ: Mapping[str, str], variable: str, below_home: str) -> Path:
    """Return our folder below a base directory; the standard wants a relative one to be ignored."""
    base = Path(environ.get(variable, ""))
    return (base if base.is_absolute() else _home(environ) / below_home) / BRAND.slug


def _home(environ: Mapping[str, str]) -> Path:
    """Return the home folder: what HOME says, if it can be one, else what the system knows of this person."""
    said = Path(environ.get("HOME", ""))
    return said if said.is_absolute() else _home_of_account()


def _home_of_account() -> Path:
    import pwd

    with suppress(KeyError):
        home = Path(pwd.getpwuid(os.getuid()).pw_dir)
        if home.is_absolute():
            return home
    return NO_HOME
