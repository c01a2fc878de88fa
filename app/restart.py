"""Owns starting this program again in the place of itself, as it was started, once all that it held is let go of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# Says to a program that the one before it may be about to end.
ANEW_VARIABLE = "AGENTNOOK_STARTED_ANEW"
# The three that every program is given.
LAST_STANDARD = 2


@dataclass(frozen=True, slots=True)
class OwnStart:
    """How this program was started: kept from its beginning, as engines take arguments away and set variables."""

    program: tuple[str, ...]
    environ: Mapping[str, str]
    is_anew: bool = False
    """Whether another one started this one in its own place."""

    @classmethod
    def of_this_process(cls) -> OwnStart:
        """Return what is so now; nobody this process starts takes itself for one that was started anew."""
        is_anew = bool(os.environ.pop(ANEW_VARIABLE, ""))
        before = [] if getattr(sys, "frozen", False) else sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv[1:])]
        return cls((sys.executable, *before), dict(os.environ), is_anew)

    def again(self, arguments: Sequence[str]) -> None:
        """Start anew with these arguments; where the system can, in this very process. Never returns."""
        command, environ = [*self.program, *arguments], {**self.environ, ANEW_VARIABLE: "yes"}
        if sys.platform == "win32":
            subprocess.Popen(command, env=environ)  # noqa: S603 -- our own
            os._exit(0)  # what this process still holds, the other one waits for
        else:
            _keep_nothing_open()
            os.execve(command[0], command, environ)  # noqa: S606 -- our own


def _keep_nothing_open() -> None:
    """Let all that is open end with this program: an engine does not mark everything of its own, a port for one."""
    for number in [int(each.name) for each in Path("/dev/fd").iterdir()]:
        with suppress(OSError):  # that of the listing is closed by now
            if number > LAST_STANDARD:
                os.set_inheritable(number, False)
