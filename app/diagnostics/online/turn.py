"""Says why no message is sent by the test: to be answered costs tokens, or leaves a conversation behind."""

from __future__ import annotations

from app.diagnostics.findings import CheckContext, Finding
from app.diagnostics.online.access import OnlineAccess
from app.diagnostics.wording import say, skipped


def probe(asked: OnlineAccess, _context: CheckContext) -> Finding:
    """Leave it out; no kind of connection has an endpoint of a model, where it would be cheap."""
    return skipped(say(f"doctor.turn.{asked.connection.kind}"))
