"""Disks on which writing fails, as the system has them: full ones, and a size beyond which no file may grow."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


@contextmanager
def small_disk_at(place: Path, size: str = "1500k") -> Iterator[Path]:
    """Mount a disk with little room at a place, for the length of a block."""
    place.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def no_file_grows_beyond(size_bytes: int) -> Iterator[None]:
    """Let the system refuse every write beyond a size, as it does where a quota is used up."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fill_disk(place: Path) -> None:
    """Leave no room on the disk at a place."""
    with suppress(OSError), (place / "ballast").open("wb", buffering=0) as ballast:
        while ballast.write(b"x" * 4096):
            pass


@contextmanager
def no_room_at(place: Path) -> Iterator[None]:
    """Fill a small disk to its last byte, for the length of a block."""
    try:
        fill_disk(place)
        yield
    finally:
        (place / "ballast").unlink()
