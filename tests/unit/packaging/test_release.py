"""What keeps a release honest: its tag, its notes, and the files that are gathered for it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import release
from app import __version__
from app.errors import Invalid, Unavailable
from checkout import ROOT

TAG, UNSIGNED_TAG = f"v{__version__}", f"v{__version__}-unsigned"
SIGNING = {"Windows": True, "macOS": True}


def test_a_tag_of_this_version_is_taken_when_everything_is_signed() -> None:
    release.check_tag(TAG, SIGNING)


@pytest.mark.parametrize("system", SIGNING)
def test_nothing_unsigned_becomes_a_release_by_mistake(system: str) -> None:
    with pytest.raises(Invalid, match=f"for {system} would be unsigned"):
        release.check_tag(TAG, {**SIGNING, system: False})


def test_what_says_that_it_is_unsigned_may_be() -> None:
    release.check_tag(UNSIGNED_TAG, dict.fromkeys(SIGNING, False))


@pytest.mark.parametrize("tag", ["v9.9.9", __version__, f"v{__version__}-beta", "v9.9.9-unsigned", f"{TAG}\n", ""])
def test_a_tag_of_something_else_is_refused(tag: str) -> None:
    with pytest.raises(Invalid):
        release.check_tag(tag, SIGNING)


def test_the_notes_are_what_the_changelog_says_of_the_version() -> None:
    changelog = "# Changelog\n\n## [2.0.0] - 2027-01-01\n\n- New.\n\n## [1.0.0] - 2026-01-01\n\n- Old.\n"
    assert release.notes(changelog, "2.0.0") == "- New.\n"
    assert release.notes(changelog, "1.0.0") == "- Old.\n"
    with pytest.raises(Unavailable):
        release.notes(changelog, "3.0.0")
    assert "### Added" in release.notes((ROOT / "CHANGELOG.md").read_text("utf-8"))


def build(folder: Path, *names: str) -> None:
    """Put files into a folder as a build does."""
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text(name)
    sums = (f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n" for name in names)
    (folder / release.SUMS).write_text("".join(sums))


@pytest.fixture
def built(tmp_path: Path) -> Path:
    build(tmp_path / "built" / "built-Linux", "a_1_amd64-unsigned.deb", "a_1_linux-x86_64.cdx.json")
    build(tmp_path / "built" / "built-macOS", "a_1_macos-arm64.dmg")
    return tmp_path / "built"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum")
def test_what_the_systems_built_comes_under_one_list_of_sums(built: Path, tmp_path: Path) -> None:
    release.gather(built, tmp_path / "release", TAG)
    done = subprocess.run(
        ["sha256sum", "--check", release.SUMS], cwd=tmp_path / "release", capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 3)
    assert len(list((tmp_path / "release").iterdir())) == 4


def test_a_file_that_is_not_what_was_built_is_refused(built: Path, tmp_path: Path) -> None:
    (built / "built-macOS" / "a_1_macos-arm64.dmg").write_text("another")
    with pytest.raises(Invalid, match="not what was built"):
        release.gather(built, tmp_path / "release", TAG)


def test_an_unsigned_installer_is_for_a_tag_that_says_so(built: Path, tmp_path: Path) -> None:
    build(built / "built-Windows", "a_1_windows-x64-unsigned.exe")
    with pytest.raises(Invalid, match=r"exe is unsigned, and v[\d.]+ does not say so"):
        release.gather(built, tmp_path / "release", TAG)
    release.gather(built, tmp_path / "pre-release", UNSIGNED_TAG)
    assert (tmp_path / "pre-release" / "a_1_windows-x64-unsigned.exe").exists()


def test_a_name_that_leads_elsewhere_is_refused(built: Path, tmp_path: Path) -> None:
    sums = built / "built-macOS" / release.SUMS
    sums.write_text(f"{'0' * 64}  ../../etc/passwd\n")
    with pytest.raises(Invalid, match="not the name of a file"):
        release.gather(built, tmp_path / "release", TAG)


def test_two_systems_that_built_the_same_name_are_refused(built: Path, tmp_path: Path) -> None:
    build(built / "built-other", "a_1_macos-arm64.dmg")
    with pytest.raises(Invalid, match="Two systems"):
        release.gather(built, tmp_path / "release", TAG)


def test_nothing_built_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        release.gather(tmp_path, tmp_path / "release", TAG)


def test_the_workflow_hears_the_version_or_a_sentence() -> None:
    script = [sys.executable, "-S", str(ROOT / "packaging" / "release.py"), "check"]
    good = subprocess.run([*script, TAG, "--signs", "Windows", "true"], capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout) == (0, f"{__version__}\n")
    bad = subprocess.run([*script, TAG, "--signs", "Windows", "false"], capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout) == (Invalid.exit_code, "")
    assert bad.stderr.startswith("release: The installers for Windows would be unsigned.")
