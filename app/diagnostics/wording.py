"""Owns how diagnostics speaks: from the catalogue, and still understandably when that is what is damaged."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

from app.diagnostics.findings import CheckContext, Finding, Plain, Remedy, State
from app.errors import AssetsDamaged
from app.resources import text

NOTHING: Mapping[str, Plain] = {}


def say(key: str, /, **values: object) -> str:
    """Return the sentence of the catalogue; without a catalogue its name and values have to do."""
    try:
        return text(key, **values)
    except (AssetsDamaged, KeyError, OSError):
        return " ".join([key, *(f"{name}={value}" for name, value in values.items())])


def passed(
    summary: str, detail: str = "", *, evidence: Mapping[str, Plain] = NOTHING, measured: Mapping[str, Plain] = NOTHING
) -> Finding:
    """Return that all is well."""
    return Finding(State.PASS, summary, detail, None, evidence, measured)


def warned(
    summary: str,
    remedy: Remedy,
    detail: str = "",
    *,
    evidence: Mapping[str, Plain] = NOTHING,
    measured: Mapping[str, Plain] = NOTHING,
) -> Finding:
    """Return that the program works, and that something should be looked at."""
    return Finding(State.WARN, summary, detail, remedy, evidence, measured)


def failed(
    summary: str,
    remedy: Remedy,
    detail: str = "",
    *,
    evidence: Mapping[str, Plain] = NOTHING,
    measured: Mapping[str, Plain] = NOTHING,
) -> Finding:
    """Return that something does not work."""
    return Finding(State.FAIL, summary, detail, remedy, evidence, measured)


def skipped(reason: str) -> Finding:
    """Return that there is nothing to find out here."""
    return Finding(State.SKIP, reason)


def unknown(summary: str, detail: str = "") -> Finding:
    """Return that it could not be found out."""
    return Finding(State.UNKNOWN, summary, detail)


def for_command(path: Path, context: CheckContext) -> str:
    """Return a path as a command takes it: quoted, and from `~` on so that redaction leaves it working."""
    home = context.environ.get("HOME", "")
    if home and path.is_relative_to(home):
        return f"~/{shlex.quote(path.relative_to(home).as_posix())}"
    return shlex.quote(str(path))


def remedy_for_rights(key: str, path: Path, context: CheckContext) -> Remedy:
    """Return what to do about the rights of a path, with the command that shows them; Windows has none for it."""
    if context.system == "windows":
        return Remedy(say(key))
    return Remedy(f"{say(key)} {say('doctor.shows_rights')}", (f"ls -ld {for_command(path, context)}",))


def apt_install(packages: str, context: CheckContext) -> tuple[str, ...]:
    """Return the command that installs these packages on Debian and its kin; none on any other system."""
    is_debian = context.system == "linux" and (context.root / "etc/debian_version").exists()
    return (f"sudo apt install {packages}",) if is_debian else ()
