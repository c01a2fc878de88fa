"""Owns the warnings for developers: about what works and is yet hardly meant. They are off unless somebody develops."""

from __future__ import annotations

import logging

_logger = logging.getLogger("app.developers")
_logger.disabled = True
# SECURITY: T20, it quotes what servers answer. However much the log holds, that is for developers alone.
_trace = logging.getLogger("app.services.session_trace")
_trace.setLevel(logging.INFO)


def speak_to_developers(*, wanted: bool) -> None:
    """Say such warnings from now on, or none."""
    _logger.disabled = not wanted
    _trace.setLevel(logging.NOTSET if wanted else logging.INFO)


def warn_developers(message: str, *arguments: object) -> None:
    """Say something that only a developer is to hear."""
    _logger.warning(message, *arguments)
