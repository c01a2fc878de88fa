from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import check_artifact
from budget import INSTALLED, MEGABYTE, Budget
from check_artifact import Opened
from checkout import ROOT
from notices import RULE, Part, parts_of, read_distribution, render_notices

Find = Callable[[Opened], Iterator[str]]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    bundle = tmp_path / "usr" / "lib" / "nook"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "nook").write_bytes(b"program")
    with zipfile.ZipFile(bundle / "_internal" / "base_library.zip", "w") as archive:
        archive.writestr("os.pyc", b"code")
    monkeypatch.setattr(check_artifact, "read_modules", lambda _program: {"app.program": b"code"})
    monkeypatch.setattr(check_artifact, "embedded_files", lambda _program: [])
    return Opened(tmp_path, bundle)


def add(opened: Opened, name: str, content: bytes = b"x") -> Path:
    path = opened.bundle / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


# A bundle of the test's own has no notices; one for Linux has no modes where Windows keeps it.
NOT_HERE = {check_artifact.find_missing_licences} | ({check_artifact.find_loose_modes} if os.name != "posix" else set())
HARMLESS = [find for find in check_artifact.CHECKS if find not in NOT_HERE]


@pytest.mark.parametrize("find", HARMLESS)
def test_nothing_is_found_where_nothing_is_wrong(find: Find, opened: Opened) -> None:
    for path in opened.root.rglob("*"):
        path.chmod(0o755)
    assert list(find(opened)) == []


@pytest.mark.parametrize(
    ("name", "content", "find"),
    [
        ("_internal/x.py", b"key = 'sk-proj-" + b"a1B2" * 12 + b"'", check_artifact.find_secrets),
        ("_internal/x", b"-----BEGIN PRIVATE KEY-----\n" + b"QUJD" * 16, check_artifact.find_secrets),
        ("_internal/.env", b"A=1", check_artifact.find_secrets),
        ("_internal/openai/tests/test_x.py", b"", check_artifact.find_tests),
        ("_internal/conftest.py", b"", check_artifact.find_tests),
        ("_internal/Qt/resources/qtwebengine_devtools_resources.pak", b"", check_artifact.find_debug_doors),
        ("_internal/Qt/plugins/qmltooling/libqmldbg.so", b"", check_artifact.find_debug_doors),
        ("_internal/x.json", str(ROOT).encode(), check_artifact.find_builders_paths),
    ],
)
def test_what_must_not_be_there_is_found(name: str, content: bytes, find: Find, opened: Opened) -> None:
    add(opened, name, content)
    assert len(list(find(opened))) == 1


@pytest.mark.parametrize(
    ("modules", "find"),
    [
        ({"app.keys": b"sk-" + b"Z9" * 20}, check_artifact.find_secrets),
        ({"tests.support.launcher": b""}, check_artifact.find_tests),
        ({"app.bridge.write_contract": b""}, check_artifact.find_debug_doors),
        ({"app.x": str(ROOT).encode()}, check_artifact.find_builders_paths),
    ],
)
def test_what_must_not_be_in_the_program_itself_is_found(
    modules: Mapping[str, bytes], find: Find, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_artifact, "read_modules", lambda _program: modules)
    assert len(list(find(opened))) == 1


def test_files_that_others_may_change_are_found(opened: Opened) -> None:
    add(opened, "_internal/x").chmod(0o666)
    assert any("666" in finding for finding in check_artifact.find_loose_modes(opened))


def test_a_program_that_unpacks_itself_is_found(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_artifact, "embedded_files", lambda _program: ["libpython3.11.so.1.0"])
    assert len(list(check_artifact.find_unpacking(opened))) == 1


@pytest.mark.parametrize(
    ("folder", "inside"),
    [("$ORIGIN", True), ("$ORIGIN/../lib", True), ("$ORIGIN/../../../../lib", False), ("/home/builder/lib", False)],
)
def test_libraries_look_for_others_in_the_bundle_alone(folder: str, inside: bool, tmp_path: Path) -> None:
    library = tmp_path / "bundle" / "a" / "b" / "lib.so"
    assert check_artifact._stays_inside(library, folder, tmp_path / "bundle") is inside


