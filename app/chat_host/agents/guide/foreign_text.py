"""Owns how text that somebody else has written is put into an answer: shown as it is, never read as markdown."""

from __future__ import annotations

MOST_CHARACTERS = 200
PLAIN_SIGNS = " ,;'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def one_line(foreign: object, most_characters: int = MOST_CHARACTERS) -> str:
    """Return a text on one line, with nothing in it that cannot be seen."""
    words = " ".join(str(foreign)[: 4 * most_characters].split())
    # What turns the direction of writing, or is not drawn at all, can make a name look like another.
    seen = "".join(character if character.isprintable() else REPLACEMENT for character in words)
    return seen if len(seen) <= most_characters else seen[: most_characters - 1] + "…"


def several_lines(foreign: str, most_characters: int) -> str:
    """Return a text with its own lines, and with nothing in it that cannot be seen."""
    lines = (one_line(line, most_characters) for line in foreign[:most_characters].strip().splitlines())
    return "\n".join(lines)


def code_span(foreign: object) -> str:
    """Return a text as markdown that shows it, and reads nothing in it as formatting or as a link."""
    return "`" + (one_line(foreign).replace("`", "'") or " ") + "`"


def sentence(foreign: object) -> str:
    """Return a plain sentence as it is, and anything that markdown could make something of as code."""
    words = one_line(foreign)
    is_plain = all(character.isalnum() or character in PLAIN_SIGNS for character in words.removesuffix("."))
    return words if words and is_plain else code_span(words)
