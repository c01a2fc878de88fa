"""The tokens of both themes can be read: text at 4.5 to 1 on everything it stands on, signs and edges at 3 to 1."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[3] / "assets/styles/tokens.css").read_text()
THEMES = ("light", "dark")
GROUNDS = ("surface", "raised", "sunken", "hover")
CODE_COLOURS = ("code-comment", "code-keyword", "code-string", "code-name", "code-title", "danger")
TEXT_PAIRS = (
    *product(("text", "muted", "accent", "danger", "warning", "good"), GROUNDS),
    *product(CODE_COLOURS, ("surface", "sunken")),
    ("on-accent", "accent"),
    ("text", "accent-tint"),
    ("muted", "accent-tint"),
    ("accent", "accent-tint"),
)
SIGN_PAIRS = tuple(
    product(("accent", "edge", "lamp-danger", "lamp-warning", "lamp-good"), ("surface", "raised", "sunken"))
)


def _block(selector: str) -> dict[str, str]:
    found = re.search(re.escape(selector) + r"(?:,\n[^{]+)? \{(.*?)\}", TOKENS, re.DOTALL)
    assert found is not None, selector
    return dict(re.findall(r"--([\w-]+): ([^;]+);", found[1]))


LIGHT = _block("\n:root")
DARK = _block("\n:root[data-theme='dark']")
COLOURS = {"light": LIGHT, "dark": {**LIGHT, **DARK}}


def _luminance(colour: str) -> float:
    assert re.fullmatch(r"#[0-9a-f]{6}", colour), colour
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_readable_on_every_ground(theme: str) -> None:
    colours = COLOURS[theme]
    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT_PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_signs_edges_and_the_focus_ring_can_be_seen(theme: str) -> None:
    colours = COLOURS[theme]
    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in SIGN_PAIRS}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 3} == {}


def test_both_ways_into_the_dark_have_the_same_colours() -> None:
    assert _block(":root:not([data-theme='light'])") == DARK


def test_every_colour_of_the_light_has_a_dark_one() -> None:
    colours = {name for name, value in LIGHT.items() if value.startswith(("#", "rgb"))}
    assert colours <= DARK.keys()
    assert DARK.keys() <= LIGHT.keys()
