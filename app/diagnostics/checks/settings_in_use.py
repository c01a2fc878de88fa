"""Owns what the settings come to, read as a start reads them, without writing or repairing anything."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from app.diagnostics.findings import CheckContext
from app.settings.env_file import read_env_file
from app.settings.layers import gather_layers
from app.settings.schema import BY_KEY
from app.settings.settings_file import peek


def setting_in_use(key: str, context: CheckContext) -> Any:
    """Return the value of a setting from the first source that has a good one."""
    document = peek(context.locations.settings_file).document
    kind = BY_KEY[key].kind
    for layer in gather_layers({}, context.environ, env_file_variables(context), document):
        if key in layer.values:
            with suppress(ValueError):
                return kind.check(layer.values[key])
    return BY_KEY[key].default


def env_file_variables(context: CheckContext) -> dict[str, str]:
    """Return what a `.env` file sets; nothing where there is none, or none that can be read."""
    try:
        return {} if context.env_file is None else read_env_file(context.env_file)
    except OSError:
        return {}
