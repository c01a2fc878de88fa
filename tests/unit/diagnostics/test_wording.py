"""Diagnostics speak from the catalogue, and still speak without it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from app.diagnostics import wording
from app.diagnostics.wording import for_command, say
from app.errors import AssetsDamaged
from app.resources import assets_dir
from tests.unit.diagnostics.conftest import MakeContext

DIAGNOSTICS = Path(wording.__file__).parent
KEY = re.compile(r"doctor(\.[a-z0-9_]+)+")


def said() -> tuple[set[str], list[str]]:
    """Return the keys that the modules name in full, and patterns for those with a hole."""
    whole: set[str] = set()
    holed: list[str] = []
    for path in DIAGNOSTICS.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        holes = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if (
                node not in holes
                and isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and KEY.fullmatch(node.value)
            ):
                whole.add(node.value)
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                if str(parts[0]).startswith("doctor."):
                    holed.append("".join("[a-z0-9_]+" if part is None else re.escape(str(part)) for part in parts))
    return whole, holed


def test_every_key_is_in_the_catalogue_and_every_word_of_it_is_said() -> None:
    catalogue = json.loads((assets_dir() / "locales" / "en.json").read_text("utf-8"))
    ours = {key for key in catalogue if key.startswith("doctor.")}
    whole, holed = said()
    assert whole - ours == set()
    assert {key for key in ours - whole if not any(re.fullmatch(hole, key) for hole in holed)} == set()
    assert all(any(re.fullmatch(hole, key) for key in ours) for hole in holed)


def test_without_a_catalogue_it_still_says_what_it_means(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise AssetsDamaged

    monkeypatch.setattr(wording, "text", refuse)
    assert say("doctor.display.gone", names=":7") == "doctor.display.gone names=:7"


def test_an_unknown_key_is_told_as_it_is() -> None:
    assert say("doctor.nothing.like.this") == "doctor.nothing.like.this"


def test_a_path_in_a_command_survives_redaction(make_context: MakeContext, tmp_path: Path) -> None:
    context = make_context(environ={"HOME": "/home/ann"})
    assert for_command(Path("/home/ann/my data/x"), context) == "~/'my data/x'"
    assert for_command(Path("/srv/my data"), context) == "'/srv/my data'"
