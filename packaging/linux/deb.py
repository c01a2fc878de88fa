"""Makes the .deb, for Debian and its relatives."""

from __future__ import annotations

import hashlib
import os
import textwrap
from pathlib import Path

from app.brand import Brand
from app.resources import text
from budget import size_kib
from linux.dependencies import DEBIAN_RECOMMENDS, Demands
from linux.scripts import debian_scripts
from product import EPOCH_VARIABLE, Product
from programs import run_openly

# xz is read by every dpkg, and is what lintian accepts; zstd is quick enough for a test.
COMPRESSIONS = {"small": ("-Zxz", "-z9"), "quick": ("-Zzstd", "-z3")}


def make_deb(product: Product, tree: Path, demands: Demands, compression: str, installer: Path) -> None:
    """Pack the tree; what dpkg needs to know is added for that time, below DEBIAN."""
    size, sums = size_kib(tree), render_sums(tree)
    control = tree / "DEBIAN"
    control.mkdir()
    _write(control / "control", render_control(product, demands, size), 0o644)
    _write(control / "md5sums", sums, 0o644)
    for name, script in debian_scripts(product.brand).items():
        _write(control / name, script, 0o755)
    command = ["dpkg-deb", "--root-owner-group", *COMPRESSIONS[compression], "--build", str(tree), str(installer)]
    environ = {**os.environ, EPOCH_VARIABLE: str(product.epoch)}
    run_openly(command, task="Making the .deb", environ=environ)


def render_control(product: Product, demands: Demands, installed_kib: int) -> str:
    """Return what dpkg knows about the package."""
    brand = product.brand
    fields = {
        "Package": brand.slug,
        "Version": product.package_version,
        "Architecture": product.debian_architecture,
        "Maintainer": f"{brand.author} <{brand.contact}>",
        "Installed-Size": str(installed_kib),
        "Depends": ", ".join(demands.debian),
        "Recommends": ", ".join(DEBIAN_RECOMMENDS),
        "Section": "net",
        "Priority": "optional",
        "Homepage": brand.homepage,
        "Description": _describe(brand),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _describe(brand: Brand) -> str:
    lines = textwrap.wrap(text("package.description.what"), 76)
    return "\n ".join([brand.tagline, *lines])


def render_sums(tree: Path) -> str:
    """Return the sums by which `dpkg --verify` sees whether a file was changed."""
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    return "".join(f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files)


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _write(path: Path, words: str, mode: int) -> None:
    path.write_text(words, "utf-8")
    path.chmod(mode)
