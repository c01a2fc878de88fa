"""Owns the way in: `python -m app` and the command `agentnook`, from arguments to an exit code."""

from __future__ import annotations

import logging
import sys

from app.command_line import run
from app.errors import AppError, InternalError

logger = logging.getLogger("app")


def main() -> int:
    """Run the program; whatever fails is one sentence and a hint on stderr, never a traceback."""
    try:
        return run(sys.argv[1:])
    except AppError as error:
        return report(error)
    except Exception:  # the last stop: the traceback goes to the redacted log, and one sentence to the person
        logger.exception("the program failed")
        return report(InternalError())


def report(error: AppError) -> int:
    """Say on stderr what happened and what to do; returns the exit code."""
    if error.detail:
        logger.error("%s: %s", error.code, error.detail)
    if sys.stderr is not None:
        sys.stderr.write(f"{error.sentence}\n{error.hint}\n")
    return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
