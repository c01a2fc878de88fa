"""Owns how the guide speaks of files: by their names and sizes, whoever brought them."""

from __future__ import annotations

from collections.abc import Sequence

from app.chat_host.agents.agent import AttachedFile
from app.chat_host.agents.guide.foreign_text import code_span
from app.resources import text

FILES_SHOWN = 20
SIZE_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def comment_on_attached(files: Sequence[AttachedFile]) -> str:
    """Return what the guide says to the files of a message."""
    opening = text("guide.attached.one") if len(files) == 1 else text("guide.attached.many", count=len(files))
    named = list_files([(file.name, file.size_bytes) for file in files])
    return "\n".join([opening, "", *named, "", text("guide.attached.after")])


def list_files(files: Sequence[tuple[object, int]]) -> list[str]:
    """Return the lines that name files, given by names and sizes."""
    lines = [f"- {code_span(name)} ({format_size(size_bytes)})" for name, size_bytes in files[:FILES_SHOWN]]
    return [*lines, text("guide.files.more", count=len(files) - FILES_SHOWN)] if len(files) > FILES_SHOWN else lines


def format_size(size_bytes: int) -> str:
    """Return a file's size the way people say it."""
    size, unit = float(max(0, size_bytes)), 0
    while size >= 1000 and unit < len(SIZE_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    number = f"{size:.0f}" if unit == 0 or size >= 10 else f"{size:.1f}"
    return f"{number} {SIZE_UNITS[unit]}"
