"""What is made for macOS, as far as another system can tell: descriptions, icons, and each command in its order."""

from __future__ import annotations

import base64
import json
import os
import plistlib
import stat
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage, QImageReader

import build_installers
import check_artifact
import freezer
import programs
from app import __version__
from app.brand import BRAND
from app.errors import Invalid, Unavailable
from app.resources import assets_dir
from macos import application, icon, signing
from macos.disk_image import NOTICES, Packing, make_disk_image
from macos.signing import Signer, own_keychain, signer_in
from notices import Part
from product import Product
from tests.support.evaluated_spec import evaluate

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are scripts of a shell")

PRODUCT = Product(BRAND, __version__, 1_764_000_000, "arm64", "darwin")
SIGNER = Signer("Developer ID Application: Nobody (TEAM)", "the text of a key", "KEYID", "issuer")
SIGNING = dict(zip(signing.NEEDED, (SIGNER.identity, SIGNER.notary_key, "KEYID", "issuer"), strict=True))
CERTIFICATE = {
    signing.CERTIFICATE: base64.b64encode(b"a certificate").decode(),
    signing.CERTIFICATE_PASSWORD: "its password",
}
# What is written down of each call; a disk image is made, the keychains of before are told.
STAND_IN = """#!/usr/bin/env python3
import json, os, pathlib, sys
name, words = pathlib.Path(sys.argv[0]).name, sys.argv[1:]
files = {word: pathlib.Path(word).read_text() for word in words if word.endswith((".p8", ".p12"))}
with open(os.environ["CALLS"], "a") as calls:
    calls.write(json.dumps([name, *words, {"files": files, "environ": dict(os.environ)}]))
    calls.write("\\n")
if name == "hdiutil" and words[0] == "create":
    source = pathlib.Path(words[words.index("-srcfolder") + 1])
    pathlib.Path(words[-1]).write_text("\\n".join(sorted(path.name for path in source.iterdir())))
if words[:1] == ["list-keychains"] and "-s" not in words:
    print('    "/Users/nobody/login.keychain-db"')
sys.exit(1 if os.environ.get("FAILS") in words else 0)
"""


