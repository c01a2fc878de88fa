from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from app.settings.early import read_early
from app.settings.kinds import Choice, Flag, Kind, Text, Texts, Whole
from app.settings.layers import Layer, Source
from app.settings.locations import resolve_locations
from app.settings.model import SettingsModel, merge, validate
from app.settings.schema import EARLY, SETTINGS, Setting
from app.settings.store import SettingsStore

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def near(kind: Kind) -> st.SearchStrategy[Any]:
    """Return values on both sides of what a kind allows."""
    match kind:
        case Choice(options):
            return st.sampled_from([*options, *(option.upper() for option in options), options[0] + "\n"])
        case Whole(lowest, highest):
            whole = st.sampled_from([lowest - 1, lowest, lowest + 1, highest - 1, highest, highest + 1])
            return whole | whole.map(float) | whole.map(str)
        case Flag():
            return st.sampled_from([True, False, 0, 1, "true", "no", 1.0])
        case Text(pattern, longest):
            shaped = st.from_regex(pattern, fullmatch=True)
            return (
                shaped | shaped.map(lambda words: words + "\n") | st.sampled_from(["a" * longest, "a" * (longest + 1)])
            )
        case Texts(item, most):
            items = st.lists(near(item), max_size=3)
            return items | st.sampled_from([["a"] * most, ["a"] * (most + 1)])
    raise TypeError(kind)


def verdict(check: Any, *arguments: object) -> tuple[str, object]:
    try:
        value = check(*arguments)
    except ValueError:
        return "refused", None
    return type(value).__name__, value


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_early_check_and_model_draw_the_same_bounds(setting: Setting) -> None:
    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(near(setting.kind) | ANYTHING)
    @example(setting.default)
    def check(value: object) -> None:
        assert verdict(setting.kind.check, value) == verdict(validate, setting.key, value)

    check()


def test_early_settings_are_those_of_the_store(tmp_path: Path) -> None:
    locations = resolve_locations(tmp_path)
    values = st.fixed_dictionaries({}, optional={setting.key: near(setting.kind) | ANYTHING for setting in EARLY})
    spelled = st.fixed_dictionaries(
        {}, optional={name: near(one.kind).map(str) for one in EARLY for name in one.environment_names}
    )

    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(values, spelled, spelled, values)
    def check(argv: dict[str, object], environ: dict[str, str], env: dict[str, str], saved: dict[str, object]) -> None:
        env_file = tmp_path / ".env"
        env_file.write_text("".join(f"{name}='{words}'\n" for name, words in env.items()), errors="replace")
        locations.settings_file.write_text(json.dumps({"settings_version": 1, **saved}))
        early = read_early(locations, argv, environ, env_file)
        loaded = SettingsStore(locations, overrides=argv, environ=environ, env_file=env_file).load()
        assert {setting.key: getattr(early, setting.key) for setting in EARLY} == {
            setting.key: loaded.values[setting.key] for setting in EARLY
        }

    check()


def test_first_source_with_a_good_value_wins() -> None:
    merged = merge(
        [
            Layer(Source.COMMAND_LINE, {"zoom_percent": 9_000}),
            Layer(Source.ENVIRONMENT, {"zoom_percent": 120, "theme": "dark"}, refused=("engine",)),
            Layer(Source.SETTINGS_FILE, {"zoom_percent": 130, "theme": "light", "locale": "de"}),
        ]
    )
    assert merged.values["zoom_percent"] == 120
    assert merged.sources["zoom_percent"] is Source.ENVIRONMENT
    assert (merged.values["theme"], merged.values["locale"]) == ("dark", "de")
    assert (merged.values["engine"], merged.sources["engine"]) == ("auto", Source.DEFAULT)
    assert merged.refused == [(Source.COMMAND_LINE, "zoom_percent"), (Source.ENVIRONMENT, "engine")]


def test_nothing_but_the_layers_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("theme=dark\nAGENTNOOK_THEME=dark\n")
    monkeypatch.setenv("THEME", "dark")
    monkeypatch.setenv("AGENTNOOK_THEME", "dark")
    assert merge([]).values["theme"] == "system"


def test_model_is_closed() -> None:
    given_layers: dict[str, Any] = {"layers": [Layer(Source.SETTINGS_FILE, {"__proto__": 1})]}
    with pytest.raises(ValidationError, match="extra_forbidden"):
        SettingsModel(**given_layers)


def test_model_describes_each_setting_as_declared() -> None:
    fields = SettingsModel.model_fields
    assert {key: (field.default, field.description) for key, field in fields.items()} == {
        setting.key: (setting.default, setting.help) for setting in SETTINGS
    }
