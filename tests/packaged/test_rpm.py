"""What the .rpm holds, unpacked and run: this system's package manager is another one."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import __version__
from app.brand import BRAND
from check_artifact import open_installer
from tests.support.installed_app import running, wait_for_answer
from tests.support.installers import installer
from tests.support.person import Person

pytestmark = pytest.mark.packaged


@pytest.fixture(scope="module")
def program() -> Iterator[str]:
    with tempfile.TemporaryDirectory(dir="/opt") as folder:
        Path(folder).chmod(0o755)
        yield str(open_installer(installer("rpm"), Path(folder)).program)


def test_a_first_conversation_with_the_guide(program: str, person: Person, tmp_path: Path) -> None:
    own = person.home / "from-rpm"
    with running(person, program, "--data-dir", str(own), log=tmp_path / "log") as app:
        app.say("what is this?")
        assert wait_for_answer(own, "what is this?")
        assert app.close() == 0


def test_the_doctor_finds_nothing_wrong(program: str, person: Person) -> None:
    run = person.run(program, "doctor", "--json", "--data-dir", str(person.home / "from-rpm"))
    assert run.returncode == 0, run.stdout
    assert json.loads(run.stdout)


def test_it_asks_for_each_library_by_the_name_that_every_distribution_has() -> None:
    wanted = ["rpm", "--query", "--requires", "--package", str(installer("rpm"))]
    requires = subprocess.run(wanted, capture_output=True, text=True, check=True).stdout.split("\n")
    assert {"libnss3.so()(64bit)", "libxcb-cursor.so.0()(64bit)", "libssl.so.3()(64bit)"} <= set(requires)
    name = ["rpm", "--query", "--queryformat", "%{NAME} %{VERSION} %{ARCH}", "--package", str(installer("rpm"))]
    told = subprocess.run(name, capture_output=True, text=True, check=True).stdout
    assert told == f"{BRAND.slug} {__version__} x86_64"
