"""Owns the verbs of the command line and what they take; a verb imports what it needs when it runs."""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__
from app.brand import BRAND
from app.command_parser import CommandParser, file_given, path_given
from app.errors import AppError, InternalError, UsageError
from app.own_links import begins_conversation, is_own_link
from app.resources import is_source_run, text
from app.services.given_path import check_given
from app.settings.env_file import choose_env_file
from app.settings.schema import BY_KEY, WINDOW_SIZE, add_arguments, flags_for, overrides_from
from app.terminal import report

if TYPE_CHECKING:
    from app.services.early_secret import EarlySecret
    from app.window.lifecycle import Lifecycle

# What a window that does not come up as it is set may come up with: nothing of the graphics card's, nothing from afar.
SAFE_MODE: Mapping[str, object] = {
    **{key: BY_KEY[key].default for key in ("theme", "zoom_percent", *WINDOW_SIZE, "engine")},
    "software_rendering": True,
    "connection": "local",
}
VERBS = ("doctor", "export", "chat-host", "client-secret", "tools", "pdf-text")

logger = logging.getLogger(__name__)


def run(argv: Sequence[str], lifecycle: Lifecycle) -> int:
    """Run the program for these arguments, without the program's name; returns the exit code or raises AppError."""
    verb, rest = (argv[0], argv[1:]) if argv and argv[0] in VERBS else ("", argv)
    if verb:
        lifecycle.release()
    if verb == "chat-host":
        from app.chat_host.process import main

        return main()
    if verb == "client-secret":
        from app.secret_command import run_client_secret

        return run_client_secret()
    if verb == "doctor":
        from app.diagnostics.command import run_doctor

        return run_doctor(rest)
    if verb == "export":
        from app.export_command import run_export

        return run_export(rest)
    if verb == "tools":
        from app.tools_command import run_tools

        return run_tools(rest)
    if verb == "pdf-text":
        from app.pdf_command import run_pdf_text

        return run_pdf_text()
    return run_window(rest, lifecycle)


def run_window(argv: Sequence[str], lifecycle: Lifecycle) -> int:
    """Show the window; where there can be none, the person hears why. Returns the exit code."""
    arguments = window_parser().parse_intermixed_args(flags_of_link(argv))
    try:
        exit_code = _show_window(arguments, lifecycle)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the person waits for a window
        lifecycle.release()
        exit_code = _refuse(error, arguments)
    lifecycle.leave(exit_code)
    return exit_code


def flags_of_link(argv: Sequence[str]) -> Sequence[str]:
    """Return the arguments of a start with what a link asks for in its place, if the system started it for one.

    SECURITY: T09, a link comes alone. With quotes in it some systems would take it apart into more arguments, and these
    are nobody's flags and files.
    """
    if not any(map(is_own_link, argv)):
        return argv
    if len(argv) > 1:
        raise UsageError(text("command_line.link_alone"), hint=text("command_line.see_help", command=BRAND.slug))
    return ["--new-conversation"] if begins_conversation(argv[0]) else []


def _refuse(failure: Exception, arguments: argparse.Namespace) -> int:
    """Say why there is no window; returns the exit code."""
    if not isinstance(failure, AppError):
        logger.error("the program failed", exc_info=failure)
    error = failure if isinstance(failure, AppError) else InternalError()
    exit_code = report(error)
    development = overrides_from(arguments).get("development") is True
    try:
        # Only now: what it takes to explain may be what is broken.
        from app.refused_start import explain

        explain(error, data_dir=arguments.data_dir, env_file=arguments.env_file, development=development)
    except Exception:  # the person has read what matters
        logger.warning("the start that was refused could not be explained", exc_info=True)
    return exit_code


def _show_window(arguments: argparse.Namespace, lifecycle: Lifecycle) -> int:
    files = tuple(file.absolute() for file in arguments.files)
    for file in files:
        check_given(file)
    env_file = choose_env_file(arguments.env_file, Path.cwd(), source_run=is_source_run())
    overrides = overrides_from(arguments)
    if arguments.safe_mode:
        overrides = {**SAFE_MODE, **overrides}
    early_secret = begin_secret(arguments.data_dir, env_file, overrides)
    from app.startup import WindowArguments
    from app.startup import run_window as show_window

    return show_window(
        WindowArguments(
            data_dir=arguments.data_dir,
            env_file=env_file,
            overrides=overrides,
            allow_root=arguments.allow_root,
            early_secret=early_secret,
            files=files,
            new_conversation=arguments.new_conversation,
            flags_again=partial(flags_again, arguments),
        ),
        lifecycle,
    )


def flags_again(arguments: argparse.Namespace, safe_mode: bool) -> list[str]:
    """Return what to start the program with once more: its files were for the first time, and may have moved since.

    What safe mode decides itself is left out with it, or it would be overruled.
    """
    given = {key: value for key, value in overrides_from(arguments).items() if not (safe_mode and key in SAFE_MODE)}
    paths = {"--data-dir": arguments.data_dir, "--env-file": arguments.env_file}
    return [
        *(["--safe-mode"] if safe_mode else []),
        *(f"{flag}={path}" for flag, path in paths.items() if path is not None),
        *(["--allow-root"] if arguments.allow_root else []),
        *flags_for(given),
    ]


def begin_secret(data_dir: Path | None, env_file: Path | None, overrides: Mapping[str, object]) -> EarlySecret | None:
    """Start the process that makes the first secret, where one may be needed: before what the window imports."""
    from app.services.early_secret import EarlySecret, may_need_secret
    from app.settings.locations import resolve_locations

    if not may_need_secret(resolve_locations(data_dir, os.environ), env_file, os.environ, overrides):
        return None
    try:
        return EarlySecret()
    except OSError:
        return None  # the window process makes it


def window_parser() -> CommandParser:
    """Return the parser of the window's command line; every setting has a flag of its own."""
    parser = CommandParser(
        BRAND.slug,
        description=text("command_line.description", tagline=BRAND.tagline),
        epilog=text("command_line.other_commands", program=BRAND.slug),
    )
    version = f"{BRAND.name} {__version__}"
    parser.add_argument("--version", action="version", version=version, help=text("command_line.version"))
    parser.add_argument("--data-dir", type=path_given, help=text("command_line.data_dir"))
    parser.add_argument("--env-file", type=path_given, help=text("command_line.env_file"))
    parser.add_argument("--allow-root", action="store_true", help=text("command_line.allow_root"))
    parser.add_argument("files", nargs="*", type=file_given, metavar="FILE", help=text("command_line.files"))
    parser.add_argument("--new-conversation", action="store_true", help=text("command_line.new_conversation"))
    parser.add_argument("--safe-mode", action="store_true", help=text("command_line.safe_mode"))
    add_arguments(parser)
    return parser
