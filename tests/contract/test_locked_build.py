"""T25: the environment that is frozen holds what the lock names under the lock's own hashes, and nothing else.

A small checkout builds from an index of this computer, whose one package somebody exchanges after it was locked.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from environment import INDEX_VARIABLES
from tests.support.served import served
from uv_tool import bring_uv

ROOT = Path(__file__).parents[2]
WHEEL = "tiny-1.0-py3-none-any.whl"
MAKE = "import freezer; freezer.bring_locked_environment(); print(*freezer.site_packages().glob('tiny.py'))"
MAKE_SECONDS = 120
FIRST = "FIRST = True"
HASH = re.compile(r"sha256:([0-9a-f]{64})")

Make = Callable[[Mapping[str, str]], subprocess.CompletedProcess[str]]


class Index:
    """A package index of this computer with one package in it."""

    def __init__(self, folder: Path, url: str) -> None:
        self._page = folder / "simple" / "tiny"
        self._page.mkdir(parents=True)
        self.url = f"{url}/simple/"
        self.publish(FIRST)

    def publish(self, code: str) -> None:
        """Offer the package with this code, always as the same version."""
        with zipfile.ZipFile(self._page / WHEEL, "w") as wheel:
            wheel.writestr("tiny.py", code)
            wheel.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
            wheel.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr("tiny-1.0.dist-info/RECORD", "")
        content = hashlib.sha256((self._page / WHEEL).read_bytes()).hexdigest()
        (self._page / "index.html").write_text(f'<a href="{WHEEL}#sha256={content}">{WHEEL}</a>')

    def withdraw(self) -> None:
        """Offer nothing any more."""
        shutil.rmtree(self._page)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *anything: object) -> None:
        pass


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    folder = tmp_path / "index"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    with served(server):
        yield Index(folder, f"http://127.0.0.1:{server.server_port}")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Return the environment of this machine, without what it has fetched and where it fetches from."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    uv = Path(bring_uv()).parent
    path = os.pathsep.join([str(uv), kept["PATH"]])
    return {**kept, "PATH": path, "UV_CACHE_DIR": str(tmp_path / "cache"), "NO_PROXY": "127.0.0.1"}


@pytest.fixture
def checkout(index: Index, environ: dict[str, str], tmp_path: Path) -> Path:
    """Return a checkout of the project that wants this package, locked."""
    checkout = tmp_path / "checkout"
    for name in ("app", "packaging"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    (checkout / "pyproject.toml").write_text(
        '[project]\nname = "checkout"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["tiny"]\n'
        f'[dependency-groups]\nbuild = []\n[[tool.uv.index]]\nurl = "{index.url}"\ndefault = true\n'
    )
    lock = [bring_uv(), "lock", "--quiet", "--python", sys.executable]
    subprocess.run(lock, cwd=checkout, env=environ, check=True, timeout=MAKE_SECONDS)
    return checkout


@pytest.fixture
def make(checkout: Path, environ: dict[str, str]) -> Make:
    """Return what makes the checkout's environment for the freezing, with more variables."""
    paths = {"PYTHONPATH": os.pathsep.join([str(checkout), str(checkout / "packaging")])}

    def make(more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        every = {**environ, **paths, **more}
        command = [sys.executable, "-c", MAKE]
        return subprocess.run(
            command, cwd=checkout, env=every, capture_output=True, text=True, timeout=MAKE_SECONDS, check=False
        )

    return make


# A machine without an index of its own asks the one that the lock names; another one asks its own, for the same hashes.
WAYS = ("", *INDEX_VARIABLES)


@pytest.mark.parametrize("variable", WAYS)
def test_t25_what_is_locked_comes_in_and_what_was_exchanged_does_not(index: Index, make: Make, variable: str) -> None:
    own = {variable: index.url} if variable else {}
    made = make(own)
    assert made.returncode == 0, made.stderr
    assert Path(made.stdout.strip()).read_text() == FIRST
    index.publish("STOLEN = True")
    refused = make({**own, "UV_NO_CACHE": "1"})
    assert refused.returncode != 0
    assert "hash" in refused.stderr.lower(), refused.stderr
    assert refused.stdout == ""


def test_t25_every_file_that_the_lock_names_has_its_hash() -> None:
    packages = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    fetched = [package for package in packages if package["source"] != {"editable": "."}]
    assert {name for package in fetched for name in package["source"]} == {"registry"}
    files = [
        file for package in fetched for file in (*package.get("wheels", ()), *filter(None, [package.get("sdist")]))
    ]
    assert len(files) > 500
    assert [file["url"] for file in files if not HASH.fullmatch(file.get("hash", ""))] == []


def test_t25_a_hash_that_the_lock_does_not_have_is_refused(index: Index, make: Make, checkout: Path) -> None:
    lock = checkout / "uv.lock"
    text, count = HASH.subn(lambda found: f"sha256:{'0' * len(found[1])}", lock.read_text())
    lock.write_text(text)
    assert count == 1
    refused = make({})
    assert (refused.returncode != 0, "hash" in refused.stderr.lower()) == (True, True), refused.stderr


def test_t25_the_same_environment_is_made_again_without_any_index(index: Index, make: Make) -> None:
    made = make({})
    index.withdraw()
    again = make({"UV_OFFLINE": "1"})
    assert (again.returncode, again.stdout) == (0, made.stdout), again.stderr


def test_t25_without_its_hash_the_exchanged_one_comes_in_twin(
    index: Index, make: Make, environ: dict[str, str], tmp_path: Path
) -> None:
    assert make({}).returncode == 0
    index.publish("STOLEN = True")
    words = ("pip", "install", "--quiet", "--no-cache", "--default-index", index.url, "--target", str(tmp_path / "in"))
    subprocess.run([bring_uv(), *words, "tiny"], env=environ, check=True, timeout=MAKE_SECONDS)
    assert (tmp_path / "in" / "tiny.py").read_text() == "STOLEN = True"
