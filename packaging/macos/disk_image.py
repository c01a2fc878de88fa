"""Makes the disk image of macOS: the application, and beside it where a person drops it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macos.signing import Signer, notarize, run_without_secrets, sign_application, sign_image
from notices import with_own_licence
from product import Product

NOTICES = "Contents/Resources/Licences.txt"
# LZMA is read since macOS 10.15; zlib is quick enough for a test.
FORMATS = {"small": "ULMO", "quick": "UDZO"}


@dataclass(frozen=True)
class Packing:
    """What goes into a disk image besides the application, who answers for it, and how well it is packed."""

    product: Product
    notices: str
    entitlements: Path
    signer: Signer | None
    compression: str


def make_disk_image(packing: Packing, application: Path, image: Path) -> None:
    """Seal the application with its notices, and pack it."""
    signer = packing.signer
    (application / NOTICES).write_text(with_own_licence(packing.notices), "utf-8")
    sign_application(application, packing.entitlements, signer)
    if signer:
        notarize(application, signer)
    _pack(packing.product.brand.name, application, image, FORMATS[packing.compression])
    if signer:
        sign_image(image, signer)
        notarize(image, signer)


def _pack(name: str, application: Path, image: Path, image_format: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        # Links stay links: the signature is of them.
        shutil.copytree(application, Path(folder) / application.name, symlinks=True)
        (Path(folder) / "Applications").symlink_to("/Applications")
        options = ["-volname", name, "-srcfolder", folder, "-fs", "APFS", "-format", image_format, "-ov"]
        command = ["hdiutil", "create", *options, str(image)]
        run_without_secrets(command, "Making the disk image")
