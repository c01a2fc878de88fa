"""The element in the tree is the one its sources build, and its sources compile under the strictest settings."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.resources import assets_dir
from tests.support.node import run_node

ELEMENT = assets_dir() / "element"
BUILT = assets_dir() / "chat" / "dist"
COMPILER = ELEMENT / "node_modules" / "typescript" / "bin" / "tsc"
PROJECTS = ("tsconfig.json", "tests/tsconfig.json", "tsconfig.page.json")

SOURCES = [path for folder in ("core", "view", "widgets") for path in sorted((ELEMENT / folder).rglob("*.ts"))]
PAGE_SCRIPTS = sorted(BUILT.parent.glob("*.js"))


@pytest.fixture(autouse=True)
def packages_are_installed() -> None:
    assert COMPILER.exists(), "the element's packages are missing: run `python3 packaging/dev.py test`, or npm ci there"


def test_the_built_element_is_fresh(tmp_path: Path) -> None:
    run_node(str(ELEMENT / "build.mjs"), str(tmp_path))
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in BUILT.iterdir()}
    assert built.keys() == kept.keys()
    stale = sorted(name for name, content in built.items() if content != kept[name])
    assert stale == [], "build it again: node build.mjs in assets/element"


@pytest.mark.parametrize("project", PROJECTS)
def test_the_sources_compile(project: str) -> None:
    run_node(str(COMPILER), "--project", str(ELEMENT / project))


def test_the_built_element_carries_the_licences_of_what_is_in_it() -> None:
    licences = (BUILT / "agentnook-chat.licenses.txt").read_text(encoding="utf-8")
    locked = json.loads((ELEMENT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for package in ("lit-html", "lit-element", "@lit/reactive-element"):
        assert f"{package} {locked[f'node_modules/{package}']['version']} (BSD-3-Clause)" in licences


def test_versions_are_exact_and_the_lock_file_names_no_host() -> None:
    package = json.loads((ELEMENT / "package.json").read_text(encoding="utf-8"))
    for version in {**package["dependencies"], **package["devDependencies"]}.values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    lock = (ELEMENT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert "registry" not in lock


@pytest.mark.parametrize("source", [*SOURCES, *PAGE_SCRIPTS], ids=lambda path: path.name)
def test_no_text_becomes_html_or_code(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    found = re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|document\.write|\beval\b|new Function", text)
    assert found == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_core_knows_no_page(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    assert text.startswith("/**"), "a module opens with what it owns"
    if source.parent.name == "core" and not source.name.endswith(".check.ts"):
        assert re.findall(r"\bfrom '(?:lit|\.\./view)|\b(?:document|window|HTMLElement|customElements)\b", text) == []
