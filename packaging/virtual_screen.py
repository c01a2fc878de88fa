"""A screen that nobody looks at: an X server, a window manager and a D-Bus session, private and gone afterwards."""

from __future__ import annotations

import os
import secrets
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.errors import NoDisplay
from programs import end, ending_with_us, last_words

SIZE = "1280x800x24"
READY_SECONDS = 20.0
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon")
FAMILY_WILD = 0xFFFF
# What would lead a program to the screen, session or engine of the person who started us.
# What says of a person's own desktop where it is; nobody sits before a virtual screen.
FOREIGN = (
    *("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER", "QT_QPA_PLATFORM", "XAUTHORITY"),
    *("XDG_CURRENT_DESKTOP", "DESKTOP_SESSION"),
)


def has_screen(environ: Mapping[str, str]) -> bool:
    """Tell whether Linux offers a screen to open a window on."""
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


@contextmanager
def virtual_screen(environ: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Bring a screen up and yield the environment that leads to it; take it down afterwards."""
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if absent:
        raise NoDisplay(f"There is no screen, and a virtual one needs {' and '.join(absent)}.")
    with ExitStack() as stack:
        room = Path(tempfile.mkdtemp(prefix="agentnook-"))
        stack.callback(shutil.rmtree, room, ignore_errors=True)
        screen = _environ_of(environ, room)
        screen["DISPLAY"] = stack.enter_context(_display_server(room, screen))
        stack.enter_context(_window_manager(room, screen))
        screen["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_session_bus(room, screen))
        yield screen


def _environ_of(environ: Mapping[str, str], room: Path) -> dict[str, str]:
    runtime = room / "run"
    runtime.mkdir(mode=0o700)
    return {
        **{name: value for name, value in environ.items() if name not in FOREIGN},
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_SESSION_TYPE": "x11",
        "XAUTHORITY": str(_write_cookie(room / "xauthority")),
        "GDK_BACKEND": "x11",
        # WORKAROUND(WebKitGTK 2.50): without a graphics card its shared buffers leave some windows white; remove when
        # a window under Xvfb is never white without it.
        "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    }


def _write_cookie(path: Path) -> Path:
    """Write the key to the screen, valid for whatever number the X server picks."""
    # SECURITY: without a key every user of this computer could see and type what happens on the screen.
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", secrets.token_bytes(16))
    entry = struct.pack(">H", FAMILY_WILD) + b"".join(struct.pack(">H", len(field)) + field for field in fields)
    path.touch(mode=0o600)
    path.write_bytes(entry)
    return path


@contextmanager
def _display_server(room: Path, environ: Mapping[str, str]) -> Iterator[str]:
    arguments = ["-screen", "0", SIZE, "-nolisten", "tcp", "-noreset", "-auth", environ["XAUTHORITY"], "-displayfd"]
    with _announcing("Xvfb", arguments, room, environ) as number:
        yield f":{number}"


@contextmanager
def _window_manager(room: Path, environ: Mapping[str, str]) -> Iterator[None]:
    ready = room / "window-manager-is-ready"
    # a home of its own: the person's settings of the window manager must not change what happens here
    own = {**environ, "HOME": str(room), "XDG_CONFIG_HOME": str(room), "XDG_CACHE_HOME": str(room)}
    with _running("openbox", ["--sm-disable", "--startup", f"touch {ready}"], room, own) as process:
        _wait_until(ready.exists, process, room / "openbox.log")
        yield


@contextmanager
def _session_bus(room: Path, environ: Mapping[str, str]) -> Iterator[str]:
    address = f"--address=unix:path={environ['XDG_RUNTIME_DIR']}/bus"
    arguments = ["--session", "--nofork", "--nopidfile", address, "--print-address"]
    with _announcing("dbus-daemon", arguments, room, environ) as bus:
        yield bus


@contextmanager
def _announcing(name: str, arguments: Sequence[str], room: Path, environ: Mapping[str, str]) -> Iterator[str]:
    """Run a program that writes one line, where it can be reached, to the descriptor given as its last argument."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    heard = bytearray()
    try:
        with _running(name, _with_descriptor(arguments, writer), room, environ, (writer,)) as process:
            _wait_until(lambda: _hears_line(reader, heard), process, room / f"{name}.log")
            yield heard.decode().strip()
    finally:
        os.close(reader)
        os.close(writer)


def _hears_line(reader: int, heard: bytearray) -> bool:
    try:
        heard += os.read(reader, 4096)
    except BlockingIOError:
        return False
    return heard.endswith(b"\n")


def _with_descriptor(arguments: Sequence[str], descriptor: int) -> list[str]:
    *others, last = arguments
    return [*others, f"{last}={descriptor}"] if last.startswith("--") else [*others, last, str(descriptor)]


@contextmanager
def _running(
    name: str, arguments: Sequence[str], room: Path, environ: Mapping[str, str], descriptors: Sequence[int] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program in the background, out of reach of the terminal's Ctrl-C; end it when the block ends."""
    with (room / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            [*ending_with_us(), name, *arguments],
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=descriptors,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        end(process)


def _wait_until(is_ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    ends_at = time.monotonic() + READY_SECONDS
    while not is_ready():
        if process.poll() is not None or time.monotonic() > ends_at:
            raise NoDisplay(f"A virtual screen could not be brought up: {log.stem} failed.", hint=last_words(log))
        time.sleep(0.005)
