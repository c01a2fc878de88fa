"""Checks what the sandbox of a package lets the program do: a Flatpak says so itself, others are only named."""

from __future__ import annotations

from configparser import ConfigParser, Error

from app.diagnostics.checks.program import install_kind
from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, say, skipped, warned

SECRETS = "org.freedesktop.secrets"


def probe(context: CheckContext) -> Finding:
    """Name the sandbox; of a Flatpak, read what it gives."""
    if context.system != "linux":
        return skipped(say("doctor.skip.only_linux"))
    kind = install_kind(context)
    if kind == "flatpak":
        return _judge_flatpak(context)
    if kind == "snap":
        return passed(say("doctor.sandbox.snap"), evidence={"sandbox": kind})
    return passed(say("doctor.sandbox.none"), evidence={"sandbox": "none"})


def _judge_flatpak(context: CheckContext) -> Finding:
    given = ConfigParser(interpolation=None, strict=False)
    try:
        given.read_string((context.root / ".flatpak-info").read_text("utf-8", "replace"))
    except (OSError, Error):
        return warned(say("doctor.sandbox.unreadable"), Remedy(say("doctor.sandbox.remedy_reinstall")))
    shared, sockets = (_list(given, "Context", name) for name in ("shared", "sockets"))
    secrets = given.get("Session Bus Policy", SECRETS, fallback="")
    missing = [
        *([] if "network" in shared else ["network"]),
        *([] if sockets & {"x11", "fallback-x11", "wayland"} else ["screen"]),
        *([] if secrets in ("talk", "own") else ["keyring"]),
    ]
    evidence: dict[str, Plain] = {"sandbox": "flatpak", "missing": missing}
    if not missing:
        return passed(say("doctor.sandbox.flatpak"), evidence=evidence)
    name = _app_id(given)
    commands = (f"flatpak override --user --reset {name}",) if name else ()
    remedy = Remedy(say("doctor.sandbox.remedy"), commands)
    tell = warned if missing == ["keyring"] else failed
    return tell(
        say("doctor.sandbox.missing", names=", ".join(say(f"doctor.sandbox.part.{part}") for part in missing)),
        remedy,
        evidence=evidence,
    )


def _list(given: ConfigParser, section: str, name: str) -> frozenset[str]:
    return frozenset(filter(None, given.get(section, name, fallback="").split(";")))


def _app_id(given: ConfigParser) -> str:
    """Return the name of the application where it is one that a command can hold."""
    name = given.get("Application", "name", fallback="")
    return name if name.replace(".", "").replace("-", "").replace("_", "").isalnum() else ""


CHECK = Check("lin-05", "program", "doctor.sandbox.title", "medium", probe)
