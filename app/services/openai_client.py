"""Owns the client of OpenAI's interface: its key goes there and nowhere else, and failures are told in our words."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import AnswerUnusable, AppError, KeyRefused, NotTheServer
from app.network import MOST_BYTES, READ_SECONDS, is_loopback, open_client, transport_failure
from app.observability.redaction import register_secret
from app.resources import is_source_run
from app.services.lean_openai import import_openai
from app.services.session_failures import status_failure

if TYPE_CHECKING:
    import httpx2
    import openai

OPENAI_URL = "https://api.openai.com/v1"
TEST_URL_VARIABLE = "AGENTNOOK_TEST_OPENAI_URL"
# SECURITY: the environment can add headers to the client of the package; only these ever leave.
HEADERS = frozenset(
    {"accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "host"}
    # The last is how the package knows, from the request itself, that the answer is wanted as it came.
    | {"openai-beta", "user-agent", "x-stainless-raw-response"}
)


def openai_url() -> str:
    """Return where OpenAI's interface is; a test may put it on loopback, in a source run only."""
    test_url = os.environ.get(TEST_URL_VARIABLE, "")
    # SECURITY: the key goes with it, so no environment moves an installed program, nor any to another computer.
    return test_url if test_url and is_source_run() and is_loopback(test_url) else OPENAI_URL


@contextmanager
def open_openai(
    key: str,
    ca_file: Path | None = None,
    *,
    most_retries: int = 0,
    read_seconds: float = READ_SECONDS,
    most_bytes: int = MOST_BYTES,
    hear_answer: Callable[[httpx2.Response], None] = lambda _response: None,
) -> Iterator[openai.OpenAI]:
    """Lend a client with this key; whatever fails inside the block is raised as the AppError that tells it."""
    # A header cannot carry more than this, and such a key would fail with words that show it.
    if not key.strip() or not key.strip().isascii() or not key.strip().isprintable():
        raise KeyRefused
    register_secret(key.strip())
    url = openai_url()
    with open_client(url, ca_file, read_seconds, most_bytes, hear_answer) as connection:
        client = _make(connection, url, key.strip(), most_retries)
        try:
            yield client
        except Exception as error:  # noqa: BLE001 - judged below
            raise openai_failure(error) from None


def _make(connection: httpx2.Client, url: str, key: str, most_retries: int) -> openai.OpenAI:
    package = import_openai()
    _silence()

    def keep_to_our_headers(request: httpx2.Request) -> None:
        for name in set(request.headers) - HEADERS:
            del request.headers[name]
        request.headers["authorization"] = f"Bearer {key}"
        request.headers["accept-encoding"] = "identity"

    connection.event_hooks = {**connection.event_hooks, "request": [keep_to_our_headers]}
    client: openai.OpenAI = package.OpenAI(
        api_key=key, base_url=url, max_retries=most_retries, http_client=connection, timeout=connection.timeout
    )
    return client


def _silence() -> None:
    # SECURITY: OPENAI_LOG=debug would have the package log what is sent and answered.
    for name in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)


def openai_failure(error: Exception) -> Exception:
    """Return what a failure of the client is called in the one error tree; one that is not its own stays as it is."""
    openai = import_openai()

    if isinstance(error, AppError):
        return error
    if isinstance(error, openai.APIStatusError):
        return _refusal(error)
    if isinstance(error, openai.APIConnectionError):
        return transport_failure(error, openai_url())
    # What an answer holds is not what the package was told it would.
    if isinstance(error, openai.OpenAIError | ValueError | TypeError | AttributeError):
        return AnswerUnusable(detail=type(error).__name__)
    return error


def _refusal(error: openai.APIStatusError) -> AppError:
    headers = error.response.headers
    if error.status_code < 500 and headers.get("content-type", "").startswith("text/html"):
        return NotTheServer()
    return status_failure(error.status_code, str(error.code or ""), headers.get("retry-after", ""))
