"""Owns what only one system has and Python reads by itself: the registry, a file's attributes, the system's proxies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ATTRIBUTE_SECONDS = 1.0


def read_registry(hive: str, key: str, name: str) -> str | int | None:
    """Return a value of Windows' registry; None where there is none, or no registry."""
    if sys.platform != "win32":
        return None
    import winreg

    try:
        with winreg.OpenKey(getattr(winreg, hive), key) as opened:  # type: ignore[unused-ignore]
            value = winreg.QueryValueEx(opened, name)[0]  # type: ignore[unused-ignore]
    except OSError:
        return None
    return value if isinstance(value, str | int) else None


def read_attribute(file: Path, name: str) -> str | None:
    """Return an extended attribute of macOS, which Python itself reads on Linux only; None where there is none."""
    if sys.platform != "darwin":
        return None
    try:
        told = subprocess.run(  # noqa: S603 -- the system's own tool
            ["/usr/bin/xattr", "-p", name, str(file)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ATTRIBUTE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return told.stdout.decode("utf-8", "replace").strip() if told.returncode == 0 else None


def system_proxies() -> Mapping[str, str]:
    """Return the proxies of the system's settings or, where variables name some, those: as every request finds them."""
    # Not at the top: the window has its own way to the network, and the values of diagnostics stand in its start.
    from urllib.request import getproxies

    return getproxies()
