"""Owns what the packages ask the system for: the libraries that the bundle links and does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from debian_packages import ENGINE_LIBRARIES
from elf import is_elf, needed_libraries, oldest_glibc

# What the loader and the C library themselves bring.
C_LIBRARY = frozenset(
    {"ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "libresolv.so.2", "librt.so.1"}
)
# What Python and its packages link besides, with the Debian package that holds it.
PYTHON_LIBRARIES: Mapping[str, str] = {
    "libcrypto.so.3": "libssl3t64 | libssl3",
    "libexpat.so.1": "libexpat1",
    "libffi.so.8": "libffi8",
    "libgcc_s.so.1": "libgcc-s1",
    "liblzma.so.5": "liblzma5",
    "libsqlite3.so.0": "libsqlite3-0",
    "libssl.so.3": "libssl3t64 | libssl3",
    "libuuid.so.1": "libuuid1",
    "libz.so.1": "zlib1g",
}
# What Qt links and names nowhere else in the list of the engine, where packages that others need are left out.
OTHER_ENGINE_LIBRARIES: Mapping[str, str] = {
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libnspr4.so": "libnspr4",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libwayland-client.so.0": "libwayland-client0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
DEBIAN_LIBRARIES = {**ENGINE_LIBRARIES, **OTHER_ENGINE_LIBRARIES, **PYTHON_LIBRARIES}
# Without these the program runs, and says what is missing; one of them makes links to it known.
DEBIAN_RECOMMENDS = ("ca-certificates", "dbus", "desktop-file-utils", "gnome-keyring | kwalletmanager", "xdg-utils")
# A few libraries are opened by name when they are needed: graphics drivers, and NSS's own parts, which libnss3 brings.
RPM_RECOMMENDS = ("ca-certificates", "desktop-file-utils", "xdg-utils", "libsecret")


@dataclass(frozen=True)
class Demands:
    """Libraries by the name under which the loader finds them, and the C library's version."""

    libraries: tuple[str, ...]
    glibc: tuple[int, int]

    @property
    def debian(self) -> list[str]:
        """Return the entries of Depends; an unknown library is a KeyError."""
        major, minor = self.glibc
        packages = {DEBIAN_LIBRARIES[library] for library in self.libraries}
        return [f"libc6 (>= {major}.{minor})", *sorted(packages)]

    @property
    def rpm(self) -> list[str]:
        """Return what every distribution with RPM calls these libraries."""
        major, minor = self.glibc
        return [f"libc.so.6(GLIBC_{major}.{minor})(64bit)", *(f"{library}()(64bit)" for library in self.libraries)]


def demands_of(folder: Path) -> Demands:
    """Return what the programs and libraries of a folder ask for and do not find in it."""
    files = code_files(folder)
    own = {file.name for file in files}
    needed = {library for file in files for library in needed_libraries(file)}
    foreign = sorted(needed - own - C_LIBRARY)
    return Demands(tuple(foreign), max((oldest_glibc(file) for file in files), default=(0, 0)))


def code_files(folder: Path) -> list[Path]:
    """Return every program and library of a folder."""
    return sorted(path for path in _regular(folder.rglob("*")) if is_elf(path))


def _regular(paths: Iterable[Path]) -> Iterable[Path]:
    return (path for path in paths if path.is_file() and not path.is_symlink())
