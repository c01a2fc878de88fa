"""Owns the question whether a self-hosted ChatKit server is there and takes the header it is sent."""

from __future__ import annotations

from app.chat_host.launch import Relay
from app.errors import AnswerUnusable
from app.network import check_chatkit_status, check_is_json, open_client, transport_failure

# The smallest request of ChatKit's protocol: it reads, and it changes nothing.
LIST_THREADS = {"type": "threads.list", "params": {"limit": 1, "order": "desc", "after": None}}


def check_server(relay: Relay) -> None:
    """Raise an AppError unless a ChatKit server answers at this address."""
    import httpx2

    with open_client(relay.url) as client:
        try:
            answer = client.post(relay.url, json=LIST_THREADS, headers=relay.headers)
        except (httpx2.HTTPError, OSError, AnswerUnusable) as error:
            raise transport_failure(error, relay.url) from None
    check_chatkit_status(answer.status_code)
    check_is_json(answer.headers.get("content-type", ""))
    if "data" not in answer.json():
        raise AnswerUnusable(detail="no list")
