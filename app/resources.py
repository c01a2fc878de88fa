"""Owns where the program's assets are, in a source tree, a wheel or a frozen bundle, and its words in them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from app.errors import AssetsDamaged

DEFAULT_LOCALE = "en"
LOCALE_NAME = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def assets_dir() -> Path:
    """Return the folder that holds shell, chat, styles, icons and locales."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "assets"
    package = Path(__file__).resolve().parent
    wheel_assets = package / "_assets"
    return wheel_assets if wheel_assets.is_dir() else package.parent / "assets"


def is_source_run() -> bool:
    """Say whether this program runs from its source tree, rather than from a wheel or a bundle."""
    package = Path(__file__).resolve().parent
    # A file that only our source tree has beside the package; other things leave a pyproject.toml among packages.
    return not getattr(sys, "frozen", False) and (package.parent / "packaging" / "dev.py").is_file()


@cache
def load_catalogue(locale: str) -> Mapping[str, str]:
    """Return the words of a locale such as `de` or `pt-BR`; English fills every gap."""
    words: dict[str, str] = {}
    for name in (DEFAULT_LOCALE, *_narrowing_names(locale)):
        words.update(_read_catalogue(name))
    return MappingProxyType(words)


def text(key: str, /, **values: object) -> str:
    """Return one English sentence of the catalogue; an unknown key or a missing value is a KeyError."""
    return PLACEHOLDER.sub(lambda found: str(values[found[1]]), load_catalogue(DEFAULT_LOCALE)[key])


def _narrowing_names(locale: str) -> tuple[str, ...]:
    """Return `("pt", "pt-BR")` for `pt_BR`: the language's own file first, the region's over it."""
    # SECURITY: the name becomes a file name, so only the shape of a locale passes.
    if not LOCALE_NAME.fullmatch(locale):
        return ()
    parts = locale.replace("_", "-").split("-")
    return tuple("-".join(parts[:count]) for count in range(1, len(parts) + 1))


def _read_catalogue(name: str) -> dict[str, str]:
    path = assets_dir() / "locales" / f"{name}.json"
    try:
        words = json.loads(path.read_bytes())
    except FileNotFoundError:
        if name == DEFAULT_LOCALE:
            raise AssetsDamaged(detail=f"missing: locales/{path.name}") from None
        return {}
    except (ValueError, RecursionError) as error:
        raise AssetsDamaged(detail=f"not JSON: locales/{path.name}: {error}") from error
    if not isinstance(words, dict):
        raise AssetsDamaged(detail=f"not a table of words: locales/{path.name}")
    return {str(key): str(word) for key, word in words.items()}
