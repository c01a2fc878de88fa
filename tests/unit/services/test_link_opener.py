"""How the system is told: real little programs stand in for the browser."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from app.errors import LinkNotOpened
from app.services import link_opener
from app.services.link_opener import environment_of_person, open_in_system, run_detached
from tests.support.waiting import wait_until

URL = "https://a.example/?a=$(id)&b=%20;x"


def program(folder: Path, name: str, body: str) -> Path:
    """Put a program on a search path that holds nothing else."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(("name", "before"), [("xdg-open", ""), ("gio", "open -- ")])
def test_the_link_is_one_argument_of_one_program(programs: Path, name: str, before: str) -> None:
    program(programs, name, f'echo "$# $*" > {programs}/seen')
    open_in_system(URL)
    count = len(before.split()) + 1
    assert (programs / "seen").read_text("utf-8") == f"{count} {before}{URL}\n"


def test_without_any_program_it_says_so(programs: Path) -> None:
    with pytest.raises(LinkNotOpened, match="No program"):
        open_in_system(URL)


def test_a_program_that_fails_is_a_link_that_is_not_open(programs: Path) -> None:
    program(programs, "xdg-open", "exit 3")
    with pytest.raises(LinkNotOpened) as caught:
        open_in_system(URL)
    assert caught.value.detail.endswith("ended with 3")


def test_a_program_that_cannot_start_is_a_link_that_is_not_open(programs: Path) -> None:
    (programs / "broken").write_text("no program", "utf-8")
    with pytest.raises(LinkNotOpened):
        run_detached([str(programs / "broken"), URL], {})


def test_a_program_that_stays_is_left_alone_and_collected_in_the_end(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link_opener, "ANSWER_SECONDS", 0.05)
    fifo = programs / "fifo"
    os.mkfifo(fifo)
    program(programs, "xdg-open", f"read line < {fifo}")
    open_in_system(URL)
    collector = next(thread for thread in threading.enumerate() if thread.name == "link-opener")
    with fifo.open("w", encoding="utf-8") as end:
        end.write("done\n")
    wait_until(lambda: not collector.is_alive())


def test_it_leaves_our_session_and_terminal(programs: Path) -> None:
    program(programs, "xdg-open", f'read -r line; echo "$line|$(/usr/bin/ps -o sid= -p $$)" > {programs}/seen')
    open_in_system(URL)
    line, session = (programs / "seen").read_text("utf-8").split("|")
    assert line == ""
    assert int(session) != os.getsid(0)


@pytest.mark.parametrize(
    ("frozen", "environ", "expected"),
    [
        (False, {"LD_LIBRARY_PATH": "/own"}, {"LD_LIBRARY_PATH": "/own"}),
        (True, {"LD_LIBRARY_PATH": "/bundle", "A": "b"}, {"A": "b"}),
        (True, {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/own"}, {"LD_LIBRARY_PATH": "/own"}),
    ],
)
def test_another_program_does_not_load_our_bundle_s_libraries(
    monkeypatch: pytest.MonkeyPatch, frozen: bool, environ: dict[str, str], expected: dict[str, str]
) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    assert environment_of_person(environ) == expected


def test_macos_has_one_program_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(link_opener, "run_detached", lambda command, environment: commands.append(command))
    open_in_system(URL)
    assert commands == [["/usr/bin/open", URL]]


def test_windows_is_asked_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    open_in_system(URL)
    assert opened == [URL]


def test_windows_without_a_program_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(url: str) -> None:
        raise OSError(2, "no application is associated")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", refuse, raising=False)
    with pytest.raises(LinkNotOpened):
        open_in_system(URL)
