"""Owns diagnostics as the window offers it: what its panel asks for, answered in plain values."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from app.brand import BRAND
from app.diagnostics.bundle import Bundle, Part, collect
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import Check, CheckContext, Result
from app.diagnostics.handing_on import HandingOn
from app.diagnostics.markdown import as_markdown
from app.diagnostics.online import ONLINE_TOTAL_SECONDS, OnlineAccess, online_checks
from app.diagnostics.reach import asked_hosts, destinations
from app.diagnostics.report import Report, Tested
from app.diagnostics.wording import say
from app.services.agent_access import AgentAccess
from app.services.connections import Connection, Connections
from app.services.installation import installation_id

Tell = Callable[[Mapping[str, object]], None]
MOST_PREVIEW_CHARACTERS = 300_000
# No person asks again so soon; a page that does has the window's own thread wait for no more runs than that.
FRESH_SECONDS = 0.5


class Diagnosis:
    """Answers the panel. What was found last is remembered: it is what is copied, shown before it is saved, and saved.

    `pick_place` asks the person where a file of a name goes; `tell` hears how far a run is.
    """

    def __init__(
        self,
        context: CheckContext,
        connections: Connections,
        access: AgentAccess,
        pick_place: Callable[[str], Path | None],
        tell: Tell,
    ) -> None:
        self._context, self._connections, self._access = context, connections, access
        self._pick_place, self._tell = pick_place, tell
        self._progress = _Progress((), tell)
        self._looking = threading.Lock()
        self._seen: Report | None = None
        self._seen_at = 0.0
        self._found: Report | None = None
        self._tested: tuple[Connection, Report] | None = None
        self._bundle: Bundle | None = None

    def run(self, ids: Sequence[str], *, online: bool) -> dict[str, Any]:
        """Return the report of these checks, of all of them when none is named, and all that is known as Markdown."""
        report = self._try_connection(ids) if online else self._look(ids)
        if not online:
            # A whole run begins anew; any other adds to it.
            self._found = merged(self._found if ids else None, report)
        handed_on = HandingOn(self._context, self._connections.all()).report(self._known() or report)
        return {"report": report.as_dict(), "markdown": as_markdown(handed_on)}

    def _known(self) -> Report | None:
        """Return what was found on this computer and, while it is the one in use, by the test of a connection."""
        tested = self._last_test(self._connections.selected)
        if tested is None or self._found is None:
            return self._found or tested
        return replace(self._found, results=(*self._found.results, *tested.results), tested=tested.tested)

    def _last_test(self, connection: Connection) -> Report | None:
        """Return what the last test found; what it found of another connection, or of what this was, says nothing."""
        if self._tested is None or self._tested[0] != connection:
            return None
        return self._tested[1]

    def _look(self, ids: Sequence[str]) -> Report:
        """Look at this computer, one whole run at a time: who asks again at once hears what was just found."""
        if ids:
            return run_checks(self._context, ids)
        with self._looking:
            if self._seen is None or time.monotonic() - self._seen_at > FRESH_SECONDS:
                self._seen = run_checks(self._context)
                self._seen_at = time.monotonic()
            return self._seen

    def reach(self) -> dict[str, Any]:
        """Return what leaves this computer, connection by connection; nothing is asked for that."""
        selected = self._connections.selected.id
        return {"connections": [_reached(each, each.id == selected) for each in self._connections.all()]}

    def preview(self) -> dict[str, Any]:
        """Return what a bundle would hold, and remember it: just that is saved."""
        self._bundle = self._collect()
        return {"parts": [_previewed(part) for part in self._bundle.parts]}

    def save(self, names: Collection[str]) -> dict[str, Any]:
        """Ask where to, and write these parts of what was shown; the name is null where the person chose none."""
        bundle = self._bundle or self._collect()
        place = self._pick_place(f"{BRAND.slug}-report-{time.strftime('%Y-%m-%d')}.zip")
        if place is None:
            return {"saved": None}
        bundle.without({part.name for part in bundle.collected} - set(names)).write(place)
        return {"saved": place.name}

    def _collect(self) -> Bundle:
        return collect(self._context, self._known() or run_checks(self._context), self._connections.all())

    def _try_connection(self, ids: Sequence[str]) -> Report:
        selected = self._connections.selected
        user = partial(installation_id, self._context.locations.installation_file)
        checks = online_checks(OnlineAccess.of(selected, partial(self._access.key_of, selected), user))
        # Of a test that was left and begun anew, only the later one is heard.
        self._progress.is_wanted = False
        self._progress = _Progress(checks, self._tell)
        report = run_checks(
            self._context,
            ids or None,
            checks=checks,
            total_seconds=ONLINE_TOTAL_SECONDS,
            heard=self._progress.heard,
        )
        report = replace(report, tested=Tested(selected.id, selected.kind, report.started_at))
        self._tested = selected, merged(self._last_test(selected) if ids else None, report)
        return report


class _Progress:
    """How far a run of checks is, told check by check."""

    def __init__(self, checks: Sequence[Check], tell: Tell) -> None:
        self._total, self._done, self._tell = len(checks), 0, tell
        self.is_wanted = True

    def heard(self, result: Result) -> None:
        self._done += 1
        if self.is_wanted:
            self._tell({"done": self._done, "total": self._total, "title": say(result.check.title)})


def merged(known: Report | None, report: Report) -> Report:
    """Return what is known now: fresh results in the place of old ones, new ones behind them."""
    if known is None:
        return report
    fresh = {result.check.id: result for result in report.results}
    kept = tuple(fresh.pop(result.check.id, result) for result in known.results)
    return replace(report, results=(*kept, *fresh.values()))


def _reached(connection: Connection, selected: bool) -> dict[str, Any]:
    asked = set(asked_hosts(connection))
    hosts = [
        {"host": each.host, "why": each.why, "when": each.when, "tested": each in asked}
        for each in destinations(connection)
    ]
    return {"label": connection.label, "selected": selected, "hosts": hosts}


def _previewed(part: Part) -> dict[str, Any]:
    words = part.content.decode("utf-8", "replace")[:MOST_PREVIEW_CHARACTERS]
    return {"name": part.name, "title": part.title, "size_bytes": len(part.content), "text": words}
