"""What the benches are judged by: floors that must hold, goals to reach, and how a figure is printed."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that is judged: a floor that must hold, a goal to reach, and whether more is better."""

    name: str
    floor: float
    goal: float
    more_is_better: bool = False

    def judge(self, value: float) -> str:
        """Say whether a value meets the goal, the floor, or neither."""
        sign = -1 if self.more_is_better else 1
        if sign * value <= sign * self.goal:
            return "goal"
        return "floor" if sign * value <= sign * self.floor else "MISSED"

    def tell(self, value: float, *, about: str = "", note: str = "") -> list[str]:
        """Print a single figure and what has to be known of it; returns its name when the floor was missed."""
        name = f"{self.name} ({about})" if about else self.name
        verdict = self.judge(value)
        shown = f"{value:.0f} {note}".rstrip()
        print(f"  {name}: {shown}   goal {self.goal:g}   floor {self.floor:g}   {verdict}", flush=True)
        return [name] if verdict == "MISSED" else []

    def missed(self, spread: Sequence[float]) -> bool:
        """Tell whether the median of the measured values misses the floor."""
        return self.judge(statistics.median(spread)) == "MISSED"

    def print_out(self, spread: Sequence[float]) -> None:
        """Print the median, the smallest and the largest value beside goal and floor."""
        value = statistics.median(spread)
        print(
            f"  {self.name:<44} {value:8.2f} ({min(spread):.2f} - {max(spread):.2f})"
            f"   goal {self.goal:g}   floor {self.floor:g}   {self.judge(value)}"
        )
