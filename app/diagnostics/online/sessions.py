"""Checks that a session is made for a connection, and a second one after it, as the chat needs them."""

from __future__ import annotations

from app.diagnostics.findings import CheckContext, Finding, Remedy
from app.diagnostics.online.access import OnlineAccess
from app.diagnostics.online.examining import examine
from app.diagnostics.wording import passed, say, warned
from app.errors import AnswerUnusable


class Sessions:
    """The sessions of one run of the test; their secrets are in memory only, and gone with the run."""

    def __init__(self, asked: OnlineAccess) -> None:
        self._asked = asked
        self._first: str | None = None

    def make(self, _context: CheckContext) -> Finding:
        """Make the first one."""
        return examine(self._make)

    def renew(self, _context: CheckContext) -> Finding:
        """Make the one after it, which has to have another secret."""
        return examine(self._renew)

    def _make(self) -> Finding:
        from app.services.client_secrets import SHORT_LIFE_SECONDS

        secret = self._asked.make_secret(None)
        self._first = secret.value
        measured = {"lives_for_seconds": round(secret.lives_for_seconds)}
        if secret.lives_for_seconds <= SHORT_LIFE_SECONDS:
            summary = say("doctor.session.short", seconds=round(secret.lives_for_seconds))
            return warned(summary, Remedy(say("doctor.session.short.remedy")), measured=measured)
        return passed(say("doctor.session.pass"), measured=measured)

    def _renew(self) -> Finding:
        if self._asked.make_secret(self._first).value == self._first:
            raise AnswerUnusable(say("doctor.renewal.same"), hint=say("doctor.renewal.same.remedy"))
        return passed(say("doctor.renewal.pass"))
