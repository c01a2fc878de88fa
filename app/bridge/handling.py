"""Owns what the handler of a command is: arguments in, an answer out, both of declared shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Arguments = Mapping[str, Any]
Answer = Mapping[str, Any]
Handler = Callable[[Arguments], Answer]


def doing(act: Callable[[Arguments], None]) -> Handler:
    """Make a handler of something that only acts."""

    def handle(args: Arguments) -> Answer:
        act(args)
        return {}

    return handle
