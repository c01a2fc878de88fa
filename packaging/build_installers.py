"""Makes the installers of this system into dist/, from freezing to checking; `dev.py build` runs it."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

sys.path.append(str(Path(__file__).resolve().parent.parent))

import budget
import freezer
from app.errors import AppError, Unavailable
from bill import render_bill
from checkout import DIST, FREEZER, ROOT
from linux.deb import make_deb
from linux.dependencies import demands_of
from linux.places import Places
from linux.rpm import make_rpm
from linux.tree import lay_out
from macos.disk_image import Packing, make_disk_image
from macos.signing import Signer, own_keychain, signer_in
from notices import Part, parts_of, render_notices
from product import Product, this_product
from programs import end_on_signals, find_program, run_in_front, say
from release import write_sums
from windows import build as windows
from windows.nsis import Means

# Programs that no Python package brings, by system, and what they are for.
TOOLS: Mapping[str, Mapping[str, str]] = {
    "linux": {
        "dpkg-deb": "makes the .deb",
        "rpmbuild": "makes the .rpm",
        "rpm2cpio": "opens the .rpm again",
        "cpio": "opens the .rpm again",
        "strip": "takes the symbols out of libraries",
        "objdump": "is what PyInstaller reads libraries with",
    },
    "darwin": {
        "codesign": "seals the program",
        "ditto": "packs the program for Apple",
        "hdiutil": "makes the disk image",
        "security": "lends the certificate",
        "xcrun": "asks Apple",
    },
    "win32": {"makensis": "makes the installer", "7z": "opens it again"},
}
HINTS = {
    "linux": "On Debian: sudo apt-get install binutils cpio dpkg rpm",
    "darwin": "They come with macOS and Xcode's command line tools: xcode-select --install",
    "win32": "They belong to NSIS and to 7-Zip: winget install NSIS.NSIS 7zip.7zip",
}

T = TypeVar("T")
# What makes the installers of a frozen program and its notices.
Pack = Callable[[Path, str], list[Path]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build; every failure is one sentence and the exit code of the error tree."""
    parser = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="pack with less effort, for a test: larger files, sooner")
    parser.add_argument("--keep-frozen", action="store_true", help="pack what was frozen last, without freezing anew")
    parser.add_argument(
        "--webview2-bootstrapper",
        nargs=2,
        metavar=("FILE", "SHA256"),
        help="on Windows, put Microsoft's bootstrapper of WebView2 into the installer; it is not fetched",
    )
    options = parser.parse_args(arguments)
    end_on_signals()
    try:
        require_tools()
        product, compression = this_product(), "quick" if options.quick else "small"
        pack = packer_for(product, compression, options.webview2_bootstrapper)
        return build(product, pack, compression, keep_frozen=options.keep_frozen)
    except AppError as error:
        print(f"dev.py: {error.sentence}\n{error.hint}", file=sys.stderr)
        return error.exit_code


def require_tools() -> None:
    """Name every program that is missing, before anything is made."""
    tools = TOOLS.get(sys.platform)
    if tools is None:
        raise Unavailable("Installers of this system are not made by this command yet.")
    absent = [name for name in tools if find_program(name) is None]
    if absent:
        named = ", ".join(f"{name} ({tools[name]})" for name in absent)
        raise Unavailable(f"These programs are missing: {named}.", hint=HINTS[sys.platform])


def packer_for(product: Product, compression: str, bootstrapper: Sequence[str] | None) -> Pack:
    """Return what packs for this system; what it cannot do without is missed before an hour's work, not after it."""
    if product.system == "darwin":
        signer = signer_in()
        return lambda frozen, notices: pack_for_macos(product, frozen, notices, compression, signer)
    if product.system == "win32":
        means = windows.means_for(product, bootstrapper)
        return lambda frozen, notices: pack_for_windows(product, frozen, notices, compression, means)
    return lambda frozen, notices: pack_for_linux(product, frozen, notices, compression)


def build(product: Product, pack: Pack, compression: str, *, keep_frozen: bool) -> int:
    """Make everything, and look into what was made; what an earlier build left is gone before."""
    frozen = FREEZER / "dist" / product.brand.slug
    with own_keychain():
        if not (keep_frozen and frozen.is_dir()):
            frozen = _timed("freezing", lambda: freezer.freeze(product))
        parts = parts_of(frozen / "_internal", freezer.site_packages())
        shutil.rmtree(DIST, ignore_errors=True)
        DIST.mkdir()
        bill = write_bill(product, parts)
        installers = pack(frozen, render_notices(product.brand, parts))
    write_sums(DIST, [*installers, bill])
    return check(installers, compression)


def pack_for_linux(product: Product, frozen: Path, notices: str, compression: str) -> list[Path]:
    """Make both packages of one tree."""
    tree = FREEZER / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(product, frozen, notices, tree)
    demands = demands_of(tree / Places(product.brand).folder)
    rpm = DIST / product.file_name(f"linux-{product.machine}", "rpm")
    deb = DIST / product.file_name(f"linux-{product.debian_architecture}", "deb")
    # First: the other one adds what dpkg needs to know to the tree.
    _timed("the .rpm", lambda: make_rpm(product, tree, demands, compression, rpm))
    _timed("the .deb", lambda: make_deb(product, tree, demands, compression, deb))
    return [deb, rpm]


def pack_for_macos(product: Product, frozen: Path, notices: str, compression: str, signer: Signer | None) -> list[Path]:
    """Make the disk image; whoever is named in the environment signs it."""
    application = frozen.with_name(f"{product.brand.name}.app")
    image = DIST / product.file_name(f"macos-{product.machine}", "dmg", is_signed=signer is not None)
    packing = Packing(product, notices, freezer.ENTITLEMENTS, signer, compression)
    _timed("the .dmg", lambda: make_disk_image(packing, application, image))
    return [image]


def pack_for_windows(product: Product, frozen: Path, notices: str, compression: str, means: Means) -> list[Path]:
    """Make the one installer."""
    payload = FREEZER / "payload"
    windows.lay_out(product, frozen, notices, payload)
    return [_timed("the installer", lambda: windows.make(product, payload, DIST, compression, means))]


def write_bill(product: Product, parts: Sequence[Part]) -> Path:
    """Write what the installers are made of, beside them."""
    bill = DIST / product.bill_name
    bill.write_text(render_bill(product, parts), "utf-8")
    return bill


def check(installers: Sequence[Path], compression: str) -> int:
    """Open what was made; PyInstaller's own Python reads what PyInstaller wrote."""
    command = [str(freezer.PYTHON), str(ROOT / "packaging" / "check_artifact.py"), *map(str, installers)]
    extra = ["--largest-mb", str(budget.QUICK_LIMIT_MB)] if compression == "quick" else []
    plain = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}
    # On Windows nothing runs without what the system says of itself there.
    return run_in_front([*command, *extra], os.environ if sys.platform == "win32" else plain)


def _timed(what: str, act: Callable[[], T]) -> T:
    begun_at = time.monotonic()
    made = act()
    say(f"{what} took {time.monotonic() - begun_at:.0f} s")
    return made


if __name__ == "__main__":
    sys.exit(main())
