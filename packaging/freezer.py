"""Freezes the program: PyInstaller runs build.spec in an environment of the locked dependencies alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import environment
from app.resources import assets_dir
from checkout import FREEZER, ROOT, program_in
from interpreters import choose_interpreter
from macos.signing import SECRETS
from product import EPOCH_VARIABLE, Product
from programs import run_openly, run_quietly, say
from records import require_published
from uv_tool import bring_uv

ENVIRONMENT = FREEZER / "environment"
PYTHON = program_in(ENVIRONMENT, "python")
ENTITLEMENTS = FREEZER / "entitlements.plist"
GROUPS = ("--no-default-groups", "--group", "build")


def freeze(product: Product) -> Path:
    """Return the folder with the frozen program, made anew."""
    bring_locked_environment()
    draw_parts(product)
    say("freezing the program, which takes about a minute")
    command = [
        *(str(PYTHON), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", str(FREEZER / "dist"), "--workpath", str(FREEZER / "work"), str(ROOT / "build.spec")),
    ]
    # What is not the same in each run of Python must not be in what it writes.
    fixed = {"PYTHONHASHSEED": "0", EPOCH_VARIABLE: str(product.epoch), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    # Otherwise an application of macOS that could not be signed is a warning among others.
    fixed["PYINSTALLER_STRICT_BUNDLE_CODESIGN_ERROR"] = "1"
    kept_away = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", *SECRETS}
    environ = {name: value for name, value in os.environ.items() if name not in kept_away}
    run_quietly(command, task="Freezing the program", log_name="freeze.log", environ={**environ, **fixed})
    return FREEZER / "dist" / product.brand.slug


def draw_parts(product: Product) -> None:
    """Make what the recipe wants to find: the icon, and what the system is told of the program."""
    if product.system == "darwin":
        from macos import application, icon

        (FREEZER / f"{product.brand.slug}.icns").write_bytes(icon.render_icon(assets_dir() / product.brand.icon))
        ENTITLEMENTS.write_bytes(application.render_entitlements())
    if product.system == "win32":
        from windows import manifest, pictures, version_resource

        pictures.write_icon(assets_dir() / product.brand.icon, FREEZER / f"{product.brand.slug}.ico")
        (FREEZER / "version.txt").write_text(version_resource.render_version_resource(product), "utf-8")
        (FREEZER / "manifest.xml").write_text(manifest.render_manifest(product), "utf-8")


def bring_locked_environment() -> None:
    """Make the environment that is frozen: nothing of the developers' and nothing of the system's is in it."""
    uv = bring_uv()
    interpreter = choose_interpreter(uv)
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    create = [uv, "venv", "--quiet", "--python", str(interpreter.path), str(ENVIRONMENT)]
    run_openly(create, task="Making the environment to freeze", environ=environment.plain_environ())
    environment.fill(uv, interpreter, ENVIRONMENT, GROUPS)
    require_published(site_packages())


def site_packages() -> Path:
    """Return where the packages of that environment lie."""
    return next(ENVIRONMENT.glob("lib/python3*/site-packages"), ENVIRONMENT / "Lib" / "site-packages")
