"""Brings the Debian packages of a command: installs them as root, else says the one command to type."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import debian_packages
from app.errors import Unavailable
from programs import run_quietly, say

LISTS = Path("/var/lib/apt/lists")
LISTS_STAY_FRESH_SECONDS = 24 * 3600
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=600")
UPDATE = ("apt-get", "update", "-o", "DPkg::Lock::Timeout=600")


def bring_packages(needs: Sequence[str], *, install: bool) -> bool:
    """See to it that every need is installed; return whether anything had to be installed."""
    missing = debian_packages.missing(needs)
    if not missing:
        return False
    if not (install and os.geteuid() == 0):
        raise _refusal(missing, has_lists=bool(_age_of_lists_seconds() < float("inf")))
    _install(missing)
    return True


def name_missing_libraries() -> None:
    """On a system whose packages have other names, say which libraries of the web engine are not there."""
    missing = debian_packages.missing_libraries(debian_packages.ENGINE_LIBRARIES)
    if missing:
        say(f"the window will need these libraries, which this system does not have: {' '.join(missing)}")


def _refusal(missing: Sequence[str], *, has_lists: bool) -> Unavailable:
    names = debian_packages.resolve(missing)
    count = "A Debian package is" if len(names) == 1 else f"{len(names)} Debian packages are"
    update = "" if has_lists else "sudo apt-get update && "
    command = f"{update}sudo apt-get install --no-install-recommends {' '.join(names)}"
    return Unavailable(f"{count} missing; this command installs what is needed:", hint=command)


def _install(missing: Sequence[str]) -> None:
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    is_fresh = _age_of_lists_seconds() < LISTS_STAY_FRESH_SECONDS
    if not is_fresh:
        _update(environ)
    names = debian_packages.resolve(missing)
    say(f"installing {len(names)} Debian packages, which takes a minute or two: {' '.join(names)}")
    try:
        run_quietly([*INSTALL, *names], task="Installing Debian packages", log_name="apt.log", environ=environ)
    except Unavailable:
        if not is_fresh:
            raise
        _update(environ)
        names = debian_packages.resolve(missing)
        run_quietly([*INSTALL, *names], task="Installing Debian packages", log_name="apt.log", environ=environ)


def _update(environ: dict[str, str]) -> None:
    say("asking Debian's servers which packages there are")
    run_quietly(UPDATE, task="Reading the lists of Debian packages", log_name="apt-update.log", environ=environ)


def _age_of_lists_seconds() -> float:
    """Return how old the youngest list is; infinite when there is none, as in a bare container."""
    try:
        stamps = [path.stat().st_mtime for path in LISTS.iterdir() if "_Packages" in path.name]
        # apt leaves unchanged lists untouched and stamps the folder instead
        checked = [path.stat().st_mtime for path in (LISTS / "partial",) if path.exists()]
    except OSError:
        return float("inf")
    return time.time() - max(stamps + checked) if stamps else float("inf")