class Calls:
    """What was called, in order."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> list[list[str]]:
        """Return the words of each call."""
        return [line[:-1] for line in self._lines()]

    def files(self) -> dict[str, str]:
        """Return what was in the files that a call was given, by their name."""
        told = [line[-1]["files"] for line in self._lines()]
        return {Path(name).name: words for files in told for name, words in files.items()}

    def seen(self) -> set[str]:
        """Return the names of the variables that any of them saw."""
        return {name for line in self._lines() for name in line[-1]["environ"]}

    def _lines(self) -> list[list[Any]]:
        return [json.loads(line) for line in self._path.read_text("utf-8").splitlines()]


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Put stand-ins before every program of macOS."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in build_installers.TOOLS["darwin"]:
        (folder / name).write_text(STAND_IN, "utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    monkeypatch.setattr(programs, "LOGS", tmp_path / "logs")
    (tmp_path / "calls").write_text("")
    return Calls(tmp_path / "calls")


@pytest.fixture
def pack(calls: Calls, tmp_path: Path) -> Callable[[Signer | None], Path]:
    """Make the disk image of an application that is nearly empty."""
    bundle = tmp_path / f"{BRAND.name}.app"
    (bundle / "Contents" / "Resources").mkdir(parents=True)

    def pack(signer: Signer | None) -> Path:
        image = tmp_path / PRODUCT.file_name("macos-arm64", "dmg", is_signed=signer is not None)
        packing = Packing(PRODUCT, "the notices", tmp_path / "entitlements.plist", signer, "small")
        make_disk_image(packing, bundle, image)
        assert (bundle / NOTICES).read_text().startswith("MIT License")
        assert (bundle / NOTICES).read_text().endswith("\nthe notices")
        return image

    return pack


def test_the_description_says_what_the_system_and_its_stores_want(monkeypatch: pytest.MonkeyPatch) -> None:
    told = plistlib.loads(plistlib.dumps(evaluate("darwin", [], monkeypatch).one("BUNDLE")["info_plist"]))
    assert told["CFBundleVersion"] == __version__
    assert told["LSMinimumSystemVersion"] == application.OLDEST_MACOS
    assert told["NSMicrophoneUsageDescription"].startswith(f"{BRAND.name} listens")
    assert told["NSAppTransportSecurity"] == {"NSAllowsLocalNetworking": True}
    # It is no program without a window.
    assert not {"LSUIElement", "LSBackgroundOnly", "NSCameraUsageDescription"} & set(told)


def test_links_open_the_program_where_its_brand_has_a_scheme() -> None:
    assert application.describe(replace(BRAND, url_scheme="pears"), "1")["CFBundleURLTypes"] == [
        {"CFBundleURLName": BRAND.identifier, "CFBundleURLSchemes": ["pears"], "CFBundleTypeRole": "Viewer"}
    ]
    assert "CFBundleURLTypes" not in application.describe(replace(BRAND, url_scheme=""), "1")


def test_where_the_system_has_an_engine_no_other_one_comes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "PySide6" in evaluate("darwin", [], monkeypatch).one("Analysis")["excludes"]
    assert "PySide6" not in evaluate("linux", [], monkeypatch).one("Analysis")["excludes"]


def test_the_hardened_program_may_do_one_thing_more_and_says_why() -> None:
    assert plistlib.loads(application.render_entitlements()) == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True
    }
    assert all(len(why) > 30 for why in application.ENTITLEMENTS.values())


def test_the_recipe_finds_what_was_drawn_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freezer, "FREEZER", tmp_path)
    monkeypatch.setattr(freezer, "ENTITLEMENTS", tmp_path / "entitlements.plist")
    freezer.draw_parts(PRODUCT)
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{BRAND.slug}.icns", "entitlements.plist"]
    freezer.draw_parts(replace(PRODUCT, system="linux", brand=replace(BRAND, slug="other")))
    assert len(list(tmp_path.iterdir())) == 2


def test_the_icon_has_every_size_and_room_at_its_edges() -> None:
    drawing = assets_dir() / BRAND.icon
    content = icon.render_icon(drawing)
    assert content == icon.render_icon(drawing)
    assert (content[:4], struct.unpack(">I", content[4:8])[0]) == (b"icns", len(content))
    place, found = 8, {}
    while place < len(content):
        (length,) = struct.unpack(">I", content[place + 4 : place + 8])
        image = QImage.fromData(content[place + 8 : place + length])
        found[content[place : place + 4]] = image
        place += length
    assert {name: image.width() for name, image in found.items()} == icon.ENTRIES_PX
    largest = found[b"ic10"]
    assert largest.pixelColor(95, 512).alpha() == 0
    assert largest.pixelColor(110, 512).alpha() == 255
    assert largest.pixelColor(1023 - 95, 512).alpha() == 0


def test_the_icon_is_read_as_one_of_macos(tmp_path: Path) -> None:
    (tmp_path / "icon.icns").write_bytes(icon.render_icon(assets_dir() / BRAND.icon))
    reader = QImageReader(str(tmp_path / "icon.icns"))
    widths = [reader.read().width() for number in range(reader.imageCount()) if reader.jumpToImage(number)]
    assert (bytes(reader.format().data()), widths) == (b"icns", [*icon.ENTRIES_PX.values()])


def test_without_a_signer_it_is_sealed_by_nobody_and_says_so(pack: Callable[..., Path], calls: Calls) -> None:
    image = pack(None)
    assert [call[0] for call in calls()] == ["codesign", "codesign", "hdiutil"]
    assert calls()[0][1:-1] == ["--force", "--sign", "-"]
    assert image.read_text().split("\n") == ["Agentnook.app", "Applications"]


def test_a_signer_signs_and_apple_looks_at_both_before_it_is_done(
    pack: Callable[..., Path], calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**SIGNING, **CERTIFICATE}.items():
        monkeypatch.setenv(name, value)
    image = pack(SIGNER)
    told = [" ".join(call) for call in calls()]
    seal, _, packing, app_sent, app_kept, made, image_signed, image_sent, image_kept = told
    assert seal.startswith("codesign --force --options runtime --entitlements ")
    assert f"--timestamp --sign {SIGNER.identity} " in seal
    assert packing.startswith("ditto -c -k --keepParent ")
    assert "notarytool submit" in app_sent
    assert app_sent.endswith("--wait --timeout 45m")
    assert "--key-id KEYID --issuer issuer" in app_sent
    assert app_kept.startswith("xcrun stapler staple")
    assert app_kept.endswith(".app")
    assert made.startswith("hdiutil create")
    assert image_signed.startswith("codesign --force --timestamp")
    assert "entitlements" not in image_signed
    assert image.name in image_sent
    assert image_kept.endswith(image.name)
    assert calls.files() == {"key.p8": SIGNER.notary_key}
    assert SIGNER.notary_key not in "\n".join(told) + repr(SIGNER)
    assert not signing.SECRETS & calls.seen()


def test_what_apple_does_not_like_is_not_made(
    pack: Callable[..., Path], calls: Calls, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FAILS", "staple")
    with pytest.raises(Unavailable, match="Apple's word"):
        pack(SIGNER)
    assert list(tmp_path.glob("*.dmg")) == []


@pytest.mark.parametrize("missing", signing.NEEDED)
def test_half_of_what_it_takes_to_sign_is_a_mistake(missing: str) -> None:
    with pytest.raises(Invalid, match=missing):
        signer_in({**SIGNING, missing: ""})


def test_who_signs_is_said_in_the_environment_or_nobody_does() -> None:
    assert signer_in(SIGNING) == SIGNER
    assert signer_in({}) is None


def test_a_certificate_is_lent_for_as_long_as_it_is_needed(calls: Calls) -> None:
    with own_keychain(CERTIFICATE):
        verbs = [call[1] for call in calls()]
    assert verbs == [
        *("list-keychains", "create-keychain", "set-keychain-settings", "unlock-keychain", "import"),
        *("set-key-partition-list", "list-keychains"),
    ]
    keychain = calls()[1][-1]
    assert calls()[-2][-2:] == [keychain, "/Users/nobody/login.keychain-db"]
    assert calls()[-1] == ["security", "delete-keychain", keychain]
    assert calls.files() == {"certificate.p12": "a certificate"}
    assert not Path(keychain).parent.exists()


def test_what_is_no_certificate_is_said_and_never_shown(calls: Calls) -> None:
    with pytest.raises(Invalid) as caught, own_keychain({signing.CERTIFICATE: "abc"}):
        pass
    assert "abc" not in f"{caught.value.sentence}{caught.value.hint}"
    assert calls() == []


def test_a_keychain_that_cannot_be_made_is_not_removed(calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAILS", "create-keychain")
    with pytest.raises(Unavailable, match="Making a keychain"), own_keychain(CERTIFICATE):
        pass
    assert calls()[-1][1] == "create-keychain"


def test_a_certificate_is_taken_back_when_the_work_fails(calls: Calls) -> None:
    with pytest.raises(KeyError), own_keychain(CERTIFICATE):
        raise KeyError
    assert calls()[-1][1] == "delete-keychain"


def test_a_whole_build_freezes_packs_and_writes_what_is_in_it(
    calls: Calls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "freezer" / "dist" / BRAND.slug

    def freeze(_product: Product) -> Path:
        (frozen / "_internal").mkdir(parents=True)
        (frozen.with_name(f"{BRAND.name}.app") / "Contents" / "Resources").mkdir(parents=True)
        assert calls()[-1][1] == "list-keychains", "the certificate is there while libraries are signed"
        return frozen

    for name, value in {**SIGNING, **CERTIFICATE}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(build_installers, "FREEZER", tmp_path / "freezer")
    monkeypatch.setattr(build_installers, "DIST", tmp_path / "dist")
    monkeypatch.setattr(freezer, "freeze", freeze)
    monkeypatch.setattr(build_installers, "parts_of", lambda *_: [Part("Python", "3", "PSF-2.0", "https://x", ("",))])
    monkeypatch.setattr(build_installers, "check", lambda *_: 0)
    pack = build_installers.packer_for(PRODUCT, "small", None)
    assert build_installers.build(PRODUCT, pack, "small", keep_frozen=False) == 0
    made = sorted(path.name for path in (tmp_path / "dist").iterdir())
    assert made == ["SHA256SUMS", PRODUCT.bill_name, f"agentnook_{__version__}_macos-arm64.dmg"]
    assert len((tmp_path / "dist" / "SHA256SUMS").read_text().splitlines()) == 2
    assert calls()[-1][1] == "delete-keychain"


def test_without_a_certificate_no_keychain_is_touched(calls: Calls) -> None:
    with own_keychain({}):
        pass
    assert calls() == []


def test_files_of_secrets_are_private_from_the_first_byte(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = signing._write_private(tmp_path / "key", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_freezes_the_program_knows_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environs: list[dict[str, str]] = []
    monkeypatch.setattr(freezer, "bring_locked_environment", lambda: None)
    monkeypatch.setattr(freezer, "draw_parts", lambda _product: None)
    monkeypatch.setattr(freezer, "run_quietly", lambda *_, environ, **__: environs.append(environ))
    for name, value in {**SIGNING, **CERTIFICATE}.items():
        monkeypatch.setenv(name, value)
    freezer.freeze(PRODUCT)
    assert environs[0][signing.IDENTITY] == SIGNER.identity
    assert not signing.SECRETS & set(environs[0])
    assert environs[0]["PYINSTALLER_STRICT_BUNDLE_CODESIGN_ERROR"] == "1"


def test_a_disk_image_is_opened_and_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools, root = tmp_path / "bin", tmp_path / "root"
    tools.mkdir()
    root.mkdir()
    (tools / "hdiutil").write_text(
        '#!/bin/sh\n[ "$1" = detach ] && { rm -r "$3"/*; exit; }\n'
        'mkdir -p "$6/A.app/Contents/MacOS" "$6/A.app/Contents/Frameworks"\n'
        'echo x > "$6/A.app/Contents/MacOS/a"\n'
    )
    (tools / "hdiutil").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    opened = check_artifact.open_installer(tmp_path / "A.dmg", root)
    assert opened.program == root / "A.app" / "Contents" / "MacOS" / "a"
    assert opened.inner == root / "A.app" / "Contents" / "Frameworks"
    assert [path.name for path in root.iterdir()] == ["A.app"]
