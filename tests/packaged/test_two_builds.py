"""The same source, built once more in another folder, gives the same program."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checkout import DIST
from compare_builds import compare
from product import this_product
from tests.support.second_brand import copy_checkout, run_in

pytestmark = pytest.mark.packaged

BUILD_SECONDS = 900
NOT_THE_SAME_BYTES = "is not the same to the byte"


def test_a_second_build_differs_in_nothing_but_how_it_is_packed(tmp_path: Path) -> None:
    copy = copy_checkout(tmp_path / "copy")
    run_in(
        copy,
        ["packaging/build_installers.py", "--quick"],
        seconds=BUILD_SECONDS,
        epoch=this_product().epoch,
    )
    differences = compare(DIST, copy / "dist")
    if not was_packed_quickly(DIST):
        # What is in dist/ was packed for a release, which takes minutes more: only what it holds can be the same.
        differences = [each for each in differences if not each.endswith(NOT_THE_SAME_BYTES)]
    assert differences == []


def was_packed_quickly(folder: Path) -> bool:
    (package,) = folder.glob("*.deb")
    members = subprocess.run(["ar", "t", str(package)], capture_output=True, text=True, check=True).stdout
    return "data.tar.zst" in members.split()
