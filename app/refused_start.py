"""Owns what a start leaves behind that could have no window: a report in the log's folder, and a native message."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from app.brand import BRAND
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import CheckContext
from app.diagnostics.wording import say
from app.errors import AppError, CannotWrite, InternalError, Unavailable
from app.observability.redaction import redact
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
            words.append(say("refused_start.report", path=_keep_report(error, data_dir, env_file, environ)))
            print_line(sys.stderr, words[-1])
    finally:
        # Who develops, or sits at a terminal, has read it.
        if not development and not (sys.stderr is not None and sys.stderr.isatty()):
            show_message(BRAND.name, "\n\n".join(words), environ)


def _keep_report(error: AppError, data_dir: Path | None, env_file: Path | None, environ: Mapping[str, str]) -> Path:
    """Write down what diagnostics finds, redacted like all that it says; returns where."""
    locations = resolve_locations(data_dir, environ)
    context = CheckContext.of_this_process(locations, environ=environ, env_file=env_file)
    found = run_checks(context, total_seconds=CHECKS_SECONDS).as_text(colour=False)
    head = redact("\n".join(filter(None, (f"{error.code}: {error.sentence}", error.hint, error.detail))))
    file = locations.log_dir / REPORT_NAME
    make_private_folder(file.parent)
    write_atomically(file, f"{head}\n\n{found}\n".encode("utf-8", "backslashreplace"))
    return file
