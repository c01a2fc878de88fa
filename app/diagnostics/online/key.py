"""Checks that OpenAI takes the key of a connection: it asks for the list of models, which costs nothing."""

from __future__ import annotations

from app.diagnostics.findings import CheckContext, Finding, Remedy
from app.diagnostics.online.access import OnlineAccess
from app.diagnostics.online.examining import examine
from app.diagnostics.wording import passed, say, warned
from app.errors import KeyMissing, ProjectRefused

# Far more than the models of an account take.
MOST_BYTES = 4 * 1024 * 1024


def probe(asked: OnlineAccess, _context: CheckContext) -> Finding:
    """List the models with the key."""
    return examine(lambda: _list_models(asked))


def _list_models(asked: OnlineAccess) -> Finding:
    import httpx2

    from app.services.openai_client import open_openai

    key = asked.read_key()
    if key == "":
        raise KeyMissing
    try:
        with open_openai(key, most_bytes=MOST_BYTES) as client:
            client.get("/models", cast_to=httpx2.Response)
    except ProjectRefused as error:
        # A key may be good for sessions and yet not for this list; the next check tells.
        return warned(say("doctor.key.restricted"), Remedy(error.hint), evidence={"code": error.code})
    return passed(say("doctor.key.pass"))
