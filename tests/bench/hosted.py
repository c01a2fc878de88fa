"""Measures secrets for hosted agents: how soon the component has one, with stand-ins for what is OpenAI's."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Error

from tests.bench.targets import Target
from tests.support.official_app import OfficialApp
from tests.support.stand_in_api import StandInApi, stand_in
from tests.support.stand_in_component import StandInComponent, stand_in_component
from tests.support.waiting import wait_until

ROUNDS = 5
# How long OpenAI's interface takes to create a session: sooner than the window boots, about as long, and longer.
LAGS_SECONDS = (0.1, 1.0, 3.0)
GIVEN = {"OPENAI_API_KEY": "sk-of-the-bench-0123456789", "CHATKIT_WORKFLOW_ID": "wf_68a1b2c3"}
PREFETCHED = Target("getClientSecret(null), prefetched, ms", 20, 20)
DELIVERED = Target("start to secret / slower of boot and API", 1.2, 1.1)


@dataclass(frozen=True, slots=True)
class Start:
    """A start, in seconds since its process was asked for: when the component asked, and when it had its secret.

    `prefetched` is how long a second component waits, for which there is a secret already.
    """

    asked: float
    delivered: float
    prefetched: float


def measure() -> list[str]:
    """Print both figures; returns the floors that were missed."""
    missed: list[str] = []
    with stand_in_component() as component, stand_in() as api:
        for lag in LAGS_SECONDS:
            api.lag_seconds = lag
            starts = [start(component, api) for _ in range(ROUNDS + 1)][1:]  # the first only warms the file cache
            if lag == LAGS_SECONDS[0]:
                missed += judge(PREFETCHED, [each.prefetched * 1000 for each in starts])
            ratios = [each.delivered / max(each.asked, lag) for each in starts]
            missed += judge(replace(DELIVERED, name=f"{DELIVERED.name}, {lag:g} s"), ratios)
    return missed


def judge(target: Target, spread: Sequence[float]) -> list[str]:
    """Print a figure; returns its name when the floor was missed."""
    target.print_out(spread)
    return [target.name] if target.missed(spread) else []


def start(component: StandInComponent, api: StandInApi) -> Start:
    """Start the program once, with key and workflow in its environment."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.time()
        script = component.script("good")
        with OfficialApp(Path(folder) / "run", script, api=api.url, given=GIVEN) as app:
            app.attach()
            asked, delivered = wait_until(lambda: moments(app), deadline_seconds=60, what="the secret")
            app.shell.reload()
            again = wait_until(
                lambda: moments(app, asked), deadline_seconds=60, what="the secret of the next component"
            )
            return Start(asked - begin, delivered - begin, again[1] - again[0])


def moments(app: OfficialApp, after: float = 0.0) -> tuple[float, float] | None:
    """Return when a component asked for its first secret and when it had it, in seconds since 1970."""
    with suppress(Error):  # its document comes while it is looked for
        told = app.chat.evaluate("() => ({ ...document.querySelector('openai-chatkit')?.dataset })")
        if "secretDelivered" in told and float(told["secretAsked"]) > after:
            return float(told["secretAsked"]), float(told["secretDelivered"])
    return None
