"""What the guide says to the results of tools, and how text that somebody else has written is shown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat_host.agents.guide.files import FILES_SHOWN, format_size
from app.chat_host.agents.guide.foreign_text import MOST_CHARACTERS, code_span, one_line, sentence
from app.chat_host.agents.guide.tool_results import comment_on
from app.resources import text
from tests.support.conversations import TOOLS


@pytest.mark.parametrize("theme", ["dark", "light", "system"])
def test_it_comments_on_the_theme(theme: str) -> None:
    assert comment_on("switch_theme", {"theme": theme}, {"theme": theme}) == text(f"guide.theme.{theme}.done")


def test_it_names_the_files_and_their_sizes() -> None:
    files = [{"handle": "h1", "name": "plan.pdf", "size_bytes": 1_234_567, "type": "application/pdf"}]
    words = comment_on("pick_files", {}, {"success": True, "files": files})
    assert "`plan.pdf` (1.2 MB)" in words
    assert text("guide.files.one") in words


def test_it_names_many_files_but_not_all() -> None:
    files = [{"name": f"file-{number}", "size_bytes": number} for number in range(FILES_SHOWN + 5)]
    words = comment_on("pick_files", {}, {"files": files})
    assert text("guide.files.many", count=FILES_SHOWN + 5) in words
    assert words.count("`") == 2 * FILES_SHOWN
    assert text("guide.files.more", count=5) in words


@pytest.mark.parametrize(
    "output",
    [
        *({"files": []}, {}, {"files": None}, {"files": "x"}, {"files": [1, 2]}, None, "text", []),
        {"success": False, "error": {"code": "cancelled", "message": "The person did not pick a file."}},
    ],
)
def test_no_file_is_fine(output: object) -> None:
    assert comment_on("pick_files", {}, output) == text("guide.files.none")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ({"code": "unavailable", "message": "This cannot be had now."}, "This cannot be had now."),
        ("The person said no.", "The person said no."),
        ({}, text("guide.no_reason")),
        (None, text("guide.no_reason")),
        ({"message": "See [this](https://evil.example)"}, "`See [this](https://evil.example)`"),
        ({"message": "# no\n\n- `way`"}, "`# no - 'way'`"),
        (["not", "words"], "`['not', 'words']`"),
    ],
)
@pytest.mark.parametrize("tool", TOOLS)
def test_a_refusal_is_accepted(tool: str, error: object, reason: str) -> None:
    assert comment_on(tool, {"theme": "dark"}, {"error": error}) == text("guide.tool_refused", reason=reason)


@pytest.mark.parametrize("tool", TOOLS)
def test_who_said_no_is_spoken_to(tool: str) -> None:
    denied = {"code": "permission_denied", "message": "The person did not allow this."}
    assert comment_on(tool, {"theme": "dark"}, {"error": denied}) == text("guide.tool_denied")


def test_a_tool_it_does_not_know_is_done() -> None:
    assert comment_on("unknown", {}, {"a": 1}) == text("guide.tool_done")
    assert comment_on("switch_theme", {"theme": "../x"}, {}) == text("guide.tool_done")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("[click](https://evil.example)", "`[click](https://evil.example)`"),
        ("a`b`c", "`a'b'c`"),
        ("```", "`'''`"),
        ("line\nbreak.txt", "`line break.txt`"),
        ("</code><img src=x onerror=alert(1)>", "`</code><img src=x onerror=alert(1)>`"),
        ("bill\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "`bill\N{REPLACEMENT CHARACTER}fdp.exe`"),
        ("a\x00b\x1b[31m", "`a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}[31m`"),
        ("\ud800", "`\N{REPLACEMENT CHARACTER}`"),
        ("", "` `"),
        (" \n ", "` `"),
        (None, "`None`"),
    ],
)
def test_a_hostile_file_name_is_shown_as_code(name: object, shown: str) -> None:
    assert shown in comment_on("pick_files", {}, {"files": [{"name": name, "size_bytes": 1}]})


def test_a_long_name_is_cut() -> None:
    assert len(one_line("x" * 10_000)) == MOST_CHARACTERS
    assert one_line("x" * MOST_CHARACTERS) == "x" * MOST_CHARACTERS
    assert one_line("x" * 10_000).endswith("…")


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_a_code_span_is_one_whole_span(foreign: str) -> None:
    span = code_span(foreign)
    assert span.count("`") == 2
    assert (span[0], span[-1]) == ("`", "`")
    assert span.isprintable()
    assert len(span) >= 3


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(alphabet="ab1 .,*_[]()<>#`|~!:/@&\\-", max_size=40))
def test_a_sentence_that_could_be_markdown_is_code(foreign: str) -> None:
    shown = sentence(foreign)
    assert shown.startswith("`") or set(shown.removesuffix(".")) <= set("ab1 ,")


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (12_345, "12 kB"),
        (1_500_000, "1.5 MB"),
        (3 * 10**9, "3.0 GB"),
        (10**18, "1000000 TB"),
        (-5, "0 bytes"),
    ],
)
def test_sizes_are_said_as_people_do(size: int, shown: str) -> None:
    assert format_size(size) == shown
