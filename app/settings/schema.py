"""Owns the declaration of every setting, each once: its name, what it may be, its default, its help, its sources.

Everything else follows from it: the reading before the first paint (early.py), the validated model (model.py), the
flags of the command line, and the table in the documentation. It must not import pydantic.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.resources import text
from app.settings.kinds import Choice, Flag, Kind, Text, Texts, Whole

ENVIRONMENT_PREFIX = "AGENTNOOK_"

LOCALE = Text(r"([A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2})?", 20, "settings.expects_locale")
WORKFLOW_ID = Text(r"(wf_[A-Za-z0-9_-]+)?", 200, "settings.expects_workflow_id")
CONNECTION_ID = Text(r"([a-z0-9][a-z0-9_-]*)?", 64, "settings.expects_connection")
# What OpenAI's starter apps call the workflow that the key opens.
STARTER_VARIABLES = ("CHATKIT_WORKFLOW_ID", "NEXT_PUBLIC_CHATKIT_WORKFLOW_ID", "VITE_CHATKIT_WORKFLOW_ID")
HOST = Text(r"[a-z0-9.:_\[\]-]+", 255, "settings.expects_host")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `variables` are documented names beside its own, `short` is another spelling of its flag.

    `early` ones are needed before the first paint.
    """

    key: str
    kind: Kind
    default: object
    variables: tuple[str, ...] = ()
    early: bool = False
    short: str = ""

    @property
    def help(self) -> str:
        """Return what it does, in one sentence for people."""
        return text(f"setting.{self.key}.help")

    @property
    def flags(self) -> tuple[str, ...]:
        """Return how it is spelled on the command line, the usual spelling first."""
        return tuple(f"--{name}" for name in (self.key.replace("_", "-"), self.short) if name)

    @property
    def environment_names(self) -> tuple[str, ...]:
        """Return the variables it is read from, the one that wins first."""
        return (ENVIRONMENT_PREFIX + self.key.upper(), *self.variables)


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", Choice(("light", "dark", "system")), "system", early=True),
    Setting("locale", LOCALE, "", early=True),
    Setting("zoom_percent", Whole(50, 300), 100, early=True),
    Setting("window_width_px", Whole(420, 16_384), 1024, early=True),
    Setting("window_height_px", Whole(480, 16_384), 720, early=True),
    Setting("window_maximized", Flag(), False, early=True),
    Setting("engine", Choice(("auto", "qt", "gtk")), "auto", early=True),
    Setting("software_rendering", Flag(), False, early=True),
    Setting("connection", CONNECTION_ID, "", early=True),
    Setting("workflow_id", WORKFLOW_ID, "", variables=STARTER_VARIABLES, early=True),
    Setting("allowed_link_hosts", Texts(HOST, 500), ()),
    Setting("log_level", Choice(("debug", "info", "warning")), "info"),
    Setting("development", Flag(), False, early=True, short="dev"),
)

# How large the window was when it was closed.
WINDOW_SIZE = ("window_width_px", "window_height_px", "window_maximized")
BY_KEY: Mapping[str, Setting] = MappingProxyType({setting.key: setting for setting in SETTINGS})
EARLY: tuple[Setting, ...] = tuple(setting for setting in SETTINGS if setting.early)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Give the parser one flag for each setting; what nobody says stays out of the namespace."""
    group = parser.add_argument_group(text("settings.flags_title"), text("settings.flags_help"))
    for setting in SETTINGS:
        default = argparse.SUPPRESS
        if isinstance(setting.kind, Flag):
            group.add_argument(
                *setting.flags, action=argparse.BooleanOptionalAction, default=default, help=_flag_help(setting)
            )
        else:
            group.add_argument(
                *setting.flags, type=_argument(setting), default=default, metavar="VALUE", help=_flag_help(setting)
            )


def overrides_from(arguments: argparse.Namespace) -> dict[str, object]:
    """Return the settings that the command line named."""
    said = vars(arguments)
    return {setting.key: said[setting.key] for setting in SETTINGS if setting.key in said}


def flags_for(overrides: Mapping[str, object]) -> list[str]:
    """Return the flags that `overrides_from` reads these settings from."""
    return [_flag(BY_KEY[key], value) for key, value in overrides.items()]


def _flag(setting: Setting, value: object) -> str:
    name = setting.key.replace("_", "-")
    if isinstance(value, bool):
        return f"--{name}" if value else f"--no-{name}"
    return f"--{name}={','.join(value) if isinstance(value, tuple) else value}"


def describe_settings() -> str:
    """Return the table of all settings for the documentation, in Markdown."""
    columns = ("Setting", "What it does", "Allowed", "Default", "Flag", "Variables")
    rows = [columns, tuple("---" for _ in columns), *(_row(setting) for setting in SETTINGS)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(setting: Setting) -> tuple[str, ...]:
    variables = ", ".join(f"`{name}`" for name in setting.environment_names)
    return (
        f"`{setting.key}`",
        setting.help,
        setting.kind.describe(),
        f"`{_spell(setting.default)}`",
        ", ".join(f"`{flag}`" for flag in setting.flags),
        variables,
    )


def _spell(value: object) -> str:
    """Return a value the way a variable spells it; nothing is spelled `""`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ",".join(value) or '""' if isinstance(value, tuple) else str(value) or '""'


def _flag_help(setting: Setting) -> str:
    # argparse takes a percent sign for a placeholder of its own.
    return f"{setting.help} ({setting.kind.describe()})".replace("%", "%%")


def _argument(setting: Setting) -> Callable[[str], object]:
    def read(words: str) -> object:
        try:
            return setting.kind.from_text(words)
        except ValueError:
            raise argparse.ArgumentTypeError(setting.kind.describe()) from None

    return read
