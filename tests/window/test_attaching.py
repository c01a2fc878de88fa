"""Files come into the composer of a real window: chosen, dropped, pasted, given at the start; or refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.resources import text as words
from tests.support.attaching_app import BAR, TARGET, Attaching, attaching
from tests.support.clipboard import file_in_clipboard, picture_in_clipboard
from tests.support.driven_app import QtApp
from tests.support.gtk_hand import HandledGtkApp
from tests.support.native_dialogs import leave_dialog, type_into_dialog
from tests.support.pictures import picture_of
from tests.support.pointer import drag_from_outside
from tests.support.running_app import xdotool
from tests.support.talking import kept_files
from tests.support.waiting import holds_for, wait_until
from tests.support.windows import BOTH

KINDS = ".png, .jpg, .jpeg, .gif, .webp, .pdf"
QUIET_SECONDS = 0.5
IS_BUSY = "return document.querySelector('#bar-connection[data-light=working]') !== null;"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def picture(folder: Path) -> Path:
    return picture_of(folder, background="#0b6e69", drawn=True)


@pytest.fixture(scope="module", params=BOTH)
def window(
    request: pytest.FixtureRequest, picture: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Attaching]:
    """Return a window that was started with a picture."""
    with attaching(request.param, tmp_path_factory.mktemp("app"), picture) as window:
        (arrived,) = window.wait_for(picture)
        assert (arrived["type"], arrived["size"]) == ("image/png", picture.stat().st_size)
        yield window


def make(folder: Path, name: str, size: int = 10) -> Path:
    file = folder / name
    with file.open("wb") as made:
        made.write(name.encode())
        made.truncate(max(size, len(name)))
    return file


def choose(window: Attaching, file: Path) -> None:
    window.press_attach_by_keyboard()
    type_into_dialog(words("attach.pick"), str(file))
    window.wait_for(file)


def test_a_file_of_the_command_line_is_attached_once(window: Attaching) -> None:
    assert holds_for(QUIET_SECONDS, lambda: not window.has_more())
    assert window.told() == ""


@pytest.mark.window
@pytest.mark.qt
def test_what_the_page_lets_nobody_drop_is_fetched(picture: Path, tmp_path: Path) -> None:
    with attaching("qt", tmp_path, picture, options=("--without", "drop on the bar")) as window:
        window.wait_for(picture)


@pytest.mark.parametrize("engine", BOTH)
def test_files_from_outside_come_into_this_programs_own_interface(engine: str, folder: Path, tmp_path: Path) -> None:
    given, dropped = make(folder, "given.txt"), make(folder, "dropped.txt")
    app = HandledGtkApp(tmp_path) if engine == "gtk" else QtApp(tmp_path)
    with app.give(given):
        app.open()
        # It uploads at once what is in its composer.
        first = [given.read_bytes()]
        wait_until(lambda: kept_files(app) == first, deadline_seconds=30, what="the file of the command line")
        drag_from_outside(app, [dropped.as_uri()], BAR, lambda: bool(app.in_shell(TARGET)))
        wait_until(lambda: dropped.read_bytes() in kept_files(app), deadline_seconds=30, what="the file dropped on it")
        app.stop()


def test_a_file_is_chosen_by_keyboard_in_the_system_s_dialog(window: Attaching, folder: Path) -> None:
    choose(window, make(folder, "chosen.pdf"))


def test_a_dialog_that_is_left_attaches_nothing_and_opens_again(window: Attaching, folder: Path) -> None:
    window.press_attach_by_keyboard()
    leave_dialog(words("attach.pick"))
    choose(window, make(folder, "chosen later.pdf"))


@pytest.mark.parametrize("place", ["bar", "frame"])
def test_what_is_dropped_is_attached(window: Attaching, folder: Path, place: str) -> None:
    files = [make(folder, f"{place} {number}.pdf") for number in range(3)]
    (window.drop_on_bar if place == "bar" else window.drop_on_frame)(*files)
    window.wait_for(*files)
    assert window.told() == ""


@pytest.mark.parametrize("place", ["bar", "frame"])
def test_a_picture_is_pasted(window: Attaching, picture: Path, folder: Path, place: str) -> None:
    pasted = folder / "image.png"
    pasted.write_bytes(picture.read_bytes())
    with picture_in_clipboard(picture):
        (window.press_in_bar if place == "bar" else window.press_in_frame)()
        xdotool("key", "ctrl+v")
        window.wait_for(pasted)


@pytest.mark.window
@pytest.mark.gtk
@pytest.mark.parametrize("mark", ["org.webkitgtk.WebKit.custom-pasteboard-data", "chromium/x-web-custom-data"])
def test_a_page_of_a_browser_names_no_file_of_the_person_s(mark: str, folder: Path, tmp_path: Path) -> None:
    """A page may put any address on the clipboard, and a browser marks it; a file manager's copy has no such mark."""
    file = make(folder, "named by a page.pdf")
    with attaching("gtk", tmp_path) as window:
        with file_in_clipboard(file, mark):
            window.press_in_bar()
            xdotool("key", "ctrl+v")
            assert holds_for(QUIET_SECONDS, lambda: not window.has_more())
        with file_in_clipboard(file):
            window.press_in_bar()
            xdotool("key", "ctrl+v")
            window.wait_for(file)


def test_what_is_not_taken_is_named_and_the_rest_goes_on(window: Attaching, folder: Path) -> None:
    large, program = make(folder, "large.pdf", 11 * 1024 * 1024), make(folder, "run.sh")
    files = [make(folder, f"{number}.pdf") for number in range(7)]
    window.drop_on_bar(large, program, *files)
    window.wait_for(*files[:5])
    for sentence in (
        words("shell.attach.limit_size", name="large.pdf", most=10),
        words("shell.attach.limit_type", name="run.sh", kinds=KINDS),
        words("shell.attach.limit_count", name="5.pdf", most=5),
        words("shell.attach.more", count=1),
    ):
        window.wait_for_sentence(sentence)


def test_a_folder_is_named_and_the_rest_goes_on(window: Attaching, folder: Path) -> None:
    (folder / "Photos").mkdir(exist_ok=True)
    file = make(folder, "beside.pdf")
    window.drop_on_bar(folder / "Photos", file)
    window.wait_for(file)
    window.wait_for_sentence(words("shell.attach.folder", name="Photos"))


def test_files_wait_until_the_agent_has_answered(window: Attaching, folder: Path) -> None:
    file = make(folder, "patient.pdf")
    window.component.hold()
    window.press_in_frame()
    xdotool("key", "Tab")
    xdotool("type", "Slow one")
    xdotool("key", "Return")
    wait_until(lambda: window.app.in_shell(IS_BUSY), what="the busy light")
    window.drop_on_bar(file)
    window.drop_on_bar(file)
    assert holds_for(QUIET_SECONDS, lambda: not window.has_more())
    window.component.release()
    window.wait_for(file, file)
    assert window.told() == ""
