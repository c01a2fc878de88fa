"""What the distributions' own checkers say: everything that they find is fixed, or explained beside its name."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from bill import name_in_lock
from check_artifact import open_installer
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
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 3)


def test_every_package_of_pythons_that_was_installed_is_in_the_bill_of_materials(tmp_path: Path) -> None:
    opened = open_installer(installer("deb"), tmp_path)
    shipped = {folder.name.split("-")[0] for folder in opened.bundle.rglob("*.dist-info")}
    (bill,) = installer("deb").parent.glob("*.cdx.json")
    listed = {name_in_lock(component["name"]) for component in json.loads(bill.read_text("utf-8"))["components"]}
    assert len(shipped) > 50
    assert {name for name in shipped if name_in_lock(name) not in listed} == set()
    trouble = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill.read_text("utf-8"))
    assert trouble is None
