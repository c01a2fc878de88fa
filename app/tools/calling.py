"""Owns one run of one tool: its parameters checked, its time measured, and its result made plain data or an error."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Mapping
from concurrent.futures import Future
from typing import Any

from pydantic import BaseModel, ValidationError

from app.errors import AppError, DeadlineExceeded, InternalError, InvalidArguments, TooLong
from app.resources import text
from app.tools.tool import Tool, ToolContext

# What the bridge and the chat document carry in one piece.
MOST_RESULT_CHARACTERS = 50_000
# A tool that keeps its own deadline says more than that it was too slow.
SPARE_SECONDS = 1.0

logger = logging.getLogger(__name__)


def run(tool: Tool[Any], parameters: BaseModel, context: ToolContext) -> dict[str, object]:
    """Run a tool on a thread of its own; whatever goes wrong with it is an AppError that names it.

    One that hangs past its deadline is left alone: its thread ends when it returns, and nobody hears of what it says.
    """
    answer: Future[object] = Future()

    def work() -> None:
        try:
            answer.set_result(tool.run(parameters, context))
        except BaseException as error:  # noqa: BLE001 - a tool is foreign code, which may even want to exit
            answer.set_exception(error if isinstance(error, Exception) else RuntimeError(type(error).__name__))

    threading.Thread(target=work, name=f"tool-{tool.name}", daemon=True).start()
    try:
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
        written = json.dumps(dict(result), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise InternalError(text("tool.bad_result", tool=tool.name), hint=text("tool.failed.hint")) from error
    if len(written) > MOST_RESULT_CHARACTERS:
        raise TooLong(text("tool.long_result", tool=tool.name), hint=text("tool.failed.hint"))
    plain: dict[str, object] = json.loads(written)
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
