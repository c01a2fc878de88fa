"""What a running program has for itself alone, and what of it is still there when it has ended."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.observability.crash_notes import CRASH_NOTES_NAME
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

# Children end when they see their parent's end; that takes them a moment.
CHILDREN_SECONDS = 2.0


@dataclass(frozen=True)
class Room:
    """Folders of one run, for what programs leave in places that they share with others."""

    folder: Path

    @property
    def data_dir(self) -> Path:
        """The program's own folder, which stays."""
        return self.folder / "data"

    @property
    def shared(self) -> tuple[Path, ...]:
        """The places that have to be as empty afterwards as they were before."""
        return (self.folder / "tmp", self.folder / "runtime")

    def environment(self) -> dict[str, str]:
        """Return the variables that lead there; the folders are made."""
        for each in self.shared:
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary, runtime = self.shared
        return {"TMPDIR": str(temporary), "XDG_RUNTIME_DIR": str(runtime)}


class Belongings:
    """The processes and ports of a program that runs."""

    def __init__(self, app: RunningApp, room: Room) -> None:
        self._app, self._room = app, room
        self._processes = app.children()
        self._ports = {
            each.laddr.port for each in app.as_process().net_connections("inet") if each.status == psutil.CONN_LISTEN
        }
        assert self._processes
        assert self._ports

    def assert_gone(self) -> None:
        """Fail with what is left of a program that has ended; its data folder stays, without the marks of a crash."""
        wait_until(lambda: not self._living(), deadline_seconds=CHILDREN_SECONDS, what="the end of every child")
        left = list(self._left())
        assert not left, left

    def _living(self) -> list[psutil.Process]:
        return [each for each in self._processes if lives(each)]

    def _left(self) -> Iterator[str]:
        for port in self._ports:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    yield f"port {port}"
        for folder in self._room.shared:
            yield from (str(path) for path in folder.rglob("*") if not path.is_dir() and not _is_shared(path))
        if (self._room.data_dir / CRASH_NOTES_NAME).read_text():
            yield "crash notes"
        yield from (str(path) for path in self._room.data_dir.rglob("*.new*"))


def _is_shared(path: Path) -> bool:
    # A mark that all GTK programs of a session have in common.
    return path.match("runtime/dconf/user")


def assert_said_nothing_wrong(app: RunningApp) -> None:
    """Fail when a program that has ended said on stderr or in its log that something went wrong."""
    for words in (app.errors(), app.log()):
        assert "Traceback" not in words, words
        assert " ERROR " not in words, words
        assert "cut off" not in words, words


def lives(process: psutil.Process) -> bool:
    """Say whether a process has not ended."""
    # A process that nobody has asked for its exit code yet has ended all the same.
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False
