"""Owns what a client tool is: its name, a sentence for people, its parameters, what it touches, and its function."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from app.resources import text
from app.tools.cancellation import Cancellation

ParametersT = TypeVar("ParametersT", bound=BaseModel)
ToolResult = Mapping[str, object]
# What the interfaces of the models take for the name of a function.
NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


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
        cancelled: Cancellation,
        deadline_seconds: float,
    ) -> list[str] | None:
        """Let the person pick files; None when they cancel or the window closes, Cancelled after the deadline."""

    def pick_folder(self, *, title: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Let the person pick a folder; as above."""

    def save_file(self, *, title: str, file_name: str, cancelled: Cancellation, deadline_seconds: float) -> str | None:
        """Let the person say where a file is saved; as above."""


class Clipboard(Protocol):
    """The system's clipboard, as far as text goes."""

    def read(self, deadline_seconds: float) -> str:
        """Return the text that is there, empty where there is none; raises DeadlineExceeded."""

    def write(self, words: str) -> None:
        """Put a text there."""


class Files(Protocol):
    """The files that a person picked for a connection: a tool names them by handles."""

    def issue(
        self, path: str, connection: str, *, follow_links: bool = True, room_characters: int | None = None
    ) -> Mapping[str, object]:
        """Turn a picked path into a handle for a connection: handle, name, size_bytes, type, for a link leads_to.

        Raises FileRefused, and TooLong where that is longer as JSON than there is room for.
        """

    def name_of(self, handle: str, connection: str) -> str:
        """Return what a person is told a picked file of this connection is; raises FileRefused."""

    def read(self, handle: str, connection: str, most_bytes: int) -> PickedFile:
        """Return a picked file of this connection; raises FileRefused."""


@dataclass(frozen=True, slots=True)
class PickedFile:
    """What is in a picked file."""

    name: str
    type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToolContext:
    """What a running tool may use: nothing of it leads to a secret."""

    connection: str
    agent_label: str
    dialogs: Dialogs
    clipboard: Clipboard
    files: Files
    set_theme: Callable[[str], object]
    open_link: Callable[[str], None]
    """Judges an address and opens it, if it is of the kinds that may leave the window; LinkRefused, LinkNotOpened."""
    notify: Callable[[str, str], None]
    """Shows a notification of the system: who speaks, and what is said. Raises Unavailable."""
    describe_program: Callable[[], Mapping[str, object]]
    cancelled: Cancellation
    deadline_seconds: float


@dataclass(frozen=True, slots=True)
class Tool(Generic[ParametersT]):
    """One tool an agent may call.

    `sentence` says what the tool does, in words a person is asked with: a catalogue key, or for a tool of somebody
    else's the words themselves. `run` gets the checked parameters and returns plain data; whatever it raises reaches
    the agent as a failure. Between two runs there are at least `pause_seconds`: a tool that asks nobody could be called
    without end. A tool that gives away another thing with each call is asked about `each_time`. `shown` returns words
    for arguments that say nothing to the person who is asked, by their names; it may refuse the call. `description`
    tells a model what the sentence for people leaves out: what comes before and after a call, and how it answers.
    """

    name: str
    sentence: str
    parameters: type[ParametersT]
    touches: frozenset[Touch]
    deadline_seconds: float
    run: Callable[[ParametersT, ToolContext], ToolResult]
    pause_seconds: float = 0.0
    each_time: bool = False
    shown: Callable[[ParametersT, ToolContext], Mapping[str, str]] = lambda _parameters, _context: {}
    description: str = ""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the parameters."""
        return self.parameters.model_json_schema()

    def for_agent(self) -> str:
        """Return what the tool does, for the model that calls it."""
        sentence = self.in_words().rstrip(".")
        return f"{sentence}. {self.description}" if self.description else sentence

    def in_words(self) -> str:
        """Return what the tool does, for people."""
        try:
            return text(self.sentence)
        except KeyError:
            return self.sentence
