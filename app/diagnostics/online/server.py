"""Checks that a ChatKit server of one's own answers, and takes the header of the connection."""

from __future__ import annotations

from app.diagnostics.findings import CheckContext, Finding
from app.diagnostics.online.access import OnlineAccess
from app.diagnostics.online.examining import examine
from app.diagnostics.wording import passed, say
from app.services.agent_access import relay_of


def probe(asked: OnlineAccess, _context: CheckContext) -> Finding:
    """Ask it for one conversation; that reads, and changes nothing."""
    return examine(lambda: _ask(asked))


def _ask(asked: OnlineAccess) -> Finding:
    from app.services.server_check import check_server

    check_server(relay_of(asked.connection, asked.read_key()))
    return passed(say("doctor.server.pass"))
