"""Owns which web engine a start on Linux would take, found out without loading any."""

from __future__ import annotations

from typing import Literal

from app.diagnostics.checks.python import is_there
from app.diagnostics.findings import CheckContext
from app.settings.early import read_early


def chosen_engine(context: CheckContext) -> Literal["qt", "gtk"]:
    """Return the engine of the settings; `auto` is Qt unless only GTK is there."""
    choice = read_early(context.locations, {}, context.environ, context.env_file).engine
    if choice == "auto":
        return "gtk" if is_there("gi", context) and not is_there("PySide6", context) else "qt"
    return "gtk" if choice == "gtk" else "qt"
