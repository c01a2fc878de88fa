"""Owns what a bundle is collected from. It leaves secrets and whatever a person typed out at the source.

Settings and variables show a value only where it is one of the values that we know; connections and failures only
what kind they are. Conversations, drafts, picked files and the database are read by nothing here.
"""

from __future__ import annotations

import platform
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import distributions

from app import __version__
from app.brand import BRAND
from app.diagnostics.checks.environment import ORDINARY, is_redirecting
from app.diagnostics.checks.program import install_kind
from app.diagnostics.findings import CheckContext
from app.diagnostics.log_tails import log_files, tail_entries
from app.diagnostics.report import Report
from app.diagnostics.wording import say
from app.observability.crash_notes import CRASH_NOTES_NAME, peek_note
from app.private_file import read_bounded
from app.services.connection_file import MOST_BYTES as MOST_CONNECTIONS_BYTES
from app.services.connection_file import decode, selected_in
from app.services.connections import Connection
from app.services.failures import FailureRecord, read_records
from app.settings.env_file import read_env_file
from app.settings.kinds import is_allowed
from app.settings.layers import Layer, gather_layers
from app.settings.schema import BY_KEY, SETTINGS
from app.settings.settings_file import peek

# None of these can hold a text that somebody chose; of all others it is told only that they are set.
SHOWN_SETTINGS = frozenset(
    {"theme", "zoom_percent", "window_width_px", "window_height_px", "window_maximized", "engine"}
    | {"software_rendering", "log_level", "development"}
)
SWITCH = r"[01]"
FACTOR = r"\d(\.\d{1,3})?"
LANGUAGE = r"C|POSIX|([a-z]{2,3}(_[A-Z]{2})?|C)\.(UTF-8|utf8)|[a-z]{2,3}_[A-Z]{2}"
DESKTOP = r"(GNOME|GNOME-Classic|KDE|XFCE|LXQt|LXDE|MATE|X-Cinnamon|Unity|ubuntu|pop|sway|Hyprland|Budgie|Pantheon|i3)"
SHOWN_VARIABLES: Mapping[str, str] = {
    "DISPLAY": r":\d{1,2}(\.\d)?",
    "GDK_BACKEND": r"x11|wayland|broadway",
    "GDK_SCALE": r"[1-4]",
    "LANG": LANGUAGE,
    "LC_ALL": LANGUAGE,
    "PYWEBVIEW_GUI": r"qt|gtk",
    "QT_API": r"pyside6|pyside2|pyqt6|pyqt5",
    "QT_QPA_PLATFORM": r"xcb|wayland|offscreen|minimal|eglfs|wayland;xcb|xcb;wayland",
    "QT_SCALE_FACTOR": FACTOR,
    "WAYLAND_DISPLAY": r"wayland-\d{1,2}",
    "WEBKIT_DISABLE_COMPOSITING_MODE": SWITCH,
    "WEBKIT_DISABLE_DMABUF_RENDERER": SWITCH,
    "XDG_CURRENT_DESKTOP": rf"{DESKTOP}(:{DESKTOP}){{0,3}}",
    "XDG_SESSION_TYPE": r"x11|wayland|tty",
}
PACKAGES = (
    *("pywebview", "PySide6_Addons", "PySide6_Essentials", "QtPy", "PyGObject", "pydantic", "keyring", "truststore"),
    *("openai", "openai-agents", "openai-chatkit", "httpx2", "starlette", "uvicorn", "pypdf"),
)
WORD = re.compile(r"[a-z][a-z_.]{0,63}")
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SYSTEM_WORD = re.compile(r"(ID|VERSION_ID)=[\"']?([a-z0-9._-]{1,32})[\"']?$", re.MULTILINE)
MOST_SYSTEM_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Facts:
    """Plain values, to become JSON."""

    value: object


@dataclass(frozen=True, slots=True)
class Source:
    """One part of a bundle before it is there.

    `read` returns facts, or texts each of which is scrubbed as a whole, or None when there is nothing.
    """

    name: str
    title: str
    read: Callable[[], Facts | Sequence[str] | None]


def sources(context: CheckContext, report: Report) -> list[Source]:
    """Return where all parts come from, in their order in the bundle, which begins with what matters most."""
    logs = [
        Source(f"logs/{path.name}", say("doctor.bundle.log", name=path.name), partial(tail_entries, path))
        for path in log_files(context.records)
    ]
    return [
        Source("report.json", say("doctor.bundle.report_json"), lambda: Facts(report.as_dict())),
        Source("report.txt", say("doctor.bundle.report_text"), lambda: report.as_text(colour=False).splitlines()),
        Source("environment.json", say("doctor.bundle.environment"), lambda: Facts(_environment(context))),
        Source("settings.json", say("doctor.bundle.settings"), lambda: Facts(_settings(context))),
        Source("connections.json", say("doctor.bundle.connections"), lambda: Facts(_connections(context))),
        Source("failures.json", say("doctor.bundle.failures"), lambda: Facts(_failures(context))),
        Source("crash-notes.txt", say("doctor.bundle.crash_notes"), lambda: _crash_notes(context)),
        *logs,
    ]


