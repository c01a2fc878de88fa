"""Owns what macOS is told of the program: its description, and what it may do although it is hardened."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping

from app.brand import Brand
from app.resources import text

OLDEST_MACOS = "12.0"
# By Apple's name. What is not here the hardened program may not do: the engine compiles scripts in its own process,
# which is Apple's; each library is signed by whoever signs the program; the microphone is refused on macOS.
ENTITLEMENTS: Mapping[str, str] = {
    "com.apple.security.cs.allow-unsigned-executable-memory": "ctypes and the bridge to Cocoa write small programs "
    "while they run, by which the system calls into Python"
}


def describe(brand: Brand, version: str) -> dict[str, object]:
    """Return what Info.plist says beyond what PyInstaller writes by itself: names, program and icon."""
    told: dict[str, object] = {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "NSHighResolutionCapable": True,
        # Whoever asks for the microphone without a reason is ended by the system.
        "NSMicrophoneUsageDescription": text("package.microphone", name=brand.name),
        # The window's own pages come from this computer, over http.
        "NSAppTransportSecurity": {"NSAllowsLocalNetworking": True},
    }
    if brand.url_scheme:
        link = {"CFBundleURLName": brand.identifier, "CFBundleURLSchemes": [brand.url_scheme]}
        told["CFBundleURLTypes"] = [{**link, "CFBundleTypeRole": "Viewer"}]
    return told


def render_entitlements() -> bytes:
    """Return the file that says so when the program is signed."""
    return plistlib.dumps(dict.fromkeys(ENTITLEMENTS, True))
