"""Owns how Linux says where its screen is: which variables name it, and the door each of them means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

LOCAL_X11 = re.compile(r"(?:unix)?:(\d{1,5})(?:\.\d+)?")
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
