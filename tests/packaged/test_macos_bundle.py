"""The application of macOS as PyInstaller itself lays it out, run here, with a program that does nothing."""

from __future__ import annotations

import json
import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest

import freezer
from app import __version__
from app.brand import BRAND
from macos import application
from tests.support.evaluated_spec import evaluate

pytestmark = pytest.mark.packaged

# What PyInstaller does on macOS alone is switched on; what asks macOS's own programs is written down instead.
LAY_OUT = """
import json, sys
from unittest import mock
from PyInstaller.building import osx
from PyInstaller.config import CONF

options, program, folder = json.loads(sys.argv[1]), sys.argv[2], sys.argv[3]
CONF.update(workpath=folder, distpath=folder, specpath=folder, spec="build.spec")
osx.is_darwin, osx.osxutils = True, mock.MagicMock()
collected = osx.COLLECT.__new__(osx.COLLECT)
vars(collected).update(
    toc=[(options["slug"], program, "EXECUTABLE"), ("assets/words.json", sys.argv[4], "DATA")],
    strip_binaries=False, upx_binaries=False, upx_exclude=[], console=options["console"], target_arch="arm64",
    codesign_identity="somebody", entitlements_file="entitlements.plist",
)
osx.BUNDLE(collected, **options["bundle"])
print(json.dumps([str(word) for word in osx.osxutils.sign_binary.call_args.args]))
"""


@pytest.fixture
def laid_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the application that this recipe makes."""
    with monkeypatch.context() as patch:
        recorded = evaluate("darwin", [], patch)
    bundle = {**recorded.one("BUNDLE"), "icon": str(tmp_path / f"{BRAND.slug}.icns")}
    (tmp_path / f"{BRAND.slug}.icns").write_bytes(b"icns\0\0\0\x08")
    (tmp_path / "words.json").write_text("{}")
    options = {"bundle": bundle, "console": recorded.one("EXE")["console"], "slug": BRAND.slug}
    program = shutil.copy("/bin/true", tmp_path / BRAND.slug)
    words = [json.dumps(options), str(program), str(tmp_path), str(tmp_path / "words.json")]
    done = subprocess.run([freezer.PYTHON, "-c", LAY_OUT, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = tmp_path / f"{BRAND.name}.app"
    assert json.loads(done.stdout) == [str(made), "somebody", "entitlements.plist"]
    return made


def test_its_description_is_whole(laid_out: Path) -> None:
    told = plistlib.loads((laid_out / "Contents" / "Info.plist").read_bytes())
    assert told == {
        **application.describe(BRAND, __version__),
        "CFBundleDisplayName": BRAND.name,
        "CFBundleExecutable": BRAND.slug,
        "CFBundleIconFile": f"{BRAND.slug}.icns",
        "CFBundleIdentifier": BRAND.identifier,
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleName": BRAND.name,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": __version__,
    }


def test_its_program_and_its_files_are_where_macos_wants_them(laid_out: Path) -> None:
    contents = laid_out / "Contents"
    assert (contents / "MacOS" / BRAND.slug).stat().st_mode & 0o111
    assert (contents / "Resources" / "assets" / "words.json").is_file()
    assert (contents / "Resources" / f"{BRAND.slug}.icns").is_file()
    assert (contents / "Frameworks").is_dir()
