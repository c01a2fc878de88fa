from __future__ import annotations

import socket
from pathlib import Path

import pytest

from app.errors import NoDisplay, RunsAsRoot
from app.window.engines import choice


def test_f18_no_variable_is_no_display() -> None:
    with pytest.raises(NoDisplay):
        choice.require_display({})


@pytest.mark.parametrize("display", [":59999", "unix:59999", ":59999.0"])
def test_f18_a_display_nobody_answers_on_is_no_display(display: str) -> None:
    with pytest.raises(NoDisplay):
        choice.require_display({"DISPLAY": display})


def test_a_wayland_socket_is_a_display(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        choice.require_display({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)})
    with pytest.raises(NoDisplay):
        choice.require_display({"WAYLAND_DISPLAY": "wayland-8", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_an_x_server_that_answers_is_a_display() -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X59998")
        server.listen()
        choice.require_display({"DISPLAY": ":59998"})


def test_no_display_is_needed_off_screen() -> None:
    choice.require_display({"QT_QPA_PLATFORM": "offscreen"})


def test_the_choice_of_the_person_is_taken() -> None:
    assert choice.choose_engine("qt") == "qt"
    assert choice.choose_engine("gtk") == "gtk"


def test_root_is_refused_unless_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    with pytest.raises(RunsAsRoot):
        choice.refuse_root(False)
    choice.refuse_root(True)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    choice.refuse_root(False)
