"""Somebody else's program, frozen and packed for real from the same source."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app import __version__
from app.brand import BRAND
from check_artifact import open_installer
from tests.support.second_brand import IDENTIFIER, NAME, SCHEME, SLUG, make_second_brand, run_in

pytestmark = pytest.mark.packaged

BUILD_SECONDS = 900
CONVERSE = "import sys, trial, pathlib; trial.converse(*map(pathlib.Path, sys.argv[1:]))"


def test_one_file_makes_it_somebody_elses(tmp_path: Path) -> None:
    fork = make_second_brand(tmp_path / "fork")
    run_in(fork, ["packaging/write_manifest.py"])
    run_in(fork, ["packaging/build_installers.py", "--quick"], seconds=BUILD_SECONDS)
    made = sorted(path.name for path in (fork / "dist").iterdir())
    assert len(made) == 4
    assert [name for name in made if BRAND.slug in name] == []
    (tmp_path / "opened").mkdir()
    opened = open_installer(fork / "dist" / f"{SLUG}_{__version__}_linux-amd64-unsigned.deb", tmp_path / "opened")
    assert opened.program.name == SLUG
    version = subprocess.run([opened.program, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout == f"{NAME} {__version__}\n"
    entry = opened.root / "usr" / "share" / "applications" / f"{IDENTIFIER}.desktop"
    assert f"x-scheme-handler/{SCHEME};" in entry.read_text("utf-8")
    run_in(fork, ["-c", CONVERSE, str(opened.program), str(tmp_path / "conversation")])
