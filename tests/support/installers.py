"""The installers that `dev.py build` made, and how a person brings them on and off a computer."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.brand import BRAND
from checkout import DIST

APT = ("apt-get", "--yes", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0")
OLDER_VERSION = "0.0.1"
ONLY_IN_OLDER = f"usr/lib/{BRAND.slug}/_internal/only-in-the-older-version.txt"


def installer(ending: str) -> Path:
    """Return what was built last."""
    found = sorted(DIST.glob(f"*.{ending}"))
    if len(found) != 1:
        pytest.fail("there is nothing to test: run `python3 packaging/dev.py build --test`", pytrace=False)
    return found[0]


def apt(*words: str) -> str:
    """Run apt as root does, asking nothing; return what it said."""
    environ = {"PATH": os.environ["PATH"], "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([*APT, *words], capture_output=True, text=True, timeout=300, env=environ, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def installed_version() -> str:
    """Return which version dpkg knows as installed, or nothing."""
    asked = ["dpkg-query", "--show", "--showformat=${db:Status-Status} ${Version}", BRAND.slug]
    status, _, version = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.partition(" ")
    return version if status == "installed" else ""


def installed_files() -> list[Path]:
    """Return every path that dpkg says is the package's."""
    done = subprocess.run(["dpkg", "--listfiles", BRAND.slug], capture_output=True, text=True, check=True)
    return [Path(line) for line in done.stdout.splitlines() if line != "/."]


def make_older(deb: Path, folder: Path) -> Path:
    """Make an older version of a package, which has a file that the newer one does not have."""
    tree = folder / "tree"
    run(["dpkg-deb", "--raw-extract", str(deb), str(tree)])
    control = tree / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {OLDER_VERSION}", control.read_text()))
    (tree / ONLY_IN_OLDER).write_text("old\n")
    older = folder / "older.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z1", "--build", str(tree), str(older)])
    folder.chmod(0o755)
    return older


def run(command: Sequence[str]) -> None:
    """Run a tool that has to succeed."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
