"""Owns what the text of a picked file is, and in which encoding it was."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from app.errors import FileRefused
from app.resources import text
from app.tools.encodings import guess_encoding

# The longer ones first: UTF-32 begins as UTF-16 does.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PDF_MARK = b"%PDF-"


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text, and the encoding it was in, or seems to have been in."""

    words: str
    encoding: str
    is_guessed: bool = False


def is_pdf(data: bytes) -> bool:
    """Say whether this is a PDF, which may have a little before its mark."""
    return PDF_MARK in data[:1024]


def decode(data: bytes, language: str = "") -> DecodedText:
    """Return the text of a file; `language` is the person's, as `pt-BR`. Raises FileRefused for what is no text."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if encoding is None:
        encoding = "utf-8" if b"\0" not in data else ""
    try:
        if encoding:
            return DecodedText(data.decode(encoding), encoding.removesuffix("-sig"))
    except UnicodeDecodeError:
        pass
    guessed = None if b"\0" in data else guess_encoding(data, language)
    if guessed is None:
        raise FileRefused(text("file.no_text"))
    return DecodedText(data.decode(guessed, "replace"), guessed.replace("_", "-"), is_guessed=True)
