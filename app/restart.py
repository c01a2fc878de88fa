"""Owns starting this program again in the place of itself, as it was started, once all that it held is let go of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SAFE_MODE = "--safe-mode"
# The three that every program is given.
LAST_STANDARD = 2


@dataclass(frozen=True, slots=True)
class OwnStart:
    """How this program was started: kept from its beginning, as engines take arguments away and set variables."""

    program: tuple[str, ...]
    arguments: tuple[str, ...]
    environ: Mapping[str, str]

    @classmethod
    def of_this_process(cls) -> OwnStart:
        """Return what is so now."""
        arguments = tuple(sys.argv[1:])
        before = () if getattr(sys, "frozen", False) else sys.orig_argv[1 : len(sys.orig_argv) - len(arguments)]
        return cls((sys.executable, *before), arguments, dict(os.environ))

    def command(self, *, safe_mode: bool) -> list[str]:
        """Return the command line, this one but for the flag: without `safe_mode` it is left out, whoever gave it."""
        # Before all others: what follows `--` is no flag, but a file.
        kept = (each for each in self.arguments if each != SAFE_MODE)
        return [*self.program, *([SAFE_MODE] if safe_mode else []), *kept]

    def again(self, *, safe_mode: bool) -> None:
        """Start anew; where the system can, in this very process, so that this never returns."""
        command = self.command(safe_mode=safe_mode)
        if sys.platform == "win32":
            subprocess.Popen(command, env=self.environ)  # noqa: S603 -- our own
        else:
            _keep_nothing_open()
            os.execve(command[0], command, self.environ)  # noqa: S606 -- our own


def _keep_nothing_open() -> None:
    """Let all that is open end with this program: an engine does not mark everything of its own, a port for one."""
    for number in [int(each.name) for each in Path("/dev/fd").iterdir()]:
        with suppress(OSError):  # that of the listing is closed by now
            if number > LAST_STANDARD:
                os.set_inheritable(number, False)
