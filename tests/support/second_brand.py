"""Somebody else's program of the same source: a copy of the checkout with another brand, and with its drawing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from checkout import TOOLS
from tests.support.processes import ROOT

TAKEN = ("app", "assets", "packaging", "build.spec", "pyproject.toml", "uv.lock", "LICENSE", "CHANGELOG.md")
# What is made by itself, and what the chat element is built from: it is in assets/chat/dist as it was built.
LEFT = shutil.ignore_patterns("__pycache__", "node_modules", "element")
NAME, SLUG, IDENTIFIER = "Pear Orchard", "pear-orchard", "org.example.PearOrchard"
SCHEME = "pears"
WORKFLOW = "wf_68a1b2c3d4e5f60718293a4b"
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#7a3e9d"/></svg>\n'
)
BRAND = f'''BRAND = Brand(
    name="{NAME}",
    slug="{SLUG}",
    identifier="{IDENTIFIER}",
    author="The Orchard",
    contact="orchard@example.org",
    tagline="Pears as a desktop program",
    icon="icons/pear.svg",
    accent_light="#7a3e9d",
    accent_dark="#cfa6e8",
    homepage="https://orchard.example.org",
    support="https://orchard.example.org/help",
    bundled_workflow_id="{WORKFLOW}",
    url_scheme="{SCHEME}",
)
'''


def copy_checkout(folder: Path) -> Path:
    """Copy what the program is built from; the tools that builds bring are shared."""
    for name in TAKEN:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=LEFT)
        else:
            shutil.copyfile(source, folder / name)
    (folder / "assets" / "element").mkdir()
    shutil.copyfile(ROOT / "assets/element/package-lock.json", folder / "assets/element/package-lock.json")
    (folder / "build").mkdir()
    if TOOLS.is_dir():
        (folder / "build" / "tools").symlink_to(TOOLS)
    return folder


def make_second_brand(folder: Path) -> Path:
    """Copy the checkout and change its brand; the drawing of the first one is gone."""
    copy_checkout(folder)
    record = folder / "app" / "brand.py"
    before = record.read_text("utf-8").partition("BRAND = Brand(")[0]
    record.write_text(before + BRAND, "utf-8")
    for drawing in (folder / "assets" / "icons").iterdir():
        drawing.unlink()
    (folder / "assets" / "icons" / "pear.svg").write_text(DRAWING, "utf-8")
    return folder


def run_in(
    copy: Path,
    words: Sequence[str],
    environ: Mapping[str, str] = os.environ,
    *,
    seconds: float = 120,
    epoch: int = 1764000000,
) -> str:
    """Run Python in the copy and return what it prints; nothing of this checkout is on its way."""
    paths = {"PYTHONPATH": os.pathsep.join([str(copy), str(copy / "packaging")]), "SOURCE_DATE_EPOCH": str(epoch)}
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=copy, env={**environ, **paths}, capture_output=True, text=True, timeout=seconds, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
