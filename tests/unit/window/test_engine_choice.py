from __future__ import annotations

import socket
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from app.errors import EngineMissing, NoDisplay, RunsAsRoot, SandboxRefusesRoot
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


@pytest.mark.parametrize(
    ("system", "installed", "chosen"),
    [
        ("linux", {"PySide6", "gi"}, "qt"),
        ("linux", {"PySide6"}, "qt"),
        ("linux", {"gi"}, "gtk"),
        ("win32", {"PySide6"}, "webview2"),
        ("darwin", {"PySide6"}, "cocoa"),
    ],
)
def test_auto_is_qt_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, system: str, installed: set[str], chosen: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name if name in installed else None)
    assert choice.choose_engine("auto") == chosen


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system brings the engine")
def test_auto_is_qt_in_the_environment_of_the_project() -> None:
    assert choice.choose_engine("auto") == "qt"


def test_without_any_engine_auto_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(EngineMissing):
        choice.choose_engine("auto")


@pytest.mark.parametrize(
    ("user", "environ", "is_refused"),
    [(0, {}, True), (0, {"QTWEBENGINE_DISABLE_SANDBOX": "1"}, False), (1000, {}, False)],
)
def test_root_is_told_of_chromiums_sandbox(
    monkeypatch: pytest.MonkeyPatch, user: int, environ: dict[str, str], is_refused: bool
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(SandboxRefusesRoot) if is_refused else nullcontext():
        choice.refuse_sandboxed_root(environ)


def test_root_is_refused_unless_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    with pytest.raises(RunsAsRoot):
        choice.refuse_root(False)
    choice.refuse_root(True)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    choice.refuse_root(False)
