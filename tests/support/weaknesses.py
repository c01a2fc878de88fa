"""The defences that a test can take away from a running program, one at a time, to see its attack succeed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Weaken = Callable[[], None]


def _believe_every_token() -> None:
    from app.bridge.gate import Gate

    Gate._is_token = lambda *_anything: True  # type: ignore[method-assign]


TABLE: Mapping[str, Weaken] = {
    "token check": _believe_every_token,
}


def fail_with_canary(canary: str) -> None:
    """Make the reading of the settings `error_0`, `error_1` and so on raise one kind of error each."""
    from app.bridge import handlers
    from tests.support.attacks import errors_with_canary

    make, errors = handlers.make_handlers, errors_with_canary(canary)

    def raising(args: Mapping[str, Any]) -> Mapping[str, Any]:
        raise errors[int(args["key"].removeprefix("error_"))]

    def make_failing(services: Any) -> dict[str, Any]:
        return {**make(services), "settings.read": raising}

    handlers.make_handlers = make_failing
