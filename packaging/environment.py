"""Makes and keeps the locked Python environment `.venv`: exactly what uv.lock says, nothing downloaded twice."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.errors import CannotWrite
from checkout import BUILD, ENVIRONMENT, ROOT, program_in
from interpreters import Interpreter, choose_interpreter
from macos.signing import SECRETS
from programs import run_openly, say
from uv_tool import bring_uv
from windows.signing import COMMAND_VARIABLE

STAMP = ENVIRONMENT / "agentnook-stamp.json"
PYTHON = program_in(ENVIRONMENT, "python")
TASK = "Setting up the Python environment"
INDEX_VARIABLES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")


def bring_environment(*, recheck: bool = False) -> Path:
    """Return the environment's Python; `recheck` looks for a better interpreter although nothing else changed."""
    if not recheck and is_fresh():
        return PYTHON
    uv = bring_uv()
    interpreter = choose_interpreter(uv)
    if not _is_made_from(interpreter):
        _make(uv, interpreter)
    if recheck and is_fresh():
        return PYTHON
    _fill(uv, interpreter)
    return PYTHON


def is_fresh() -> bool:
    """Tell whether the environment still is what the lock and this machine's Python say; costs a few milliseconds."""
    try:
        return bool(json.loads(STAMP.read_text("utf-8")) == _stamp())
    except (OSError, ValueError):
        return False


def _stamp() -> dict[str, str]:
    content = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml"):
        content.update((ROOT / name).read_bytes())
    return {"locked": content.hexdigest(), "python": str(PYTHON.resolve(strict=True))}


def _is_made_from(interpreter: Interpreter) -> bool:
    """Tell whether the environment that is there can be kept; a stranger's is, when it was made the same way."""
    try:
        lines = (ENVIRONMENT / "pyvenv.cfg").read_text("utf-8").splitlines()
        same_python = PYTHON.resolve(strict=True) == interpreter.path.resolve(strict=True)
    except OSError:
        return False
    lends = "include-system-site-packages = true" in lines
    return same_python and lends == interpreter.lends_site_packages


def _make(uv: str, interpreter: Interpreter) -> None:
    say(f"making the Python environment .venv from {interpreter.path}")
    _remove_old()
    extra = ["--system-site-packages"] if interpreter.lends_site_packages else []
    command = [uv, "venv", "--quiet", *extra, "--python", str(interpreter.path), str(ENVIRONMENT)]
    run_openly(command, task="Making the Python environment", environ=plain_environ())


def _remove_old() -> None:
    try:
        if ENVIRONMENT.is_symlink():
            ENVIRONMENT.unlink()
        elif ENVIRONMENT.exists():
            shutil.rmtree(ENVIRONMENT)
    except OSError as error:
        raise CannotWrite("The old Python environment .venv cannot be removed.", hint=str(error)) from error


def _fill(uv: str, interpreter: Interpreter) -> None:
    say("bringing into .venv what uv.lock names; the first time takes a few minutes")
    fill(uv, interpreter, ENVIRONMENT)
    try:
        STAMP.write_text(json.dumps(_stamp()), "utf-8")
    except OSError as error:
        raise CannotWrite("The Python environment .venv cannot be written.", hint=str(error)) from error


def fill(uv: str, interpreter: Interpreter, folder: Path, groups: Sequence[str] = ()) -> None:
    """Bring into an environment what uv.lock names for these groups, and nothing else."""
    # The project itself is run from its checkout: an editable install would bring a build backend that is not locked.
    environ = {**plain_environ(), "UV_PROJECT_ENVIRONMENT": str(folder), "UV_PYTHON": str(interpreter.path)}
    mirror = own_index(environ)
    if mirror:
        _fill_from(mirror, uv, environ, folder, groups)
    else:
        command = [uv, "sync", "--locked", "--no-install-project", *groups, *_volume()]
        run_openly(command, task=TASK, environ=environ)


def own_index(environ: Mapping[str, str]) -> str:
    """Return the package index that this machine prescribes instead of the public one, if it does."""
    return next((environ[name] for name in INDEX_VARIABLES if environ.get(name)), "")


def _fill_from(mirror: str, uv: str, environ: Mapping[str, str], folder: Path, groups: Sequence[str]) -> None:
    """Install the same versions with the same hashes from another index: `uv sync` would hold the lock against it."""
    BUILD.mkdir(exist_ok=True)
    wanted = str(BUILD / "locked-requirements.txt")
    export = [uv, "export", "--quiet", "--frozen", "--no-emit-project", *groups, "--output-file", wanted]
    run_openly(export, task=TASK, environ=environ)
    install = [uv, "pip", "sync", *_volume(), "--require-hashes", "--python", str(program_in(folder, "python")), wanted]
    run_openly(install, task=TASK, environ={**environ, "UV_DEFAULT_INDEX": mirror})


def _volume() -> list[str]:
    return [] if sys.stderr.isatty() else ["--quiet"]


def plain_environ() -> dict[str, str]:
    """Keep every setting of the machine (PIP_*, UV_*, certificates, proxies) but what signs; never fetch a Python."""
    # A package that is not built yet is built by code of its own.
    kept_away = {"VIRTUAL_ENV", COMMAND_VARIABLE, *SECRETS}
    kept = {name: value for name, value in os.environ.items() if name not in kept_away}
    return {**kept, "UV_PYTHON_DOWNLOADS": "never"}
