"""Owns the tree that both packages hold: the frozen program and all that a desktop wants to know of it."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from app.resources import assets_dir
from checkout import ROOT
from icons import draw_icon
from linux import apparmor, desktop_entry, lintian, manual, metainfo
from linux.places import Places
from notices import with_own_licence
from product import Product

FILE_MODE, PROGRAM_MODE, FOLDER_MODE = 0o644, 0o755, 0o755
# What desktops ask for.
ICON_SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def lay_out(product: Product, bundle: Path, notices: str, root: Path) -> None:
    """Fill an empty folder with the whole tree: every file with its mode, all of one moment."""
    places = Places(product.brand)
    shutil.copytree(bundle, root / places.folder, symlinks=True)
    for path, text in _texts(product, notices).items():
        _write(root / path, text.encode())
    for path, text in _packed_texts(product).items():
        _write(root / path, gzip.compress(text.encode(), 9, mtime=0))
    _draw_icons(product, root)
    command = root / places.command
    command.parent.mkdir(parents=True)
    command.symlink_to(os.path.relpath(root / places.program, command.parent))
    _settle(root, {places.program, places.engine_process, places.doctor}, product.epoch)


def _texts(product: Product, notices: str) -> Mapping[str, str]:
    brand, places = product.brand, Places(product.brand)
    return {
        places.desktop_entry: desktop_entry.render_desktop_entry(brand),
        places.metainfo: metainfo.render_metainfo(product),
        places.doctor: desktop_entry.render_doctor_script(brand),
        places.apparmor_profile: apparmor.render_profile(brand),
        places.lintian_overrides: lintian.render_overrides(brand),
        f"{places.documents}/copyright": with_own_licence(notices),
    }


def _packed_texts(product: Product) -> Mapping[str, str]:
    places = Places(product.brand)
    return {
        places.manual: manual.render_manual(product),
        f"{places.documents}/changelog.gz": render_debian_changelog(product),
        f"{places.documents}/NEWS.gz": (ROOT / "CHANGELOG.md").read_text("utf-8"),
    }


def render_debian_changelog(product: Product) -> str:
    """Return the changelog in the form that Debian's tools read; what changed stands in NEWS."""
    moment = product.moment.strftime("%a, %d %b %Y %H:%M:%S +0000")
    entry = f"{product.brand.slug} ({product.package_version}) unstable; urgency=medium"
    signature = f" -- {product.brand.author} <{product.brand.contact}>  {moment}"
    return f"{entry}\n\n  * Version {product.version}; NEWS.gz beside this file says what is new.\n\n{signature}\n"


def _draw_icons(product: Product, root: Path) -> None:
    places, drawing = Places(product.brand), assets_dir() / product.brand.icon
    _write(root / places.icon(None), drawing.read_bytes())
    if product.brand.symbolic_icon:
        _write(root / places.symbolic_icon, (assets_dir() / product.brand.symbolic_icon).read_bytes())
    for size_px in ICON_SIZES_PX:
        _write(root / places.icon(size_px), draw_icon(drawing, size_px))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _settle(root: Path, programs: set[str], epoch: int) -> None:
    """Give every file the mode it needs, whatever the builder's own habits are, and the moment of the source."""
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            is_program = path.relative_to(root).as_posix() in programs
            path.chmod(FOLDER_MODE if path.is_dir() else PROGRAM_MODE if is_program else FILE_MODE)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    root.chmod(FOLDER_MODE)
    os.utime(root, (epoch, epoch))
