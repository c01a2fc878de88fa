"""Owns the talk with an organisation's own session service: it keeps the key, and gives out client secrets."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.errors import AnswerUnusable, AppError, KeyRefused, NotTheServer, SessionNotCreated, WorkflowNotSet
from app.network import check_is_json, is_loopback, open_client, transport_failure
from app.observability.redaction import register_secret
from app.resources import text
from app.services.client_secrets import MintedSecret
from app.services.hosted_sessions import minted
from app.services.session_failures import status_failure
from app.services.session_trace import trace_answer

if TYPE_CHECKING:
    import httpx2

CREATE = "/api/chatkit/session"
REFRESH = "/api/chatkit/session/refresh"
HEALTH = "/api/chatkit/health"
SESSION_SECONDS = 600.0


def mint_from_service(
    url: str,
    token: str,
    workflow_id: str,
    *,
    current: str | None = None,
    file_upload_enabled: bool = True,
    history_enabled: bool = True,
    max_size_mb: int = 10,
    allowed_types: Sequence[str] = (),
    ca_file: Path | None = None,
) -> MintedSecret:
    """Ask a service for a session, or with `current` for the one after it; an empty token sends none."""
    if not workflow_id.strip():
        raise WorkflowNotSet
    upload = {"enabled": file_upload_enabled, "max_size_mb": max_size_mb, "allowed_types": list(allowed_types)}
    configuration: dict[str, object] = {"file_upload": upload}
    if not history_enabled:
        # Services were written before there was anything to say about it.
        configuration["history"] = {"enabled": False}
    body: dict[str, object] = {"workflow": {"id": workflow_id.strip()}, "chatkit_configuration": configuration}
    if current is not None:
        body["current_client_secret"] = current
    answer = _ask(url, "POST", CREATE if current is None else REFRESH, token, body, ca_file)
    session = _content(answer)
    return minted(
        session.get("client_secret"),
        session.get("session_id"),
        session.get("expires_at"),
        answer.headers.get("date"),
        SESSION_SECONDS,
    )


def check_service(url: str, token: str = "", ca_file: Path | None = None) -> None:
    """Raise an AppError unless the service says that it is well."""
    answer = _ask(url, "GET", HEALTH, token, None, ca_file)
    if answer.status_code in (404, 405):
        raise NotTheServer(text("service.elsewhere.sentence"), hint=text("service.elsewhere.hint"))
    _content(answer)


def _ask(
    url: str, method: str, path: str, token: str, body: dict[str, object] | None, ca_file: Path | None
) -> httpx2.Response:
    import httpx2

    # SECURITY: a token and a secret never cross a network in the clear.
    if urlsplit(url).scheme != "https" and not is_loopback(url):
        raise SessionNotCreated(text("hosted.option.url"))
    if not token.isascii() or not (token.isprintable() or not token):
        raise _token_refused()
    register_secret(token)
    headers = {"authorization": f"Bearer {token}"} if token else {}
    try:
        with open_client(url, ca_file, hear_answer=trace_answer) as client:
            return client.request(method, url.rstrip("/") + path, json=body, headers=headers)
    except AppError:
        raise
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        raise transport_failure(error, url) from None


def _token_refused() -> KeyRefused:
    return KeyRefused(text("service.refused.sentence"), hint=text("service.refused.hint"))


def _content(answer: httpx2.Response) -> dict[str, Any]:
    """Return the object of a good answer; raises what any other one means."""
    kind = answer.headers.get("content-type", "")
    if answer.is_success or (answer.is_client_error and kind.startswith("text/html")):
        check_is_json(kind)
    try:
        content = json.loads(answer.content)
    except (ValueError, RecursionError):
        content = None
    if answer.status_code == 401:
        raise _token_refused()
    if not answer.is_success:
        error = content.get("error") if isinstance(content, dict) else None
        code = error.get("code") if isinstance(error, dict) else ""
        raise status_failure(answer.status_code, str(code or ""), answer.headers.get("retry-after", ""))
    if not isinstance(content, dict):
        raise AnswerUnusable(detail="no object")
    return content
