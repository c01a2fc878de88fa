"""Owns the values of diagnostics: what a check is, what it is given, what it may find."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Literal

from app.diagnostics.system_readers import read_attribute, read_registry, system_proxies
from app.observability.redaction import keep_readable
from app.resources import assets_dir
from app.services.keyring_backend import OpenBackend, open_keyring, open_no_keyring, open_quiet_keyring
from app.services.link_opener import environment_of_person
from app.settings.locations import Locations

System = Literal["linux", "macos", "windows"]
Severity = Literal["high", "medium", "low"]
Plain = str | int | float | bool | list[str] | None

CHECK_SECONDS = 2.0
SYSTEMS: Mapping[str, System] = {"win32": "windows", "darwin": "macos"}


class State(StrEnum):
    """What a check found out: `skip` was left out for a reason, `unknown` could not be found out."""

    PASS = "pass"  # noqa: S105 -- no password
    WARN = "warn"
    FAIL = "fail"
    SKIP = "skip"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a person can do: words, commands to copy, something the window can open for them, a page to read."""

    text: str
    commands: tuple[str, ...] = ()
    action: Literal["", "settings", "connections"] = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. `evidence` is the same in each run on the same computer; `measured` is not.

    `explained_by` names the checks that may say why, those of the test of a connection among them.
    """

    state: State
    summary: str
    detail: str = ""
    remedy: Remedy | None = None
    evidence: Mapping[str, Plain] = field(default_factory=dict)
    measured: Mapping[str, Plain] = field(default_factory=dict)
    explained_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What checks look at, all of it given, so that tests can break the real thing.

    `elsewhere` is where a run keeps its records that cannot keep them at `locations`.
    `root` is where the system's own files begin, `module_folders` where Python looks for packages. The readers of a
    system say nothing until they are given: `registry` takes a hive, a key and a name, `attribute` a file and a name;
    `open_quiet_keyring` opens what never asks the person anything; `ask_page` asks the page of the window this runs
    in, where it runs in one, and calls back once that has answered.
    """

    locations: Locations
    elsewhere: Locations | None = None
    environ: Mapping[str, str]
    system: System
    env_file: Path | None = None
    now: Callable[[], float] = time.time
    root: Path = Path("/")
    module_folders: tuple[str, ...] = ()
    python_version: tuple[int, int, int] = (3, 11, 0)
    assets: Path = Path()
    is_frozen: bool = False
    executable: Path = Path()
    registry: Callable[[str, str, str], str | int | None] = lambda _hive, _key, _name: None
    attribute: Callable[[Path, str], str | None] = lambda _file, _name: None
    system_proxies: Callable[[], Mapping[str, str]] = dict
    open_keyring: OpenBackend = open_no_keyring
    open_quiet_keyring: OpenBackend = open_no_keyring
    ask_page: Callable[[Callable[[], None]], None] | None = None

    @property
    def records(self) -> Locations:
        """Return where what this run records is: its failures and its logs."""
        return self.elsewhere or self.locations

    @classmethod
    def of_this_process(
        cls, locations: Locations, *, environ: Mapping[str, str] = os.environ, env_file: Path | None = None
    ) -> CheckContext:
        """Return the context of the computer and the Python this runs on."""
        # What is wrong with a folder is found out where it is.
        locations, elsewhere = locations.meant or locations, locations if locations.meant else None
        keep_readable(*locations.folders)
        return cls(
            locations=locations,
            elsewhere=elsewhere,
            # A frozen program is started with a variable of its own, which nobody set.
            environ=environment_of_person(environ),
            system=SYSTEMS.get(sys.platform, "linux"),
            env_file=env_file,
            module_folders=tuple(folder or os.getcwd() for folder in sys.path),  # noqa: PTH109 -- as sys.path spells it
            python_version=sys.version_info[:3],
            assets=assets_dir(),
            is_frozen=bool(getattr(sys, "frozen", False)),
            executable=Path(sys.executable),
            registry=read_registry,
            attribute=read_attribute,
            system_proxies=system_proxies,
            open_keyring=partial(open_keyring, environ),
            open_quiet_keyring=partial(open_quiet_keyring, environ),
        )


@dataclass(frozen=True, slots=True)
class Check:
    """One question to this computer. Its `id` is stable and never used again; `title` names its words in the catalogue.

    `severity` says what its failing costs: the start or data (high), a part of the program (medium), comfort (low).
    `seconds` is how long it may take.
    """

    id: str
    group: Literal["program", "data", "window", "connection", "records", "administrator", "online"]
    title: str
    severity: Severity
    probe: Callable[[CheckContext], Finding]
    depends_on: tuple[str, ...] = ()
    seconds: float = CHECK_SECONDS


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one check in one run."""

    check: Check
    finding: Finding
    duration_ms: int
