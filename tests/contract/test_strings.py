"""Every word a person reads in the shell comes from the catalogue, and the catalogue holds none that nobody says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[2] / "assets"
SHELL = ASSETS / "shell"
CATALOGUE: dict[str, str] = json.loads((ASSETS / "locales/en.json").read_text())
MODULES = sorted(path for path in SHELL.glob("*.js") if path.name != "contract.js")
PAGES = sorted(SHELL.glob("*.html"))
NAMES_OF_KEYS = frozenset(("ArrowDown", "ArrowUp", "Home", "End", "Escape", "Tab", "Enter"))
OWN_PREFIX = "shell."

# One token of JavaScript that matters here: comments and regular expressions are passed over, texts are kept.
TOKEN = re.compile(
    r"""
    (?P<comment>/\*.*?\*/|//[^\n]*)
    | (?P<regex>(?<=[=(,:!&|?;])\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/[a-z]*)
    | '(?P<single>(?:\\.|[^'\\\n])*)'
    | "(?P<double>(?:\\.|[^"\\\n])*)"
    | `(?P<template>(?:\\.|[^`\\])*)`
    """,
    re.VERBOSE | re.DOTALL,
)
KEY = re.compile(r"[a-z_]+(\.[a-z_0-9]+)+")
# What a person would read as words: letters, a space and letters, or a capital and small letters.
WORDS = re.compile(r"[A-Za-z]{2,}[,.:]? +[A-Za-z]|^[A-Z][a-z]+\b")


def texts_in(source: str) -> Iterator[tuple[int, str]]:
    """Yield each text of a module with the place it starts at; holes of templates are cut out as `${}`."""
    for token in TOKEN.finditer(source):
        content = token["single"] or token["double"] or token["template"]
        if content:
            yield token.start(), re.sub(r"\$\{(?:[^{}]|\{[^{}]*\})*\}", "${}", content)


def keys_said() -> tuple[set[str], set[str]]:
    """Return the keys that the shell names in full, and the beginnings of those it puts together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for path in MODULES:
        source = path.read_text()
        whole |= set(re.findall(r"\btext\(\s*'([^']+)'", source))
        begun |= {found + "." for found in re.findall(r"\btextFor\(\s*['`]([^'`$]+)", source)}
        begun |= set(re.findall(r"\btext\(\s*`([^`$]+)\$\{", source))
    for path in PAGES:
        whole |= set(re.findall(r'data-(?:text|label)="([^"]+)"', path.read_text()))
    return whole, begun


class _Words(HTMLParser):
    """Collects every word of a page together with the key it claims to come from."""

    VOID = frozenset({"meta", "link", "img", "use", "path", "circle", "rect", "br"})
    NAMES = ("aria-label", "title", "alt", "placeholder")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str | None] = []
        self.claims: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.claims += [(given[name] or "", given.get("data-label")) for name in self.NAMES if given.get(name)]
        if tag not in self.VOID:
            self.open.append(given.get("data-text"))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.claims.append((data.strip(), self.open[-1] if self.open else None))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_word_of_a_page_is_that_of_its_key(page: Path) -> None:
    words = _Words()
    words.feed(page.read_text())
    assert words.claims, "the page says nothing"
    wrong = {said: key for said, key in words.claims if key is None or CATALOGUE.get(key) != said}
    assert wrong == {}


def test_every_key_that_the_shell_names_exists() -> None:
    whole, begun = keys_said()
    assert len(whole) > 40
    assert whole - CATALOGUE.keys() == set()
    assert {start for start in begun if not any(key.startswith(start) for key in CATALOGUE)} == set()


def test_no_key_of_the_shell_is_left_over() -> None:
    whole, begun = keys_said()
    own = {key for key in CATALOGUE if key.startswith(OWN_PREFIX)}
    said = {key for key in own if key in whole or any(key.startswith(start) for start in begun)}
    assert own - said == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_no_module_holds_words_of_its_own(module: Path) -> None:
    source = module.read_text()
    found = [
        content
        for start, content in texts_in(source)
        if WORDS.search(content) and not KEY.fullmatch(content) and not _is_not_for_people(source, start, content)
    ]
    assert found == []


def _is_not_for_people(source: str, start: int, content: str) -> bool:
    """Tell whether a text is a class list, a name of the DOM, CSS, or written for the log."""
    before = source[max(0, start - 60) : start]
    names_a_thing = re.search(r"(class|look|key|kind|role|type|===|case|allow|\[|rel): ?$|=== ?$", before)
    for_the_log = re.search(r"(new \w*Error|\.#note|#note\('\w+',|log\.note.*message:) ?\(?\s*$", before)
    is_css = re.fullmatch(r"[a-z-]*\(.*\)", content)
    return bool(names_a_thing or for_the_log or is_css or content in NAMES_OF_KEYS)


def test_the_reader_of_modules_sees_texts_and_nothing_else() -> None:
    source = "const a = 'One word'; // 'not this'\n/* \"nor this\" */ const b = `Hello ${name}`; const c = /'no'/g;"
    assert [content for _start, content in texts_in(source)] == ["One word", "Hello ${}"]


def test_the_catalogue_is_sorted_and_plain() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)
    assert [key for key in CATALOGUE if not KEY.fullmatch(key)] == []
    assert [key for key, words in CATALOGUE.items() if not words.strip() or "!" in words] == []
