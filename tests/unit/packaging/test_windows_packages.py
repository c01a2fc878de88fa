from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from platformdirs.windows import Windows

import build_installers
import check_artifact
import debian_packages
import dev
import freezer
import frozen_parts
from app import __version__
from app.brand import BRAND
from app.errors import Invalid, Unavailable, UsageError
from app.resources import assets_dir
from check_artifact import Opened
from checkout import ROOT
from product import Product
from tests.support.evaluated_spec import evaluate
from tests.support.windows_program import program
from windows import build, manifest, nsis, pictures, script, version_resource
from windows.nsis import Means, Nsis
from windows.portable_executable import is_signed
from windows.signing import COMMAND_VARIABLE, main, sign, signing_command

PRODUCT = Product(BRAND, __version__, 1_764_000_000, system="win32")
ORCHARD = replace(BRAND, name="Orchard & Co", slug="orchard", identifier="org.example.orchard", url_scheme="pears")
OTHER = replace(PRODUCT, brand=ORCHARD)
SCRIPT = nsis.SCRIPT.read_text("utf-8")
NOWHERE = Nsis(Path("/nowhere/makensis"), "amd64-unicode")


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    folder = tmp_path / "payload"
    for name in (f"{BRAND.slug}.exe", "LICENCES.txt", "_internal/b/two.txt", "_internal/b/one.txt", "_internal/a.dll"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    return folder


def values(product: Product, payload: Path) -> str:
    return script.render_values(product, payload, target="amd64-unicode", compression="small", files={})


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.2.3", (1, 2, 3, 0)), ("2.0rc1", (2, 0, 0, 0)), ("1.2.3.4.5", (1, 2, 3, 4)), ("70000", (65535, 0, 0, 0))],
)
def test_windows_compares_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert version_resource.numbered(version) == numbers


def test_the_version_resource_is_an_expression_in_pyinstallers_names() -> None:
    names = ("VSVersionInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct")

    def keep(name: str) -> Any:
        return lambda *values: (name, *values)

    known: dict[str, Any] = {name: keep(name) for name in names}
    known |= {"FixedFileInfo": SimpleNamespace, "VSVersionInfo": SimpleNamespace}
    resource = eval(version_resource.render_version_resource(PRODUCT), known)
    (_, ((_, table, strings),)), translation = resource.kids
    assert resource.ffi.filevers == resource.ffi.prodvers == version_resource.numbered(__version__)
    assert (table, translation) == ("040904B0", ("VarFileInfo", [("VarStruct", "Translation", [0x409, 1200])]))
    told = {name: value for _, name, value in strings}
    assert (told["ProductName"], told["CompanyName"], told["ProductVersion"]) == (BRAND.name, BRAND.author, __version__)
    assert told["OriginalFilename"] == f"{BRAND.slug}.exe"


def test_the_manifest_asks_for_sharpness_and_for_no_rights() -> None:
    tree = ElementTree.fromstring(manifest.render_manifest(OTHER).split("?>", 1)[1])
    found = {element.tag.rpartition("}")[2]: element for element in tree.iter()}
    assert found["dpiAwareness"].text == "PerMonitorV2, PerMonitor"
    assert found["longPathAware"].text == "true"
    assert found["requestedExecutionLevel"].attrib == {"level": "asInvoker", "uiAccess": "false"}
    assert found["supportedOS"].attrib == {"Id": manifest.WINDOWS_10}
    assert tree[0].attrib["name"] == OTHER.brand.identifier


