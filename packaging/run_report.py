"""Owns what is known about a run that reports itself: its steps, their pictures, what was said, and what is wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from screenshots import Look, look_at


@dataclass(frozen=True)
class Picture:
    """The window as it was at one moment."""

    path: Path
    caption: str
    look: Look


@dataclass
class Step:
    """One thing a person does: what was to come of it, what did, when and how long, and what the window looked like."""

    title: str
    expected: str = ""
    began_after: float = 0.0
    seconds: float = 0.0
    seen: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    problem: str = ""

    def see(self, *sentences: str) -> None:
        """Note what was seen."""
        self.seen.extend(sentences)

    def examine(self, path: Path, caption: str) -> Look:
        """Attach a picture, and tell what is on it."""
        picture = Picture(path, caption, look_at(path))
        self.pictures.append(picture)
        return picture.look

    def faults(self) -> list[str]:
        """Return what is wrong with it."""
        blank = [f"The picture “{picture.caption}” is blank." for picture in self.pictures if picture.look.is_blank]
        return [self.problem, *blank] if self.problem else blank

    @property
    def went_well(self) -> bool:
        """Tell whether nothing is wrong with it."""
        return not self.faults()


@dataclass
class Report:
    """The steps so far of a run with a name; `expected` names all that there are, `notes` stand at the page's head."""

    name: str
    expected: Sequence[str]
    notes: Mapping[str, str] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    transcript: list[tuple[str, str]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    began_at: float = field(default_factory=time.monotonic)

    @contextmanager
    def step(self, title: str, expected: str = "") -> Iterator[Step]:
        """Time a step; what goes wrong in it is noted and goes on upwards."""
        began_at = time.monotonic()
        step = Step(title, expected, began_after=began_at - self.began_at)
        self.steps.append(step)
        try:
            yield step
        except BaseException as error:
            step.problem = str(error).split("\n")[0] or type(error).__name__
            raise
        finally:
            step.seconds = time.monotonic() - began_at

    @property
    def seconds(self) -> float:
        """Return how long the steps took."""
        return sum(step.seconds for step in self.steps)

    def find(self, title: str) -> Step | None:
        """Return what became of an expected step, or None when it was never reached."""
        return next((step for step in reversed(self.steps) if step.title == title), None)

    def problems(self) -> list[str]:
        """Return what is wrong with the run, in the words for its last line."""
        faults = [f"“{step.title}” failed: {fault}" for step in self.steps for fault in step.faults()]
        missing = [f"“{title}” was never reached" for title in self.expected if not self.find(title)]
        return faults or missing
