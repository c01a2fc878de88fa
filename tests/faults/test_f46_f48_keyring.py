"""F46-F48, T14, T15: keys and a real Secret Service: there, absent, locked, unlocked later, hanging, and outvoted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.processes import ROOT, started
from tests.support.secret_service import lock, secret_service, session_bus, unlock
from tests.support.waiting import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")

KEY = "sk-canary-0123456789-wxyz"


@pytest.fixture
def keyring(tmp_path: Path) -> Iterator[dict[str, str]]:
    with secret_service(tmp_path / "session") as environ:
        yield environ


def probe(environ: Mapping[str, str], *steps: str, seconds: float = 20, said: str = "") -> list[dict[str, Any]]:
    """Run the small program in a session and return what it told of each step."""
    command = [sys.executable, "-m", "tests.support.keyring_probe", str(seconds), *steps]
    done = subprocess.run(
        command, env=dict(environ), cwd=ROOT, input=said, text=True, capture_output=True, timeout=90, check=False
    )
    assert done.returncode == 0, done.stderr
    assert KEY not in done.stdout + done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def files_with_the_key(folder: Path) -> list[Path]:
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [path for path in found if KEY.encode() in path.read_bytes()]


def test_a_key_outlives_the_program_and_is_forgotten_for_good(keyring: dict[str, str], tmp_path: Path) -> None:
    (stored,) = probe(keyring, f"store {KEY}")
    assert (stored["source"], stored["keyring"]) == ("keyring", "available")
    assert probe(keyring, "read", "status")[0]["found"] == "wxyz"
    assert files_with_the_key(tmp_path) == []
    probe(keyring, "forget")
    assert probe(keyring, "read")[0]["found"] is None


def test_f46_without_a_keyring_the_key_is_for_this_session_and_in_no_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    nowhere = {**os.environ, "HOME": str(home), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    stored, read, status = probe(nowhere, f"store {KEY}", "read", "status")
    assert (stored["source"], stored["keyring"]) == ("session", "absent")
    assert (read["found"], status["source"]) == ("wxyz", "session")
    assert probe(nowhere, "read")[0]["found"] is None
    assert files_with_the_key(tmp_path) == []


def test_f47_a_locked_keyring_says_so_and_serves_again_once_it_is_unlocked(keyring: dict[str, str]) -> None:
    probe(keyring, f"store {KEY}")
    lock(keyring)
    assert probe(keyring, "read")[0]["error"] == "keyring_locked"
    unlock(keyring)
    assert probe(keyring, "read")[0]["found"] == "wxyz"


def test_f47_a_key_that_is_typed_while_the_keyring_is_locked_serves_this_session(keyring: dict[str, str]) -> None:
    lock(keyring)
    stored, read = probe(keyring, f"store {KEY}", "read")
    assert stored["error"] == "keyring_locked"
    assert read["found"] == "wxyz"


def test_f48_a_keyring_that_hangs_is_given_up_in_time_and_the_wait_is_told(tmp_path: Path) -> None:
    with session_bus(tmp_path / "session") as environ:
        service = [sys.executable, "-m", "tests.support.hanging_secret_service"]
        ready = tmp_path / "ready"
        with started([*service, str(ready)], environ=environ, log=tmp_path / "service.log"):
            wait_until(ready.exists, what="the service")
            stored, read = probe(environ, f"store {KEY}", "read", seconds=2)
    assert stored == {"error": "keyring_timeout", "waited": True}
    assert read["found"] == "wxyz"


@pytest.mark.parametrize(
    "chosen",
    ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "keyrings.alt.file.PlaintextKeyring"],
)
def test_t14_t15_neither_the_environment_nor_a_file_chooses_where_keys_go(
    keyring: dict[str, str], tmp_path: Path, chosen: str
) -> None:
    home = Path(keyring["HOME"])
    for folder in (".config/python_keyring", ".local/share/python_keyring"):
        (home / folder).mkdir(parents=True)
        (home / folder / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={chosen}\n")
    environ = {**keyring, "PYTHON_KEYRING_BACKEND": chosen}
    assert probe(environ, f"store {KEY}")[0]["source"] == "keyring"
    assert probe(keyring, "read")[0]["found"] == "wxyz"
    assert files_with_the_key(tmp_path) == []
