"""Owns what an answer of HTTP that is no session is called, for OpenAI's own servers and an organisation's alike."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime

from app.errors import (
    AnswerUnusable,
    AppError,
    BillingProblem,
    KeyRefused,
    NotTheServer,
    ProjectRefused,
    ProxyFailed,
    RateLimited,
    ServerTrouble,
    SessionNotCreated,
    WorkflowUnknown,
)
from app.network import server_time
from app.resources import text

WORKFLOWS_END = date(2026, 11, 30)
DEFAULT_WAIT_SECONDS = 10.0
LONGEST_WAIT_SECONDS = 60.0
KINDS: dict[int, type[AppError]] = {
    401: KeyRefused,
    402: BillingProblem,
    403: ProjectRefused,
    404: WorkflowUnknown,
    407: ProxyFailed,
    410: WorkflowUnknown,
    511: NotTheServer,
}
WORKFLOW_STATUSES = frozenset({403, 404, 410})


def status_failure(status: int, code: str = "", retry_after: str = "", today: date | None = None) -> AppError:
    """Return the error of an HTTP status, the code in its body and its Retry-After header."""
    if status == 429:
        if code == "insufficient_quota":
            return BillingProblem()
        return rate_limited(wait_seconds(retry_after, datetime.now(UTC)))
    kind = KINDS.get(status)
    if kind is None:
        # A redirect is followed nowhere, so that a key stays where it belongs.
        kind = ServerTrouble if status >= 500 else AnswerUnusable if status < 400 else SessionNotCreated
    return kind(hint=_hint(kind, status, today or datetime.now(UTC).date()), detail=f"status {status}")


def _hint(kind: type[AppError], status: int, today: date) -> str:
    """Return the hint; once hosted workflows were to end, that is a possible cause after the real one."""
    if status not in WORKFLOW_STATUSES or today < WORKFLOWS_END:
        return ""
    return text("hosted.workflow_ended", hint=kind().hint)


def rate_limited(seconds: float) -> RateLimited:
    """Return the error that says for how long there is nothing to be had."""
    hint = text("hosted.rate_limited_seconds", seconds=math.ceil(seconds))
    return RateLimited(hint=hint, retry_after_seconds=seconds)


def wait_seconds(retry_after: str, now: datetime) -> float:
    """Return how long a Retry-After header wants us to wait: seconds or a date, at most a minute."""
    try:
        seconds = float(retry_after)
    except ValueError:
        until = server_time(retry_after)
        if until is None:
            return DEFAULT_WAIT_SECONDS
        seconds = until - now.timestamp()
    return max(0.0, min(seconds, LONGEST_WAIT_SECONDS)) if math.isfinite(seconds) else DEFAULT_WAIT_SECONDS
