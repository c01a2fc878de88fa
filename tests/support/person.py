"""An ordinary user of this computer, made for a test and gone after it, with a desk on the test's screen."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support.ordinary_user import rights_of
from tests.support.processes import started
from tests.support.waiting import wait_until

NAME = "agentnook-test"
PASSWORD = "a test password"


class Person:
    """One user; what they run sees their own home, the screen, and nothing of whoever runs the tests."""

    def __init__(self) -> None:
        entry = pwd.getpwnam(NAME)
        self.uid, self.gid, self.home = entry.pw_uid, entry.pw_gid, Path(entry.pw_dir)
        self.runtime = self._folder(self.home / "runtime")
        self.environ = {
            "HOME": str(self.home),
            "USER": NAME,
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "DISPLAY": os.environ["DISPLAY"],
            "XAUTHORITY": str(self._give(Path(os.environ["XAUTHORITY"]), self.home / "xauthority")),
            "XDG_SESSION_TYPE": "x11",
            "XDG_RUNTIME_DIR": str(self.runtime),
            # A bus that is not there, unless a test brings one.
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.runtime}/no-bus",
        }

    def command(self, command: Sequence[str], environ: Mapping[str, str], cwd: Path | None = None) -> list[str]:
        """Return a command as this person starts it: with their rights, in their home unless somewhere else."""
        words = [f"{name}={value}" for name, value in environ.items()]
        place = f"--chdir={cwd or self.home}"
        return [*rights_of(self.uid, self.gid), "--", "env", "--ignore-environment", place, *words, *command]

    def run(
        self, *command: str, cwd: Path | None = None, environ: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run something to its end; `environ` goes before what this person has."""
        words = self.command(command, {**self.environ, **(environ or {})}, cwd)
        return subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)

    def write(self, path: Path, content: bytes) -> Path:
        """Put a file into this person's home, as theirs, with the folder that it is in."""
        self._folder(path.parent)
        path.write_bytes(content)
        os.chown(path, self.uid, self.gid)
        return path

    @contextmanager
    def keyring(self) -> Iterator[dict[str, str]]:
        """Start a session bus with an unlocked Secret Service; yield the variables that lead there."""
        socket = self.runtime / "bus"
        address = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={socket}"}
        bus = [
            "dbus-daemon",
            "--session",
            "--nofork",
            "--nopidfile",
            f"--address={address['DBUS_SESSION_BUS_ADDRESS']}",
        ]
        with started(self.command(bus, self.environ), environ=os.environ):
            wait_until(socket.exists, what="the session bus")
            without_screen = {name: value for name, value in self.environ.items() if name != "DISPLAY"}
            daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
            unlock = self.command(daemon, {**without_screen, **address})
            subprocess.run(unlock, input=PASSWORD, text=True, check=True, timeout=20, capture_output=True)
            yield address

    def _folder(self, path: Path) -> Path:
        path.mkdir(mode=0o700, exist_ok=True)
        os.chown(path, self.uid, self.gid)
        return path

    def _give(self, source: Path, path: Path) -> Path:
        shutil.copyfile(source, path)
        path.chmod(0o600)
        os.chown(path, self.uid, self.gid)
        return path


@contextmanager
def new_person() -> Iterator[Person]:
    """Make the user, and leave nothing of them."""
    remove_person()
    subprocess.run(["useradd", "--create-home", "--shell", "/bin/sh", NAME], check=True, capture_output=True)
    try:
        yield Person()
    finally:
        remove_person()


def remove_person() -> None:
    """Remove the user of this and of an interrupted run."""
    subprocess.run(["userdel", "--remove", "--force", NAME], check=False, capture_output=True)
