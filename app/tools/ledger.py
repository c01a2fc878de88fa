"""Owns the ledger of calls: which tool for whom, when, how it was decided and what came of it; never any contents."""

from __future__ import annotations

import errno
import json
import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from app.errors import CannotWrite
from app.private_file import make_private_folder, open_private, read_bounded, remove_leftovers, write_atomically

# Who decided that a call may run: nobody had to, the person now or earlier, or it did not come to that. `silenced` is a
# no without a question, after the person's own.
Decided = Literal["nobody", "once", "session", "always", "denied", "silenced", "cancelled"]
DECIDED: tuple[Decided, ...] = get_args(Decided)
MOST_CALLS = 1000
MOST_BYTES = 4 * 1024 * 1024
MOST_CHARACTERS = 300
MOST_TOUCHES = 20
MOST_TIMES = 2**53 - 1
UNASKED: tuple[Decided, ...] = ("nobody", "silenced")
# The end of the year 9999: what a page can make a date of.
LATEST = 253_402_300_800
WORDS = ("tool", "connection", "agent", "outcome")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `at` in seconds since 1970, `outcome` is `ok` or the code of an error.

    `tool` is empty for one that does not exist: its name is the agent's own words. `times` is how often it was made,
    `at` then the last time.
    """

    at: int
    tool: str
    connection: str
    agent: str
    touches: tuple[str, ...]
    decided: Decided
    outcome: str
    times: int = 1


class Ledger:
    """The last calls in memory and, a line each, in a file; a disk that refuses costs no call anything.

    Safe on every thread; whoever writes holds the lock of the data folder.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._path, self._now = path, now
        self._lock = threading.Lock()
        self._calls: deque[Call] = deque(maxlen=MOST_CALLS)
        # None where the file has to be written anew before a line can be added.
        self._lines_in_file: int | None = None
        self._load()

    def note(
        self, *, tool: str, connection: str, agent: str, touches: tuple[str, ...], decided: Decided, outcome: str
    ) -> None:
        """Add a call, or count it where the same one was made before and nobody was asked about either."""
        call = Call(int(self._now()), tool, connection, agent, touches, decided, outcome)
        with self._lock:
            call = self._take_in(call)
            try:
                self._write(call)
            except OSError as error:
                self._lines_in_file = None
                logger.warning("a call is not in the ledger's file: %s", type(error).__name__)

    def calls(self) -> list[Call]:
        """Return the calls, newest first."""
        with self._lock:
            return list(reversed(self._calls))

    def clear(self) -> None:
        """Forget every call; raises CannotWrite."""
        with self._lock:
            self._calls.clear()
            try:
                self._path.unlink(missing_ok=True)
            except OSError as error:
                self._lines_in_file = None
                raise CannotWrite(detail=f"ledger: {error}") from error
            self._lines_in_file = 0

    def _same(self, call: Call) -> Call | None:
        """Return the row that a call is counted in.

        SECURITY: T08, an agent does not push what it did out of sight by calling, a thousand times, what asks nobody.
        """
        if call.decided not in UNASKED:
            return None
        row = _row(call)
        return next((each for each in self._calls if each.decided == call.decided and _row(each) == row), None)

    def _take_in(self, call: Call) -> Call:
        """Add a call, or count it in the row of those that are the same, and return the row.

        A line of the file stands for all before it; those of earlier versions count one each.
        """
        before = self._same(call)
        if before is not None:
            if call.times == 1:
                call = replace(call, times=min(before.times + 1, MOST_TIMES))
            self._calls.remove(before)
        self._calls.append(call)
        return call

    def _load(self) -> None:
        try:
            lines = read_bounded(self._path, MOST_BYTES).split(b"\n")
        except FileNotFoundError:
            self._lines_in_file = 0
            return
        except OSError as error:
            logger.warning("the ledger cannot be read: %s", type(error).__name__)
            return
        calls = [_call(line) for line in lines[:-1]]
        for each in calls:
            if each is not None:
                self._take_in(each)
        # The rest of a line that a crash cut short must not become the beginning of the next one.
        if lines[-1] == b"" and None not in calls:
            self._lines_in_file = len(calls)

    def _write(self, call: Call) -> None:
        if self._lines_in_file is None or self._lines_in_file >= 2 * MOST_CALLS:
            make_private_folder(self._path.parent)
            remove_leftovers(self._path)
            write_atomically(self._path, b"".join(map(_line, self._calls)))
            self._lines_in_file = len(self._calls)
        else:
            self._append(_line(call))
            self._lines_in_file += 1

    def _append(self, line: bytes) -> None:
        descriptor = open_private(self._path, os.O_WRONLY | os.O_APPEND)
        try:
            if os.write(descriptor, line) < len(line):
                raise OSError(errno.ENOSPC, "a line was cut short")
        finally:
            os.close(descriptor)


def _row(call: Call) -> tuple[object, ...]:
    """Return what is the same of all calls that one row counts."""
    return (call.tool, call.connection, call.agent, call.touches, call.decided, call.outcome)


def _line(call: Call) -> bytes:
    return json.dumps(asdict(call)).encode() + b"\n"


def _call(line: bytes) -> Call | None:
    try:
        record: Any = json.loads(line)
        at, touches, decided = record["at"], tuple(record["touches"]), record["decided"]
        words = {name: record[name] for name in WORDS}
    except (ValueError, RecursionError, TypeError, KeyError):
        return None
    # Lines of earlier versions are one call each.
    times = record.get("times", 1)
    is_sound = type(at) is int and 0 <= at < LATEST and decided in DECIDED and len(touches) <= MOST_TOUCHES
    is_sound = is_sound and type(times) is int and 1 <= times <= MOST_TIMES
    if not is_sound or not all(
        isinstance(each, str) and len(each) <= MOST_CHARACTERS for each in (*words.values(), *touches)
    ):
        return None
    return Call(at=at, touches=touches, decided=decided, times=times, **words)
