"""What keeps a release honest: its tag, its notes, and the files that are gathered for it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import release
from app import __version__
from app.errors import Invalid, Unavailable
from checkout import ROOT
from tests.support.windows_program import program

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


FILES = {
    "Linux": ("a_1_linux-amd64-unsigned.deb", "a_1_linux-x86_64-unsigned.rpm", "a_1_linux-x86_64.cdx.json"),
    "Windows": ("a_1_windows-x64.exe", "a_1_windows-amd64.cdx.json"),
    "macOS": ("a_1_macos-arm64.dmg", "a_1_macos-arm64.cdx.json"),
}


def write_list(folder: Path) -> None:
    files = [path for path in folder.iterdir() if path.name != release.SUMS]
    sums = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (folder / release.SUMS).write_text("".join(sums))


class Built:
    """What three systems have built, and what each of them said of its list of sums."""

    def __init__(self, root: Path) -> None:
        self.root, self.release = root / "built", root / "release"
        for system, names in FILES.items():
            folder = self.folder(system)
            folder.mkdir(parents=True)
            for name in names:
                program(folder / name, signed=True) if name.endswith(".exe") else (folder / name).write_text(name)
            write_list(folder)
        self.sums = {system: release.sum_of(self.folder(system) / release.SUMS) for system in FILES}

    def folder(self, system: str) -> Path:
        return self.root / f"built-{system}"

    def change(self, system: str) -> None:
        """Have a system say that what is in its folder now is what it built."""
        write_list(self.folder(system))
        self.sums[system] = release.sum_of(self.folder(system) / release.SUMS)

    def gather(self, tag: str = TAG) -> None:
        release.gather(self.root, self.release, tag, self.sums)


@pytest.fixture
def built(tmp_path: Path) -> Built:
    return Built(tmp_path)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum")
def test_what_the_systems_built_comes_under_one_list_of_sums(built: Built) -> None:
    built.gather()
    done = subprocess.run(
        ["sha256sum", "--check", release.SUMS], cwd=built.release, capture_output=True, text=True, check=False
    )
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 7)
    assert len(list(built.release.iterdir())) == 8


def test_a_file_that_is_not_what_was_built_is_refused(built: Built) -> None:
    (built.folder("macOS") / "a_1_macos-arm64.dmg").write_text("another")
    with pytest.raises(Invalid, match="not what was built"):
        built.gather()


@pytest.mark.parametrize("system", FILES)
def test_a_whole_build_that_was_exchanged_is_refused(built: Built, system: str) -> None:
    (built.folder(system) / FILES[system][-1]).write_text("another")
    write_list(built.folder(system))
    with pytest.raises(Invalid, match=f"sums in built-{system} is not the one"):
        built.gather()


@pytest.mark.parametrize("system", FILES)
def test_a_system_that_said_nothing_of_its_build_is_refused(built: Built, system: str) -> None:
    del built.sums[system]
    with pytest.raises(Invalid, match=f"sums in built-{system} is not the one"):
        built.gather()


def test_a_folder_too_few_or_too_many_is_refused(built: Built) -> None:
    shutil.copytree(built.folder("macOS"), built.folder("other"))
    with pytest.raises(Invalid, match="should not be: built-other"):
        built.gather()
    built.folder("other").rename(built.folder("Another"))
    shutil.rmtree(built.folder("Linux"))
    with pytest.raises(Invalid, match="should not be: built-Another, built-Linux"):
        built.gather()
    assert not built.release.exists()


def test_a_file_that_is_on_no_list_is_refused(built: Built) -> None:
    (built.folder("Linux") / "b.deb").touch()
    with pytest.raises(Invalid, match="built-Linux there is not what is on its list"):
        built.gather()


@pytest.mark.parametrize("name", ["b.dmg", "b.deb", "b.sh", "b.cdx.json.exe"])
def test_a_file_that_its_system_does_not_build_is_refused(built: Built, name: str) -> None:
    (built.folder("Linux") / name).touch()
    built.change("Linux")
    with pytest.raises(Invalid, match="not one file of each kind"):
        built.gather()


def test_a_file_that_was_not_built_is_missed(built: Built) -> None:
    (built.folder("Linux") / FILES["Linux"][0]).unlink()
    built.change("Linux")
    with pytest.raises(Invalid, match="not one file of each kind"):
        built.gather()


@pytest.mark.parametrize(("system", "ending"), [("Windows", "exe"), ("macOS", "dmg")])
def test_an_unsigned_installer_is_for_a_tag_that_says_so(built: Built, system: str, ending: str) -> None:
    (signed,) = built.folder(system).glob(f"*.{ending}")
    unsigned = signed.rename(signed.with_name(f"{signed.stem}-unsigned.{ending}"))
    built.change(system)
    with pytest.raises(Invalid, match=rf"{ending} is unsigned, and v[\d.]+ does not say so"):
        built.gather()
    shutil.rmtree(built.release)
    built.gather(UNSIGNED_TAG)
    assert (built.release / unsigned.name).exists()


@pytest.mark.parametrize("tag", [TAG, UNSIGNED_TAG])
def test_a_program_that_only_calls_itself_signed_is_refused(built: Built, tag: str) -> None:
    for write in (lambda file: program(file, signed=False), Path.touch):
        file = built.folder("Windows") / "a_1_windows-x64.exe"
        file.unlink()
        write(file)
        built.change("Windows")
        with pytest.raises(Invalid, match="and its name does not say so"):
            built.gather(tag)
        shutil.rmtree(built.release)


def test_a_name_that_leads_elsewhere_is_refused(built: Built) -> None:
    sums = built.folder("macOS") / release.SUMS
    sums.write_text(f"{'0' * 64}  ../../etc/passwd\n")
    built.sums["macOS"] = release.sum_of(sums)
    with pytest.raises(Invalid, match="not the name of a file"):
        built.gather()


def test_two_systems_that_built_the_same_name_are_refused(built: Built) -> None:
    bill = built.folder("macOS") / FILES["macOS"][-1]
    bill.rename(bill.with_name(FILES["Linux"][-1]))
    built.change("macOS")
    with pytest.raises(Invalid, match="Two systems"):
        built.gather()


def test_the_workflow_hands_on_what_each_system_said(built: Built) -> None:
    told = [word for system, sum_ in built.sums.items() for word in ("--sums", system, sum_)]
    assert release.main(["gather", TAG, str(built.root), str(built.release), *told]) == 0
    shutil.rmtree(built.release)
    assert release.main(["gather", TAG, str(built.root), str(built.release), *told[3:]]) == Invalid.exit_code


COMMIT = "a" * 40


@pytest.fixture
def gathered(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    folder.mkdir()
    for name in ("a.deb", "a.exe", release.SUMS):
        (folder / name).write_text(name)
    return folder


def assets_of(folder: Path, **others: object) -> list[dict[str, object]]:
    """Return what gh says of the assets of a draft that holds a folder."""
    return [
        {"name": path.name, "size": path.stat().st_size, "digest": f"sha256:{release.sum_of(path)}", **others}
        for path in folder.iterdir()
    ]


def compare(folder: Path, assets: object, *, tagged: str = COMMIT) -> None:
    release.compare(folder, json.dumps({"assets": assets}), tagged=tagged, meant=COMMIT)


@pytest.mark.parametrize("others", [{}, {"digest": None}, {"digest": ""}])
def test_a_draft_that_holds_what_was_gathered_may_be_published(gathered: Path, others: dict[str, object]) -> None:
    compare(gathered, assets_of(gathered, **others))


def test_a_tag_that_was_moved_meanwhile_is_refused(gathered: Path) -> None:
    with pytest.raises(Invalid, match=f"The tag is of {'b' * 40} by now"):
        compare(gathered, assets_of(gathered), tagged="b" * 40)


def test_a_draft_with_something_else_in_it_is_refused(gathered: Path) -> None:
    first, second, third = assets_of(gathered)
    added = {**first, "name": "evil.exe"}
    for assets, name in (
        ([first, second, third, added], "evil.exe"),
        ([first, second], third["name"]),
        ([first, second, {**third, "digest": f"sha256:{'0' * 64}"}], third["name"]),
        ([first, second, {**third, "size": 1}], third["name"]),
        ([first, second, {**third, "size": 1, "digest": None}], third["name"]),
    ):
        with pytest.raises(Invalid, match=f"were gathered: {name}\\."):
            compare(gathered, assets)


@pytest.mark.parametrize("told", ["", "not found", "[]", "{}", '{"assets": [1]}', '{"assets": [{"name": "a.deb"}]}'])
def test_a_gh_that_says_something_else_is_no_agreement(gathered: Path, told: str) -> None:
    with pytest.raises(Invalid, match="cannot be read"):
        release.compare(gathered, told, tagged=COMMIT, meant=COMMIT)


def test_the_workflow_has_the_draft_compared(gathered: Path) -> None:
    command = [sys.executable, "-S", str(ROOT / "packaging" / "release.py"), "compare", str(gathered)]
    words = ["--tagged", COMMIT, "--meant", COMMIT]
    for assets, code in ((assets_of(gathered), 0), ([], Invalid.exit_code)):
        told = json.dumps({"assets": assets})
        done = subprocess.run([*command, *words], input=told, capture_output=True, text=True, check=False)
        assert done.returncode == code


def test_the_workflow_hears_the_version_or_a_sentence() -> None:
    script = [sys.executable, "-S", str(ROOT / "packaging" / "release.py"), "check"]
    good = subprocess.run([*script, TAG, "--signs", "Windows", "true"], capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout) == (0, f"{__version__}\n")
    bad = subprocess.run([*script, TAG, "--signs", "Windows", "false"], capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout) == (Invalid.exit_code, "")
    assert bad.stderr.startswith("release: The installers for Windows would be unsigned.")
