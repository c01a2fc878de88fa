"""Checks the lock of the data folder: whether a window is running, and that nothing else stands in the lock's place."""

from __future__ import annotations

from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.wording import failed, for_command, passed, say
from app.errors import AlreadyRunning, CannotWrite
from app.settings.data_lock import DataLock


def probe(context: CheckContext) -> Finding:
    """Try the lock for an instant; it is never made, and never kept."""
    running = is_window_running(context)
    if running is None:
        path = context.locations.data_lock_file
        remedy = Remedy(say("doctor.data_lock.remedy"), (f"mv {for_command(path, context)} /tmp/",))
        if context.system == "windows":
            remedy = Remedy(say("doctor.data_lock.remedy"))
        return failed(say("doctor.data_lock.damaged"), remedy, str(path))
    return passed(
        say("doctor.data_lock.running" if running else "doctor.data_lock.free"), measured={"running": running}
    )


def is_window_running(context: CheckContext) -> bool | None:
    """Return whether a window has the data folder; None when its lock cannot be used at all."""
    path = context.locations.data_lock_file
    if not path.exists() and not path.is_symlink():
        return False
    if not path.is_file():
        return None
    try:
        with DataLock(path):
            return False
    except AlreadyRunning:
        return True
    except CannotWrite:
        return None


CHECK = Check("app-03", "data", "doctor.data_lock.title", "medium", probe, depends_on=("app-02",))
