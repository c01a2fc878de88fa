"""What the distributions' own checkers say: everything that they find is fixed, or explained beside its name."""

from __future__ import annotations

import json
import os
import pwd
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from app.brand import BRAND
from bill import NPM_PACKAGE, name_in_lock
from check_artifact import Opened, open_installer
from checkout import ROOT
from linux.lintian import EXPLAINED
from tests.support.installers import installer

pytestmark = pytest.mark.packaged

MAKE_ENVIRONMENT = """
import sys, pathlib, freezer
freezer.ENVIRONMENT = pathlib.Path(sys.argv[1])
freezer.bring_locked_environment()
"""
# What no registry knows under a number of its own, with what there is of it in the program.
WITHOUT_A_REGISTRY = {
    "Python": "libpython3.*",
    "bzip2": "libbz2.so*",
    "PyInstaller's bootloader": BRAND.slug,
    "Chromium, in Qt WebEngine": "libQt6WebEngineCore.so*",
    "ICU, in Qt": "icudtl.dat",
}


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


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return open_installer(installer("deb"), tmp_path_factory.mktemp("opened"))


@pytest.fixture(scope="module")
def components() -> list[dict[str, Any]]:
    """Return what the bill of materials lists, once it has been held to its schema."""
    (bill,) = installer("deb").parent.glob("*.cdx.json")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill.read_text("utf-8")) is None
    listed: list[dict[str, Any]] = json.loads(bill.read_text("utf-8"))["components"]
    return listed


def test_t25_the_packages_that_are_shipped_are_those_of_the_bill(
    opened: Opened, components: list[dict[str, Any]]
) -> None:
    folders = (folder.name.removesuffix(".dist-info").partition("-") for folder in opened.inner.glob("*.dist-info"))
    shipped = {(name_in_lock(name), version) for name, _, version in folders}
    assert len(shipped) > 50
    assert shipped == {(name_in_lock(each["name"]), each["version"]) for each in of_kind("pkg:pypi/", components)}


def test_t25_what_the_chat_element_was_built_from_is_in_the_bill(
    opened: Opened, components: list[dict[str, Any]]
) -> None:
    notices = (opened.inner / "assets/chat/dist/agentnook-chat.licenses.txt").read_text("utf-8")
    built_in = {(name, version) for name, version, _licence in NPM_PACKAGE.findall(notices)}
    assert len(built_in) > 5
    named = of_kind("pkg:npm/", components)
    assert built_in == {(f"{each.get('group', '')}/{each['name']}".lstrip("/"), each["version"]) for each in named}


def test_t25_whatever_else_is_in_the_bill_is_in_the_program(opened: Opened, components: list[dict[str, Any]]) -> None:
    others = {each["name"] for each in components} - {each["name"] for each in of_kind("pkg:", components)}
    assert others == set(WITHOUT_A_REGISTRY)
    assert [name for name, sign in WITHOUT_A_REGISTRY.items() if not list(opened.bundle.rglob(sign))] == []
    # What advisories are about is named by its version; Python brings bzip2 without one.
    assert {each["name"] for each in components if not each.get("version")} == {"bzip2"}


def test_t25_what_was_frozen_is_made_again_where_there_is_no_network(opened: Opened, tmp_path: Path) -> None:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    command = ["unshare", "--net", sys.executable, "-c", MAKE_ENVIRONMENT, str(tmp_path / "environment")]
    # Where the build had it: tests have a home of their own.
    home = {"HOME": pwd.getpwuid(os.geteuid()).pw_dir, "XDG_CACHE_HOME": ""}
    environ = {**os.environ, **home, "PYTHONPATH": paths, "UV_OFFLINE": "1"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    made = {folder.name for folder in (tmp_path / "environment").rglob("*.dist-info")}
    assert {folder.name for folder in opened.inner.glob("*.dist-info")} <= made


def of_kind(beginning: str, components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in components if each.get("purl", "").startswith(beginning)]
