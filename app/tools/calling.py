"""Owns one run of one tool: its parameters checked, its time measured, and its result made plain data or an error."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Mapping
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from typing import Any

from pydantic import BaseModel, ValidationError

from app.errors import AppError, Cancelled, DeadlineExceeded, InternalError, InvalidArguments, TooLong
from app.resources import text
from app.tools.fitting import MOST_RESULT_CHARACTERS, told
from app.tools.tool import Tool, ToolContext

# A tool that keeps its own deadline says more than that it was too slow.
SPARE_SECONDS = 1.0

logger = logging.getLogger(__name__)


def run(tool: Tool[Any], parameters: BaseModel, context: ToolContext) -> dict[str, object]:
    """Run a tool on a thread of its own; whatever goes wrong with it is an AppError that names it.

    One that hangs past its deadline, or that is cancelled, is left alone: its thread ends when it returns, and nobody
    hears of what it says.
    """
    answer: Future[object] = Future()

    def work() -> None:
        try:
            result = tool.run(parameters, context)
        except BaseException as error:  # noqa: BLE001 - a tool is foreign code, which may even want to exit
            fail(error if isinstance(error, Exception) else RuntimeError(type(error).__name__))
        else:
            with suppress(InvalidStateError):
                answer.set_result(result)

    def fail(error: Exception) -> None:
        with suppress(InvalidStateError):  # whichever comes first
            answer.set_exception(error)

    threading.Thread(target=work, name=f"tool-{tool.name}", daemon=True).start()
    try:
        with context.cancelled.telling(lambda: fail(Cancelled())):
            return _checked(tool, answer.result(context.deadline_seconds + SPARE_SECONDS))
    except AppError:
        raise
    except TimeoutError as error:
        raise DeadlineExceeded(text("tool.too_slow", tool=tool.name)) from error
    except Exception as error:
        logger.exception("the tool %s failed", tool.name)
        raise InternalError(text("tool.failed", tool=tool.name), hint=text("tool.failed.hint")) from error


def _checked(tool: Tool[Any], result: object) -> dict[str, object]:
    """Return a result as plain data; raises InternalError for what JSON cannot hold, TooLong for too much of it."""
    try:
        if not isinstance(result, Mapping):
            raise TypeError("not a mapping")
        words = told(dict(result))
    except (TypeError, ValueError, RecursionError) as error:
        raise InternalError(text("tool.bad_result", tool=tool.name), hint=text("tool.failed.hint")) from error
    if len(words) > MOST_RESULT_CHARACTERS:
        raise TooLong(text("tool.long_result", tool=tool.name), hint=text("tool.failed.hint"))
    plain: dict[str, object] = json.loads(words)
    return plain


def check_parameters(tool: Tool[Any], parameters: Mapping[str, object]) -> BaseModel:
    """Return the tool's parameters; raises InvalidArguments with a sentence that names each field at fault."""
    try:
        model: BaseModel = tool.parameters.model_validate(dict(parameters))
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc']) or tool.name}: {fault['msg']}" for fault in error.errors()
        )
        raise InvalidArguments(text("tool.invalid_arguments", tool=tool.name, faults=faults)) from error
    return model
