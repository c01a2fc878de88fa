"""A desk at which tools run: a person who picks and saves as they are told, and everything else a tool may use."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.tools.cancellation import Cancellation
from app.tools.file_handles import FileHandles
from app.tools.grants import Grant, Grants
from app.tools.ledger import Call, Ledger
from app.tools.permissions import Permissions
from app.tools.registry import BUILT_IN, ToolRegistry
from app.tools.tool import Tool, ToolContext


class MemoryLedger(Ledger):
    """A ledger without a file."""

    def __init__(self) -> None:
        super().__init__(Path())

    def clear(self) -> None:
        """Forget every call."""
        self._calls.clear()

    def _load(self) -> None:
        """There is nothing to read."""

    def _write(self, _call: Call) -> None:
        """There is nowhere to write."""


@dataclass
class KeptGrants:
    """What outlives a program, without a file."""

    grants: tuple[Grant, ...] = ()

    def read(self) -> tuple[Grant, ...]:
        """Return what is kept."""
        return self.grants

    def write(self, grants: Iterable[Grant]) -> None:
        """Keep these and no others."""
        self.grants = tuple(grants)


@dataclass
class ToolDesk:
    """What the person does, and what tools have done."""

    picked: list[str] | None = field(default_factory=list)
    folder: str | None = None
    saved_as: str | None = None
    clipboard: str = ""
    themes: list[str] = field(default_factory=list)
    asked_for: list[tuple[str, ...]] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    notified: list[tuple[str, str]] = field(default_factory=list)
    handles: FileHandles = field(init=False)
    kept: KeptGrants = field(default_factory=KeptGrants)
    connections: dict[str, str] = field(default_factory=lambda: {"local": "here", "another": "there"})
    """Where each leads."""

    def __post_init__(self) -> None:
        """Hold files for where the connections lead."""
        self.handles = FileHandles(lambda connection: self.connections.get(connection, ""))

    def make_registry(
        self,
        permissions: Permissions,
        tools: Sequence[Tool[Any]] = BUILT_IN,
        clock: Callable[[], float] = time.monotonic,
    ) -> ToolRegistry:
        """Return tools that run here, with what is kept of earlier grants."""
        grants = Grants(tools, lambda connection: self.connections.get(connection, ""), self.kept)
        return ToolRegistry(permissions, self.context, grants, MemoryLedger(), tools, clock)

    def context(self, connection: str, deadline_seconds: float, cancelled: Cancellation) -> ToolContext:
        """Return what a tool is given here."""
        return ToolContext(
            connection=connection,
            agent_label="Guide",
            dialogs=self,
            clipboard=self,
            files=self.handles,
            set_theme=self.themes.append,
            open_link=self.opened.append,
            notify=lambda who, message: self.notified.append((who, message)),
            describe_program=lambda: {"name": "Agentnook"},
            cancelled=cancelled,
            deadline_seconds=deadline_seconds,
        )

    def pick_files(
        self, *, title: str, multiple: bool, patterns: tuple[str, ...], cancelled: Cancellation, deadline_seconds: float
    ) -> list[str] | None:
        """Pick what is to be picked."""
        self.titles.append(title)
        self.asked_for.append(patterns)
        return self.picked

    def pick_folder(self, *, title: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Pick the folder."""
        self.titles.append(title)
        return self.folder

    def save_file(self, *, title: str, file_name: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Save where it is to be saved."""
        self.titles.append(title)
        self.proposed.append(file_name)
        return self.saved_as

    def read(self, deadline_seconds: float) -> str:
        """Read the clipboard."""
        return self.clipboard

    def write(self, words: str) -> None:
        """Write the clipboard."""
        self.clipboard = words
