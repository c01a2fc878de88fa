"""Owns what a person is told about their settings when something about them is not as it should be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.brand import BRAND
from app.resources import text
from app.settings.locations import Locations
from app.settings.settings_file import Condition, Opened


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: a code for programs, a sentence and a hint for people."""

    code: str
    message: str
    hint: str


def notice_about_file(opened: Opened) -> Notice | None:
    """Return what to say about how the settings file was found, if anything."""
    match opened.condition:
        case Condition.DAMAGED if opened.kept_as:
            return _notice("settings_damaged", "kept", name=opened.kept_as)
        case Condition.DAMAGED:
            return _notice("settings_damaged", "not_kept")
        case Condition.NEWER:
            return _notice("settings_newer", "hint", program=BRAND.name)
        case Condition.NOT_A_FILE:
            return _notice("settings_not_a_file", "hint")
        case Condition.UNREADABLE:
            return _notice("settings_unreadable", "hint")
    return None


def notice_about_place(locations: Locations) -> Notice | None:
    """Return what to say about where everything is kept, if it is not."""
    return None if locations.meant is None else _notice("nothing_kept", "hint")


def notice_about_refused(keys: Iterable[str]) -> Notice | None:
    """Return what to say about settings with wrong values, if there are any."""
    named = ", ".join(dict.fromkeys(keys))
    return _notice("settings_refused", "hint", keys=named) if named else None


def notice_about_env_file() -> Notice:
    """Return what to say about a `.env` file that cannot be read."""
    return _notice("env_file_unreadable", "hint")


def _notice(code: str, hint: str, **values: str) -> Notice:
    return Notice(code, text(f"notice.{code}.message", **values), text(f"notice.{code}.{hint}", **values))
