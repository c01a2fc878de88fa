"""Native dialogs as tools see them: answered, cancelled or out of time, and closed in each case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.errors import Busy, Cancelled
from app.tools.cancellation import Cancellation
from app.window.dialogs import AgentDialogs, EngineDialogs


class DialogEngine:
    """An engine whose dialogs answer what they are told to, or nothing at all."""

    def __init__(self, answer: list[str] | None = None, *, answers: bool = True) -> None:
        self.answer, self.answers = answer, answers
        self.shown: list[Any] = []
        self.cancelled = 0

    def show_file_dialog(self, asked: Any, answered: Callable[[list[str] | None], None]) -> Callable[[], None]:
        self.shown.append(asked)
        if self.answers:
            answered(self.answer)
        return self._cancel

    def _cancel(self) -> None:
        self.cancelled += 1


def pick(engine: DialogEngine, cancelled: Cancellation, deadline_seconds: float = 5.0) -> list[str] | None:
    dialogs = EngineDialogs(engine)  # type: ignore[arg-type]
    return dialogs.pick_files(
        title="Pick", multiple=True, patterns=("*.md",), cancelled=cancelled, deadline_seconds=deadline_seconds
    )


def test_a_dialog_that_nobody_answers_is_closed_at_its_deadline() -> None:
    engine = DialogEngine(answers=False)
    with pytest.raises(Cancelled):
        pick(engine, Cancellation(), deadline_seconds=0.01)
    assert engine.cancelled == 1


def test_a_dialog_is_closed_when_its_call_is_cancelled() -> None:
    cancelled = Cancellation()
    engine = DialogEngine()
    engine.answers = False
    engine._cancel = lambda: answered[0](None)  # type: ignore[method-assign]
    answered: list[Callable[[list[str] | None], None]] = []
    show = engine.show_file_dialog

    def show_and_cancel(asked: Any, tell: Callable[[list[str] | None], None]) -> Callable[[], None]:
        answered.append(tell)
        cancelled.set()
        return show(asked, tell)

    engine.show_file_dialog = show_and_cancel  # type: ignore[method-assign, assignment]
    with pytest.raises(Cancelled):
        pick(engine, cancelled)
    assert len(answered) == 1


def test_no_dialog_is_opened_for_a_call_that_is_cancelled_already() -> None:
    cancelled, engine = Cancellation(), DialogEngine(["a.md"])
    cancelled.set()
    with pytest.raises(Cancelled):
        pick(engine, cancelled)
    assert engine.shown == []


@pytest.mark.parametrize("picked", [None, ["a.md", "b.md"]])
def test_what_the_person_picked_is_returned(picked: list[str] | None) -> None:
    engine = DialogEngine(picked)
    assert pick(engine, Cancellation()) == picked
    assert (engine.shown[0].title, engine.cancelled) == ("Pick", 0)


def test_one_dialog_of_agents_stands_open_at_a_time() -> None:
    inner: list[object] = []
    waiting: dict[str, Any] = {"cancelled": Cancellation(), "deadline_seconds": 1.0}

    class Nested(DialogEngine):
        def show_file_dialog(self, asked: Any, answered: Callable[[list[str] | None], None]) -> Callable[[], None]:
            if asked.kind == "open":
                with pytest.raises(Busy) as refused:
                    dialogs.save_file(title="x", file_name="a", **waiting)
                inner.append(refused.value.code)
            return super().show_file_dialog(asked, answered)

    dialogs = AgentDialogs(Nested(["b"]))  # type: ignore[arg-type]
    assert dialogs.pick_files(title="x", multiple=False, patterns=(), **waiting) == ["b"]
    assert inner == ["busy"]
    assert dialogs.save_file(title="x", file_name="a", **waiting) == "b"
    assert dialogs.pick_folder(title="x", **waiting) == "b"
