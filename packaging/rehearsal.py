"""Shows the whole hosted path without OpenAI: the real window with a real keyring, and stand-ins for the rest.

Started by `dev.py run --rehearsal`, in the locked environment.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from acts import play_all
from checkout import REHEARSAL
from rehearsal_acts import Rehearsal
from rehearsal_plan import plan
from rehearsal_stage import Stage, stage
from reported_run import report_run
from run_report import Report

NOTES = {
    "OpenAI's parts were stand-ins on this computer": (
        "A small server stood for OpenAI's interface, and a component, which says so at its head, for ChatKit's. "
        "Everything else was real: the program and its window, what passes between them, and the Secret Service that "
        "kept the key."
    ),
    "What this does not show": (
        "That OpenAI accepts a key, a workflow or these requests; that its own component comes up in this window, "
        "looks well there and renews its secret in time; that the domain is confirmed; that an agent answers. Nor the "
        "network: nothing left this computer, and neither TLS nor a proxy lay between."
    ),
}
FACTS = {
    "Input": "keys and clicks through the engine",
    "Pictures": "the pages as the engine draws them, one at the end of each step",
    "OpenAI's interface": "a stand-in on 127.0.0.1",
    "OpenAI's component": "a stand-in on 127.0.0.1",
    "Secret Service": "gnome-keyring, on a D-Bus session of its own",
}


def main(arguments: Sequence[str]) -> int:
    """Play it, write the report and return the exit code."""
    report = Report("rehearsal", [], notes=NOTES, facts=FACTS)
    options = ["--engine", "qt", "--theme", "light", *arguments]
    return report_run(report, REHEARSAL, arguments, lambda room: run(report, room, options))


def run(report: Report, room: Path, options: Sequence[str]) -> None:
    """Play every act; the first one brings everything up, and the end takes it down."""
    with ExitStack() as stack:

        def bring_up(key: str) -> Stage:
            made = stack.enter_context(stage(room, options, key))
            report.facts["Engine"] = made.window.window.engine()
            return made

        rehearsal = Rehearsal(bring_up)
        acts = plan(rehearsal)
        report.expected = [act.title for act in acts]
        play_all(report, acts, lambda picture: rehearsal.stage.window.take_picture(picture), REHEARSAL)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
