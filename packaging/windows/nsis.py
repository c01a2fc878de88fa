"""Runs makensis, which makes the installer out of its script; wherever makensis is installed."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.errors import Unavailable
from product import EPOCH_VARIABLE, Product
from programs import run_quietly
from windows.script import render_values

HERE = Path(__file__).resolve().parent
SCRIPT = HERE / "installer.nsi"
# Where NSIS's own installer puts it on Windows, and Debian its parts.
PROGRAM_FOLDERS = ("ProgramFiles(x86)", "ProgramFiles")
DEBIANS_PARTS = Path("/usr/share/nsis")
# Debian builds NSIS's own parts for both; its makers' releases for Windows hold the second alone, which installs the
# same 64-bit program.
TARGETS = ("amd64-unicode", "x86-unicode")


@dataclass(frozen=True)
class Nsis:
    """An NSIS that can be run: its compiler, and the processors that it makes installers for."""

    compiler: Path
    target: str


def find_nsis(environ: Mapping[str, str] = os.environ) -> Nsis | None:
    """Return the NSIS of this computer, if there is one that can make our installer."""
    places = [Path(environ[name]) / "NSIS" / "makensis.exe" for name in PROGRAM_FOLDERS if name in environ]
    on_path = shutil.which("makensis", path=environ.get("PATH", ""))
    for compiler in [*([Path(on_path)] if on_path else []), *(place for place in places if place.is_file())]:
        for target in TARGETS:
            if any((parts / "Stubs" / f"lzma_solid-{target}").is_file() for parts in _parts_of(compiler)):
                return Nsis(compiler, target)
    return None


def _parts_of(compiler: Path) -> tuple[Path, ...]:
    # The compiler on Windows lies in the folder itself, and a second one in its Bin.
    return (compiler.parent, compiler.parent.parent, DEBIANS_PARTS)


def make_installer(
    product: Product,
    payload: Path,
    icon: Path,
    installer: Path,
    *,
    nsis: Nsis,
    compression: str,
    signs: bool = False,
    bootstrapper: Path | None = None,
) -> None:
    """Compile the installer of a payload; its uninstaller is signed on the way, where anything is."""
    files = {"INSTALLER": installer, "ICON": icon}
    if signs:
        files |= {"PYTHON": Path(sys.executable), "SIGNING": HERE / "signing.py"}
    if bootstrapper is not None:
        files["BOOTSTRAPPER"] = bootstrapper
    words = render_values(product, payload, target=nsis.target, compression=compression, files=files)
    with tempfile.TemporaryDirectory() as folder:
        values = Path(folder) / "values.nsh"
        values.write_text(words, "utf-8")
        command = [str(nsis.compiler), "-V2", "-WX", "-INPUTCHARSET", "UTF8", f"-DVALUES={values}", str(SCRIPT)]
        environ = {**os.environ, EPOCH_VARIABLE: str(product.epoch)}
        run_quietly(command, task="Making the installer", log_name="makensis.log", environ=environ)
    if not installer.is_file():
        raise Unavailable(f"makensis made no {installer.name}.")
