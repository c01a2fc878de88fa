"""A real Secret Service (gnome-keyring) on a D-Bus session of its own, in a folder of the test's."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from programs import ending_with_us
from tests.support.processes import ROOT, started
from tests.support.waiting import wait_until

PASSWORD = "a test password"
NAME = "org.freedesktop.secrets"
LOGIN = "/org/freedesktop/secrets/collection/login"


@contextmanager
def session_bus(folder: Path) -> Iterator[dict[str, str]]:
    """Start a session bus with an empty home; returns the environment that leads to both."""
    home, runtime = folder / "home", folder / "runtime"
    for place in (home, runtime):
        place.mkdir(mode=0o700, parents=True)
    socket = runtime / "bus"
    # Without a screen there is nobody whom a locked keyring could ask.
    others = ("XDG_", "DBUS_", "GNOME_", "DISPLAY", "WAYLAND_")
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith(others)},
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={socket}",
    }
    bus = [*ending_with_us(), "dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={socket}"]
    with started(bus, log=folder / "bus.log", environ=environ):
        wait_until(socket.exists, what="the session bus")
        yield environ


@contextmanager
def secret_service(folder: Path) -> Iterator[dict[str, str]]:
    """Start an unlocked keyring on a bus of its own; returns the environment that leads to it."""
    with session_bus(folder) as environ:
        # It goes on by itself, and ends with its bus.
        daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
        subprocess.run(daemon, env=environ, input=PASSWORD, text=True, check=True, timeout=20, capture_output=True)
        wait_until(lambda: _has_owner(environ), what="the keyring")
        yield environ


def lock(environ: Mapping[str, str]) -> None:
    """Lock the keyring, as a person does who leaves."""
    _send(environ, NAME, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock", f"array:objpath:{LOGIN}")


def unlock(environ: Mapping[str, str]) -> None:
    """Unlock the keyring with its password and without its prompt, as signing in does."""
    script = [sys.executable, "-m", "tests.support.unlock_keyring", LOGIN, PASSWORD]
    subprocess.run(script, env=dict(environ), cwd=ROOT, check=True, timeout=20, capture_output=True)


def _has_owner(environ: Mapping[str, str]) -> bool:
    bus = "org.freedesktop.DBus"
    return "true" in _send(environ, bus, "/org/freedesktop/DBus", f"{bus}.NameHasOwner", f"string:{NAME}")


def _send(environ: Mapping[str, str], destination: str, path: str, *call: str) -> str:
    command = ["dbus-send", "--session", "--print-reply", f"--dest={destination}", path, *call]
    done = subprocess.run(command, env=dict(environ), capture_output=True, text=True, timeout=20, check=True)
    return done.stdout
