"""Checks that an organisation's session service says that it is well, and takes the token of the connection."""

from __future__ import annotations

from app.diagnostics.findings import CheckContext, Finding
from app.diagnostics.online.access import OnlineAccess
from app.diagnostics.online.examining import examine
from app.diagnostics.wording import passed, say


def probe(asked: OnlineAccess, _context: CheckContext) -> Finding:
    """Ask it how it is."""
    return examine(lambda: _ask(asked))


def _ask(asked: OnlineAccess) -> Finding:
    from app.services.session_service import check_service

    check_service(asked.connection.url, asked.read_key())
    return passed(say("doctor.service.pass"))
