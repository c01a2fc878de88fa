"""Owns the command `export`: hosted conversations become files, and conversations of this computer."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from app.brand import BRAND
from app.chat_host.launch import read_line
from app.command_parser import CommandParser, path_given
from app.errors import AppError, KeyMissing, NotFound, UsageError
from app.life import STDIN, Life
from app.observability.redaction import keep_readable
from app.resources import is_source_run, text
from app.services.export_order import ExportOrder, default_export_folder, parse_order
from app.services.secret import KEY_VARIABLE
from app.settings.env_file import choose_env_file, surroundings
from app.settings.locations import Locations, resolve_locations
from app.terminal import print_line

if TYPE_CHECKING:
    from app.services.connections import Connection, Connections
    from app.services.hosted_export import ExportOutcome, Keep

logger = logging.getLogger(__name__)

PROGRAM = f"{BRAND.slug} export"
EXIT_FINE, EXIT_PARTLY = 0, 1

Tell = Callable[[Mapping[str, object]], None]


def run_export(argv: Sequence[str], *, environ: Mapping[str, str] = os.environ, output: TextIO | None = None) -> int:
    """Write every hosted conversation down; returns 0, or 1 when some could not be read. Raises an AppError."""
    arguments = _parser().parse_args(argv)
    stream = output or sys.stdout
    if arguments.ordered:
        return run_ordered(stream)
    if not arguments.hosted:
        raise UsageError(text("export.usage.what"), hint=text("command_line.see_help", command=PROGRAM))
    order = _order(arguments, environ)
    _say(stream, text("export.begins", folder=order.folder))
    outcome = export(order, lambda told: _say(stream, text("export.progress", **told)))
    _say(stream, _as_text(outcome, order))
    return EXIT_PARTLY if outcome.failed else EXIT_FINE


def run_ordered(stream: TextIO | None) -> int:
    """Do what the window ordered by a line on stdin, ending with it; each line on stdout tells it something."""
    order = parse_order(read_line(STDIN))
    Life().watch()

    def tell(message: Mapping[str, object]) -> None:
        _say(stream, json.dumps(message))

    try:
        outcome = export(order, tell)
    except AppError as error:
        tell({"error": error.envelope()})
        return error.exit_code
    tell({"ended": True, **_counts(outcome)})
    return EXIT_FINE


def export(order: ExportOrder, tell: Tell) -> ExportOutcome:
    """Carry an order out; `tell` hears the counts after each conversation."""
    from app.services.hosted_export import export_threads, hosted_account

    with taking_over(order.database) as keep, hosted_account(order.key) as client:
        return export_threads(
            client,
            order.folder,
            order.user,
            keep=keep,
            into=str(order.database or ""),
            on_progress=lambda outcome: tell(_counts(outcome)),
        )


@contextmanager
def taking_over(database: Path | None) -> Iterator[Keep | None]:
    """Lend what keeps conversations in a database, which a running window may have open as well; None without one."""
    if database is None:
        yield None
        return
    from app.chat_host.database import open_alongside
    from app.chat_host.hosted_import import HostedImport
    from app.chat_host.transactions import StoreFailure

    with closing(open_alongside(database)) as connection:
        importer = HostedImport(connection)

        def keep(thread: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> list[str]:
            try:
                return importer.keep(thread, items)
            except StoreFailure as failure:
                raise failure.error from failure
            except Exception as error:  # noqa: BLE001 - nobody vouches for what a server sends; its file is there
                logger.warning("a conversation is not taken over: %s", type(error).__name__)
                return [text("hosted.lost.thread")]

        yield keep


def _counts(outcome: ExportOutcome) -> dict[str, int]:
    return {
        "done": len(outcome.written) + len(outcome.already_there),
        "failed": len(outcome.failed),
        "lost": sum(len(each) for each in outcome.losses.values()),
    }


def _as_text(outcome: ExportOutcome, order: ExportOrder) -> str:
    lines = [text("export.ended", **_counts(outcome), folder=order.folder)]
    lines += [text("export.failed", id=each) for each in outcome.failed]
    lines += [f"{thread_id}: {loss}" for thread_id, losses in outcome.losses.items() for loss in losses]
    return "\n".join(lines)


def _order(arguments: argparse.Namespace, environ: Mapping[str, str]) -> ExportOrder:
    locations = resolve_locations(arguments.data_dir, environ)
    keep_readable(*locations.folders)
    env_file = choose_env_file(arguments.env_file, Path.cwd(), source_run=is_source_run())
    key = (
        sys.stdin.readline()
        if arguments.key_stdin
        else _kept_key(arguments, locations, surroundings(env_file, environ))
    )
    return ExportOrder(
        key=key.strip(),
        folder=(arguments.folder or default_export_folder(locations)).expanduser().absolute(),
        database=None if arguments.no_import else locations.database_file,
        user=arguments.user,
    )


def _kept_key(arguments: argparse.Namespace, locations: Locations, environ: Mapping[str, str]) -> str:
    from app.services.connection_file import ConnectionFile
    from app.services.connections import Connections
    from app.services.credentials import Credentials

    hosted = _hosted_connection(Connections(ConnectionFile(locations.connections_file)), arguments.connection)
    name = hosted.id if hosted is not None else ""
    secret = Credentials(environ=environ).read(name, KEY_VARIABLE) if name else None
    key = secret.reveal() if secret is not None else environ.get(KEY_VARIABLE, "")
    if not key.strip():
        raise KeyMissing(text("export.no_key", variable=KEY_VARIABLE), hint=text("export.no_key.hint"))
    return key


def _hosted_connection(connections: Connections, wanted: str) -> Connection | None:
    """Return the connection whose key is used: the one that was named, else the selected one, else the only one."""
    hosted = [each for each in connections.all() if each.kind == "workflow"]
    if wanted:
        named = [each for each in hosted if wanted in (each.id, each.label)]
        if not named:
            raise NotFound(text("export.no_connection", name=wanted), hint=text("export.no_connection.hint"))
        return named[0]
    selected = [each for each in hosted if each.id == connections.selected.id]
    if selected:
        return selected[0]
    return hosted[0] if len(hosted) == 1 else None


def _parser() -> CommandParser:
    parser = CommandParser(PROGRAM, description=text("export.help.description"))
    parser.add_argument("--hosted", action="store_true", help=text("export.help.hosted"))
    parser.add_argument("folder", nargs="?", type=path_given, help=text("export.help.folder"))
    parser.add_argument("--connection", default="", metavar="NAME", help=text("export.help.connection"))
    parser.add_argument("--user", default="", help=text("export.help.user"))
    parser.add_argument("--no-import", action="store_true", help=text("export.help.no_import"))
    parser.add_argument("--key-stdin", action="store_true", help=text("export.help.key_stdin"))
    parser.add_argument("--data-dir", type=path_given, help=text("command_line.data_dir"))
    parser.add_argument("--env-file", type=path_given, help=text("command_line.env_file"))
    parser.add_argument("--ordered", action="store_true", help=argparse.SUPPRESS)
    return parser


def _say(stream: TextIO | None, words: str) -> None:
    # SECURITY: names come from elsewhere, and some characters would steer the terminal.
    shown = "".join(each if each.isprintable() or each == "\n" else "\N{REPLACEMENT CHARACTER}" for each in words)
    # What is saved is saved, whoever reads of it.
    with suppress(OSError):
        print_line(stream, shown)
