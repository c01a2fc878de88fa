"""Owns the table of the window's keys, in the words of the shell."""

from __future__ import annotations

from app.resources import text

# The keys of the window and of its composer; a test compares them with what the shell lists.
SHORTCUTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("new", ("control", "N")),
    ("focus", ("control", "L")),
    ("history", ("control", "H")),
    ("settings", ("control", ",")),
    ("diagnostics", ("control", "D")),
    ("send", ("enter",)),
    ("line", ("shift", "enter")),
    ("close", ("escape",)),
)


def shortcut_table() -> str:
    """Return the table as markdown."""
    head = f"| {text('guide.shortcuts.keys')} | {text('guide.shortcuts.effect')} |\n| --- | --- |"
    rows = (f"| `{' + '.join(map(_key, keys))}` | {text(f'shell.shortcut.{name}')} |" for name, keys in SHORTCUTS)
    return "\n".join([head, *rows])


def _key(name: str) -> str:
    return text(f"shell.key.{name}") if len(name) > 1 else name
