"""Makes the .rpm, for Fedora, openSUSE and their relatives."""

from __future__ import annotations

import os
import shutil
import tempfile
import textwrap
from pathlib import Path

from app.resources import text
from linux.dependencies import RPM_RECOMMENDS, Demands
from linux.places import Places
from linux.scripts import rpm_scripts
from product import EPOCH_VARIABLE, Product
from programs import run_quietly

# Always two threads: with another number of them the bytes would be others.
PAYLOADS = {"small": "w9T2.xzdio", "quick": "w3.zstdio"}
# The same tree gives the same bytes, and nothing of it is changed while it is packed.
SETTINGS = {
    "_buildhost": "localhost",
    "use_source_date_epoch_as_buildtime": "1",
    "clamp_mtime_to_source_date_epoch": "1",
    "_build_id_links": "none",
    "__os_install_post": "%{nil}",
    "debug_package": "%{nil}",
    "__brp_mangle_shebangs": "%{nil}",
}


def make_rpm(product: Product, tree: Path, demands: Demands, compression: str, installer: Path) -> None:
    """Pack the tree with rpmbuild, in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=tree.parent) as folder:
        recipe = Path(folder) / f"{product.brand.slug}.spec"
        recipe.write_text(render_spec(product, tree, demands, compression), "utf-8")
        command = ["rpmbuild", "-bb", "--target", product.machine, "--define", f"_topdir {folder}", str(recipe)]
        environ = {**os.environ, EPOCH_VARIABLE: str(product.epoch), "HOME": folder}
        run_quietly(command, task="Making the .rpm", log_name="rpmbuild.log", environ=environ)
        (made,) = Path(folder).glob("RPMS/*/*.rpm")
        shutil.move(made, installer)


def render_spec(product: Product, tree: Path, demands: Demands, compression: str) -> str:
    """Return the recipe: it copies the tree that is there."""
    brand = product.brand
    settings = {**SETTINGS, "_binary_payload": PAYLOADS[compression]}
    lines = [
        *(f"%global {name} {value}" for name, value in settings.items()),
        f"Name: {brand.slug}",
        f"Version: {product.package_version}",
        "Release: 1",
        f"Summary: {brand.tagline}",
        "License: MIT AND LGPL-3.0-only AND BSD-3-Clause AND PSF-2.0",
        f"URL: {brand.homepage}",
        f"Packager: {brand.author} <{brand.contact}>",
        "Group: Productivity/Networking/Instant Messenger",
        # What is linked is asked for by name; what the bundle holds is for nobody else.
        "AutoReqProv: no",
        *(f"Requires: {need}" for need in demands.rpm),
        *(f"Recommends: {need}" for need in RPM_RECOMMENDS),
        "",
        "%description",
        *textwrap.wrap(text("package.description.what"), 76),
        "",
        "%install",
        f'cp --archive "{tree}/." "%{{buildroot}}"',
        "",
        *(f"%{name}\n{script}" for name, script in rpm_scripts(brand).items()),
        "%files",
        "%defattr(-,root,root,-)",
        *_files(product, tree),
        "",
        "%changelog",
        f"* {product.moment:%a %b %d %Y} {brand.author} <{brand.contact}> - {product.package_version}-1",
        f"- Version {product.version}; /{Places(brand).documents}/NEWS.gz says what is new.",
    ]
    return "\n".join(lines) + "\n"


def _files(product: Product, tree: Path) -> list[str]:
    """Return what belongs to the package: its own folders whole, of shared ones its files."""
    places = Places(product.brand)
    own = [places.folder, places.documents, str(Path(places.apparmor_profile).parent)]
    files = (path.relative_to(tree).as_posix() for path in sorted(tree.rglob("*")) if path.is_file())
    shared = [file for file in files if not file.startswith(tuple(f"{folder}/" for folder in own))]
    kept = [file for file in shared if file != places.lintian_overrides]
    return [
        *(f"/{folder}" for folder in own),
        *(f"/{file}" for file in kept),
        f"%exclude /{places.lintian_overrides}",
    ]