def test_the_icon_has_every_size_and_is_always_the_same(tmp_path: Path) -> None:
    from PySide6.QtGui import QImageReader

    first, second = tmp_path / "first.ico", tmp_path / "second.ico"
    for icon in (first, second):
        pictures.write_icon(assets_dir() / BRAND.icon, icon)
    assert first.read_bytes() == second.read_bytes()
    reader = QImageReader(str(first))
    assert reader.imageCount() == len(pictures.SIZES_PX)
    for number, size_px in enumerate(pictures.SIZES_PX):
        reader.jumpToImage(number)
        image = reader.read()
        assert image.width() == image.height() == size_px
        # The drawing's own: nothing at the corners, its ground at the upper edge, the white of the arch below that.
        assert image.pixelColor(0, 0).alpha() < 128
        assert image.pixelColor(size_px // 2, round(size_px * 0.12)).green() > 80
        assert image.pixelColor(size_px // 2, round(size_px * 0.26)).red() > 200


def test_the_panel_is_of_the_brands_colour(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    pictures.write_panel(assets_dir() / BRAND.icon, "#123456", tmp_path / "panel.bmp")
    assert (tmp_path / "panel.bmp").read_bytes().startswith(b"BM")
    image = QImage(str(tmp_path / "panel.bmp"))
    assert (image.width(), image.height()) == pictures.PANEL_PX
    assert image.pixelColor(0, 0).name() == "#123456"
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() != "#123456"


def test_the_script_is_told_every_word_and_every_code_that_it_uses_and_no_other(payload: Path) -> None:
    told = values(PRODUCT, payload)
    words, codes = re.findall(r"LangString (\w+) ", told), re.findall(r"!define (CODE_\w+) ", told)
    assert set(words) == set(re.findall(r"\$\(([A-Z_0-9]+)\)", SCRIPT))
    assert set(codes) == set(re.findall(r"\$\{(CODE_\w+)\}", SCRIPT))


def test_files_come_in_the_same_order_each_time_and_go_whole(payload: Path) -> None:
    told = values(PRODUCT, payload).replace("\\", "/")
    unpacked = re.findall(rf'File "{re.escape(payload.as_posix())}/(.+)"', told)
    assert unpacked == [
        "LICENCES.txt",
        f"{BRAND.slug}.exe",
        "_internal/a.dll",
        "_internal/b/one.txt",
        "_internal/b/two.txt",
    ]
    assert 'SetOutPath "$INSTDIR/_internal/b"' in told
    removed = told.split("!macro RemovePayload FOLDER\n")[1].splitlines()[:-1]
    assert [line.strip() for line in removed] == [
        'Delete "${FOLDER}/LICENCES.txt"',
        'RMDir /r "${FOLDER}/_internal"',
        f'Delete "${{FOLDER}}/{BRAND.slug}.exe"',
    ]


def test_another_brand_is_told_under_its_own_names(payload: Path) -> None:
    told = values(OTHER, payload)
    assert "!define NAME `Orchard & Co`" in told
    assert "!define NAME_IN_DIALOGS `Orchard && Co`" in told
    assert "Orchard & Co needs Windows 10" in told
    own = (
        re.escape(str(payload)),
        re.escape(BRAND.homepage),
        re.escape(BRAND.support),
        BRAND.author,
        f"{BRAND.slug}\\.exe",
    )
    assert BRAND.slug not in re.sub("|".join(own), "", told).lower()
    assert BRAND.name not in SCRIPT


def test_links_open_the_program_where_its_brand_has_a_scheme(payload: Path) -> None:
    assert "!define URL_SCHEME `pears`\n" in values(OTHER, payload)
    assert "URL_SCHEME" not in values(replace(OTHER, brand=replace(ORCHARD, url_scheme="")), payload)


@pytest.mark.parametrize("name", ['"; Quit ;"', "$INSTDIR", "a`b", "a\nb", "a/b", "ends."])
def test_a_brand_that_would_be_read_as_something_else_is_refused(name: str, payload: Path) -> None:
    with pytest.raises(Invalid):
        values(replace(PRODUCT, brand=replace(BRAND, name=name)), payload)


def test_words_are_words_to_nsis_whatever_is_in_them() -> None:
    assert script.quoted('costs $5,\n"x"') == '"costs $$5,$\\n$\\"x$\\""'


def test_what_is_removed_on_request_is_what_the_program_keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _name: "LOCAL")
    folders = Windows(BRAND.slug, appauthor=False)
    paths = (folders.user_data_dir, folders.user_config_dir, folders.user_log_dir, folders.user_cache_dir)
    kept = {path.replace("\\", "/") for path in paths}
    removed = [place.replace("\\", "/") for place in re.findall(r'Push "\$LOCALAPPDATA\\(.+)"', SCRIPT)]
    places = [f"LOCAL/{place}".replace("${SLUG}", BRAND.slug) for place in removed]
    inside = {folder: [place for place in places if f"{folder}/".startswith(f"{place}/")] for folder in kept}
    assert [folder for folder, found in inside.items() if not found] == []
    assert folders.user_runtime_dir.replace("\\", "/") in places


def test_nsis_is_found_in_its_folder_on_windows_and_with_what_it_can_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiler = tmp_path / "NSIS" / ("makensis.exe" if os.name == "nt" else "makensis")
    stub = compiler.parent / "Stubs" / "lzma_solid-x86-unicode"
    stub.parent.mkdir(parents=True)
    compiler.write_text("")
    compiler.chmod(0o755)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    monkeypatch.setattr(nsis, "DEBIANS_PARTS", tmp_path)
    assert nsis.find_nsis() is None
    stub.write_text("")
    assert nsis.find_nsis() == Nsis(compiler, "x86-unicode")
    stub.with_name("lzma_solid-amd64-unicode").write_text("")
    assert nsis.find_nsis() == Nsis(compiler, "amd64-unicode")


def test_what_is_missing_is_named_before_anything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(shutil, "which", lambda name, path=None: None)
    with pytest.raises(Unavailable) as caught:
        build_installers.require_tools()
    assert "makensis (makes the installer), 7z (opens it again)" in caught.value.sentence
    assert "winget install" in caught.value.hint


def test_means_are_missed_before_an_hours_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "find_nsis", lambda: NOWHERE)
    file = tmp_path / "bootstrapper.exe"
    file.write_bytes(b"from Microsoft")
    right = hashlib.sha256(b"from Microsoft").hexdigest()
    assert build.means_for(PRODUCT, (str(file), right.upper()), {}) == Means(NOWHERE, (), file)
    for given, words in {
        (str(file), "0" * 64): "another SHA-256",
        (str(tmp_path / "none"), right): "cannot be read",
    }.items():
        with pytest.raises(UsageError, match=words):
            build.means_for(PRODUCT, given, {})
    with pytest.raises(Unavailable, match="ARM64"):
        build.means_for(replace(PRODUCT, machine="ARM64"), None, {})
    monkeypatch.setattr(build, "find_nsis", lambda: None)
    with pytest.raises(Unavailable, match="NSIS"):
        build.means_for(PRODUCT, None, {})


@pytest.fixture
def nsis_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have an NSIS that says of what version it is, and a signer."""

    def pretend(version: str) -> None:
        compiler = tmp_path / "makensis"
        compiler.write_text(f"#!/bin/sh\n[ \"$*\" = -VERSION ] && printf '{version}'\n")
        compiler.chmod(0o755)
        monkeypatch.setattr(build, "find_nsis", lambda: Nsis(compiler, "amd64-unicode"))

    return pretend


SIGNING = {COMMAND_VARIABLE: '["sign", "{file}"]'}


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script of a shell")
@pytest.mark.parametrize("version", ["v3.11", "v3.08-3+deb12u1", "v2.51", "", "3", "v3.9.12"])
def test_what_is_signed_is_not_made_with_an_nsis_that_is_known_to_be_unsafe(
    nsis_of: Callable[[str], None], version: str
) -> None:
    nsis_of(version)
    with pytest.raises(Unavailable, match=r"NSIS 3\.12 or newer") as caught:
        build.means_for(PRODUCT, None, SIGNING)
    assert (version or "no known version") in caught.value.sentence
    assert "nsis.sourceforge.io" in caught.value.hint
    # What says that it is unsigned is for tests.
    assert build.means_for(PRODUCT, None, {}).signing == ()


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script of a shell")
@pytest.mark.parametrize("version", ["v3.12", "v3.12-1", "v3.20", "v4.0"])
def test_what_is_signed_is_made_with_a_newer_one(nsis_of: Callable[[str], None], version: str) -> None:
    nsis_of(version)
    assert build.means_for(PRODUCT, None, SIGNING).signing == ("sign", "{file}")


@pytest.mark.parametrize("told", ["signtool sign", '"{file}"', '["signtool"]', "[1, 2]"])
def test_words_that_name_no_file_to_sign_are_refused(told: str) -> None:
    with pytest.raises(UsageError, match=COMMAND_VARIABLE):
        signing_command({COMMAND_VARIABLE: told})


def test_without_a_certificate_nothing_is_signed_and_the_name_says_so() -> None:
    assert signing_command({}) == ()
    assert OTHER.file_name("windows-x64", "exe") == f"orchard_{__version__}_windows-x64-unsigned.exe"
    assert OTHER.file_name("windows-x64", "exe", is_signed=True) == f"orchard_{__version__}_windows-x64.exe"


def test_a_signature_is_seen_and_its_absence_too(tmp_path: Path) -> None:
    assert is_signed(program(tmp_path / "a.exe", signed=True))
    assert not is_signed(program(tmp_path / "a.exe", signed=False))
    cut = program(tmp_path / "a.exe", signed=True)
    cut.write_bytes(cut.read_bytes()[:-1])
    assert not is_signed(cut)
    with pytest.raises(ValueError, match="no program"):
        is_signed(Path(__file__))


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code, "{file}"]


def test_signing_that_signs_nothing_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = program(tmp_path / "a.exe", signed=False)
    with pytest.raises(Unavailable, match="carries no signature"):
        sign(file, python(""))
    with pytest.raises(Unavailable, match=r"Signing a\.exe failed"):
        sign(file, python("raise SystemExit(1)"))
    monkeypatch.setenv(COMMAND_VARIABLE, json.dumps(python("")))
    assert main([str(file)]) == 69
    assert "carries no signature" in capsys.readouterr().err


def test_everything_of_ours_is_signed_before_it_is_packed(
    tmp_path: Path, payload: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(build, "sign", lambda file, command: done.append(file.name))
    monkeypatch.setattr(build, "compile_installer", lambda *arguments: done.append("compiled"))
    made = build.make(PRODUCT, payload, tmp_path, "small", Means(NOWHERE, ("sign", "{file}")))
    assert done == [f"{BRAND.slug}.exe", "compiled", made.name]
    assert "unsigned" not in made.name


def test_the_payload_is_the_program_with_its_licences_of_one_moment(tmp_path: Path) -> None:
    frozen, target = tmp_path / "frozen", tmp_path / "payload"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "_internal" / "a.dll").write_text("x")
    target.mkdir()
    (target / "of-an-earlier-build").write_text("x")
    build.lay_out(PRODUCT, frozen, "the notices", target)
    assert {path.name for path in target.rglob("*")} == {"_internal", "a.dll", "LICENCES.txt"}
    assert (target / "LICENCES.txt").read_text().startswith("MIT License")
    assert (target / "LICENCES.txt").read_text().endswith("the notices")
    assert {path.stat().st_mtime for path in target.rglob("*")} == {PRODUCT.epoch}


def test_a_build_on_windows_freezes_packs_sums_and_looks_into_it(
    tmp_path: Path, payload: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[Sequence[str]] = []

    def run_in_front(command: Sequence[str], _environ: Mapping[str, str]) -> int:
        checked.append(command)
        return 0

    def compile_installer(_product: Product, packed: Path, installer: Path, means: Means, compression: str) -> None:
        assert (means.nsis, compression, packed.name) == (NOWHERE, "quick", "payload")
        assert (packed / "LICENCES.txt").read_text().endswith("notices of nobody")
        installer.write_text("an installer")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(shutil, "which", lambda name, path=None: name)
    for module in (build_installers, freezer):
        monkeypatch.setattr(module, "FREEZER", tmp_path)
    monkeypatch.setattr(build_installers, "DIST", tmp_path / "dist-of-test")
    monkeypatch.setattr(build_installers, "this_product", lambda: PRODUCT)
    monkeypatch.setattr(build_installers, "parts_of", lambda *folders: [])
    monkeypatch.setattr(build_installers, "render_notices", lambda brand, parts: "notices of nobody")
    monkeypatch.setattr(freezer, "freeze", lambda product: payload.rename(tmp_path / "frozen"))
    monkeypatch.setattr(build, "find_nsis", lambda: NOWHERE)
    monkeypatch.setattr(build, "compile_installer", compile_installer)
    monkeypatch.setattr(build_installers, "run_in_front", run_in_front)
    assert build_installers.main(["--quick"]) == 0
    name = f"{BRAND.slug}_{__version__}_windows-x64-unsigned.exe"
    assert [Path(command[2]).name for command in checked] == [name]
    sum_of_it = hashlib.sha256(b"an installer").hexdigest()
    first, *others = (tmp_path / "dist-of-test" / "SHA256SUMS").read_text().splitlines()
    assert first == f"{sum_of_it}  {name}"
    assert [line.partition("  ")[2] for line in others] == [PRODUCT.bill_name]


def test_the_recipe_takes_what_was_drawn_for_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freezer, "FREEZER", tmp_path)
    freezer.draw_parts(PRODUCT)
    assert {path.name for path in tmp_path.iterdir()} == {f"{BRAND.slug}.ico", "version.txt", "manifest.xml"}
    freezer.draw_parts(replace(PRODUCT, system="linux"))
    monkeypatch.setattr(Path, "exists", lambda path: True)
    programs = evaluate("win32", [], monkeypatch).named("EXE")
    drawn = {name: {Path(each[name]).name for each in programs} for name in ("icon", "version", "manifest")}
    assert drawn == {"icon": {f"{BRAND.slug}.ico"}, "version": {"version.txt"}, "manifest": {"manifest.xml"}}
    assert all(Path(each["manifest"]).parent == ROOT / "build" / "freezer" for each in programs)
    assert evaluate("linux", [], monkeypatch).named("EXE")[0]["manifest"] is None


def test_no_other_engine_comes_along_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    left_out = {name: evaluate(name, [], monkeypatch).one("Analysis")["excludes"] for name in ("linux", "win32")}
    assert {"PySide6", "qtpy"} <= set(left_out["win32"])
    assert "PySide6" not in left_out["linux"]
    assert set(frozen_parts.EXCLUDED) <= set(left_out["win32"])


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    root = tmp_path / "opened"
    (root / "_internal").mkdir(parents=True)
    for name in (f"{BRAND.slug}.exe", f"{BRAND.slug}-cli.exe"):
        file = program(root / name, signed=True)
        file.write_bytes(file.read_bytes() + b"PerMonitorV2" + BRAND.name.encode("utf-16-le"))
    return Opened(root, root)


def test_a_program_without_our_resources_is_found(opened: Opened) -> None:
    assert opened.is_for_windows
    assert opened.program.name == f"{BRAND.slug}.exe"
    assert list(check_artifact.find_missing_resources(opened)) == []
    program(opened.program, signed=True)
    found = list(check_artifact.find_missing_resources(opened))
    assert found == [f"{BRAND.slug}.exe has no manifest of ours", f"{BRAND.slug}.exe has no version of ours"]


def test_unsigned_work_under_a_signed_name_is_found(opened: Opened, tmp_path: Path) -> None:
    installer = program(tmp_path / "Setup.exe", signed=True)
    assert list(check_artifact.find_false_names(installer, opened)) == []
    program(opened.program, signed=False)
    program(installer, signed=False)
    found = list(check_artifact.find_false_names(installer, opened))
    assert found == ["Setup.exe is not signed", f"{BRAND.slug}.exe is not signed"]
    assert list(check_artifact.find_false_names(installer.with_name("Setup-unsigned.exe"), opened)) == []


def test_windows_has_no_modes_and_other_parts(opened: Opened) -> None:
    opened.program.chmod(0o777)
    assert list(check_artifact.find_loose_modes(opened)) == []
    (opened.root / script.NOTICES).write_text("")
    found = list(check_artifact.find_missing_licences(opened))
    assert "the notices have no licence of Python" in found
    assert not any("Chromium" in finding for finding in found)


def test_testing_what_is_built_brings_wine_and_nsis() -> None:
    packages = dev.VERBS["build"].packages
    assert packages is not None
    assert set(debian_packages.WINDOWS) <= set(packages(dev.Request(tests_what_it_builds=True)))
    assert not set(debian_packages.WINDOWS) & set(packages(dev.Request()))
