"""What GTK says late, when something else has been copied or is dragged meanwhile, is not what a person gives."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from app.window.engines import gtk_files
from app.window.engines.gtk_files import FILES, GtkFiles
from tests.support.processes import ROOT


def kinds(*names: str) -> list[Any]:
    return [SimpleNamespace(name=lambda name=name: name) for name in names]


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


class View:
    """A view over which something is dragged: always in the one context that Wayland has."""

    def __init__(self) -> None:
        self._handlers: dict[str, Callable[..., Any]] = {}
        self.kinds = kinds(FILES)

    def connect(self, signal: str, act: Callable[..., Any]) -> None:
        self._handlers[signal] = act

    def list_targets(self) -> list[Any]:
        return self.kinds

    def drag_get_data(self, *_anything: object) -> None:
        """Ask; the test answers."""

    def stop_emission_by_name(self, _signal: str) -> None:
        """Keep it from WebKit."""

    def move(self) -> bool:
        return bool(self._handlers["drag-motion"](self, self, 0, 0, 0))

    def leave(self) -> None:
        self._handlers["drag-leave"](self, self, 0)

    def answer(self, *uris: str) -> None:
        self._handlers["drag-data-received"](self, self, 0, 0, SimpleNamespace(get_uris=lambda: list(uris)), 0, 0)

    def drop(self) -> bool:
        """Let go; GTK says first that it left."""
        self.leave()
        return bool(self._handlers["drag-drop"](self, self, 0, 0, 0))


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def files(clipboard: SlowClipboard, view: View, given: list[list[str]]) -> GtkFiles:
    gtk: Any = SimpleNamespace(
        Clipboard=SimpleNamespace(get=lambda _selection: clipboard),
        drag_get_source_widget=lambda _context: None,
        drag_finish=lambda *_anything: None,
    )
    action: Any = lambda number: number  # noqa: E731 - it is a class there
    action.COPY = 1
    atom = SimpleNamespace(intern=lambda name, _exists: name)
    status = SimpleNamespace(SELECTION_CLIPBOARD="clipboard", Atom=atom, DragAction=action)
    gdk: Any = SimpleNamespace(**vars(status), drag_status=lambda *_anything: None)
    hooks: Any = SimpleNamespace(files_given=given.append, files_over=lambda _over: None)
    return GtkFiles(gtk, gdk, view, hooks)


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


@pytest.mark.usefixtures("files")
def test_what_is_dropped_is_given_once(view: View, given: list[list[str]]) -> None:
    assert view.move()
    view.answer("/tmp/a.txt")
    assert view.move()
    assert view.drop()
    assert not view.drop()
    assert given == [["/tmp/a.txt"]]


@pytest.mark.usefixtures("files")
def test_what_an_earlier_drag_held_is_not_given_with_a_later_one(view: View, given: list[list[str]]) -> None:
    view.move()
    view.answer("/home/me/secret.key")
    view.leave()
    view.move()
    view.answer("/tmp/holiday.txt")
    assert view.drop()
    assert given == [["/tmp/holiday.txt"]]


@pytest.mark.usefixtures("files")
def test_an_answer_for_a_drag_that_left_is_not_taken_for_the_next_one(view: View, given: list[list[str]]) -> None:
    view.move()
    view.leave()
    view.move()
    view.answer("/home/me/secret.key")
    view.answer("/tmp/holiday.txt")
    assert view.drop()
    assert given == [["/tmp/holiday.txt"]]


@pytest.mark.usefixtures("files")
def test_a_drag_of_text_keeps_no_later_drag_of_files_away(view: View, given: list[list[str]]) -> None:
    view.kinds = kinds("text/plain")
    assert not view.move()
    assert not view.drop()
    view.kinds = kinds(FILES)
    assert view.move()
    view.answer("/tmp/a.txt")
    assert view.drop()
    assert given == [["/tmp/a.txt"]]


@pytest.mark.usefixtures("files")
def test_what_a_page_drags_is_its_own(view: View, given: list[list[str]]) -> None:
    view.move()
    view.answer("/tmp/a.txt")
    view.leave()
    view.kinds = kinds(FILES, "chromium/x-web-custom-data")
    assert not view.move()
    assert not view.drop()
    assert given == []


def test_a_file_of_another_computer_is_not_one_of_the_same_name_here() -> None:
    script = (
        "from app.window.engines.gtk_files import _paths as p; "
        "assert p(['file:///a/b', 'file://other/etc/passwd', 'file://localhost/c', 'http://d/e']) == ['/a/b', '/c']"
    )
    # In a process of its own: GIO's bindings are not imported beside the tests' own warnings.
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, timeout=60)
