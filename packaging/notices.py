"""Owns the notices: every part of a bundle with its licence and the text of it."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

from app.brand import Brand
from app.errors import Unavailable
from checkout import ROOT
from programs import answer_of

LICENCES = ROOT / "packaging" / "licences"
TEXT_NAMES = ("AUTHOR", "COPYING", "COPYRIGHT", "LICEN", "NOTICE")
QT_SOURCE = "https://download.qt.io/official_releases/QtForPython/"
# Wheels that carry no text of their licence, with what stands for it here.
TEXTS_ELSEWHERE = {
    "PySide6_Addons": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "proxy_tools": ("proxy_tools.txt",),
}
SOURCES = dict.fromkeys(("PySide6_Addons", "PySide6_Essentials", "shiboken6"), QT_SOURCE)
WEBVIEW2_LIBRARY = "webview/lib/Microsoft.Web.WebView2.Core.dll"
WEBVIEW2_SOURCE = "https://www.nuget.org/packages/Microsoft.Web.WebView2/"
RULE = "=" * 100
# What is said of a licence that has no name, and the part that stands for all that the chat element was built from.
UNNAMED_LICENCE = "as in the text below"
CHAT_ELEMENT = "What the chat element is built from"


@dataclass(frozen=True)
class Part:
    """Something of somebody's that is in the bundle."""

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[str, ...]


def parts_of(bundle: Path, freezer: Path) -> list[Part]:
    """Return every part of a bundle; `freezer` is the site-packages that it was frozen from."""
    packages = [read_distribution(folder) for folder in bundle.glob("*.dist-info")]
    others = [
        *_parts_of_python(),
        _bootloader(freezer),
        *_parts_of_engine(bundle, freezer),
        _parts_of_chat_element(bundle),
    ]
    return sorted([*packages, *others], key=lambda part: part.name.lower())


def read_distribution(folder: Path) -> Part:
    """Return the Python package whose metadata lie in this folder."""
    told = HeaderParser().parsestr((folder / "METADATA").read_text("utf-8"))
    name = str(told["Name"])
    source = SOURCES.get(name) or f"https://pypi.org/project/{name}/{told['Version']}/"
    return Part(name, str(told["Version"]), licence_in(told), source, tuple(_texts(folder, name)))


def licence_in(told: Message) -> str:
    """Return what a package says of its licence: in one expression, in words, or among its classifiers."""
    expression = told.get("License-Expression") or told.get("License") or ""
    if expression and "\n" not in expression:
        return expression
    named = [line for line in told.get_all("Classifier", []) if line.startswith("License ::")]
    return ", ".join(line.rsplit(" :: ", 1)[-1] for line in named) or UNNAMED_LICENCE


def _texts(folder: Path, name: str) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name.upper().startswith(TEXT_NAMES):
            yield path.read_text("utf-8", "replace")
    for standing_for in TEXTS_ELSEWHERE.get(name, ()):
        yield _kept(standing_for)


def _parts_of_python() -> Iterator[Part]:
    version = sysconfig.get_python_version()
    yield Part("Python", version, "PSF-2.0", "https://www.python.org/downloads/source/", (_python_licence(),))
    yield Part("bzip2", "", "bzip2-1.0.6", "https://sourceware.org/bzip2/", (_kept("bzip2.txt"),))


def _python_licence() -> str:
    """Return the text that this Python brings; where that lies differs by system."""
    folders = (sysconfig.get_path("stdlib"), sys.base_prefix)
    found = [path for path in (Path(folder) / "LICENSE.txt" for folder in folders) if path.is_file()]
    if not found:
        raise Unavailable("This Python has no LICENSE.txt, which a program made of it has to show.")
    return found[0].read_text("utf-8", "replace")


def _bootloader(freezer: Path) -> Part:
    """Return PyInstaller's own part: its licence allows to pass it on with a program under any other."""
    found = read_distribution(next(freezer.glob("pyinstaller-*.dist-info")))
    return Part("PyInstaller's bootloader", found.version, found.licence, found.source, found.texts)


def _parts_of_engine(bundle: Path, freezer: Path) -> Iterator[Part]:
    """Return what the window's engine brings along; Chromium's own text leads to the list of its parts."""
    if (bundle / WEBVIEW2_LIBRARY).is_file():
        yield Part("WebView2's SDK, in pywebview", "", "BSD-3-Clause", WEBVIEW2_SOURCE, (_kept("WebView2.txt"),))
    if not (bundle / "PySide6").is_dir():
        return
    chromium, icu = chromium_version(freezer), icu_version(bundle)
    yield Part("Chromium, in Qt WebEngine", chromium, "BSD-3-Clause and others", QT_SOURCE, (_kept("Chromium.txt"),))
    yield Part("ICU, in Qt", icu, "ICU", "https://github.com/unicode-org/icu", (_kept("ICU.txt"),))


def chromium_version(freezer: Path) -> str:
    """Return which Chromium the engine says it is, which is what advisories name; nothing where it cannot be asked."""
    python = next((parent / "bin" / "python" for parent in freezer.parents if (parent / "pyvenv.cfg").exists()), None)
    question = "from PySide6.QtWebEngineCore import qWebEngineChromiumVersion as which; print(which())"
    return (answer_of([str(python), "-c", question]) or "").strip() if python else ""


def icu_version(bundle: Path) -> str:
    """Return which ICU Qt's is, as its library is called."""
    libraries = bundle.glob("PySide6/Qt/lib/libicudata.so.*")
    return next((path.name.rpartition(".so.")[2] for path in libraries), "")


def _kept(name: str) -> str:
    return (LICENCES / name).read_text("utf-8")


def _parts_of_chat_element(bundle: Path) -> Part:
    text = (bundle / "assets" / "chat" / "dist" / "agentnook-chat.licenses.txt").read_text("utf-8")
    return Part(CHAT_ELEMENT, "", UNNAMED_LICENCE, "https://www.npmjs.com/", (text,))


def with_own_licence(notices: str) -> str:
    """Return the notices below the program's own licence, as every installer has them."""
    return f"{(ROOT / 'LICENSE').read_text('utf-8')}\n{notices}"


def render_notices(brand: Brand, parts: Sequence[Part]) -> str:
    """Return the whole text: first what there is, then each licence."""
    opening = f"{brand.name} is under the MIT licence; these are the parts that others made.\n"
    table = [f"{part.name} {part.version}: {part.licence}".replace(" :", ":") for part in parts]
    return "\n".join([opening, *table, "", *(_render(part) for part in parts)])


def _render(part: Part) -> str:
    head = f"{part.name} {part.version}".strip()
    return "\n".join([RULE, head, f"Licence: {part.licence}", f"Source: {part.source}", RULE, "", *part.texts, ""])
