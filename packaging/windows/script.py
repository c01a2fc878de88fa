"""Owns what installer.nsi is told: names, words, exit codes and files, in NSIS's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.brand import Brand
from app.diagnostics.checks.webview2 import DOWNLOAD, RUNTIME
from app.errors import AlreadyRunning, CannotWrite, Invalid, NotAllowed, Unavailable, UsageError
from app.resources import text
from budget import size_kib
from product import Product
from windows.version_resource import numbered

NOTICES = "LICENCES.txt"
COMPRESSIONS = {"small": "/SOLID lzma", "quick": "zlib"}
EXIT_CODES: Mapping[str, int] = {
    "CODE_USAGE": UsageError.exit_code,
    "CODE_INVALID": Invalid.exit_code,
    "CODE_UNAVAILABLE": Unavailable.exit_code,
    "CODE_CANNOT_WRITE": CannotWrite.exit_code,
    "CODE_RUNNING": AlreadyRunning.exit_code,
    "CODE_NOT_ALLOWED": NotAllowed.exit_code,
}
# What would end the quotes of a definition, or begin something else of NSIS's in it.
UNSPEAKABLE = re.compile(r'["$`\x00-\x1f]')
NO_FILE_NAME = re.compile(r'[<>:"/\\|?*]|[. ]$')


def render_values(product: Product, payload: Path, *, target: str, compression: str, files: Mapping[str, Path]) -> str:
    """Return the file that installer.nsi includes; `files` are its own definitions of files on this computer."""
    values = {
        **_names(product),
        **{name: str(code) for name, code in EXIT_CODES.items()},
        "WEBVIEW2_KEY": rf"Software\Microsoft\EdgeUpdate\Clients\{RUNTIME}",
        "SIZE_KIB": str(size_kib(payload)),
        "TARGET": target,
        "COMPRESSION": COMPRESSIONS[compression],
        **{name: str(file) for name, file in files.items()},
        **({"URL_SCHEME": product.brand.url_scheme} if product.brand.url_scheme else {}),
    }
    lines = [
        *(f"!define {name} `{_spoken(value)}`" for name, value in values.items()),
        *_macro("Words", (f"LangString {name} 1033 {quoted(words)}" for name, words in _words(product.brand).items())),
        *_macro("InstallPayload", _install(payload)),
        *_macro("RemovePayload FOLDER", _remove(payload)),
    ]
    return "".join(f"{line}\n" for line in lines)


def _names(product: Product) -> Mapping[str, str]:
    """Return what the brand says; of some of it files are called."""
    brand = product.brand
    names = {
        "NAME": brand.name,
        "NAME_IN_DIALOGS": brand.name.replace("&", "&&"),
        "SLUG": brand.slug,
        "IDENTIFIER": brand.identifier,
        "PUBLISHER": brand.author,
        "TAGLINE": brand.tagline,
        "HOMEPAGE": brand.homepage,
        "SUPPORT": brand.support,
        "VERSION": product.version,
        "NUMBERED_VERSION": ".".join(map(str, numbered(product.version))),
    }
    for name, value in names.items():
        if name in ("NAME", "SLUG", "IDENTIFIER") and NO_FILE_NAME.search(value):
            raise Invalid(f"On Windows no file can be called {value!r}, which stands in app/brand.py.")
    return names


def _words(brand: Brand) -> Mapping[str, str]:
    """Return what the installer says, by the names that the script has for it."""
    program = brand.name
    return {
        "BRINGING_WEBVIEW2": text("package.windows.bringing_webview2"),
        "CANNOT_REMOVE": text("package.windows.cannot_remove", program=program),
        "FOLDER_OF_OTHERS": text("package.windows.folder_of_others"),
        "FOR_EVERYBODY": text("package.windows.for_everybody"),
        "FOR_ME": text("package.windows.for_me"),
        "FOR_WHOM": text("package.windows.for_whom"),
        "FOR_WHOM_NOTE": text("package.windows.for_whom_note"),
        "IS_RUNNING": text("package.windows.is_running", program=program),
        "NO_RIGHTS": text("package.windows.no_rights"),
        "NO_WEBVIEW2": text("package.windows.no_webview2", program=program, address=DOWNLOAD),
        "NOT_INSTALLED_HERE": text("package.windows.not_installed_here", program=program),
        "ONLY_PROGRAM_FILES": text("package.windows.only_program_files"),
        "OWN_DATA": text("package.windows.own_data"),
        "WHAT_TO_REMOVE": text("package.windows.what_to_remove"),
        "WINDOWS_TOO_OLD": text("package.windows.too_old", program=program),
    }


def _spoken(value: str) -> str:
    """Return a value that can stand between quotes as it is; NSIS knows no other way for names of files."""
    if UNSPEAKABLE.search(value):
        raise Invalid(f"The installer for Windows cannot hold {value!r}: NSIS would read it as something else.")
    return value


def quoted(words: str) -> str:
    """Return words as a text of NSIS's."""
    for letter, written in {"$": "$$", '"': '$\\"', "\r": "$\\r", "\n": "$\\n", "\t": "$\\t"}.items():
        words = words.replace(letter, written)
    return f'"{words}"'


def _macro(head: str, body: Iterable[str]) -> Iterator[str]:
    yield f"!macro {head}"
    yield from (f"  {line}" for line in body)
    yield "!macroend"


def _install(payload: Path) -> Iterator[str]:
    """Yield what unpacks every file; always in the same order, so that the same files give the same installer."""
    for folder in [payload, *_in_order(path for path in payload.rglob("*") if path.is_dir())]:
        yield f'SetOutPath "$INSTDIR{_below(payload, folder)}"'
        yield from (f'File "{_spoken(str(path))}"' for path in _in_order(folder.iterdir()) if path.is_file())


def _remove(payload: Path) -> Iterator[str]:
    """Yield what takes the payload away again: its files beside the mark, and the folders that are its own whole."""
    for path in _in_order(payload.iterdir()):
        yield f'{"RMDir /r" if path.is_dir() else "Delete"} "${{FOLDER}}{_below(payload, path)}"'


def _in_order(paths: Iterable[Path]) -> list[Path]:
    """Return paths sorted as their letters are, whichever system thinks that large and small ones are the same."""
    return sorted(paths, key=Path.as_posix)


def _below(payload: Path, path: Path) -> str:
    return _spoken("".join(f"\\{part}" for part in path.relative_to(payload).parts))
