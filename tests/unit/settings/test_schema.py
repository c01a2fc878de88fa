from __future__ import annotations

import argparse
import re
import subprocess
import sys

import pytest

from app.settings.document import VERSION_KEY
from app.settings.kinds import Choice, Text, Texts, Whole
from app.settings.schema import BY_KEY, EARLY, SETTINGS, Setting, add_arguments, describe_settings, overrides_from


def every_setting() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(exit_on_error=False)
    add_arguments(made)
    return made


@every_setting()
def test_setting_is_fully_declared(setting: Setting) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*[a-z]", setting.key)
    assert setting.key != VERSION_KEY
    assert setting.kind.check(setting.default) == setting.default
    assert re.fullmatch(r"[A-Z].{15,}\.", setting.help)
    assert setting.kind.describe()


def test_names_are_used_once() -> None:
    names = [name for setting in SETTINGS for name in setting.environment_names]
    assert len(set(names)) == len(names)
    assert len(BY_KEY) == len(SETTINGS)


def test_documented_variables_name_the_workflow() -> None:
    assert BY_KEY["workflow_id"].environment_names == (
        "AGENTNOOK_WORKFLOW_ID",
        "CHATKIT_WORKFLOW_ID",
        "NEXT_PUBLIC_CHATKIT_WORKFLOW_ID",
        "VITE_CHATKIT_WORKFLOW_ID",
    )


@every_setting()
def test_flag_takes_the_default_and_refuses_nonsense(setting: Setting) -> None:
    read, flag = parser(), setting.flags[0]
    if isinstance(setting.default, bool):
        for each in setting.flags:
            assert overrides_from(read.parse_args([each])) == {setting.key: True}
            assert overrides_from(read.parse_args(["--no-" + each.removeprefix("--")])) == {setting.key: False}
        return
    spelled = ",".join(setting.default) if isinstance(setting.default, tuple) else str(setting.default)
    assert overrides_from(read.parse_args([flag, spelled])) == {setting.key: setting.default}
    with pytest.raises(argparse.ArgumentError, match=re.escape(setting.kind.describe())):
        read.parse_args([flag, "no such \x00 value"])


def test_what_nobody_said_is_no_override() -> None:
    assert overrides_from(parser().parse_args([])) == {}


def test_help_names_every_flag() -> None:
    shown = parser().format_help()
    assert all(flag in shown for setting in SETTINGS for flag in setting.flags)


@every_setting()
def test_documentation_has_a_row_for_each_setting(setting: Setting) -> None:
    rows = describe_settings().splitlines()
    assert len(rows) == len(SETTINGS) + 2
    assert all(row.count(" | ") == rows[0].count(" | ") for row in rows)
    [row] = [row for row in rows if row.startswith(f"| `{setting.key}` |")]
    assert setting.help in row
    assert all(flag in row for flag in setting.flags)
    assert all(name in row for name in setting.environment_names)


def test_bounds_are_sane() -> None:
    assert BY_KEY["zoom_percent"].kind == Whole(50, 300)
    assert BY_KEY["theme"].kind == Choice(("light", "dark", "system"))
    assert BY_KEY["window_width_px"].kind == Whole(420, 16_384)
    assert BY_KEY["window_height_px"].kind == Whole(480, 16_384)
    hosts = BY_KEY["allowed_link_hosts"].kind
    assert isinstance(hosts, Texts)
    assert hosts.most == 500


@pytest.mark.parametrize(
    ("key", "good", "wrong"),
    [
        ("locale", ("", "de", "pt-BR", "zh_Hant_TW"), ("d", "de-", "../de", "de\n")),
        ("workflow_id", ("", "wf_68e6", "wf_A-b_1"), ("wf_", "68e6", "wf_a b", "wf_" + "a" * 200)),
        ("connection", ("", "local", "work-2"), ("-x", "Local", "a" * 65)),
    ],
)
def test_texts_have_a_shape(key: str, good: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    kind = BY_KEY[key].kind
    assert isinstance(kind, Text)
    assert [kind.check(value) for value in good] == list(good)
    for value in wrong:
        with pytest.raises(ValueError, match="cannot have"):
            kind.check(value)


def test_what_the_window_needs_comes_without_heavy_imports() -> None:
    """Read the early settings in a fresh interpreter and look at what came with them."""
    script = (
        "import sys, app.settings.early, app.settings.store, app.settings.data_lock;"
        "heavy = {'pydantic', 'pydantic_settings', 'filelock', 'platformdirs', 'dotenv', 'asyncio'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=30)


def test_early_ones_are_what_a_window_needs() -> None:
    needed = {"theme", "locale", "zoom_percent", "window_width_px", "window_height_px", "window_maximized", "engine"}
    assert {setting.key for setting in EARLY} == needed | {
        "software_rendering",
        "connection",
        "workflow_id",
        "development",
    }
