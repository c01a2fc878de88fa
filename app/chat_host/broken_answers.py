"""Owns what is told, and what is noted, when an answer breaks off."""

from __future__ import annotations

import logging

from chatkit.errors import BaseStreamError, CustomStreamError
from chatkit.store import NotFoundError
from chatkit.types import ErrorEvent

from app.errors import AppError, InternalError, Invalid, NotFound
from app.observability.error_traces import kind_of, place_of
from app.resources import text

logger = logging.getLogger(__name__)


def error_event(error: AppError) -> ErrorEvent:
    """Return how a stream tells an error."""
    return ErrorEvent(code="custom", message=error.sentence, allow_retry=error.retryable)


def last_event(error: Exception) -> ErrorEvent:
    """Return the last event of an answer that something broke."""
    match error:
        case AppError():
            return error_event(error)
        case NotFoundError():
            return error_event(NotFound())
        case CustomStreamError():
            return ErrorEvent(code="custom", message=error.message, allow_retry=error.allow_retry)
    note(error)
    # A ValueError is how the SDK says that a request does not fit: no tool waits for this result, no form for this
    # answer.
    return error_event(Invalid(text("chat_host.does_not_fit")) if isinstance(error, ValueError) else InternalError())


def as_stream_error(error: Exception) -> BaseStreamError:
    """Return how the SDK is told that an agent failed; of anything else it would log every word."""
    if isinstance(error, BaseStreamError):
        return error
    if isinstance(error, AppError):
        return CustomStreamError(error.sentence, allow_retry=error.retryable)
    note(error)
    return CustomStreamError(InternalError().sentence, allow_retry=True)


def note(error: Exception) -> None:
    """Log what broke an answer and where, but not in its own words: they may quote what a person wrote."""
    logger.error("an answer broke off: %s at %s", kind_of(error), place_of(error))
