"""What the distributions' own checkers say: everything that they find is fixed, or explained beside its name."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checkout import ROOT
from linux.lintian import EXPLAINED
from tests.support.installers import installer

pytestmark = pytest.mark.packaged


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """Return what lintian finds, and after "O:" what was explained to it."""
    deb = installer("deb")
    members = subprocess.run(["ar", "t", str(deb)], capture_output=True, text=True, check=True).stdout
    if "data.tar.zst" in members:
        pytest.skip("packed for a test, in a form that lintian does not read")
    command = ["lintian", "--allow-root", "--tag-display-limit", "0", "--show-overrides", str(deb)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin"})
    return [line for line in done.stdout.splitlines() if line[:2] in ("E:", "W:", "O:")]


def test_lintian_finds_nothing_that_is_not_explained(lines: list[str]) -> None:
    assert [line for line in lines if not line.startswith("O:")] == []


def test_each_explanation_is_of_something_that_is_found(lines: list[str]) -> None:
    assert set(EXPLAINED) == {line.split()[2] for line in lines if line.startswith("O:")}


def test_rpmlint_finds_nothing_that_is_not_explained() -> None:
    explained = ROOT / "packaging" / "linux" / "rpmlint.toml"
    command = ["rpmlint", "--config", str(explained), str(installer("rpm"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if ": E: " in line or ": W: " in line] == []


def test_the_sums_are_those_of_the_files() -> None:
    folder = Path(installer("deb")).parent
    done = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)
