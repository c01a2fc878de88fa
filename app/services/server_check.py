"""Owns the question whether a self-hosted ChatKit server is there and takes the header it is sent."""

from __future__ import annotations

import json

from app.chat_host.launch import Relay
from app.errors import AnswerUnusable
from app.network import check_chatkit_status, check_is_json, header_refused, open_client, transport_failure
from app.resources import text

# The smallest request of ChatKit's protocol: it reads, and it changes nothing.
LIST_THREADS = {"type": "threads.list", "params": {"limit": 1, "order": "desc", "after": None}}


def check_server(relay: Relay) -> None:
    """Raise an AppError unless a ChatKit server answers at this address."""
    import httpx2

    # A header cannot carry more than this.
    if not "".join(relay.headers.values()).isascii():
        raise header_refused()
    with open_client(relay.url) as client:
        try:
            answer = client.post(relay.url, json=LIST_THREADS, headers=relay.headers)
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, AnswerUnusable) as error:
            raise transport_failure(error, relay.url) from None
    check_chatkit_status(answer.status_code)
    check_is_json(answer.headers.get("content-type", ""))
    if not _is_list(answer.content):
        raise AnswerUnusable(text("relay.foreign.sentence"), hint=text("relay.elsewhere.hint"))


def _is_list(content: bytes) -> bool:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "data" in found
