"""Owns how Linux says where its screen is: which variables name it, the door each of them means, who answers there."""

from __future__ import annotations

import re
import socket
from collections.abc import Mapping
from pathlib import Path

LOCAL_X11 = re.compile(r"(?:unix)?:(\d{1,5})(?:\.\d+)?")
X11_SECONDS = 2.0
X11_DOORS = "/tmp/.X11-unix"  # noqa: S108 -- where X servers are, by convention


def is_off_screen(environ: Mapping[str, str]) -> bool:
    """Say whether Qt was told to draw into memory, so that no screen is needed."""
    return environ.get("QT_QPA_PLATFORM") == "offscreen"


def wayland_door(environ: Mapping[str, str]) -> Path | None:
    """Return the socket of the Wayland server that the environment names; an absolute name stands for itself."""
    name = environ.get("WAYLAND_DISPLAY", "")
    return Path(environ.get("XDG_RUNTIME_DIR", ""), name) if name else None


def x11_door(display: str) -> str | None:
    """Return the socket of a local X server, which is also its name among the kernel's; None when it is elsewhere."""
    local = LOCAL_X11.fullmatch(display)
    return f"{X11_DOORS}/X{local[1]}" if local else None


def screen_answers(environ: Mapping[str, str]) -> bool:
    """Say whether a window could be opened on the screen that the environment names."""
    return _wayland_answers(environ) or _x11_answers(environ.get("DISPLAY", ""))


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    door = wayland_door(environ)
    return door is not None and door.is_socket()


def _x11_answers(display: str) -> bool:
    door = x11_door(display)
    if door is None:
        return bool(display)  # on another host: its engine will find out
    for address in (door, f"\0{door}"):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(X11_SECONDS)
            if connection.connect_ex(address) == 0:
                return True
    return False
