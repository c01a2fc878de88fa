"""The trial of an installer, here of the program as it stands: what works passes, and what does not is said."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import programs
import trial
from app.brand import BRAND, Brand
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
    installer = tmp_path / "Setup-unsigned.exe"
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


@pytest.fixture
def add_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put a script before what the system has."""
    tools = tmp_path / "bin"
    tools.mkdir()
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(programs, "LOGS", tmp_path / "logs")

    def add(name: str, script: str) -> None:
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)

    return add


# What PowerShell answers of a file: of what the test does not name, that it is signed.
POWERSHELL = """[ -z "$PSModulePath" ] || exit 1
echo "$TRIED_FILE" >> "{calls}"
case "$TRIED_FILE" in */{bad}) echo {status} ;; *) echo Valid ;; esac"""
UNINSTALLER = "uninstall.exe"
INSTALLED_PROGRAMS = [f"{BRAND.slug}-cli.exe", f"{BRAND.slug}.exe", UNINSTALLER]


def signed(windows: Path) -> Path:
    return windows.rename(windows.with_name("Setup.exe"))


def test_on_windows_what_is_called_signed_is_signed(
    windows: Path, tmp_path: Path, add_tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls"
    monkeypatch.setenv("PSModulePath", "of another PowerShell")
    add_tool("powershell", POWERSHELL.format(calls=calls, bad="none", status=""))
    with installed(signed(windows)):
        pass
    assert [Path(line).name for line in calls.read_text().splitlines()] == ["Setup.exe", *INSTALLED_PROGRAMS]


@pytest.mark.parametrize("status", ["NotSigned", "HashMismatch", "UnknownError", '""'])
@pytest.mark.parametrize("name", ["Setup.exe", *INSTALLED_PROGRAMS])
def test_on_windows_what_only_calls_itself_signed_is_seen(
    windows: Path, tmp_path: Path, add_tool: Callable[[str, str], None], name: str, status: str
) -> None:
    add_tool("powershell", POWERSHELL.format(calls=tmp_path / "calls", bad=name, status=status))
    with pytest.raises(InternalError, match=f"The signature of {name} is not valid"), installed(signed(windows)):
        pass
    # What is not what it says is not even started.
    assert (tmp_path / "Local").exists() == (name != "Setup.exe")


def test_on_macos_the_application_is_taken_out_of_its_image(
    tmp_path: Path, add_tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls"
    for name in ("hdiutil", "ditto"):
        add_tool(name, f'echo "{name} $*" >> "{calls}"')
    monkeypatch.setattr(shutil, "rmtree", lambda _path: None)
    with pytest.raises(InternalError, match="there is no"), installed(tmp_path / "A-unsigned.dmg"):
        pass
    attach, copy, detach = calls.read_text().splitlines()
    assert attach.startswith("hdiutil attach -readonly -nobrowse -mountpoint ")
    assert copy.endswith(f" /Applications/{BRAND.name}.app")
    assert detach.startswith("hdiutil detach ")


@pytest.mark.parametrize("refused", ["", "image", "application"])
def test_on_macos_what_is_called_signed_is_signed(
    tmp_path: Path, add_tool: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    calls, application = tmp_path / "calls", tmp_path / f"{BRAND.name}.app"
    image = tmp_path / "A.dmg"
    told = {
        "image": f"--assess --type open --context context:primary-signature {image}",
        "application": f"--assess --type execute {application}",
    }
    add_tool("spctl", f'echo "$*" >> "{calls}"; [ "$*" != "{told.get(refused, "")}" ]')
    program = application / "Contents" / "MacOS" / BRAND.slug
    program.parent.mkdir(parents=True)
    program.touch()

    @contextmanager
    def install(_image: Path, _brand: Brand) -> Iterator[tuple[Path, Installed]]:
        yield application, Installed(program, program)
        shutil.rmtree(application)

    monkeypatch.setitem(trial.INSTALLING, ".dmg", install)
    if refused:
        name = image.name if refused == "image" else application.name
        with pytest.raises(Unavailable, match=f"Looking at the signature of {name} failed"), installed(image):
            pass
    else:
        with installed(image):
            pass
        assert calls.read_text().splitlines() == list(told.values())


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
