"""Owns what the commands of a developer's log do; without `--development` there are none."""

from __future__ import annotations

from app.bridge.handling import Answer, Arguments, Handler
from app.observability.recent_lines import RecentLines


def make_log_handlers(recent: RecentLines) -> dict[str, Handler]:
    """Return the handlers of the commands that only a developer has, by name."""

    def read(args: Arguments) -> Answer:
        return {"lines": [line._asdict() for line in recent.after(args["after"])]}

    return {"log.read": read}
