"""Owns what the settings come to, read as a start reads them, without writing or repairing anything."""

from __future__ import annotations

from typing import Any

from app.diagnostics.findings import CheckContext
from app.settings.early import values_in_use
from app.settings.env_file import read_env_file
from app.settings.schema import BY_KEY


def settings_in_use(context: CheckContext, *keys: str) -> list[Any]:
    """Return the values of these settings, each from the first source that has a good one."""
    found = values_in_use([BY_KEY[key] for key in keys], context.locations, {}, context.environ, context.env_file)
    return [found[key] for key in keys]


def env_file_variables(context: CheckContext) -> dict[str, str]:
    """Return what a `.env` file sets; nothing where there is none, or none that can be read."""
    try:
        return {} if context.env_file is None else read_env_file(context.env_file)
    except OSError:
        return {}
