"""F18, F20 and every other start that cannot be: it ends at once with a sentence, a hint and an exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.brand import BRAND
from app.errors import AlreadyRunning, AppError, EngineMissing, NoDisplay, RunsAsRoot, SandboxRefusesRoot
from app.refused_start import REPORT_NAME
from app.resources import text
from app.settings.data_lock import DataLock
from app.settings.locations import resolve_locations
from tests.support.native_dialogs import confirm, wait_for_dialog
from tests.support.processes import ROOT

END_SECONDS = 30.0
# A platform of Qt's that needs no screen, for starts that are refused behind the question whether there is one.
WITH_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
IS_ROOT = os.geteuid() == 0


@dataclass(frozen=True)
class Start:
    """A start that was refused."""

    exit_code: int
    words: str

    def assert_refused(self, error: type[AppError], *, report: Path | None = None) -> None:
        place = f"{text('refused_start.report', path=report)}\n" if report else ""
        assert self.words == f"{error.default_sentence}\n{error.default_hint}\n{place}"
        if report:
            assert error.default_sentence in report.read_text()
            assert "Traceback" not in report.read_text()
        assert self.exit_code == error.exit_code


def report_in(data_dir: Path) -> Path:
    return data_dir / "log" / REPORT_NAME


def start(data_dir: Path, *arguments: str, environ: Mapping[str, str] = {}, allow_root: bool = True) -> Start:
    inherited = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "-m", "app", "--data-dir", data_dir, *(["--allow-root"] if allow_root else []), *arguments],
        cwd=ROOT,
        env={**inherited, **environ},
        capture_output=True,
        text=True,
        timeout=END_SECONDS,
    )
    assert done.stdout == ""
    return Start(done.returncode, done.stderr)


@pytest.mark.parametrize(
    "environ",
    [{}, {"DISPLAY": ""}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nonexistent"}],
    ids=["none", "empty", "dead X11", "dead Wayland"],
)
def test_f18_without_a_screen(tmp_path: Path, environ: dict[str, str]) -> None:
    start(tmp_path, environ=environ).assert_refused(NoDisplay, report=report_in(tmp_path))
    assert "(lin-02)" in report_in(tmp_path).read_text()


def hiding(folder: Path, module: str) -> dict[str, str]:
    """Return an environment in which a module is not installed."""
    (folder / "sitecustomize.py").write_text(f"import sys\nsys.modules[{module!r}] = None\n")
    return {**WITH_SCREEN, "PYTHONPATH": str(folder)}


def breaking(folder: Path, module: str) -> dict[str, str]:
    """Return an environment in which a module is installed but cannot be loaded."""
    (folder / module).mkdir()
    (folder / module / "__init__.py").write_text("raise ImportError('libegl.so.1: cannot open shared object file')\n")
    return {**WITH_SCREEN, "PYTHONPATH": str(folder)}


@pytest.mark.parametrize(("engine", "module"), [("qt", "PySide6"), ("gtk", "gi")])
@pytest.mark.parametrize("lose", [hiding, breaking])
def test_f20_without_its_engine_it_names_the_package(tmp_path: Path, engine: str, module: str, lose: object) -> None:
    assert callable(lose)
    refused = start(tmp_path / "data", "--engine", engine, environ=lose(tmp_path, module))
    refused.assert_refused(EngineMissing, report=report_in(tmp_path / "data"))
    assert {"qt": "PySide6", "gtk": "gir1.2-webkit2-4.1"}[engine] in refused.words
    log = (tmp_path / "data" / "log" / "agentnook.log").read_text()
    assert "engine_missing" in log
    assert "Traceback" not in log


def test_f20_without_any_engine_it_names_both(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['PySide6'] = sys.modules['gi'] = None\n")
    refused = start(tmp_path / "data", environ={**WITH_SCREEN, "PYTHONPATH": str(tmp_path)})
    refused.assert_refused(EngineMissing, report=report_in(tmp_path / "data"))


def test_f18_where_the_log_cannot_be_written_the_report_is_among_the_temporary_files(tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    refused = start(tmp_path, environ={"TMPDIR": str(temporary)})
    (report,) = temporary.glob(f"*/{REPORT_NAME}")
    refused.assert_refused(NoDisplay, report=report)


@pytest.mark.window
@pytest.mark.skipif(shutil.which("xmessage") is None, reason="the program that shows the message is not installed")
def test_f20_with_a_screen_the_message_stays_until_it_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "xmessage").symlink_to(str(shutil.which("xmessage")))
    screen = {name: os.environ.get(name, "") for name in ("DISPLAY", "XAUTHORITY")}
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['PySide6'] = sys.modules['gi'] = None\n")
    environ = {**screen, "PYTHONPATH": str(tmp_path), "PATH": str(folder), "XDG_CURRENT_DESKTOP": "X"}
    refused: list[Start] = []
    starter = threading.Thread(target=lambda: refused.append(start(tmp_path / "data", environ=environ)))
    starter.start()
    wait_for_dialog(BRAND.name)
    assert not refused
    confirm(BRAND.name)
    starter.join(END_SECONDS)
    refused[0].assert_refused(EngineMissing, report=report_in(tmp_path / "data"))


@pytest.mark.skipif(not IS_ROOT, reason="only root is refused for being root")
def test_root_is_refused_unless_it_insists(tmp_path: Path) -> None:
    start(tmp_path / "data", allow_root=False).assert_refused(RunsAsRoot)
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(not IS_ROOT, reason="only for root Chromium's sandbox cannot start")
def test_root_that_insists_is_told_how_to_do_without_chromiums_sandbox(tmp_path: Path) -> None:
    refused = start(tmp_path, "--engine", "qt", environ=WITH_SCREEN)
    refused.assert_refused(SandboxRefusesRoot)
    assert "QTWEBENGINE_DISABLE_SANDBOX=1" in refused.words


def test_a_second_start_that_is_to_be_set_up_in_another_way_is_refused(tmp_path: Path) -> None:
    with DataLock(resolve_locations(tmp_path, {}).data_lock_file):
        start(tmp_path, "--theme", "dark").assert_refused(AlreadyRunning)
    start(tmp_path).assert_refused(NoDisplay, report=report_in(tmp_path))


def test_an_unknown_flag_is_refused(tmp_path: Path) -> None:
    refused = start(tmp_path / "data", "--no-such-flag")
    assert refused.exit_code == 2
    assert "--no-such-flag" in refused.words
    assert refused.words.count("\n") == 2
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("arguments", [("--theme", "purple"), ("--window-width-px", "7")])
def test_a_flag_with_a_wrong_value_is_refused(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    refused = start(tmp_path / "data", *arguments)
    assert refused.exit_code == 2
    assert arguments[0] in refused.words
    assert refused.words.count("\n") == 2


def test_an_env_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    refused = start(tmp_path / "data", "--env-file", str(tmp_path / "missing.env"))
    assert refused.exit_code == 78
    assert refused.words == f"{text('settings.no_env_file')}\n{text('settings.no_env_file_hint')}\n"
