"""Owns what the frozen program holds beyond what PyInstaller finds by itself, and what it leaves out, each with why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from importlib.metadata import packages_distributions
from pathlib import Path, PurePosixPath

import tomllib

from app.window.engines.qt_names import SOURCES
from checkout import ROOT
from elf import needed_libraries

# Modules that are imported by a name which only stands in a text, by system; None is every system.
HIDDEN: Mapping[str | None, tuple[str, ...]] = {
    None: (
        "app.chat_host.composition",  # the chat host imports it when its sockets are open
        "agents",  # OpenAI's agent library, which agents of one's own are written with
        "cryptography.x509",  # who signed a certificate, for the doctor
    ),
    "linux": (
        *sorted({module for modules in SOURCES.values() for module in modules}),  # the lazy names over PySide6
        "webview.platforms.qt",
        "keyring.backends.SecretService",
        "keyring.backends.kwallet",
    ),
    "win32": (
        "webview.platforms.edgechromium",
        "webview.platforms.winforms",
        "clr_loader",
        "pythonnet",
        "keyring.backends.Windows",
    ),
    "darwin": ("webview.platforms.cocoa", "keyring.backends.macOS"),
}

# Modules that something imports if it is there, and that would only make the bundle larger.
EXCLUDED: Mapping[str, str] = {
    "gi": "WebKitGTK finds its processes by absolute paths, so it cannot be frozen; Qt's engine is in the bundle",
    "tkinter": "no window of ours is drawn by Tk",
    "setuptools": "builds packages; nothing here does",
    "pip": "installs packages; nothing here does",
    "PyInstaller": "made the bundle",
    "pytest": "tests",
    "IPython": "pydantic and others print nicely there",
    "numpy": "optional for audio in agents",
    "mcp.cli": "the command line of the MCP library",
    "webview.platforms.android": "another system",
    "webview.platforms.cef": "another engine",
    "webview.platforms.mshtml": "another engine",
    "app.bridge.write_contract": "writes files of the checkout",
    "PySide6.QtQml": "the bindings; the engine needs the library alone",
    "PySide6.QtQuick": "the bindings; the engine needs the library alone",
    "PySide6.QtOpenGL": "nobody imports it",
    "PySide6.QtOpenGLWidgets": "nobody imports it",
    "PySide6.QtQuickWidgets": "nobody imports it",
    "PySide6.QtDataVisualization": "nobody imports it",
    "PySide6.QtPositioning": "T28: no page may ask where the computer is",
    "readline": "nobody types Python here",
    "curses": "nobody draws in a terminal",
    "nis": "an old service for names",
    "_dbm": "a file format that nobody uses here",
    "_gdbm": "a file format that nobody uses here",
}

# The same, on single systems: where the system's own engine draws the window, no other one comes along.
OTHER_ENGINE = ("PySide6", "shiboken6", "qtpy")
EXCLUDED_ON: Mapping[str, Mapping[str, str]] = {
    "darwin": dict.fromkeys(OTHER_ENGINE, "WebKit, which macOS has, draws the window"),
    "win32": dict.fromkeys(OTHER_ENGINE, "WebView2, which Windows has, draws the window"),
}

# PyInstaller's scripts that run before ours in every process, the chat host's too.
UNWANTED_HOOKS: Mapping[str, str] = {
    "pyi_rth_pyside6": "loads Qt where no window is, and names its plugins in variables that other programs inherit; "
    "the wheels find them by themselves",
}

# On Linux, what the system's packages bring is left to them: they are kept safe there, and fit its graphics drivers.
# A few of Python's have no name that every distribution knows.
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
BUNDLED_FROM_SYSTEM = ("libpython*", "libbz2.so*", "*/lib-dynload/*", "python3*/*")
QT_LIBRARIES = "PySide6/Qt/lib/"

# Files, by their place in the bundle. The first that fits counts.
LEFT_OUT: Mapping[str, str] = {
    "PySide6/Qt/qml/*": "no page of ours is QML",
    "PySide6/Qt/resources/qtwebengine_devtools_resources*": "T13: the inspector has nothing to show itself with",
    "PySide6/Qt/resources/*.debug.*": "for people who debug the engine",
    "PySide6/Qt/translations/qtwebengine_locales/*": "the engine's words of languages that the program does not have",
    "PySide6/Qt/translations/*": "Qt's own words; the program's are in assets/locales",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so": "brings all of GTK from the building machine",
    "PySide6/Qt/plugins/platforms/libqeglfs.so": "for devices without a window system",
    "PySide6/Qt/plugins/platforms/libqlinuxfb.so": "for devices without a window system",
    "PySide6/Qt/plugins/platforms/libqvkkhrdisplay.so": "for devices without a window system",
    "PySide6/Qt/plugins/platforms/libqvnc.so": "T13: would show the window to other computers",
    "PySide6/Qt/plugins/platforms/libqminimalegl.so": "for devices without a window system",
    "PySide6/Qt/plugins/egldeviceintegrations/*": "for devices without a window system",
    "PySide6/Qt/plugins/generic/*": "for devices without a window system",
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so": "the desktop brings its own",
    "PySide6/Qt/plugins/position/*": "T28: no page may ask where the computer is",
    "PySide6/Qt/plugins/printsupport/*": "nothing is printed",
    "PySide6/Qt/plugins/qmltooling/*": "T13: debuggers for QML",
    "PySide6/Qt/plugins/sqldrivers/*": "conversations are kept with Python's own SQLite",
    "PySide6/Qt/plugins/webview/*": "the module that embeds other engines",
    "PySide6/Qt/plugins/wayland-shell-integration/libivi-shell.so": "for cars",
    "PySide6/Qt/plugins/imageformats/libqpdf.so": "Chromium shows pictures by itself; the icon is an SVG",
    "PySide6/Qt/plugins/imageformats/libqtiff.so": "Chromium shows pictures by itself; the icon is an SVG",
    "PySide6/Qt/plugins/imageformats/libqtga.so": "Chromium shows pictures by itself; the icon is an SVG",
    "PySide6/Qt/plugins/imageformats/libqwbmp.so": "Chromium shows pictures by itself; the icon is an SVG",
    "PySide6/Qt/plugins/imageformats/libqicns.so": "Chromium shows pictures by itself; the icon is an SVG",
    "lib*.chk": "checksums of libraries that are the system's own",
    "*.dist-info/RECORD": "lists files as they were before they were frozen",
    "*.dist-info/INSTALLER": "about the building machine",
    "*.dist-info/REQUESTED": "about the building machine",
    "*.dist-info/WHEEL": "about how a package was packed before",
    "*.dist-info/direct_url.json": "about the building machine",
    "*.dist-info/uv_*": "about the building machine",
    "*.dist-info/sboms/*": "how its wheel was built; our own bill of materials stands beside the installers",
    "*.pyi": "types, for people who write programs",
    "webview/lib/*": "pywebview's parts for Windows and Android",
}
# What stays in on a system although it would be left out on the others.
KEPT: Mapping[str, tuple[str, ...]] = {"win32": ("webview/lib/*",)}
KEPT_ALWAYS = ("PySide6/Qt/translations/qtwebengine_locales/en-US.pak",)

# (place in the bundle, file, kind), as PyInstaller has it; these kinds are programs and libraries.
Entry = tuple[str, str, str]
CODE = ("BINARY", "EXTENSION")


def hidden_imports(platform: str) -> list[str]:
    """Return the modules that PyInstaller cannot see."""
    return [*HIDDEN[None], *HIDDEN.get(platform, ())]


def excluded(platform: str) -> list[str]:
    """Return the modules that are left out."""
    return [*EXCLUDED, *EXCLUDED_ON.get(platform, ())]


def asset_folders() -> list[tuple[str, str]]:
    """Return (source, place in the bundle) of everything that the pages are made of: what a wheel has, too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    sources: Iterable[str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    return [(str(ROOT / source), _place_of(ROOT / source)) for source in sources]


def _place_of(source: Path) -> str:
    place = source if source.is_dir() else source.parent
    return place.relative_to(ROOT).as_posix()


def wanted(entries: Iterable[Entry], platform: str) -> list[Entry]:
    """Return what stays in the bundle of what PyInstaller collected."""
    kept = [entry for entry in entries if reason_against(entry[0], platform) is None]
    if platform != "linux":
        return kept
    return _without_unneeded_qt([entry for entry in kept if _is_ours(entry)])


def wanted_scripts(scripts: Iterable[Entry]) -> list[Entry]:
    """Return what runs when the program starts."""
    return [script for script in scripts if script[0] not in UNWANTED_HOOKS]


def _is_ours(entry: Entry) -> bool:
    """Tell whether a file is neither the system's nor a second name of one that is elsewhere in the bundle."""
    place, source, kind = entry
    if kind == "SYMLINK":  # the libraries of wheels know where their neighbours are
        return False
    from_system = kind in CODE and source.startswith(SYSTEM_FOLDERS)
    return not from_system or any(fnmatchcase(place, pattern) for pattern in BUNDLED_FROM_SYSTEM)


def _without_unneeded_qt(entries: list[Entry]) -> list[Entry]:
    """Leave out the libraries of Qt that nothing in the bundle links: they came for parts that were left out."""
    libraries = {PurePosixPath(place).name: place for place, _, _ in entries if place.startswith(QT_LIBRARIES)}
    sources = {place: source for place, source, kind in entries if kind in CODE}
    waiting = [place for place in sources if not place.startswith(QT_LIBRARIES)]
    reached: set[str] = set()
    while waiting:
        place = waiting.pop()
        if place not in reached:
            reached.add(place)
            waiting += [libraries[name] for name in needed_libraries(Path(sources[place])) if name in libraries]
    return [entry for entry in entries if not entry[0].startswith(QT_LIBRARIES) or entry[0] in reached]


def reason_against(place: str, platform: str) -> str | None:
    """Return why a file is left out, or None when it stays."""
    name = place.replace("\\", "/")
    if any(fnmatchcase(name, pattern) for pattern in (*KEPT_ALWAYS, *KEPT.get(platform, ()))):
        return None
    return next((why for pattern, why in LEFT_OUT.items() if fnmatchcase(name, pattern)), None)


def distributions_of(modules: Iterable[str]) -> list[str]:
    """Return the distributions that these modules come from: each takes its metadata and licence along."""
    tops = {name.split(".")[0] for name in modules}
    owners = packages_distributions()
    found: Sequence[str] = [owner for top in tops for owner in owners.get(top, ())]
    return sorted(set(found))
