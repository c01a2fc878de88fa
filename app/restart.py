"""Owns starting this program again in the place of itself, as it was started, once all that it held is let go of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

SAFE_MODE = "--safe-mode"
# The three that every program is given.
LAST_STANDARD = 2


def command_to_start_again(given: Sequence[str], *, safe_mode: bool) -> list[str]:
    """Return the command line, this one but for the flag; without `safe_mode` it is left out, whoever had given it."""
    kept = [each for each in given if each != SAFE_MODE]
    # What follows is no flag, but a file.
    end_of_flags = kept.index("--") if "--" in kept else len(kept)
    return [*kept[:end_of_flags], *([SAFE_MODE] if safe_mode else []), *kept[end_of_flags:]]


def own_command() -> list[str]:
    """Return the command line that this program was started with."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]


def start_again(environ: Mapping[str, str], *, safe_mode: bool) -> None:
    """Start anew with this environment; where the system can, in this very process, so that this never returns."""
    command = command_to_start_again(own_command(), safe_mode=safe_mode)
    if sys.platform == "win32":
        subprocess.Popen(command, env=dict(environ))  # noqa: S603 -- our own
    else:
        _keep_nothing_open()
        os.execve(command[0], command, dict(environ))  # noqa: S606 -- our own


def _keep_nothing_open() -> None:
    """Let all that is open end with this program: an engine does not mark everything of its own, a port for one."""
    for number in [int(each.name) for each in Path("/dev/fd").iterdir()]:
        with suppress(OSError):  # that of the listing is closed by now
            if number > LAST_STANDARD:
                os.set_inheritable(number, False)
