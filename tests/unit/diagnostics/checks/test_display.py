"""The screen of a session: F18's question, asked without opening anything."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from app.diagnostics.checks import display
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ""}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}])
def test_f18_without_a_screen_it_fails_with_one_sentence(make_context: MakeContext, environ: dict[str, str]) -> None:
    finding = display.probe(make_context(environ=environ))
    assert finding.state is State.FAIL
    assert finding.summary == "There is no screen to open a window on."
    assert finding.remedy is not None
    assert "desktop session" in finding.remedy.text


@pytest.fixture
def sockets(tmp_path: Path) -> Path:
    folder = tmp_path / "root" / "tmp" / ".X11-unix"
    folder.mkdir(parents=True)
    return folder


def test_an_x11_screen_that_is_there_passes(make_context: MakeContext, sockets: Path) -> None:
    (sockets / "X7").touch()
    for name in (":7", ":7.0", "unix:7"):
        finding = display.probe(make_context(environ={"DISPLAY": name, "XDG_SESSION_TYPE": "x11"}))
        assert finding.state is State.PASS
        assert finding.evidence["display"] == "x11"


def test_an_x11_screen_without_a_file_passes(make_context: MakeContext, tmp_path: Path) -> None:
    table = tmp_path / "root" / "proc" / "net" / "unix"
    table.parent.mkdir(parents=True)
    table.write_text("Num RefCount\n0000: 00000002 00000000 00010000 0001 01 19 @/tmp/.X11-unix/X3\n")
    assert display.probe(make_context(environ={"DISPLAY": ":3"})).state is State.PASS
    assert display.probe(make_context(environ={"DISPLAY": ":4"})).state is State.FAIL


@pytest.mark.parametrize("environ", [{"DISPLAY": ":99"}, {"DISPLAY": "nonsense"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_a_screen_that_is_named_and_not_there_fails(
    make_context: MakeContext, sockets: Path, environ: dict[str, str]
) -> None:
    finding = display.probe(make_context(environ=environ))
    assert finding.state is State.FAIL
    assert "is named, but it is not there" in finding.summary
    assert finding.remedy is not None


def test_a_screen_of_another_computer_is_not_asked(make_context: MakeContext) -> None:
    assert display.probe(make_context(environ={"DISPLAY": "far.example:10.0"})).state is State.PASS


def test_a_wayland_screen_passes(make_context: MakeContext, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display.probe(make_context(environ=environ)).evidence["display"] == "wayland"
        environ = {"WAYLAND_DISPLAY": str(tmp_path / "wayland-0")}
        assert display.probe(make_context(environ=environ)).state is State.PASS


def test_drawing_in_memory_needs_no_screen(make_context: MakeContext) -> None:
    assert display.probe(make_context(environ={"QT_QPA_PLATFORM": "offscreen"})).state is State.PASS


def test_other_systems_always_have_one(make_context: MakeContext) -> None:
    assert display.probe(make_context(system="macos")).state is State.SKIP
