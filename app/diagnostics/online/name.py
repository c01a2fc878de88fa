"""Checks that the name of a host has an address, within the time that a connection has for it."""

from __future__ import annotations

import socket
import threading
import time

from app.diagnostics.findings import CheckContext, Finding, Plain, Remedy
from app.diagnostics.online.examining import examine_place, where
from app.diagnostics.reach import Place
from app.diagnostics.wording import failed, passed, say
from app.errors import NameNotResolved


def probe(place: Place, _context: CheckContext) -> Finding:
    """Look the name up, unless that is the proxy's part."""
    return examine_place(place, lambda: _look_up(place))


def _look_up(place: Place) -> Finding:
    from app.network import CONNECT_SECONDS, system_proxy

    if system_proxy(place.url) is not None:
        return passed(say("doctor.reach.name.proxy"), evidence=where(place))
    looking = _Looking(place)
    began = time.monotonic()
    looking.start()
    looking.join(CONNECT_SECONDS)
    if looking.is_alive():
        summary = say("doctor.reach.name.late", seconds=round(CONNECT_SECONDS))
        return failed(summary, Remedy(say("doctor.reach.name.late.remedy")), place.host, evidence=where(place))
    if looking.failure is not None:
        raise looking.failure
    taken = round((time.monotonic() - began) * 1000)
    measured: dict[str, Plain] = {"addresses": looking.found, "milliseconds": taken}
    return passed(say("doctor.reach.name.pass", host=place.host), evidence=where(place), measured=measured)


class _Looking(threading.Thread):
    """One look-up: the system's own has no deadline, so who waits for it has one."""

    def __init__(self, place: Place) -> None:
        super().__init__(name="look-up", daemon=True)
        self._place = place
        self.found: list[str] = []
        self.failure: Exception | None = None

    def run(self) -> None:
        """Ask the system."""
        try:
            entries = socket.getaddrinfo(self._place.host, self._place.port, type=socket.SOCK_STREAM)
            self.found = sorted({str(entry[4][0]) for entry in entries})
        except OSError as error:
            self.failure = error
        except UnicodeError:  # no name that could be asked for
            self.failure = NameNotResolved()
