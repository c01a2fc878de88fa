"""Makes the installers of this system into dist/, from freezing to checking; `dev.py build` runs it."""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import time
from collections.abc import Callable, Sequence
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
from notices import Part, parts_of, render_notices
from product import Product, this_product
from programs import end_on_signals, run_in_front, say

# Programs that no Python package brings, and what they are for.
TOOLS = {
    "dpkg-deb": "makes the .deb",
    "rpmbuild": "makes the .rpm",
    "rpm2cpio": "opens the .rpm again",
    "cpio": "opens the .rpm again",
    "strip": "takes the symbols out of libraries",
    "objdump": "is what PyInstaller reads libraries with",
}
SUMS = "SHA256SUMS"

T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Build; every failure is one sentence and the exit code of the error tree."""
    parser = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="pack with less effort, for a test: larger files, sooner")
    parser.add_argument("--keep-frozen", action="store_true", help="pack what was frozen last, without freezing anew")
    options = parser.parse_args(arguments)
    end_on_signals()
    try:
        require_tools()
        return build(this_product(), "quick" if options.quick else "small", keep_frozen=options.keep_frozen)
    except AppError as error:
        print(f"dev.py: {error.sentence}\n{error.hint}", file=sys.stderr)
        return error.exit_code


def require_tools() -> None:
    """Name every program that is missing, before anything is made."""
    if sys.platform != "linux":
        raise Unavailable("Installers of this system are not made by this command yet.")
    missing = [f"{name} ({purpose})" for name, purpose in TOOLS.items() if shutil.which(name) is None]
    if missing:
        raise Unavailable(
            f"These programs are missing: {', '.join(missing)}.",
            hint="On Debian: sudo apt-get install binutils cpio dpkg rpm",
        )


def build(product: Product, compression: str, *, keep_frozen: bool) -> int:
    """Make everything, and look into what was made."""
    frozen = FREEZER / "dist" / product.brand.slug
    if not (keep_frozen and frozen.is_dir()):
        frozen = _timed("freezing", lambda: freezer.freeze(product))
    parts = parts_of(frozen / "_internal", freezer.site_packages())
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    installers = pack_for_linux(product, frozen, parts, compression)
    write_sums([*installers, write_bill(product, parts)])
    return check(installers, compression)


def pack_for_linux(product: Product, frozen: Path, parts: Sequence[Part], compression: str) -> list[Path]:
    """Make both packages of one tree."""
    tree = FREEZER / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(product, frozen, render_notices(product.brand, parts), tree)
    demands = demands_of(tree / Places(product.brand).folder)
    rpm = DIST / product.file_name(product.machine, "rpm")
    deb = DIST / product.file_name(product.debian_architecture, "deb")
    # First: the other one adds what dpkg needs to know to the tree.
    _timed("the .rpm", lambda: make_rpm(product, tree, demands, compression, rpm))
    _timed("the .deb", lambda: make_deb(product, tree, demands, compression, deb))
    return [deb, rpm]


def write_bill(product: Product, parts: Sequence[Part]) -> Path:
    """Write what the installers are made of, beside them."""
    bill = DIST / product.bill_name
    bill.write_text(render_bill(product, parts), "utf-8")
    return bill


def write_sums(files: Sequence[Path]) -> Path:
    """Write what `sha256sum --check` reads."""
    sums = DIST / SUMS
    sums.write_text("".join(f"{_sha256(path)}  {path.name}\n" for path in sorted(files)), "utf-8")
    return sums


def check(installers: Sequence[Path], compression: str) -> int:
    """Open what was made; PyInstaller's own Python reads what PyInstaller wrote."""
    command = [str(freezer.PYTHON), str(ROOT / "packaging" / "check_artifact.py"), *map(str, installers)]
    extra = ["--largest-mb", str(budget.QUICK_LIMIT_MB)] if compression == "quick" else []
    return run_in_front([*command, *extra], {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"})


def _timed(what: str, act: Callable[[], T]) -> T:
    begun_at = time.monotonic()
    made = act()
    say(f"{what} took {time.monotonic() - begun_at:.0f} s")
    return made


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