def test_a_part_without_its_licence_is_found(opened: Opened) -> None:
    (opened.bundle / "_internal" / "orphan-1.0.dist-info").mkdir()
    found = list(check_artifact.find_missing_licences(opened))
    assert "the notices have no licence of orphan" in found
    notices = f"{RULE}\norphan 1.0\nLicence: MIT\n{RULE}\n\n{'words ' * 60}\n"
    copyright_file = opened.root / "usr" / "share" / "doc" / "nook" / "copyright"
    copyright_file.parent.mkdir(parents=True)
    copyright_file.write_text(notices)
    assert "the notices have no licence of orphan" not in list(check_artifact.find_missing_licences(opened))


def test_sizes_are_judged_by_the_budget() -> None:
    budget = Budget(goal_mb=10, limit_mb=20)
    assert "within the goal" in budget.judge(9 * MEGABYTE)
    assert "over the goal" in budget.judge(15 * MEGABYTE)
    assert budget.is_exceeded(20 * MEGABYTE + 1)
    assert INSTALLED.goal_mb == 380


def distribution(folder: Path, *headers: str, text: str = "") -> Path:
    place = folder / "some_part-1.0.dist-info"
    place.mkdir(parents=True)
    (place / "METADATA").write_text("\n".join(["Name: some-part", "Version: 1.0", *headers]) + "\n\nwords")
    if text:
        (place / "licenses").mkdir()
        (place / "licenses" / "LICENSE.txt").write_text(text)
    return place


@pytest.mark.parametrize(
    ("header", "licence"),
    [
        ("License-Expression: MIT", "MIT"),
        ("License: BSD", "BSD"),
        ("Classifier: License :: OSI Approved :: Apache Software License", "Apache Software License"),
        ("Summary: nothing said", "as in the text below"),
    ],
)
def test_a_licence_is_found_where_packages_say_it(header: str, licence: str, tmp_path: Path) -> None:
    part = read_distribution(distribution(tmp_path, header, text="the text"))
    assert (part.licence, part.texts) == (licence, ("the text",))
    assert part.source.startswith("https://pypi.org/project/some-part/")


def test_the_notices_hold_each_part_with_its_text(tmp_path: Path) -> None:
    from app.brand import BRAND

    parts = [Part("one", "1", "MIT", "https://example.org", ("text of one",)), Part("two", "", "BSD", "x", ("two's",))]
    words = render_notices(BRAND, parts)
    assert words.count(RULE) == 4
    assert "text of one" in words
    assert "one 1: MIT\ntwo: BSD\n" in words


def test_python_qt_and_the_bootloader_are_parts_too(tmp_path: Path) -> None:
    bundle, freezer = tmp_path / "bundle", tmp_path / "freezer"
    dist = bundle / "assets" / "chat" / "dist"
    dist.mkdir(parents=True)
    (dist / "agentnook-chat.licenses.txt").write_text("MIT")
    freezer.mkdir()
    distribution(freezer, "License: GPL with an exception").rename(freezer / "pyinstaller-6.dist-info")
    always, engine = {"Python", "PyInstaller's bootloader", "bzip2"}, {"Chromium, in Qt WebEngine", "ICU, in Qt"}
    without_engine = {part.name for part in parts_of(bundle, freezer)}
    assert (always <= without_engine, without_engine & engine) == (True, set())
    libraries = bundle / "PySide6" / "Qt" / "lib"
    libraries.mkdir(parents=True)
    (libraries / "libicudata.so.73").touch()
    versions = {part.name: part.version for part in parts_of(bundle, freezer)}
    assert always | engine <= versions.keys()
    assert versions["ICU, in Qt"] == "73"
