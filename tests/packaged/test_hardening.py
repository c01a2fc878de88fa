"""What the system keeps safe of the installed program, and what the program keeps from its pages (T23, T29)."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import psutil
import pytest

from app.brand import BRAND
from app.errors import RunsAsRoot
from check_artifact import open_installer
from linux.places import Places
from tests.support.installed_app import InstalledApp, running
from tests.support.installers import installed_files, installer
from tests.support.person import Person
from tests.support.processes import started
from tests.support.waiting import wait_until

pytestmark = pytest.mark.packaged

PROGRAM = Path("/") / Places(BRAND).command
PLUGINS = Path("/usr/lib") / BRAND.slug / "_internal/PySide6/Qt/plugins"
OTHERS_OR_SPECIAL = 0o7022
NO_SANDBOX = {"QTWEBENGINE_DISABLE_SANDBOX": "1"}
# Memory that processes share has a name for as long as it takes to hand it on.
SHARED_MEMORY = "/dev/shm"
CHANGES = (os.O_WRONLY, os.O_RDWR)
START_SECONDS = 40.0


def test_t23_only_root_changes_what_is_installed(upgraded: str) -> None:
    files = installed_files()
    assert [path for path in files if is_anybodys(path)] == []
    links = [path for path in files if path.is_symlink()]
    assert links
    assert {path.resolve() for path in links} <= set(files)


def is_anybodys(path: Path) -> bool:
    """Say whether others than root may change it, or it runs with rights that its user has not."""
    told = path.lstat()
    loose = not stat.S_ISLNK(told.st_mode) and bool(told.st_mode & OTHERS_OR_SPECIAL)
    return loose or (told.st_uid, told.st_gid) != (0, 0)


def test_t23_everything_that_runs_is_roots_and_nothing_was_unpacked_for_it(
    upgraded: str, person: Person, tmp_path: Path
) -> None:
    trap = person.home / "plugins"
    shutil.copytree(PLUGINS / "platforms", trap / "platforms")
    steered = {name: str(trap) for name in ("PYTHONPATH", "PYTHONHOME", "QT_PLUGIN_PATH")}
    steered["QT_QPA_PLATFORM_PLUGIN_PATH"] = str(trap / "platforms")
    in_trap = ("env", f"--chdir={trap}", upgraded)
    with running(person, *in_trap, log=tmp_path / "log", **steered) as app:
        loaded = {path for process in app.family for path in code_of(process)}
        temporary = [path for folder in ("/tmp", "/var/tmp") for path in Path(folder).iterdir()]
        assert app.close() == 0
    assert PROGRAM.resolve() in loaded
    assert len(loaded) > 50
    assert [path for path in loaded if any(map(is_anybodys, (path, *path.parents)))] == []
    assert [path for path in temporary if path.lstat().st_uid == person.uid] == []


def code_of(process: psutil.Process) -> set[Path]:
    """Return the files of which a process has something in its memory that it may run."""
    lines = (line.split(None, 5) for line in Path(f"/proc/{process.pid}/maps").read_text().splitlines())
    return {Path(line[5]) for line in lines if len(line) == 6 and "x" in line[1] and line[5].startswith("/")}


def test_t23_it_refuses_to_run_with_roots_rights(upgraded: str, tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([upgraded], env=environ, cwd=tmp_path, capture_output=True, text=True, check=False)
    refused = RunsAsRoot()
    assert (done.returncode, done.stderr.splitlines()[0]) == (refused.exit_code, refused.sentence)
    assert list(tmp_path.iterdir()) == []


def test_t29_a_page_sees_no_file_and_can_write_none(upgraded: str, person: Person, tmp_path: Path) -> None:
    # Whoever starts it as an ordinary user cannot even wish for less.
    own = person.home / "page-run"
    with running(person, upgraded, "--data-dir", str(own), log=tmp_path / "log", **NO_SANDBOX) as app:
        pages = renderers(app.family)
        assert pages
        assert [path for page in pages for path in seen_by(page)] == []
        changed = {path for process in app.family for path in changed_by(process, app)}
        by_engine = {path for process in app.engine_processes for path in changed_by(process, app)}
        assert app.close() == 0
    assert by_engine == set()
    assert own / "window.lock" in changed
    assert [path for path in changed if not path.is_relative_to(own)] == []


def test_t29_without_its_sandbox_a_page_sees_every_file_twin(tmp_path: Path) -> None:
    # Only root can wish for that, and as root the engine makes folders beside its files: those of a copy, here.
    (tmp_path / "copy").mkdir()
    program = open_installer(installer("deb"), tmp_path / "copy").program
    command = [str(program), "--allow-root", "--data-dir", str(tmp_path / "own")]
    with started(command, environ={**os.environ, **NO_SANDBOX}, log=tmp_path / "log") as process:
        window = psutil.Process(process.pid)
        (page, *_others) = wait_until(
            lambda: renderers(window.children(recursive=True)), deadline_seconds=START_SECONDS, what="a page"
        )
        assert Path("home") in seen_by(page)


def renderers(family: list[psutil.Process]) -> list[psutil.Process]:
    """Return the processes that draw pages."""
    return [process for process in family if "--type=renderer" in process.cmdline()]


def seen_by(process: psutil.Process) -> list[Path]:
    """Return what a process finds at its root; Chromium's sandbox puts that where nothing is any more."""
    root = Path(f"/proc/{process.pid}/root")
    try:
        return [path.relative_to(root) for path in root.iterdir()]
    except ProcessLookupError:
        assert process.is_running()
        return []


def changed_by(process: psutil.Process, app: InstalledApp) -> Iterator[Path]:
    """Yield the files that a process holds open to write to, beyond the terminal that the program was started in."""
    for file in process.open_files():
        path = Path(file.path)
        if file.flags & os.O_ACCMODE in CHANGES and path != app.log and not path.is_relative_to(SHARED_MEMORY):
            yield path


def test_t29_the_doctor_judges_how_old_the_engine_is(upgraded: str, person: Person) -> None:
    (check,) = json.loads(person.run(upgraded, "doctor", "--json", "--check", "lin-07").stdout)["checks"]
    assert (check["state"], check["evidence"]["version"]) == ("pass", version("PySide6_Addons"))
