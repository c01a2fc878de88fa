from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from app.errors import NoDisplay
from tests.support.processes import ROOT
from tests.support.waiting import wait_until
from virtual_screen import PROGRAMS, has_screen, virtual_screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
IS_THERE = ["xdotool", "getdisplaygeometry"]


def can_be_reached(environ: dict[str, str]) -> bool:
    return subprocess.run(IS_THERE, env=environ, capture_output=True).returncode == 0


def programs_below(pid: int) -> list[psutil.Process]:
    return [child for child in psutil.Process(pid).children(recursive=True) if child.name() in PROGRAMS]


def test_a_screen_comes_up_private_and_leaves_nothing_behind() -> None:
    with virtual_screen(os.environ) as environ:
        room = Path(environ["XDG_RUNTIME_DIR"]).parent
        programs = programs_below(os.getpid())
        assert sorted(program.name() for program in programs) == sorted(PROGRAMS)
        assert can_be_reached(environ)
        # Without the key nobody gets in, although the server runs on this computer.
        assert not can_be_reached({**environ, "XAUTHORITY": "/dev/null"})
        assert room.stat().st_mode & 0o777 == 0o700
    assert not room.exists()
    assert not any(program.is_running() for program in programs)


def test_two_screens_do_not_meet() -> None:
    with virtual_screen(os.environ) as one, virtual_screen(os.environ) as other:
        assert one["DISPLAY"] != other["DISPLAY"]
        assert one["DBUS_SESSION_BUS_ADDRESS"] != other["DBUS_SESSION_BUS_ADDRESS"]
        assert can_be_reached(one)
        assert can_be_reached(other)


def test_the_person_s_own_session_is_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("SESSION_MANAGER", "local/here")
    with virtual_screen(os.environ) as environ:
        assert "WAYLAND_DISPLAY" not in environ
        assert "SESSION_MANAGER" not in environ
        assert environ["GDK_BACKEND"] == "x11"


def test_the_screen_ends_even_when_its_owner_is_killed() -> None:
    code = (
        "import os, time; from virtual_screen import virtual_screen\n"
        "with virtual_screen(os.environ) as environ:\n"
        "    print(os.path.dirname(environ['XDG_RUNTIME_DIR']), flush=True); time.sleep(60)"
    )
    environ = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'packaging'}"}
    with subprocess.Popen([sys.executable, "-c", code], env=environ, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        room = owner.stdout.readline().strip()
        programs = programs_below(owner.pid)
        assert len(programs) == len(PROGRAMS)
        owner.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(program.is_running() for program in programs), what="the screen to end")
    shutil.rmtree(room)


def test_without_an_x_server_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoDisplay, match="a virtual one needs Xvfb and openbox and dbus-daemon") as caught:
        virtual_screen(os.environ).__enter__()
    assert caught.value.exit_code == 69


def test_an_x_server_that_gives_up_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in PROGRAMS:
        (tmp_path / name).write_text(f"#!/bin/sh\necho {name} cannot >&2\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    began_at = time.monotonic()
    with pytest.raises(NoDisplay, match="could not be brought up: Xvfb failed") as caught:
        virtual_screen({"PATH": str(tmp_path)}).__enter__()
    assert caught.value.hint == "Xvfb cannot"
    assert time.monotonic() - began_at < 10


def test_what_counts_as_a_screen() -> None:
    assert has_screen({"DISPLAY": ":0"})
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"})
    assert not has_screen({"DISPLAY": "", "HOME": "/root"})
