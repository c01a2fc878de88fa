"""Checks that a host takes a connection (TCP)."""

from __future__ import annotations

import time

from app.diagnostics.findings import CheckContext, Finding
from app.diagnostics.online.examining import examine_place, where
from app.diagnostics.reach import Place
from app.diagnostics.wording import passed, say


def probe(place: Place, _context: CheckContext) -> Finding:
    """Connect and hang up; a proxy has done so already."""
    return examine_place(place, lambda: _connect(place))


def _connect(place: Place) -> Finding:
    from app.diagnostics.online.way import open_way
    from app.network import system_proxy

    if system_proxy(place.url) is not None:
        return passed(say("doctor.reach.line.proxy"), evidence=where(place))
    began = time.monotonic()
    open_way(place).close()
    taken = round((time.monotonic() - began) * 1000)
    return passed(say("doctor.reach.line.pass"), evidence=where(place), measured={"milliseconds": taken})
