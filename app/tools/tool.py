"""Owns what a client tool is: its name, a sentence for people, its parameters, what it touches, and its function."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

ParametersT = TypeVar("ParametersT", bound=BaseModel)
ToolResult = Mapping[str, object]


class Touch(StrEnum):
    """What a tool touches; one that touches nothing needs no permission."""

    READS = "reads"
    WRITES = "writes"
    LEAVES = "leaves"


class Parameters(BaseModel):
    """Base of every tool's parameters: what is not declared is refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Dialogs(Protocol):
    """Native dialogs, as the window offers them."""

    def pick_files(
        self,
        *,
        title: str,
        multiple: bool,
        patterns: tuple[str, ...],
        cancelled: threading.Event,
        deadline_seconds: float,
    ) -> list[str] | None:
        """Let the person pick files; None when they cancel or the window closes, Cancelled after the deadline."""


@dataclass(frozen=True, slots=True)
class ToolContext:
    """What a running tool may use: nothing of it leads to a secret."""

    connection: str
    dialogs: Dialogs
    set_theme: Callable[[str], object]
    issue_handle: Callable[[str, str], Mapping[str, object]]
    """Turns a picked path into a handle for this connection: handle, name, size_bytes, type."""
    cancelled: threading.Event
    deadline_seconds: float


@dataclass(frozen=True, slots=True)
class Tool(Generic[ParametersT]):
    """One tool an agent may call.

    `sentence` is a catalogue key: what the tool does, in words a person is asked with. `run` gets the checked
    parameters and returns plain data; whatever it raises reaches the agent as a failure. Between two runs there are at
    least `pause_seconds`: a tool that asks nobody could be called without end.
    """

    name: str
    sentence: str
    parameters: type[ParametersT]
    touches: frozenset[Touch]
    deadline_seconds: float
    run: Callable[[ParametersT, ToolContext], ToolResult]
    pause_seconds: float = 0.0

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the parameters."""
        return self.parameters.model_json_schema()
