"""Owns the command `doctor`: its arguments, what it prints and the exit code it ends with."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from app.brand import BRAND
from app.command_parser import CommandParser, path_given
from app.diagnostics.bundle import Bundle, collect
from app.diagnostics.checks import CHECKS
from app.diagnostics.engine import TOTAL_SECONDS, attempt, run_checks
from app.diagnostics.findings import Check, CheckContext
from app.diagnostics.handing_on import HandingOn
from app.diagnostics.report import EXIT_BROKEN, EXIT_FINE, EXIT_NOT_WRITTEN, Tested, report_schema
from app.diagnostics.wording import say
from app.errors import AppError, CannotWrite, UsageError
from app.observability.log_lines import as_one_entry
from app.observability.logging_setup import hold_early_lines
from app.resources import is_source_run
from app.services.connections import Connection
from app.settings.env_file import choose_env_file
from app.settings.locations import resolve_locations
from app.terminal import print_line

PROGRAM = f"{BRAND.slug} doctor"

logger = logging.getLogger(__name__)


def run_doctor(
    argv: Sequence[str],
    *,
    environ: Mapping[str, str] = os.environ,
    output: TextIO | None = None,
) -> int:
    """Look for what is wrong and say so; no window, and no network unless asked. Returns the code; UsageError is 2.

    0: nothing failed. 1: something failed. 3: with --strict, something warns. 4: the doctor itself is broken.
    5: the bundle could not be written.
    """
    # Whatever the checks log must not stand between the lines of the report.
    hold_early_lines()
    arguments = _parser().parse_args(argv)
    outcome = attempt(lambda: _examine(arguments, environ, output or sys.stdout))
    if isinstance(outcome, AppError):
        raise outcome
    if isinstance(outcome, Exception):
        logger.error("the doctor failed", exc_info=outcome)
        print_line(sys.stderr, say("doctor.broken"))
        return EXIT_BROKEN
    return outcome


def _parser() -> CommandParser:
    parser = CommandParser(
        PROGRAM, description=say("doctor.help.description"), epilog=say("doctor.help.exit_codes"), say=say
    )
    parser.add_argument("--json", action="store_true", help=say("doctor.help.json"))
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--list-checks", action="store_true", help=say("doctor.help.list_checks"))
    instead.add_argument("--json-schema", action="store_true", help=say("doctor.help.json_schema"))
    instead.add_argument("--bundle", type=_bundle_path, metavar="PATH", help=say("doctor.help.bundle"))
    parser.add_argument("--check", action="append", metavar="ID", default=[], help=say("doctor.help.check"))
    parser.add_argument("--online", action="store_true", help=say("doctor.help.online"))
    parser.add_argument("--connection", metavar="ID", default="", help=say("doctor.help.connection"))
    parser.add_argument("--strict", action="store_true", help=say("doctor.help.strict"))
    parser.add_argument("--no-color", action="store_true", help=say("doctor.help.no_color"))
    parser.add_argument("--data-dir", type=path_given, help=say("doctor.help.data_dir"))
    parser.add_argument("--env-file", type=path_given, help=say("doctor.help.env_file"))
    return parser


def _examine(arguments: argparse.Namespace, environ: Mapping[str, str], output: TextIO | None) -> int:
    if arguments.json_schema:
        print_line(output, report_schema())
        return EXIT_FINE
    locations = resolve_locations(arguments.data_dir, environ)
    env_file = choose_env_file(arguments.env_file, Path.cwd(), source_run=is_source_run())
    context = CheckContext.of_this_process(locations, environ=environ, env_file=env_file)
    run = _run_of(arguments, context)
    _check_ids(arguments, run.checks)
    if arguments.list_checks:
        print_line(output, _list_as_json(run.checks) if arguments.json else _list_as_text(run.checks))
        return EXIT_FINE
    for line in run.announced:
        print_line(sys.stderr, line)
    report = run_checks(
        context,
        arguments.check or None,
        checks=run.checks,
        total_seconds=run.total_seconds,
    )
    if run.connection is not None:
        report = replace(report, tested=Tested(run.connection.id, run.connection.kind, report.started_at))
    colour = not arguments.no_color and not environ.get("NO_COLOR") and output is not None and output.isatty()
    # JSON is what goes into issues and to other programs; the text is for the person at this very terminal.
    said = HandingOn(context).report(report).as_json() if arguments.json else report.as_text(colour=colour)
    print_line(output, said)
    if arguments.bundle is not None and not _keep(collect(context, report), arguments, output):
        return EXIT_NOT_WRITTEN
    return report.exit_code(strict=arguments.strict)


def _check_ids(arguments: argparse.Namespace, checks: Sequence[Check]) -> None:
    """Raise a UsageError that says what is wrong with an id: it is none, or one of a test that is not made here."""
    missing = sorted(set(arguments.check) - {check.id for check in checks})
    if not missing:
        return
    # Not at the top: see _run_of.
    from app.diagnostics.online import online_ids

    unknown = [each for each in missing if each not in online_ids()]
    if unknown:
        raise UsageError(
            say("doctor.usage.unknown_check", ids=", ".join(unknown)),
            hint=say("doctor.usage.see_checks", command=PROGRAM),
        )
    ids = ", ".join(missing)
    if arguments.online:
        raise UsageError(
            say("doctor.usage.not_of_connection", ids=ids),
            hint=say("doctor.usage.see_checks", command=f"{PROGRAM} --online"),
        )
    raise UsageError(say("doctor.usage.needs_online", ids=ids), hint=say("doctor.usage.add_online"))


def _bundle_path(words: str) -> Path:
    if words == "-":
        raise argparse.ArgumentTypeError(say("doctor.usage.bundle_is_a_file"))
    return Path(os.path.expanduser(words)).absolute()  # noqa: PTH111 -- Path's own raises for whom it does not know


def _keep(bundle: Bundle, arguments: argparse.Namespace, output: TextIO | None) -> bool:
    """Write the bundle and say where it is, beside what is to be JSON alone; or say why it is not there."""
    try:
        bundle.write(arguments.bundle)
    except CannotWrite as error:
        print_line(sys.stderr, f"{error.sentence}\n{error.hint}")
        return False
    said = as_one_entry(say("doctor.bundle.written", path=arguments.bundle))
    print_line(sys.stderr if arguments.json else output, said)
    return True


@dataclass(frozen=True, slots=True)
class _Run:
    """What is run: the checks, the connection that is tested, what is said before, and for how long at most."""

    checks: tuple[Check, ...]
    connection: Connection | None = None
    announced: tuple[str, ...] = ()
    total_seconds: float = TOTAL_SECONDS


def _run_of(arguments: argparse.Namespace, context: CheckContext) -> _Run:
    if not arguments.online:
        if arguments.connection:
            raise UsageError(say("doctor.usage.not_online"), hint=say("doctor.usage.see_checks", command=PROGRAM))
        return _Run(CHECKS)
    # What talks to others is not even loaded by who has not asked for it.
    from app.diagnostics.online import ONLINE_TOTAL_SECONDS, online_checks
    from app.diagnostics.online.announcing import announcement
    from app.diagnostics.online.chosen import chosen_access

    asked = chosen_access(context, arguments.connection)
    checks = (*CHECKS, *online_checks(asked))
    return _Run(checks, asked.connection, announcement(asked.connection), ONLINE_TOTAL_SECONDS)


def _list_as_json(checks: Sequence[Check]) -> str:
    listed = [{"id": check.id, "group": check.group, "title": say(check.title)} for check in checks]
    return json.dumps(listed, indent=2, sort_keys=True)


def _list_as_text(checks: Sequence[Check]) -> str:
    return "\n".join(f"{check.id}  {say(check.title)}" for check in checks)
