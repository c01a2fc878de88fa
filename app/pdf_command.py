"""Owns the process that reads the text of one PDF from stdin and says it on stdout, as JSON."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator

from app.services.pdf_text import MOST_CHARACTERS

MOST_MEMORY_BYTES = 1024 * 1024 * 1024
MOST_SECONDS = 60


def run_pdf_text() -> int:
    """Read, answer and end; returns the exit code. What is wrong with the file is an answer too."""
    _bound()
    sys.stdout.write(json.dumps(read_pdf(sys.stdin.buffer.read())))
    return 0


def read_pdf(data: bytes) -> dict[str, object]:
    """Return `{"text", "pages"}`, or `{"error"}`: encrypted, unreadable or empty, which a scan without text is."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        # Many have a password for printing only, and an empty one for reading.
        if reader.is_encrypted and not reader.decrypt(""):
            return {"error": "encrypted"}
        words = "\n\n".join(_pages(reader))
        pages = len(reader.pages)
    except Exception:  # noqa: BLE001 - a damaged file raises whatever it likes
        return {"error": "unreadable"}
    return {"text": words[:MOST_CHARACTERS], "pages": pages} if words.strip() else {"error": "empty"}


def _pages(reader: object) -> Iterator[str]:
    length = 0
    for page in reader.pages:  # type: ignore[attr-defined]
        words = page.extract_text()
        length += len(words)
        yield words
        if length > MOST_CHARACTERS:
            return


def _bound() -> None:
    """Let a hostile file have no more than its share of the machine."""
    if sys.platform == "win32":
        return  # the window process ends it after its deadline
    import resource

    # SECURITY: a small file can unpack to all of the memory there is.
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
