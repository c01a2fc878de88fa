"""Owns how the values of an older settings file become those of today: ordered steps, one for each version."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.settings.document import Document
from app.settings.schema import BY_KEY

Migration = Callable[[Mapping[str, object]], dict[str, object]]


def name_like_the_program(values: Mapping[str, object]) -> dict[str, object]:
    """Version 0 is a file written by hand: names spelled like flags (`zoom-percent`) become the program's."""
    migrated: dict[str, object] = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        migrated[name if name in BY_KEY and name not in values else key] = value
    return migrated


# The step at place N turns version N into N + 1. A step is never changed once it was released, and never fails:
# a value it does not understand stays as it is.
MIGRATIONS: tuple[Migration, ...] = (name_like_the_program,)


def migrate(document: Document, migrations: Sequence[Migration] = MIGRATIONS) -> Document:
    """Return the document at today's version; one from a newer program stays as it is."""
    for step in migrations[document.version :]:
        document = document.replaced(step(document.values()), document.version + 1)
    return document
