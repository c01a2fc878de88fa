"""The trial of an installer, here of the program as it stands: what works passes, and what does not is said."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import programs
import trial
from app.brand import BRAND
from app.errors import InternalError, Unavailable, UsageError
from checkout import ROOT
from trial import Installed, installed

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are scripts of a shell")

Program = Callable[[str], Path]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Make a program of a script; nothing is added to it by the tests' own surroundings."""

    def make(script: str) -> Path:
        path = tmp_path / "program"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return make


REAL = f'cd "{ROOT}" && exec "{sys.executable}" -m app "$@"'


def test_the_program_says_its_version_and_converses(program: Program, tmp_path: Path) -> None:
    real = program(REAL)
    trial.ask_version(real)
    trial.converse(real, tmp_path / "conversation")


def test_another_version_is_seen(program: Program) -> None:
    with pytest.raises(InternalError, match="another version"):
        trial.ask_version(program("echo 9.9.9"))


def test_a_conversation_of_which_something_is_missing_is_seen(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "SHORTEST_ANSWER", 10_000)
    with pytest.raises(InternalError, match="Not everything"):
        trial.converse(program(REAL), tmp_path / "conversation")


def test_a_doctor_that_finds_something_is_believed(program: Program, tmp_path: Path) -> None:
    trial.ask_doctor(program("echo {}"), tmp_path)
    with pytest.raises(InternalError, match="ends with 1") as caught:
        trial.ask_doctor(program('echo \'{"failed": "key-01"}\'; exit 1'), tmp_path)
    assert "key-01" in caught.value.hint


def test_a_window_that_ends_by_itself_is_no_window(program: Program, tmp_path: Path) -> None:
    with pytest.raises(InternalError, match="ended with 3"):
        trial.open_window(program("exit 3"), tmp_path)


def test_it_needs_no_package_of_pythons() -> None:
    done = subprocess.run([sys.executable, "-S", str(ROOT / "packaging" / "trial.py"), "--help"], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_only_what_is_known_is_installed(tmp_path: Path) -> None:
    with pytest.raises(UsageError), installed(tmp_path / "program.msi"):
        pass


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be a computer whose installer is a script that does what one for Windows does."""
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.setattr(programs, "LOGS", tmp_path / "logs")
    folder = tmp_path / "Local" / "Programs" / BRAND.name
    installer = tmp_path / "Setup.exe"
    installer.write_text(
        f'#!/bin/sh\n[ "$1" = /S ] || exit 2\nmkdir -p "{folder}"\ncd "{folder}"\n'
        f"touch {BRAND.slug}.exe {BRAND.slug}-cli.exe\n"
        f'printf "#!/bin/sh\\nrm -r \\"{folder}\\"\\n" > uninstall.exe\nchmod +x uninstall.exe\n'
    )
    installer.chmod(installer.stat().st_mode | stat.S_IXUSR)
    return installer


def test_on_windows_it_is_installed_silently_and_removed(windows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with installed(windows) as program:
        assert program == Installed(
            program.window.with_name(f"{BRAND.slug}.exe"), program.window.with_name(f"{BRAND.slug}-cli.exe")
        )
    assert not program.window.parent.exists()
    assert capsys.readouterr().err == "trial: nothing is left of it\n"


def test_what_is_left_after_removing_is_seen(windows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS", 0.1)
    windows.write_text(windows.read_text().replace("rm -r", "echo"))
    with pytest.raises(Unavailable, match="the end of"), installed(windows):
        pass


def test_on_macos_the_application_is_taken_out_of_its_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools, calls = tmp_path / "bin", tmp_path / "calls"
    tools.mkdir()
    for name in ("hdiutil", "ditto"):
        (tools / name).write_text(f'#!/bin/sh\necho "{name} $*" >> "{calls}"\n')
        (tools / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(programs, "LOGS", tmp_path / "logs")
    monkeypatch.setattr(shutil, "rmtree", lambda _path: None)
    with pytest.raises(InternalError, match="there is no"), installed(tmp_path / "A.dmg"):
        pass
    attach, copy, detach = calls.read_text().splitlines()
    assert attach.startswith("hdiutil attach -readonly -nobrowse -mountpoint ")
    assert copy.endswith(f" /Applications/{BRAND.name}.app")
    assert detach.startswith("hdiutil detach ")


def test_the_installer_that_was_built_is_the_one_that_is_tried(windows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "DIST", windows.parent)
    assert trial.built_last() == windows
    tried: list[Installed] = []
    monkeypatch.setattr(trial, "try_out", tried.append)
    assert (trial.main([]), len(tried)) == (0, 1)
    windows.with_name("second.dmg").touch()
    assert trial.main([]) == UsageError.exit_code


def test_what_is_wrong_is_one_sentence(program: Program, capfd: pytest.CaptureFixture[str]) -> None:
    assert trial.main(["--program", str(program("exit 0"))]) == InternalError.exit_code
    assert capfd.readouterr().err.startswith("trial: It is another version.")
