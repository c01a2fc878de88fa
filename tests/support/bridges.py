"""A whole bridge without a window: the real gate, dispatcher and channel around a fake page, and envelopes for it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from app.bridge.channel import Channel
from app.bridge.contract import COMMANDS
from app.bridge.declarations import Command
from app.bridge.dispatcher import Dispatcher, Handler
from app.bridge.gate import Gate
from app.errors import AppError
from tests.support.fake_page import FakePage


def envelope(token: str, call_id: object = "1", name: object = "app.ping", args: object = None, **more: object) -> str:
    """Return the text of one call; every part may be wrong on purpose."""
    args = {"n": 1} if args is None else args
    return json.dumps({"v": 1, "id": call_id, "token": token, "name": name, "args": args} | more)


@dataclass
class Calls:
    """What reached the services."""

    names: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def handler(self, name: str, value: Mapping[str, Any]) -> Handler:
        """Return a handler that notes the call and answers with `value`."""

        def handle(_args: Mapping[str, Any]) -> Mapping[str, Any]:
            with self._lock:
                self.names.append(name)
            return value

        return handle


@dataclass
class Failures:
    """What was recorded for diagnostics."""

    records: list[tuple[AppError, str]] = field(default_factory=list)

    def record(self, error: AppError, *, where: str) -> None:
        """Keep one failure."""
        self.records.append((error, where))


class Bridge:
    """A bridge that is open, as after the page's first knock."""

    def __init__(
        self,
        handlers: Mapping[str, Handler] | None = None,
        *,
        page: FakePage | None = None,
        commands: Sequence[Command] = COMMANDS,
    ) -> None:
        self.page = page or FakePage()
        self.calls = Calls()
        self.failures = Failures()
        self.unresponsive = 0
        self.knocks = 0
        noting = {command.name: self.calls.handler(command.name, {}) for command in commands}
        ping: dict[str, Handler] = {"app.ping": self._ping}
        self.channel = Channel(self.page.run_script, self.page.run_later, on_unresponsive=self._on_unresponsive)
        self.dispatcher = Dispatcher({**noting, **ping, **(handlers or {})}, self.failures.record, commands=commands)
        line = self.channel.reply_line
        self.gate = Gate(self.dispatcher.dispatch, self._on_knock, reply_line=line, commands=commands)
        self.load_page()

    def load_page(self) -> str:
        """Load the page anew and open it; returns its token."""
        token = self.gate.page_loading()
        self.channel.page_loading()
        self.channel.page_open()
        return token

    def call(self, name: str, args: Mapping[str, Any], call_id: str = "1") -> Mapping[str, Any]:
        """Call as the shell does and return the reply."""
        self.gate.receive(envelope(self.gate.token, call_id, name, args))
        return self.page.reply_to(call_id)

    def close(self) -> None:
        """End its threads."""
        self.dispatcher.close(timeout_seconds=1.0)
        self.channel.close()

    def __enter__(self) -> Bridge:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _ping(self, args: Mapping[str, Any]) -> Mapping[str, Any]:
        self.calls.names.append("app.ping")
        return {"n": args["n"]}

    def _on_knock(self) -> None:
        self.knocks += 1

    def _on_unresponsive(self) -> None:
        self.unresponsive += 1
