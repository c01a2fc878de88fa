"""Starts the program as `python -m app` does, with what a test of its defences needs and a person never gets.

`--notes` writes down what happened inside, `--without` takes away exactly one defence, so that a test can show that its
attack succeeds without it, `--canary` makes handlers fail with a secret, `--attachments` makes the page server send a
few files as such, `--official` makes the connection a hosted one, `--bundled` names the workflow that a brand brings,
`--microphone` puts an engine's own pretence in the place of the devices, `--driver` opens WebKitGTK's automation,
`--hand` runs scripts in its top document without one, `--debugged` opens Qt's debugger although nobody develops,
`--clock` is the file that says by how many seconds the clock is wrong, `--picks` is the file that a field of a page
gets without a dialog, when is written beside it.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace as changed
from pathlib import Path

from app.brand import BRAND
from tests.support import weaknesses
from tests.support.hosted_hook import be_hosted
from tests.support.notes import Notes
from tests.support.places import replace
from tests.support.pretended_devices import pretend_devices
from tests.support.violations import watch_qt


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--notes", type=Path, required=True)
    parser.add_argument("--without", choices=sorted(weaknesses.TABLE), action="append", default=[])
    parser.add_argument("--canary", default="")
    parser.add_argument("--attachments", action="store_true")
    parser.add_argument("--official", type=Path)
    parser.add_argument("--microphone", action="store_true")
    parser.add_argument("--bundled", default="")
    parser.add_argument("--driver", default="")
    parser.add_argument("--clock", type=Path)
    parser.add_argument("--picks", type=Path)
    parser.add_argument("--debugged", action="store_true")
    parser.add_argument("--hand", type=Path)
    parser.add_argument("program", nargs=argparse.REMAINDER)
    arguments = parser.parse_args(argv)
    if arguments.driver:
        # Imported only here: the other engine has to run without GTK.
        from tests.support.gtk_automation import open_to_driver

        open_to_driver(arguments.driver)
    if arguments.hand:
        from tests.support.gtk_hand import lend_hand

        lend_hand(arguments.hand)
    watch_qt()
    notes = Notes(arguments.notes, arguments.canary)
    if arguments.driver:
        watch_dialogs(notes)
    if arguments.canary:
        weaknesses.fail_with_canary(arguments.canary)
    if arguments.attachments:
        weaknesses.send_attachments()
    if arguments.official:
        be_hosted(arguments.official)
    if arguments.clock:
        set_clock_wrong(arguments.clock)
    if arguments.debugged:
        be_debugged()
    if arguments.picks:
        pick_at_once(arguments.picks)
    if arguments.microphone:
        pretend_devices()
    if arguments.bundled:
        replace("app.services.given_connection:BRAND", changed(BRAND, bundled_workflow_id=arguments.bundled))
    for name in arguments.without:
        weaknesses.TABLE[name](notes)
    notes.start()
    sys.argv = ["app", *arguments.program[1:]]
    from app.__main__ import main as run_program

    return run_program()


def set_clock_wrong(by: Path) -> None:
    clock = time.time
    time.time = lambda: clock() + float(by.read_text())


def pick_at_once(file: Path) -> None:
    def pick() -> list[str]:
        file.with_suffix(".picked").write_text(str(time.time()))
        return [str(file)]

    replace("app.window.engines.qt:QtEngine._choose_files", lambda *_anything: pick())
    replace(
        "app.window.engines.gtk:GtkEngine._choose_files", lambda _engine, request: request.select_files(pick()) or True
    )


def watch_dialogs(notes: Notes) -> None:
    from app.window.engines import gtk

    make = gtk.make_file_dialog
    replace("app.window.engines.gtk:make_file_dialog", lambda *arguments: notes.watch_dialog(make(*arguments)))


def be_debugged() -> None:
    from app import startup

    port, options_of = int(os.environ[startup.TEST_PORT_VARIABLE]), startup.window_options
    replace("app.startup:window_options", lambda early: changed(options_of(early), remote_debugging_port=port))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
