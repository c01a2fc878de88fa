"""Owns the few settings that the window needs before its first paint, read without any heavy import; it never raises.

The same sources in the same order as in `model.py`, checked by the same declaration. What is wrong is passed over here
and explained later, when the store loads everything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.settings.layers import gather_layers
from app.settings.locations import Locations
from app.settings.schema import EARLY, Setting
from app.settings.settings_file import peek


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlySettings:
    """The settings declared as early, under their names."""

    theme: Literal["light", "dark", "system"]
    locale: str
    zoom_percent: int
    window_width_px: int
    window_height_px: int
    window_maximized: bool
    engine: Literal["auto", "qt", "gtk"]
    software_rendering: bool
    connection: str
    workflow_id: str
    development: bool


def read_early(
    locations: Locations,
    argv_overrides: Mapping[str, object],
    environ: Mapping[str, str],
    env_file: Path | None = None,
) -> EarlySettings:
    """Return what the window needs, each value from the first source that has a good one."""
    return EarlySettings(**values_in_use(EARLY, locations, argv_overrides, environ, env_file))


def values_in_use(
    settings: Sequence[Setting],
    locations: Locations,
    argv_overrides: Mapping[str, object],
    environ: Mapping[str, str],
    env_file: Path | None = None,
) -> dict[str, Any]:
    """Return these settings by key, each from the first source that has a good value, else at its default."""
    variables = {} if env_file is None else _read_variables(env_file)
    values: dict[str, Any] = {setting.key: setting.default for setting in settings}
    for layer in reversed(gather_layers(argv_overrides, environ, variables, peek(locations.settings_file).document)):
        for setting in settings:
            if setting.key in layer.values:
                with suppress(ValueError):
                    values[setting.key] = setting.kind.check(layer.values[setting.key])
    return values


def _read_variables(env_file: Path) -> dict[str, str]:
    # Imported here because most runs have no such file, and its pattern takes a while to compile.
    from app.settings.env_file import read_env_file

    with suppress(OSError):
        return read_env_file(env_file)
    return {}
