"""Makes the installer for Windows of the frozen program: lays it out, has it signed where it can be, and packs it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.errors import Unavailable, UsageError
from notices import with_own_licence
from product import Product
from release import sum_of
from windows.nsis import Means, compile_installer, find_nsis, require_safe
from windows.script import NOTICES
from windows.signing import sign, signing_command

# What Python says of a 64-bit processor of Intel's kind, on Windows and elsewhere.
X64 = ("AMD64", "x86_64")


def means_for(product: Product, bootstrapper: Sequence[str] | None, environ: Mapping[str, str] = os.environ) -> Means:
    """Return what this computer has; `bootstrapper` is a file and the SHA-256 that it has to have."""
    if product.machine not in X64:
        raise Unavailable(f"The installer for Windows is for x64, and this computer is {product.machine}.")
    nsis = find_nsis()
    if nsis is None:
        raise Unavailable("There is no NSIS whose installers are in Unicode.", hint="Version 3.08 and newer ones do.")
    signing = signing_command(environ)
    if signing:
        require_safe(nsis)
    return Means(nsis, signing, verified(*bootstrapper) if bootstrapper else None)


def verified(name: str, sha256: str) -> Path:
    """Return the file, if it is the one that was meant."""
    file = Path(name).resolve()
    try:
        found = sum_of(file)
    except OSError as error:
        raise UsageError(f"{name} cannot be read.", hint="Name the bootstrapper of WebView2.") from error
    if found != sha256.lower():
        hint = f"It has {found}. Microsoft changes the file from time to time: look at its signature first."
        raise UsageError(f"{file.name} has another SHA-256 than the one that was given.", hint=hint)
    return file


def make(product: Product, payload: Path, folder: Path, compression: str, means: Means) -> Path:
    """Pack a payload; with words that sign, its programs, the uninstaller and the installer are signed."""
    installer = folder / product.file_name("windows-x64", "exe", is_signed=bool(means.signing))
    if means.signing:
        _sign_programs(product, payload, means.signing)
    compile_installer(product, payload, installer, means, compression)
    if means.signing:
        sign(installer, means.signing)
    return installer


def lay_out(product: Product, frozen: Path, notices: str, payload: Path) -> None:
    """Fill a folder anew with what is installed: the frozen program and the licences, all of one moment."""
    shutil.rmtree(payload, ignore_errors=True)
    shutil.copytree(frozen, payload)
    (payload / NOTICES).write_text(with_own_licence(notices), "utf-8")
    for path in payload.rglob("*"):
        os.utime(path, (product.epoch, product.epoch))


def _sign_programs(product: Product, payload: Path, command: Sequence[str]) -> None:
    for program in sorted(payload.glob("*.exe")):
        sign(program, command)
        os.utime(program, (product.epoch, product.epoch))
