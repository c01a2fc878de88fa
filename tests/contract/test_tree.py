"""The tree holds what it should: few things at its top, no unfinished work, no names that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tags

ROOT = Path(__file__).parents[2]
OURS = {"app", "assets", "packaging", "tests", "pyproject.toml", "build.spec", "README.md"}
DEMANDED_BY_TOOLS = {"LICENSE", "CHANGELOG.md", "uv.lock"}
UNTRACKED = {"build", "dist"}
VAGUE_NAMES = re.compile(r"utils?|helpers?|managers?|common|misc|stuff")
# Put together, so that this file does not find itself.
UNFINISHED = re.compile(
    rf"\b(?:{'TO'}DO|{'FIX'}ME|{'XX'}X|{'HA'}CK|{'WI'}P)\b|\b[Ii]ssue (?:#\d|[A-F]\b)|(?i:lorem {'ipsum'})"
)


def texts() -> Iterator[Path]:
    """Yield every text of ours: sources, words, documents."""
    yield from tags.sources()
    yield from (ROOT / "assets" / "locales").glob("*.json")
    yield from (ROOT / name for name in ("README.md", "CHANGELOG.md", "pyproject.toml", ".ci/run"))


def test_the_top_level_holds_only_what_is_allowed() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - UNTRACKED <= OURS | DEMANDED_BY_TOOLS


def test_what_the_tree_makes_by_itself_is_not_kept() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    assert {f"/{name}/" for name in UNTRACKED} | {".venv/", "node_modules/", "__pycache__/"} <= set(ignored)


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line", ["# TO" + "DO: later", "see issue #" + "12", "for issue " + "B", "XX" + "X", "Lorem " + "ipsum"]
)
def test_unfinished_work_is_seen(line: str) -> None:
    assert UNFINISHED.search(line)


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(path.relative_to(ROOT)) for path in tags.sources() if VAGUE_NAMES.fullmatch(path.stem)] == []


def test_every_module_opens_with_what_it_owns() -> None:
    modules = [path for folder in ("app", "packaging") for path in (ROOT / folder).rglob("*.py")]
    opening = re.compile(r'(?:#!.*\n)?"""\S')
    assert [
        str(path.relative_to(ROOT))
        for path in modules
        if path.stat().st_size and not opening.match(path.read_text("utf-8"))
    ] == []
