"""Owns the validated settings: a pydantic-settings model built from the declaration, and the merging of its sources.

Importing this costs a third of a second, so it happens off the path to the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, cast

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, create_model
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from app.settings.kinds import Choice, Flag, Kind, Text, Texts, Whole
from app.settings.layers import Layer, Source
from app.settings.schema import SETTINGS


@dataclass(frozen=True, slots=True)
class Merged:
    """Every setting's value and source, and which settings a source has a wrong value for."""

    values: Mapping[str, object]
    sources: Mapping[str, Source]
    refused: Sequence[tuple[Source, str]]


class LayerSource(PydanticBaseSettingsSource):
    """One of our sources in the form that pydantic-settings merges."""

    def __init__(self, settings_cls: type[BaseSettings], layer: Layer) -> None:
        super().__init__(settings_cls)
        self._layer = layer

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 -- its base
        """Return the layer's value of one setting, None when it has none."""
        return self._layer.values.get(field_name), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Return everything the layer says."""
        return dict(self._layer.values)


class LayeredSettings(BaseSettings):
    """Settings that take their values from the layers they are given, and from nothing else of the process."""

    model_config = SettingsConfigDict(strict=True, frozen=True, extra="forbid")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- reads the whole process environment
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- reads wherever the program happens to start
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 -- secrets are no settings
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return one source for each layer, in their order."""
        layers = cast(InitSettingsSource, init_settings).init_kwargs["layers"]
        return tuple(LayerSource(settings_cls, layer) for layer in layers)


def validate(key: str, value: object) -> object:
    """Return the value as the program holds it, or raise ValueError."""
    return ADAPTERS[key].validate_python(value)


def merge(layers: Sequence[Layer]) -> Merged:
    """Take each setting from the first source that has a good value for it, else its default."""
    checked = [_without_wrong_values(layer) for layer in layers]
    sources = {
        key: next((layer.source for layer in checked if key in layer.values), Source.DEFAULT) for key in ADAPTERS
    }
    refused = [(layer.source, key) for layer in checked for key in layer.refused]
    given: dict[str, Any] = {"layers": checked}
    return Merged(dict(SettingsModel(**given)), sources, refused)


def _without_wrong_values(layer: Layer) -> Layer:
    """Return the layer with every wrong value moved to the refused ones: one bad value must not cost the others."""
    good: dict[str, object] = {}
    refused = list(layer.refused)
    for key, value in layer.values.items():
        try:
            good[key] = validate(key, value)
        except ValidationError:
            refused.append(key)
    return replace(layer, values=good, refused=tuple(refused))


def _type_of(kind: Kind) -> Any:
    """Return the annotation that means to pydantic what the kind means to us."""
    match kind:
        case Choice(options):
            return Literal[options]
        case Whole(lowest, highest):
            return Annotated[int, Field(ge=lowest, le=highest)]
        case Flag():
            return bool
        case Text(pattern, longest):
            return Annotated[str, Field(pattern=f"^(?:{pattern})$", max_length=longest)]
        case Texts(item, most):
            # Not strict about the list itself, as a file has lists where the program holds tuples.
            items: Any = tuple[_type_of(item), ...]  # type: ignore[misc]
            return Annotated[items, Field(max_length=most, strict=False)]
    raise TypeError(kind)


TYPES: Mapping[str, Any] = {setting.key: _type_of(setting.kind) for setting in SETTINGS}
ADAPTERS: Mapping[str, TypeAdapter[Any]] = {
    key: TypeAdapter(annotation, config=ConfigDict(strict=True)) for key, annotation in TYPES.items()
}
FIELDS: Mapping[str, Any] = {
    setting.key: (TYPES[setting.key], Field(default=setting.default, description=setting.help)) for setting in SETTINGS
}
SettingsModel = create_model("SettingsModel", __base__=LayeredSettings, **FIELDS)
