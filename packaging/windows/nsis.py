"""Runs makensis, which makes the installer out of its script; wherever makensis is installed."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from app.errors import Unavailable
from app.resources import assets_dir
from product import EPOCH_VARIABLE, Product
from programs import answer_of, find_program, run_quietly
from windows.pictures import write_icon, write_panel
from windows.script import render_values
from windows.signing import COMMAND_VARIABLE

HERE = Path(__file__).resolve().parent
SCRIPT = HERE / "installer.nsi"
# NSIS's own parts lie beside its compiler, or here; where there are none with 64 bits, the others install the same.
DEBIANS_PARTS = Path("/usr/share/nsis")
TARGETS = ("amd64-unicode", "x86-unicode")


# Installers of older ones can be made to hand an administrator's rights to others (CVE-2026-42171, CVE-2025-43715).
SAFE_SINCE = (3, 12)


@dataclass(frozen=True)
class Nsis:
    """An NSIS that can be run: its compiler, and the processors that it makes installers for."""

    compiler: Path
    target: str


def find_nsis() -> Nsis | None:
    """Return the NSIS of this computer, if there is one that can make our installer."""
    compiler = find_program("makensis")
    if compiler is None:
        return None
    stubs = [folder / "Stubs" for folder in (compiler.parent, DEBIANS_PARTS)]
    found = [target for target in TARGETS if any((each / f"lzma_solid-{target}").is_file() for each in stubs)]
    return Nsis(compiler, found[0]) if found else None


def require_safe(nsis: Nsis) -> None:
    """Refuse to make what people are given with an NSIS that is known to be unsafe."""
    told = (answer_of([str(nsis.compiler), "-VERSION"]) or "").strip()
    version = re.match(r"v(\d+)\.(\d+)", told)
    if version is None or (int(version[1]), int(version[2])) < SAFE_SINCE:
        oldest = ".".join(map(str, SAFE_SINCE))
        raise Unavailable(
            f"What is signed is made with NSIS {oldest} or newer, and this is {told or 'of no known version'}.",
            hint="Through installers of older ones others get an administrator's rights: https://nsis.sourceforge.io",
        )


@dataclass(frozen=True)
class Means:
    """What the installer is made with: NSIS, the words that sign a file, and the installer of WebView2 to put in."""

    nsis: Nsis
    signing: tuple[str, ...] = ()
    bootstrapper: Path | None = None


def compile_installer(product: Product, payload: Path, installer: Path, means: Means, compression: str) -> None:
    """Compile the installer of a payload; its uninstaller is signed on the way, where anything is."""
    files = {"INSTALLER": installer}
    if means.signing:
        files |= {"PYTHON": Path(sys.executable), "SIGNING": HERE / "signing.py"}
    if means.bootstrapper is not None:
        files["BOOTSTRAPPER"] = means.bootstrapper
    with tempfile.TemporaryDirectory() as folder:
        files |= _draw(product, Path(folder))
        values = Path(folder) / "values.nsh"
        words = render_values(product, payload, target=means.nsis.target, compression=compression, files=files)
        values.write_text(words, "utf-8")
        command = [str(means.nsis.compiler), "-V2", "-WX", "-INPUTCHARSET", "UTF8", f"-DVALUES={values}", str(SCRIPT)]
        environ = {**os.environ, EPOCH_VARIABLE: str(product.epoch), COMMAND_VARIABLE: json.dumps(means.signing)}
        run_quietly(command, task="Making the installer", log_name="makensis.log", environ=environ)
    if not installer.is_file():
        raise Unavailable(f"makensis made no {installer.name}.")


def _draw(product: Product, folder: Path) -> dict[str, Path]:
    drawing = assets_dir() / product.brand.icon
    drawn = {"ICON": folder / "icon.ico", "PANEL": folder / "panel.bmp"}
    write_icon(drawing, drawn["ICON"])
    write_panel(drawing, product.brand.accent_light, drawn["PANEL"])
    for picture in drawn.values():
        os.utime(picture, (product.epoch, product.epoch))  # an installer holds the moments of its files, too
    return drawn
