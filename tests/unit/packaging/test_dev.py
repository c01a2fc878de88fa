from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import chat_element
import debian_packages
import dev
import interpreters
from app.errors import PythonUnsuitable
from environment import PYTHON

ROOT = Path(__file__).parents[3]
PACKAGING = ROOT / "packaging"


def imported_by(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"), feature_version=(3, 9))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def files_called(name: str) -> list[Path]:
    return [folder / f"{name.replace('.', '/')}.py" for folder in (PACKAGING, ROOT)]


def everything_dev_imports() -> dict[Path, set[str]]:
    waiting, seen = [PACKAGING / "dev.py"], dict[Path, set[str]]()
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen[path] = imported_by(path)
            waiting += [file for name in seen[path] for file in files_called(name) if file.exists()]
    return seen


def test_dev_needs_nothing_but_the_standard_library_of_python_3_9() -> None:
    files = everything_dev_imports()
    named = {name for names in files.values() for name in names}
    foreign = {name for name in named if name.split(".")[0] not in sys.stdlib_module_names}
    assert {name for name in foreign if not files.keys() & set(files_called(name))} == set()
    assert PACKAGING / "virtual_screen.py" in files


def test_the_fitting_pythons_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest, beyond = (".".join(map(str, version)) for version in (interpreters.OLDEST, interpreters.BEYOND))
    assert project["requires-python"] == f">={oldest},<{beyond}"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["test", "--help"], ["-h"]])
def test_help_names_every_command_and_does_nothing(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(arguments) == 0
    shown = capsys.readouterr().out
    assert "--rehearsal" in shown
    assert all(f"  {name} " in shown for name in dev.VERBS)


@pytest.mark.parametrize(("arguments", "code"), [(["nonsense"], 2), (["--unit"], 2)])
def test_a_refusal_is_one_sentence_with_the_exit_code_of_the_error_tree(arguments: list[str], code: int) -> None:
    done = subprocess.run([sys.executable, str(PACKAGING / "dev.py"), *arguments], capture_output=True, text=True)
    assert done.returncode == code
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 2
    assert "Traceback" not in done.stderr


def test_a_missing_python_is_one_sentence_and_69(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*, recheck: bool) -> Path:
        raise PythonUnsuitable

    monkeypatch.setattr(dev, "bring_packages", lambda needs, install: False)
    monkeypatch.setattr(dev, "bring_environment", refuse)
    assert dev.main(["lint"]) == 69
    assert "No Python that fits was found" in capsys.readouterr().err


def test_options_of_ours_are_taken_out_and_everything_else_is_passed_on() -> None:
    _, request = dev._parse(["test", "--unit", "-k", "gate", "--no-install", "-x"])
    assert request == dev.Request(("-k", "gate", "-x"), install=False, unit=True)
    _, request = dev._parse(["run", "--unit", "doctor"])
    assert request == dev.Request(("--unit", "doctor"))
    _, request = dev._parse(["run", "--rehearsal", "--theme", "dark"])
    assert request == dev.Request(("--theme", "dark"), rehearsal=True)


@pytest.mark.parametrize(
    ("passed_on", "holds"),
    [((), True), (("--engine", "qt"), True), (("doctor", "--json"), False), (("--version",), False)],
)
def test_only_the_window_itself_is_shown_on_a_virtual_screen(
    passed_on: tuple[str, ...], holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "IS_LINUX", True)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert dev.Request(passed_on).holds_conversation is holds
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not dev.Request(passed_on).holds_conversation


def test_the_sandbox_is_only_switched_off_for_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    monkeypatch.setattr(dev, "IS_ROOT", False)
    assert "QTWEBENGINE_DISABLE_SANDBOX" not in dev._environ(as_root=True)
    monkeypatch.setattr(dev, "IS_ROOT", True)
    assert "QTWEBENGINE_DISABLE_SANDBOX" not in dev._environ(as_root=False)
    assert dev._environ(as_root=True)["QTWEBENGINE_DISABLE_SANDBOX"] == "1"


def test_lint_goes_on_after_a_checker_has_failed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def check(name: str, *arguments: str) -> None:
        ran.append(" ".join((name, *arguments)))
        if name == "mypy":
            raise PythonUnsuitable

    monkeypatch.setattr(dev, "_run_module", check)
    monkeypatch.setattr(chat_element, "check_types", lambda: ran.append("tsc"))
    assert dev.lint(dev.Request()) == 1
    assert ran == ["ruff check", "ruff format --check", "mypy", "tsc"]
    assert "not clean: mypy" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["run", "test", "bench"])
def test_the_window_never_meets_a_stale_list_of_its_files(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(dev, "has_screen", lambda environ: False)
    monkeypatch.setattr(chat_element, "bring_modules", lambda: None)
    monkeypatch.setattr(dev, "run_openly", lambda command, task: done.append(Path(command[1]).name))
    monkeypatch.setattr(dev, "_on_virtual_screen", lambda arguments: len(done))
    assert dev.VERBS[name].act(dev.Request()) == 1
    assert done == ["write_manifest.py"]


def test_bench_measures_on_a_virtual_screen_and_passes_its_options_on(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(dev, "_set_up", lambda request, packages: None)
    monkeypatch.setattr(dev, "_list_page_files", lambda: None)
    monkeypatch.setattr(dev, "_on_virtual_screen", ran.append)
    dev.main(["bench", "--no-install", "--rounds", "1"])
    assert ran == [["tests/bench/run.py", "--rounds", "1"]]


def test_the_program_that_measures_takes_those_options() -> None:
    command = [sys.executable, str(ROOT / "tests" / "bench" / "run.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    assert {"--rounds", "--engine"} <= set(done.stdout.replace("[", " ").split())


@pytest.mark.parametrize("screen", [True, False])
def test_the_rehearsal_is_played_on_the_screen_there_is(screen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[str] = []
    monkeypatch.setattr(dev, "IS_ROOT", False)
    monkeypatch.setattr(dev, "_list_page_files", lambda: None)
    monkeypatch.setattr(dev, "has_screen", lambda _environ: screen)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(dev, "run_in_front", lambda command, _environ: played.append(" ".join(command[1:])))
    monkeypatch.setattr(dev, "_on_virtual_screen", lambda arguments: played.append("virtually " + " ".join(arguments)))
    request = dev.Request(("--theme", "dark"), rehearsal=True)
    dev.run(request)
    assert played == [("" if screen else "virtually ") + "packaging/rehearsal.py --theme dark"]
    packages = dev.VERBS["run"].packages
    assert packages is not None
    assert set(debian_packages.KEYRING) <= set(packages(request))
    assert ("xvfb" in packages(request)) is not screen


def test_without_a_keyring_the_rehearsal_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "_set_up", lambda _request, _packages: None)
    monkeypatch.setattr(dev, "_list_page_files", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "gnome-keyring-daemon" else name)
    assert dev.main(["run", "--rehearsal"]) == 69
    assert "there is no gnome-keyring-daemon" in capsys.readouterr().err


def test_run_hands_over_to_the_window_where_there_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    class HandedOver(Exception):
        """Stands for the end of this process, which becomes the window's."""

    def hand_over(command: list[str], environ: dict[str, str]) -> None:
        raise HandedOver(*command)

    monkeypatch.setattr(dev, "_list_page_files", lambda: None)
    monkeypatch.setattr(dev, "has_screen", lambda _environ: True)
    monkeypatch.setattr(dev, "hand_over", hand_over)
    with pytest.raises(HandedOver) as caught:
        dev.run(dev.Request(("--theme", "dark")))
    assert caught.value.args == (str(PYTHON), "-m", "app", "--theme", "dark")
