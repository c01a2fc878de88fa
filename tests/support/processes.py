"""Starts programs for tests, and finds and ends whatever they left behind."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
END_SECONDS = 5.0
# Below where systems choose from, on Linux and elsewhere: programs under test open ports, too, while one is waited for.
NEVER_CHOSEN = range(20_000, 32_000)


@contextmanager
def started(
    command: Sequence[str],
    *,
    environ: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    log: Path | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program in a process group of its own; when the block ends, end the whole group."""
    with log.open("wb") if log else Path(os.devnull).open("wb") as output:
        process = subprocess.Popen(
            command,
            env=dict(os.environ if environ is None else environ),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        family = [psutil.Process(process.pid)]
        try:
            yield process
        finally:
            end_all([*family, *descendants(process.pid)])
            process.wait(END_SECONDS)


def descendants(pid: int) -> list[psutil.Process]:
    """Return every living process below `pid`."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def in_session(session_id: int) -> list[psutil.Process]:
    """Return every living process of a session, also those whose parent is gone."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, ProcessLookupError):
            if os.getsid(process.pid) == session_id and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def end_all(processes: Sequence[psutil.Process]) -> None:
    """Ask each process to end, then make the stubborn ones."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGTERM)
    _, alive = psutil.wait_procs(processes, timeout=END_SECONDS)
    for process in alive:
        with suppress(psutil.NoSuchProcess):
            process.kill()


def free_port() -> int:
    """Return a port that was free a moment ago, and that the system gives to nobody who leaves the choice to it."""
    while True:
        port = random.choice(NEVER_CHOSEN)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
