"""Owns what a start leaves behind that could have no window: a report, and a native message that says where it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath
from tempfile import mkdtemp

from app.brand import BRAND
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import CheckContext
from app.diagnostics.handing_on import HandingOn
from app.diagnostics.wording import say
from app.errors import AppError, CannotWrite, InternalError, Unavailable
from app.private_file import make_private_folder, write_atomically
from app.services.native_message import show_message
from app.settings.locations import resolve_locations
from app.terminal import print_line

REPORT_NAME = "start-report.txt"
CHECKS_SECONDS = 4.0
# What diagnostics can say more about; the others are somebody's wish, or clear.
REPORTED = (Unavailable, InternalError, CannotWrite)


def explain(
    error: AppError,
    *,
    data_dir: Path | None,
    env_file: Path | None,
    development: bool,
    environ: Mapping[str, str] = os.environ,
) -> None:
    """Keep a report where diagnostics may know more, say where it is, and show it all to who sees no terminal."""
    words = [error.sentence, error.hint]
    try:
        if isinstance(error, REPORTED):
            locations = resolve_locations(data_dir, environ)
            context = CheckContext.of_this_process(locations, environ=environ, env_file=env_file)
            words.append(_where_it_is(_keep(_report(error, context), locations.log_dir)))
            print_line(sys.stderr, words[-1])
    finally:
        # Who develops, or sits at a terminal, has read it.
        if not development and not (sys.stderr is not None and sys.stderr.isatty()):
            show_message(BRAND.name, "\n\n".join(words), environ)


def _report(error: AppError, context: CheckContext) -> bytes:
    """Return what diagnostics finds, as it may leave this computer."""
    handing_on = HandingOn(context)
    found = handing_on.report(run_checks(context, total_seconds=CHECKS_SECONDS)).as_text(colour=False)
    head = handing_on.words("\n".join(filter(None, (f"{error.code}: {error.sentence}", error.hint, error.detail))))
    return f"{head}\n\n{found}\n".encode("utf-8", "backslashreplace")


def _keep(report: bytes, log_dir: Path) -> Path | None:
    """Write a report into the log's folder, else into a private one among the temporary files; return where it is."""
    with suppress(OSError):
        make_private_folder(log_dir)
        return _written(log_dir / REPORT_NAME, report)
    with suppress(OSError):
        return _written(Path(mkdtemp(prefix=f"{BRAND.slug}-")) / REPORT_NAME, report)
    return None


def _written(file: Path, report: bytes) -> Path:
    write_atomically(file, report)
    return file


def doctor_command(platform: str = sys.platform) -> str:
    """Return what to type for the doctor: only on Linux does an installed program lie where commands are looked for."""
    program = PurePath(sys.executable)
    if not getattr(sys, "frozen", False) or platform == "linux":
        return f"{BRAND.slug} doctor"
    return f'"{program.with_name(f"{BRAND.slug}-cli.exe") if platform == "win32" else program}" doctor'


def _where_it_is(file: Path | None) -> str:
    if file is None:
        return say("refused_start.no_report", command=doctor_command())
    return say("refused_start.report", path=file)
