"""Owns the order of the sources that a setting's value can come from, and gathers what each of them says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.settings.document import Document
from app.settings.schema import BY_KEY, SETTINGS


class Source(StrEnum):
    """Where a value comes from; `memory` is one that was chosen and could not be saved."""

    COMMAND_LINE = "command_line"
    ENVIRONMENT = "environment"
    ENV_FILE = "env_file"
    SETTINGS_FILE = "settings_file"
    DEFAULT = "default"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Layer:
    """What one source says about declared settings, not validated yet; `refused` are those it spells wrongly."""

    source: Source
    values: Mapping[str, object]
    refused: tuple[str, ...] = ()


def gather_layers(
    overrides: Mapping[str, object],
    environ: Mapping[str, str],
    env_file_variables: Mapping[str, str],
    document: Document,
) -> tuple[Layer, ...]:
    """Return the four sources, the one that wins first. No name that is not declared gets any further."""
    return (
        _layer_of_values(Source.COMMAND_LINE, overrides),
        _layer_of_variables(Source.ENVIRONMENT, environ),
        _layer_of_variables(Source.ENV_FILE, env_file_variables),
        _layer_of_values(Source.SETTINGS_FILE, document.values()),
    )


def _layer_of_values(source: Source, values: Mapping[str, object]) -> Layer:
    # SECURITY: names such as `__proto__` stay in the file they stand in; only declared ones reach the program.
    return Layer(source, {key: value for key, value in values.items() if key in BY_KEY})


def _layer_of_variables(source: Source, variables: Mapping[str, str]) -> Layer:
    values: dict[str, object] = {}
    refused: list[str] = []
    for setting in SETTINGS:
        # An empty variable is how a shell or a template says that there is none.
        for words in filter(None, (variables.get(name) for name in setting.environment_names)):
            try:
                values.setdefault(setting.key, setting.kind.from_text(words))
            except ValueError:
                refused.append(setting.key)
    return Layer(source, values, tuple(refused))
