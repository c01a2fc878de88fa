"""What GTK's clipboard says late, when something else has been copied meanwhile, is not what a person pastes."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from app.window.engines import gtk_files
from app.window.engines.gtk_files import FILES, GtkFiles


class SlowClipboard:
    """Answers when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[..., None]]] = []
        self.changed: Callable[..., None] = lambda *_anything: None

    def connect(self, _signal: str, act: Callable[..., None]) -> None:
        self.changed = act

    def request_targets(self, done: Callable[..., None]) -> None:
        self.asked.append(("targets", done))

    def request_uris(self, done: Callable[..., None]) -> None:
        self.asked.append(("uris", done))

    def answer(self, number: int, *values: object) -> None:
        """Answer one of the questions so far."""
        self.asked[number][1](self, *values)


@pytest.fixture(autouse=True)
def paths(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take addresses for paths: to tell them apart is GTK's business."""
    monkeypatch.setattr(gtk_files, "_paths", list)


@pytest.fixture
def clipboard() -> SlowClipboard:
    return SlowClipboard()


@pytest.fixture
def given() -> list[list[str]]:
    return []


@pytest.fixture
def files(clipboard: SlowClipboard, given: list[list[str]]) -> GtkFiles:
    gtk: Any = SimpleNamespace(Clipboard=SimpleNamespace(get=lambda _selection: clipboard))
    gdk: Any = SimpleNamespace(SELECTION_CLIPBOARD="clipboard")
    view: Any = SimpleNamespace(connect=lambda *_anything: None)
    hooks: Any = SimpleNamespace(files_given=given.append)
    return GtkFiles(gtk, gdk, view, hooks)


def kinds(*names: str) -> list[Any]:
    return [SimpleNamespace(name=lambda name=name: name) for name in names]


def test_a_copied_file_is_pasted(files: GtkFiles, clipboard: SlowClipboard, given: list[list[str]]) -> None:
    clipboard.answer(0, kinds(FILES))
    clipboard.answer(1, ["/tmp/a.txt"])
    assert files.paste()
    assert given == [["/tmp/a.txt"]]


def test_kinds_that_are_told_late_count_for_nothing(files: GtkFiles, clipboard: SlowClipboard) -> None:
    clipboard.changed()
    clipboard.answer(1, kinds("UTF8_STRING"))
    clipboard.answer(0, kinds("image/png"))
    assert not files.paste()


def test_files_that_are_told_late_are_not_pasted(files: GtkFiles, clipboard: SlowClipboard) -> None:
    clipboard.answer(0, kinds(FILES))
    clipboard.changed()
    clipboard.answer(2, kinds("UTF8_STRING"))
    clipboard.answer(1, ["/tmp/a.txt"])
    assert not files.paste()
