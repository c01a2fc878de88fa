"""Owns the verbs of the command line and what they take; a verb imports what it needs when it runs."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app import __version__
from app.brand import BRAND
from app.errors import UsageError
from app.resources import is_source_run
from app.settings.env_file import choose_env_file
from app.settings.schema import add_arguments, overrides_from

if TYPE_CHECKING:
    from app.window.lifecycle import Lifecycle

VERBS = ("doctor", "chat-host")


class Parser(argparse.ArgumentParser):
    """A parser whose errors belong to the one error tree."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with what argparse found."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", hint=f"Run: {BRAND.slug} --help")


def run(argv: Sequence[str], lifecycle: Lifecycle) -> int:
    """Run the program for these arguments, without the program's name; returns the exit code or raises AppError."""
    verb, rest = (argv[0], argv[1:]) if argv and argv[0] in VERBS else ("", argv)
    if verb:
        lifecycle.release()
    if verb == "chat-host":
        from app.chat_host.process import main

        return main()
    if verb == "doctor":
        from app.diagnostics.command import run_doctor

        return run_doctor(rest)
    return run_window(rest, lifecycle)


def run_window(argv: Sequence[str], lifecycle: Lifecycle) -> int:
    """Show the window."""
    arguments = window_parser().parse_args(argv)
    from app.startup import WindowArguments
    from app.startup import run_window as show_window

    return show_window(
        WindowArguments(
            data_dir=arguments.data_dir,
            env_file=choose_env_file(arguments.env_file, Path.cwd(), source_run=is_source_run()),
            overrides=overrides_from(arguments),
            allow_root=arguments.allow_root,
        ),
        lifecycle,
    )


def window_parser() -> Parser:
    """Return the parser of the window's command line; every setting has a flag of its own."""
    parser = Parser(
        prog=BRAND.slug,
        description=BRAND.tagline + ".",
        epilog=f"Other commands: {BRAND.slug} doctor (find out what is wrong).",
    )
    parser.add_argument("--version", action="version", version=f"{BRAND.name} {__version__}")
    parser.add_argument("--data-dir", type=Path, help="keep everything of this run in this folder")
    parser.add_argument("--env-file", type=Path, help="read environment settings from this file")
    parser.add_argument("--allow-root", action="store_true", help="run as root, for containers and tests only")
    add_arguments(parser)
    return parser
