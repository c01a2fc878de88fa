"""Owns how the system is asked to open a judged link: one argument to one program, detached, never through a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping

from app.errors import LinkNotOpened

ANSWER_SECONDS = 2.0

# A judged link begins with its scheme, so it cannot be taken for an option; `gio` can be told so, the others cannot.
LINUX_PROGRAMS = (("xdg-open",), ("gio", "open", "--"))
MACOS_PROGRAM = ("/usr/bin/open",)


def open_in_system(url: str) -> None:
    """Hand a link to the person's own browser or mail program; LinkNotOpened when there is none."""
    if sys.platform == "win32":
        try:
            os.startfile(url)  # noqa: S606  # a judged link, not a file name
        except OSError as error:
            raise LinkNotOpened(detail=f"startfile: {error.strerror}") from error
        return
    run_detached([*_program(sys.platform, shutil.which), url], environment_of_person(os.environ))


def run_detached(command: list[str], environment: Mapping[str, str]) -> None:
    """Start a program that may outlive this one; one that fails within the deadline is LinkNotOpened."""
    try:
        process = subprocess.Popen(  # noqa: S603  # an argument vector of ours; the link is its last, judged element
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise LinkNotOpened(detail=f"{command[0]}: {error.strerror}") from error
    try:
        exit_code = process.wait(ANSWER_SECONDS)
    except subprocess.TimeoutExpired:
        # Some systems keep this program for as long as the browser runs: it is open, and collected when it ends.
        threading.Thread(target=process.wait, name="link-opener", daemon=True).start()
        return
    if exit_code != 0:
        raise LinkNotOpened(detail=f"{command[0]} ended with {exit_code}")


def environment_of_person(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without our bundle's library path, which would make another program load our libraries."""
    environment = dict(environ)
    original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
    if original is not None:
        environment["LD_LIBRARY_PATH"] = original
    elif getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)
    return environment


def _program(platform: str, which: Callable[[str], str | None]) -> tuple[str, ...]:
    if platform == "darwin":
        return MACOS_PROGRAM
    for program, *options in LINUX_PROGRAMS:
        path = which(program)
        if path is not None:
            return (path, *options)
    raise LinkNotOpened(detail="neither xdg-open nor gio is installed")
