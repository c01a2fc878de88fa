"""The wheel holds the program and what its pages are made of, nothing else, and works where it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from app import __version__
from app.brand import BRAND
from app.window.page_files import MANIFEST_NAME, SERVED_FOLDERS, load_page_files
from checkout import program_in
from uv_tool import bring_uv

ROOT = Path(__file__).parents[2]
DEADLINE_SECONDS = 60.0
METADATA = f"{BRAND.slug}-{__version__}.dist-info"


def run(command: Sequence[str], *, cwd: Path, **environ: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, **environ}, capture_output=True, text=True, timeout=DEADLINE_SECONDS
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)], cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that holds the wheel and nothing else."""
    environment = tmp_path_factory.mktemp("installed") / "environment"
    uv, python = bring_uv(), str(program_in(environment, "python"))
    run([uv, "venv", "--offline", "--python", sys.executable, str(environment)], cwd=environment.parent)
    run([uv, "pip", "install", "--offline", "--no-deps", "--python", python, str(wheel)], cwd=environment.parent)
    return environment


def run_installed(environment: Path, *arguments: str) -> str:
    """Run the installed command; what it depends on comes from the environment of the tests."""
    command = [str(program_in(environment, BRAND.slug)), *arguments]
    return run(command, cwd=environment.parent, PYTHONPATH=sysconfig.get_path("purelib"))


def files_below(*folders: str) -> set[str]:
    paths = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in paths if "__pycache__" not in path.parts}


def test_the_wheel_holds_the_program_its_pages_and_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    pages = files_below(*(f"assets/{folder}" for folder in SERVED_FOLDERS)) | {f"assets/{MANIFEST_NAME}"}
    own = {name for name in names if not name.startswith(f"{METADATA}/")}
    assert own == files_below("app") | {name.replace("assets/", "app/_assets/", 1) for name in pages}
    assert "app/_assets/chat/dist/agentnook-chat.licenses.txt" in own
    assert f"{METADATA}/licenses/LICENSE" in names


def test_the_pages_in_the_wheel_are_those_of_its_manifest(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    assert load_page_files(tmp_path / "app" / "_assets").keys() == load_page_files(ROOT / "assets").keys()


def test_the_installed_command_says_its_version(installed: Path) -> None:
    assert run_installed(installed, "--version") == f"{BRAND.name} {__version__}\n"


def test_the_installed_doctor_finds_its_files(installed: Path, tmp_path: Path) -> None:
    found = findings(installed, tmp_path, ["app-01", "app-07", "app-08"])
    assert {name: check["state"] for name, check in found.items()} == dict.fromkeys(found, "pass")
    assert found["app-01"]["evidence"] == {"install_kind": "wheel", "version": __version__}
    assert found["app-08"]["evidence"] == {"files": len(load_page_files(ROOT / "assets"))}


def test_the_installed_command_reads_no_env_file_that_lies_about(installed: Path, tmp_path: Path) -> None:
    env_file = installed.parent / ".env"
    env_file.write_text("CHATKIT_WORKFLOW_ID=wf_from_a_download\n", "utf-8")
    assert findings(installed, tmp_path, ["con-01"])["con-01"]["state"] == "skip"
    asked_for = findings(installed, tmp_path, ["con-01"], "--env-file", str(env_file))
    assert asked_for["con-01"]["state"] == "pass"


def findings(installed: Path, data_dir: Path, checks: Sequence[str], *options: str) -> dict[str, dict[str, Any]]:
    """Return what the installed doctor finds."""
    arguments = ["--data-dir", str(data_dir), *(f"--check={check}" for check in checks), *options]
    report = json.loads(run_installed(installed, "doctor", "--json", *arguments))
    return {check["id"]: check for check in report["checks"]}
