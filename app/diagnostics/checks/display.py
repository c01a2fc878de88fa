"""Checks that there is a screen to open a window on; it looks for the screen's door and never knocks."""

from __future__ import annotations

from app.diagnostics.findings import Check, CheckContext, Finding, Plain, Remedy
from app.diagnostics.wording import failed, passed, say, skipped
from app.services.screens import is_off_screen, wayland_door, x11_door

SAID = ("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP")


def probe(context: CheckContext) -> Finding:
    """Look at what the session says, then for the socket of its screen."""
    if context.system != "linux":
        return skipped(say("doctor.skip.only_linux"))
    environ = context.environ
    evidence: dict[str, Plain] = {name.lower(): environ.get(name, "") for name in SAID}
    wayland, x11 = environ.get("WAYLAND_DISPLAY", ""), environ.get("DISPLAY", "")
    if is_off_screen(environ):
        return passed(say("doctor.display.offscreen"), evidence=evidence)
    if not wayland and not x11:
        return failed(say("doctor.display.none"), Remedy(say("doctor.display.remedy_none")), evidence=evidence)
    if (door := wayland_door(environ)) and door.exists():
        return passed(say("doctor.display.wayland"), evidence={**evidence, "display": "wayland"})
    if x11 and _x11_answers(x11, context):
        return passed(say("doctor.display.x11"), evidence={**evidence, "display": "x11"})
    named = " ".join(filter(None, (wayland, x11)))
    remedy = Remedy(say("doctor.display.remedy_gone"))
    return failed(say("doctor.display.gone", names=named), remedy, evidence=evidence)


def _x11_answers(name: str, context: CheckContext) -> bool:
    """Say whether the X server's socket is there; one of another computer is taken on trust."""
    door = x11_door(name)
    if door is None:
        return ":" in name
    return (context.root / door[1:]).exists() or f"@{door}" in _abstract_sockets(context)


def _abstract_sockets(context: CheckContext) -> frozenset[str]:
    """Return the names of the kernel's sockets that are no files."""
    try:
        table = (context.root / "proc/net/unix").read_text("utf-8", "replace")
    except OSError:
        return frozenset()
    return frozenset(line.rsplit(" ", 1)[-1] for line in table.splitlines())


CHECK = Check("lin-02", "window", "doctor.display.title", "high", probe)
