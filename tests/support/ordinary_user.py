"""Another user of this computer, as whom a test starts the program: who is not root is refused what root is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.processes import ROOT

NAME, GROUP = "nobody", "nogroup"


def rights_of(user: str | int, group: str | int) -> tuple[str, ...]:
    """Return what puts a program under a user's name."""
    return ("setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups")


AS_USER = rights_of(NAME, GROUP)


@dataclass(frozen=True)
class OrdinaryUser:
    """A user with a folder of their own, and what puts a program under their name."""

    folder: Path
    under: tuple[str, ...] = AS_USER

    def make_folder(self, name: str, mode: int = 0o700) -> Path:
        """Make a folder that is this user's."""
        folder = self.folder / name
        folder.mkdir()
        folder.chmod(mode)
        self._give(folder)
        return folder

    def environment(self) -> dict[str, str]:
        """Return the variables that lead to a runtime folder of this user's, and with this user's key to the screen."""
        runtime = self.folder / "runtime"
        if not runtime.exists():
            self.make_folder("runtime")
        key = self.folder / "xauthority"
        if os.environ.get("XAUTHORITY"):
            shutil.copyfile(os.environ["XAUTHORITY"], key)
            self._give(key)
        return {"XDG_RUNTIME_DIR": str(runtime), "XAUTHORITY": str(key), "USER": NAME, "LOGNAME": NAME}

    def _give(self, path: Path) -> None:
        shutil.chown(path, NAME, GROUP)


@contextmanager
def ordinary_user() -> Iterator[OrdinaryUser]:
    """Give a user with an empty folder; skips where nobody else can be, or where nobody else may read this project."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can become another user")
    # pytest's own folders are closed to others.
    with tempfile.TemporaryDirectory(prefix="agentnook-test-") as folder:
        Path(folder).chmod(0o755)
        probe = (*AS_USER, sys.executable, "-c", "import app.errors, PySide6")
        if subprocess.run(probe, cwd=ROOT, capture_output=True, check=False).returncode:
            pytest.skip("another user cannot read this project or its packages")
        yield OrdinaryUser(Path(folder))
