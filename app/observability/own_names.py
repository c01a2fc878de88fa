"""Owns what this computer and its user are called, so that reports can leave it out; asks no network."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

# Names that many computers share: they tell nothing about anybody, and they are words that reports need.
COMMON_NAMES = frozenset(
    {"root", "user", "admin", "administrator", "guest", "nobody", "home", "local", "localhost", "localdomain"}
    | {"computer", "desktop", "laptop", "debian", "ubuntu", "fedora", "linux", "windows", "macos", "agentnook"}
)
MINIMUM_NAME_LENGTH = 3


@dataclass(frozen=True, slots=True)
class OwnNames:
    """Home folders, and those the program's code is in, as paths; names of the user and of the computer as words."""

    homes: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    code: tuple[str, ...] = ()


def own_names(environ: Mapping[str, str] = os.environ) -> OwnNames:
    """Return the names of this computer and of the user this process runs for."""
    account_name, full_name, account_home = _account()
    homes = [environ.get("HOME", ""), environ.get("USERPROFILE", ""), account_home]
    users = [environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME", "SUDO_USER")]
    host = platform.node()
    return OwnNames(
        homes=tuple(dict.fromkeys(home.rstrip("/\\") for home in homes if _is_telling_folder(home))),
        users=_telling([*users, account_name, full_name]),
        hosts=_telling([host, host.partition(".")[0]]),
        code=_folders_of_code(),
    )


def _account() -> tuple[str, str, str]:
    """Return the account's name, its owner's full name and its home folder, as far as the system tells them."""
    if sys.platform == "win32":
        return "", "", ""
    import pwd

    try:
        entry = pwd.getpwuid(os.getuid())
    except KeyError:  # a container may run an account that no list knows
        return "", "", ""
    return entry.pw_name, entry.pw_gecos.partition(",")[0], entry.pw_dir


def _folders_of_code() -> tuple[str, ...]:
    """Return where this program and its packages are; of Python's path, the working folder may be anybody's."""
    packages = (folder for folder in sys.path if folder.endswith(("site-packages", "dist-packages")))
    folders = (str(Path(__file__).parents[2]), sys.prefix, sys.base_prefix, *packages)
    return tuple(dict.fromkeys(folder for folder in folders if _is_telling_folder(folder)))


def _is_telling_folder(folder: str) -> bool:
    """Return whether hiding this folder hides something: the root of a disk is in every path."""
    return len(PurePath(folder).parts) >= 2


def _telling(names: Iterable[str]) -> tuple[str, ...]:
    chosen = (name.strip() for name in names)
    return tuple(
        dict.fromkeys(
            name
            for name in chosen
            if len(name) >= MINIMUM_NAME_LENGTH and name.casefold() not in COMMON_NAMES and not name.isdigit()
        )
    )
