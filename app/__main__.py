"""Owns the way in: `python -m app` and the command `agentnook`, from arguments to an exit code."""

from __future__ import annotations

import logging
import sys

from app.errors import AppError, InternalError
from app.observability.logging_setup import hold_early_lines
from app.terminal import report
from app.window.lifecycle import Lifecycle

INTERRUPTED_EXIT_CODE = 130

logger = logging.getLogger("app")


def main() -> int:
    """Run the program; whatever fails is one sentence and a hint on stderr, never a traceback."""
    # A start may be interrupted at any moment, so the signals come first and everything that takes time after them.
    lifecycle = Lifecycle()
    lifecycle.install()
    hold_early_lines()
    try:
        from app.command_line import run

        return run(sys.argv[1:], lifecycle)
    except AppError as error:
        return report(error)
    except KeyboardInterrupt:
        return INTERRUPTED_EXIT_CODE
    except Exception:  # the last stop: the traceback goes to the redacted log, and one sentence to the person
        logger.exception("the program failed")
        return report(InternalError())


if __name__ == "__main__":
    sys.exit(main())
