"""The catalogue holds the element's words, all of them, and none that it never says."""

from __future__ import annotations

import re

from app.resources import assets_dir, load_catalogue

OWN_PREFIX = "element."
OWN = {key for key in load_catalogue("en") if key.startswith(OWN_PREFIX)}


def sources() -> str:
    folders = (assets_dir() / "element" / name for name in ("core", "view", "widgets"))
    modules = [path for folder in folders for path in sorted(folder.rglob("*.ts"))]
    modules += sorted((assets_dir() / "chat").glob("*.js"))  # the documents, and their port
    return "\n".join(path.read_text("utf-8") for path in modules)


def keys_said(source: str) -> set[str]:
    """Return the keys that are named in full, and those that fit one that is put together."""
    named = set(re.findall(r"'(element\.[\w.]+)'", source))
    built = [re.sub(r"\$\{[^}]*\}", "<part>", key) for key in re.findall(r"`(element\.[^`]*)`", source)]
    patterns = [re.compile(re.escape(key).replace("<part>", r"\w+")) for key in built]
    return named | {key for key in OWN if any(pattern.fullmatch(key) for pattern in patterns)}


def test_every_key_exists_and_none_is_left_over() -> None:
    assert keys_said(sources()) == OWN
