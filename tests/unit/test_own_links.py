from __future__ import annotations

from dataclasses import replace

import pytest

from app import own_links
from app.brand import BRAND
from app.own_links import begins_conversation, is_own_link

LINK = BRAND.url_scheme


@pytest.mark.parametrize(
    ("words", "is_ours"),
    [
        (f"{LINK}:", True),
        (f"{LINK}://new", True),
        (f"{LINK.upper()}:new", True),
        (LINK, False),
        (f"./{LINK}:new", False),
        (f" {LINK}:new", False),
        (f"x{LINK}:new", False),
        ("https://example.org", False),
        ("--theme", False),
        ("", False),
    ],
)
def test_links_are_known_by_their_scheme(words: str, is_ours: bool) -> None:
    assert is_own_link(words) == is_ours


def test_a_brand_without_a_scheme_has_no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_links, "BRAND", replace(BRAND, url_scheme=""))
    assert not any(map(is_own_link, (":", ":new", f"{LINK}:new")))


@pytest.mark.parametrize("rest", ["new", "//new", "//new/", "NEW", "///new//"])
def test_a_link_can_ask_for_a_new_conversation(rest: str) -> None:
    assert begins_conversation(f"{LINK}:{rest}")


@pytest.mark.parametrize("rest", ["", "//", "newer", "new?say=hello", "new#x", "new/x", "n%65w", "new\n", '" --theme'])
def test_t09_a_link_can_ask_for_nothing_else(rest: str) -> None:
    assert not begins_conversation(f"{LINK}:{rest}")
