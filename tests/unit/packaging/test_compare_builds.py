from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import compare_builds

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="nothing opens a .deb here")

NAME = "nook_1_amd64.deb"
CONTROL = "Package: nook\nVersion: 1\nArchitecture: amd64\nMaintainer: x <x@example.org>\nDescription: x\n"


def build(folder: Path, change: Callable[[Path], object] = lambda _tree: None, level: str = "-z0") -> Path:
    """Make a package of a few files into a folder of its own; return that folder."""
    tree = folder / "tree"
    program = tree / "opt" / "nook" / "_internal"
    program.mkdir(parents=True)
    (program / "a.py").write_text("a")
    (program / "b.py").write_text("b")
    (program / "link").symlink_to("a.py")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(CONTROL)
    change(program)
    for path in (*tree.rglob("*"), tree):
        os.utime(path, (0, 0), follow_symlinks=False)
    made = folder / "dist"
    made.mkdir()
    command = ["dpkg-deb", "--root-owner-group", "-Zgzip", level, "--build", str(tree), str(made / NAME)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "SOURCE_DATE_EPOCH": "0"})
    return made


def write_script(program: Path, mode: int) -> None:
    script = program / "../../../DEBIAN/postinst"
    script.write_text("#!/bin/sh\n")
    script.chmod(mode)


def test_the_same_source_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    builds = [str(build(tmp_path / name)) for name in ("one", "other")]
    assert compare_builds.main(builds) == 0
    assert capsys.readouterr().out == "the same to the byte\n"


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (lambda program: (program / "a.py").write_text("c"), "opt/nook/_internal/a.py differs in what it holds"),
        (lambda program: (program / "b.py").chmod(0o755), "opt/nook/_internal/b.py differs in its mode"),
        (lambda program: (program / "b.py").unlink(), "opt/nook/_internal/b.py is only in the first"),
        (lambda program: (program / "c.py").touch(), "opt/nook/_internal/c.py is only in the second"),
        (lambda program: write_script(program, 0o755), "DEBIAN/postinst is only in the second"),
        (
            lambda program: (program / "../../../DEBIAN/control").write_text(
                CONTROL + "Homepage: https://example.org\n"
            ),
            "DEBIAN/control differs in what it holds",
        ),
        (
            lambda program: [(program / "link").unlink(), (program / "link").symlink_to("b.py")],
            "opt/nook/_internal/link differs in what it holds",
        ),
    ],
)
def test_each_difference_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], object], difference: str
) -> None:
    builds = [str(build(tmp_path / "one")), str(build(tmp_path / "other", change))]
    assert compare_builds.main(builds) == 1
    assert capsys.readouterr().out == f"{NAME} is not the same to the byte\n{NAME}: {difference}\n"


def test_what_was_packed_in_another_way_holds_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare_builds.main([str(build(tmp_path / "one")), str(build(tmp_path / "other", level="-z9"))]) == 1
    assert capsys.readouterr().out == f"{NAME} is not the same to the byte\n"


def test_an_installer_that_only_one_build_made_is_named(tmp_path: Path) -> None:
    made = build(tmp_path / "one")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert compare_builds.compare(made, empty) == [f"{NAME} is not in {empty}"]


SPEC = """%global _binary_payload {payload}
%global _build_id_links none
%global debug_package %{{nil}}
%global _buildhost localhost
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
Name: nook
Version: 1
Release: 1
Summary: {summary}
License: MIT
BuildArch: noarch
AutoReqProv: no
{lines}
%description
x
%install
mkdir --parents %{{buildroot}}/opt/nook/_internal
touch %{{buildroot}}/opt/nook/_internal/a.py
%post
{script}
%files
{files}
"""


def build_rpm(folder: Path, **changed: str) -> Path:
    """Make a package for rpm into a folder; return that folder."""
    told = {"payload": "w1.gzdio", "summary": "x", "lines": "Requires: a", "script": "true", "files": "/opt/nook"}
    folder.mkdir()
    (folder / "nook.spec").write_text(SPEC.format(**told | changed))
    command = ["rpmbuild", "-bb", "--define", f"_topdir {folder}", "--define", "_rpmdir %{_topdir}", "nook.spec"]
    environ = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environ)
    return folder / "noarch"


RPM = "nook-1-1.noarch.rpm"


@pytest.mark.skipif(shutil.which("rpmbuild") is None, reason="nothing makes an .rpm here")
@pytest.mark.parametrize(
    "changed",
    [
        {"summary": "y"},
        {"lines": "Requires: b"},
        {"lines": "Requires: a >= 2"},
        {"lines": "Requires: a\nRecommends: b"},
        {"lines": "Requires: a\nProvides: b"},
        {"lines": "Requires: a\nConflicts: b"},
        {"script": "false"},
        {"script": "true\n%preun\nfalse"},
        {"files": "%attr(-, nobody, root) /opt/nook"},
        {"files": "/opt/nook\n%doc /opt/nook/_internal/a.py"},
    ],
    ids=lambda changed: next(iter(changed.values())),
)
def test_what_rpm_is_told_otherwise_is_named(tmp_path: Path, changed: dict[str, str]) -> None:
    one, other = build_rpm(tmp_path / "one"), build_rpm(tmp_path / "other", **changed)
    assert f"{RPM}: HEADER differs in what it holds" in compare_builds.compare(one, other)


@pytest.mark.skipif(shutil.which("rpmbuild") is None, reason="nothing makes an .rpm here")
def test_an_rpm_that_was_packed_in_another_way_is_told_the_same(tmp_path: Path) -> None:
    one, other = build_rpm(tmp_path / "one"), build_rpm(tmp_path / "other", payload="w9.xzdio")
    assert compare_builds.compare(one, other) == [f"{RPM} is not the same to the byte"]