def _environment(context: CheckContext) -> dict[str, object]:
    return {
        "program": f"{BRAND.slug} {__version__}, {install_kind(context)}",
        "python": ".".join(map(str, context.python_version)),
        "system": " ".join([context.system, platform.machine(), *_distribution(context)]),
        "kernel": platform.release(),
        "packages": [_package(name, context) for name in PACKAGES],
        "variables": [_variable(name, context.environ[name]) for name in _telling_names(context.environ)],
    }


def _distribution(context: CheckContext) -> list[str]:
    try:
        told = read_bounded(context.root / "etc/os-release", MOST_SYSTEM_BYTES, follow_links=True)
    except OSError:
        return []
    return [word for _, word in sorted(SYSTEM_WORD.findall(told.decode("utf-8", "replace")))]


def _package(name: str, context: CheckContext) -> str:
    found = next(iter(distributions(name=name, path=list(context.module_folders))), None)
    return f"{name} {found.version if found else 'is not installed'}"


def _telling_names(environ: Mapping[str, str]) -> list[str]:
    ours = {name for setting in SETTINGS for name in setting.environment_names}
    return sorted(
        name
        for name, value in environ.items()
        if value and (name in ours or name in SHOWN_VARIABLES or name.upper() in ORDINARY or is_redirecting(name))
    )


def _variable(name: str, value: str) -> str:
    is_known = re.fullmatch(SHOWN_VARIABLES.get(name, "(?!)"), value)
    return f"{name} is {value}" if is_known else f"{name} is set"


def _settings(context: CheckContext) -> dict[str, object]:
    opened = peek(context.locations.settings_file)
    variables = _of_env_file(context)
    layers = gather_layers({}, context.environ, variables or {}, opened.document)
    told = {key: _setting(key, layers) for key in BY_KEY}
    return {
        "file": opened.condition.name.lower(),
        "env_file": "unreadable" if variables is None else "readable" if context.env_file is not None else "none",
        "version": opened.document.version,
        "unknown_names": len(opened.document.members.keys() - BY_KEY.keys()),
        "settings": {key: facts for key, facts in told.items() if facts},
    }


def _of_env_file(context: CheckContext) -> Mapping[str, str] | None:
    """Return what a `.env` file sets, None where it cannot be read: what else is set is told all the same."""
    try:
        return read_env_file(context.env_file) if context.env_file is not None else {}
    except OSError:
        return None


def _setting(key: str, layers: Sequence[Layer]) -> dict[str, object]:
    """Return where a setting has its value from, and the value where it can only be one of ours."""
    for layer in layers:
        if key in layer.values:
            value = layer.values[key]
            if not is_allowed(BY_KEY[key].kind, value):
                return {"from": layer.source, "is_refused": True}
            return {"from": layer.source, **({"value": value} if key in SHOWN_SETTINGS else {})}
    return {}


def _connections(context: CheckContext) -> list[dict[str, object]]:
    try:
        data = read_bounded(context.locations.connections_file, MOST_CONNECTIONS_BYTES)
    except FileNotFoundError:
        return []
    selected = selected_in(data)
    return [_connection(each, is_selected=each.id == selected) for each in decode(data)]


def _connection(connection: Connection, *, is_selected: bool) -> dict[str, object]:
    return {
        "kind": connection.kind,
        "interface": connection.interface,
        "is_selected": is_selected,
        "microphone": connection.microphone,
        "has": [name for name in ("workflow_id", "url", "domain_key", "header_name") if getattr(connection, name)],
        "takes_files": connection.chat.attachments,
        "keeps_history": connection.chat.history,
        "has_theme": bool(connection.chat.theme),
    }


def _failures(context: CheckContext) -> list[dict[str, object]]:
    return [_failure(record) for record in read_records(context.records.failures_file)]


def _failure(record: FailureRecord) -> dict[str, object]:
    """Return what kind of failure it was; its sentence and its detail may name a file that was picked."""
    return {
        "at_utc": _if_it_is(STAMP, record.at_utc),
        "code": _if_it_is(WORD, record.code),
        "where": _if_it_is(WORD, record.where),
        "times": record.times,
    }


def _if_it_is(shape: re.Pattern[str], word: str) -> str:
    return word if shape.fullmatch(word) else "unknown"


def _crash_notes(context: CheckContext) -> list[str] | None:
    note = peek_note(context.locations.data_dir / CRASH_NOTES_NAME)
    if note is None:
        return None
    return [f"{note.version} started {note.started_at_utc}", note.stacks]
