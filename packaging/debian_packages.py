"""Owns which Debian packages each command needs, and finds out which of them are missing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

# Every library that Qt's web engine asks the system for, with the package that holds it, save those that another one of
# them asks for itself: these are left to the packages' own dependencies. `a | b` is one package under the names of two
# releases. tests/contract/test_debian_packages.py proves that nothing is missing.
ENGINE_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXfixes.so.3": "libxfixes3",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2t64 | libasound2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgbm.so.1": "libgbm1",
    "libgio-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libnss3.so": "libnss3",
    "libstdc++.so.6": "libstdc++6",
    "libudev.so.1": "libudev1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbfile.so.1": "libxkbfile1",
    "libzstd.so.1": "libzstd1",
}
ENGINE = tuple(ENGINE_LIBRARIES.values())
# A screen that nobody looks at, with what makes it behave like one that somebody does: windows, a session, letters.
VIRTUAL_SCREEN = ("xvfb", "openbox", "dbus", "fonts-dejavu-core")
# Native dialogs belong to no page: only real keys reach them.
NATIVE_INPUT = ("xdotool",)
# A Secret Service of one's own, on a session of one's own.
KEYRING = ("gnome-keyring", "dbus")
# The second engine.
GTK = ("python3-gi", "gir1.2-gtk-3.0", "gir1.2-webkit2-4.1")
# What steers the second engine, the clipboard's other end, what a program really asked the system for, a program that
# shows messages, and what follows links as a desktop does.
TEST_TOOLS = ("webkit2gtk-driver", "xclip", "strace", "x11-utils", "libglib2.0-bin", "desktop-file-utils", *KEYRING)
# What makes packages and opens them again. Frozen programs hold the shared library of Python, which Debian has apart.
INSTALLERS = ("binutils", "cpio", "dpkg", "libpython3-dev", "rpm")
# What makes an installer for Windows, opens, signs and checks it, and runs it: Wine and NSIS's own parts in 64 bits.
WINDOWS = ("nsis", "osslsigncode", "p7zip-full", "wine", "wine64")
# What says whether a desktop and a distribution would take them.
CHECKERS = ("appstream", "desktop-file-utils", "lintian", "man-db", "rpmlint")
# Node, which builds the chat element.
NODE = ("libatomic1", "libstdc++6")


class Packages:
    """What this machine's package manager knows; nothing but questions, all answered without the network."""

    @staticmethod
    def manages_this_machine() -> bool:
        """Tell whether this is Debian or one of its relatives."""
        has_tools = shutil.which("dpkg-query") and shutil.which("apt-get")
        return bool(has_tools) and Path("/etc/debian_version").exists()

    @staticmethod
    def installed(names: Iterable[str]) -> set[str]:
        """Return those of `names` that are installed."""
        done = subprocess.run(
            ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names],
            capture_output=True,
            text=True,
            check=False,  # it fails as soon as one name is unknown, and still answers for the others
        )
        entries = (line.split() for line in done.stdout.splitlines())
        return {entry[0] for entry in entries if entry[-1] == "installed"}

    @staticmethod
    def offered(names: Sequence[str]) -> set[str]:
        """Return those of `names` that apt could install."""
        done = subprocess.run(
            ["apt-cache", "policy", *names],
            capture_output=True,
            text=True,
            check=False,
            env={"LC_ALL": "C", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
        )
        found, name = set(), ""
        for line in done.stdout.splitlines():
            if not line.startswith(" "):
                name = line.rstrip(":")
            elif line.strip().startswith("Candidate:") and "(none)" not in line:
                found.add(name)
        return found


def alternatives(need: str) -> list[str]:
    """Return the names under which releases know one package."""
    return [name.strip() for name in need.split("|")]


def missing(needs: Iterable[str]) -> list[str]:
    """Return the needs of which no alternative is installed, each once and in order."""
    wanted = list(dict.fromkeys(needs))
    installed = Packages.installed([name for need in wanted for name in alternatives(need)]) if wanted else set()
    return [need for need in wanted if not installed.intersection(alternatives(need))]


def resolve(needs: Sequence[str]) -> list[str]:
    """Return the package to install for each need: the first name that this release has, else the oldest one."""
    open_names = [name for need in needs if "|" in need for name in alternatives(need)]
    offered = Packages.offered(open_names) if open_names else set()
    return [_pick(alternatives(need), offered) for need in needs]


def missing_libraries(libraries: Iterable[str], *, cache: str | None = None) -> list[str]:
    """Return the libraries that the system's loader does not know, for systems whose packages we do not."""
    loader = shutil.which("ldconfig", path="/sbin:/usr/sbin:/bin:/usr/bin")
    if cache is None:
        if loader is None:
            return []
        cache = subprocess.run([loader, "-p"], capture_output=True, text=True, check=False).stdout
    known = {line.split()[0] for line in cache.splitlines() if line.strip()}
    return [library for library in libraries if library not in known]


def _pick(names: list[str], offered: set[str]) -> str:
    return next((name for name in names if name in offered), names[-1])
