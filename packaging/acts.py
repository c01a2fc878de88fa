"""Plays acts one after the other, each a step of a report with a picture; one that fails stops only what needs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.errors import InternalError
from programs import say
from run_report import Report, Step
from run_window import ProgramEnded


@dataclass(frozen=True)
class Act:
    """What is done, what is expected of it, what is on its picture, and the act it cannot do without."""

    title: str
    expected: str
    caption: str
    play: Callable[[Step], None]
    needs: str = ""
    is_dark: bool = False


def play_all(report: Report, acts: Sequence[Act], take: Callable[[Path], Path], folder: Path) -> None:
    """Play every act that can be played; only the end of the program ends all of it."""
    for number, act in enumerate(acts, 1):
        if act.needs and not _went_well(report, act.needs):
            continue
        try:
            with report.step(act.title, act.expected) as step:
                _play(act, step, partial(take, folder / f"{number:02}.png"))
        except ProgramEnded:
            raise
        except Exception:  # noqa: BLE001, S112 - the step has noted why, and others may still go well
            continue
        finally:
            _tell(report.steps[-1], number, len(acts))


def _play(act: Act, step: Step, take: Callable[[], Path]) -> None:
    try:
        act.play(step)
    except Exception:
        # What the window showed helps to understand it, where there still is one.
        with suppress(Exception):
            step.examine(take(), act.caption)
        raise
    look = step.examine(take(), act.caption)
    if act.is_dark and not look.is_dark:
        raise InternalError("The pages say that they are dark, but they are drawn light.")


def _went_well(report: Report, title: str) -> bool:
    step = report.find(title)
    return step is not None and step.went_well


def _tell(step: Step, number: int, count: int) -> None:
    say(f"{number} of {count}: {step.title}{'' if step.went_well else ' (failed)'}")
