"""Makes of what is done with the program a run that reports itself: a folder, a log, one page, and an exit code."""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from pathlib import Path

from app import __version__
from app.brand import BRAND
from app.errors import AppError, InternalError, UsageError
from programs import end_on_signals, say
from run_report import Report
from run_report_page import write_page

INTERRUPTED = 130


def report_run(report: Report, folder: Path, arguments: Sequence[str], run: Callable[[Path], None]) -> int:
    """Do it with an empty room that is gone afterwards, write the report into a folder and return the exit code."""
    end_on_signals()
    if {"gtk", "--engine=gtk"}.intersection(arguments):
        say(f"the {report.name} needs Qt, which takes real input from a program: leave out gtk")
        return UsageError.exit_code
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    report.facts = {**_facts(), **report.facts}
    code = _attempt(report, run)
    problems = report.problems()
    page = write_page(report, folder / "report.html", log=_said(log_in(folder)))
    for problem in problems:
        say(problem)
    say(f"the {report.name} {'failed' if problems else 'passed'}; the report is {page}")
    return code or (InternalError.exit_code if problems else 0)


def log_in(folder: Path) -> Path:
    """Return where in the folder of a report goes what the program and its engine say."""
    return folder / "program.log"


def _attempt(report: Report, run: Callable[[Path], None]) -> int:
    """Return the exit code of what stopped the run, or 0; the step it stopped in says why."""
    prefix = f"{BRAND.slug}-{report.name.replace(' ', '-')}-"
    try:
        with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as room:
            run(Path(room))
    except AppError as error:
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - whatever a page or a program did, the report has to be written
        return InternalError.exit_code
    return 0


def _facts() -> dict[str, str]:
    return {
        "Program": f"{BRAND.name} {__version__}",
        "Engine": "did not start",
        "System": f"{platform.system()} {platform.release()} on {platform.machine()}, {os.cpu_count()} processors",
        "Python": platform.python_version(),
        "When": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
    }


def _said(log: Path) -> str:
    return log.read_text("utf-8", errors="replace") if log.exists() else ""
