"""Checks the proxy that the system names for a host: that it is one, is there, and lets this program through."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from app.diagnostics.findings import CheckContext, Finding, Remedy
from app.diagnostics.online.examining import examine_place, where
from app.diagnostics.reach import Place
from app.diagnostics.wording import failed, passed, say

# The address of a script that would tell the proxy: nothing here runs one.
SCRIPT = re.compile(r"\.(pac|dat|js)$", re.IGNORECASE)


def probe(place: Place, _context: CheckContext) -> Finding:
    """Ask the proxy for a way to the host; nothing is sent on it."""
    return examine_place(place, lambda: _ask(place))


def _ask(place: Place) -> Finding:
    from app.diagnostics.online.way import address_of, is_opaque, open_tunnel
    from app.network import system_proxy, usable_proxy

    named = system_proxy(place.url)
    if named is None:
        return passed(say("doctor.reach.proxy.none"), evidence=where(place))
    if named.startswith("pac+") or SCRIPT.search(urlsplit(named).path):
        return failed(say("doctor.reach.proxy.script"), Remedy(say("doctor.reach.proxy.script.remedy")))
    proxy = usable_proxy(place.url) or ""
    # A name and a password may stand in it; only host and port are told.
    host, port = address_of(proxy)
    evidence = {**where(place), "proxy": f"{host}:{port}"}
    if is_opaque(proxy):
        return passed(say("doctor.reach.proxy.opaque", proxy=evidence["proxy"]), evidence=evidence)
    open_tunnel(proxy, place).close()
    return passed(say("doctor.reach.proxy.pass", proxy=evidence["proxy"]), evidence=evidence)
