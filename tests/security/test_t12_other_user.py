"""T12: another person with an account on this computer connects to the page server."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.window import page_request
from app.window.page_server import PageServer
from tests.support.pages import FILES, port_of, running_server, write_assets

# Runs as `nobody`, who can read none of our files: standard library only, all it knows on its command line.
VISITOR = """
import json, os, socket, sys
port, guesses, seen = int(sys.argv[1]), json.loads(sys.argv[2]), []
for address, host in (("127.0.0.1", "127.0.0.1"), ("::1", "localhost")):
    for guess in guesses:
        for path in ("shell/index.html", "chat/builtin.html", "locales/en.json"):
            with socket.create_connection((address, port), timeout=5) as connection:
                connection.sendall(f"GET /{guess}{path} HTTP/1.1\\r\\nHost: {host}:{port}\\r\\n\\r\\n".encode())
                head, _, body = connection.makefile("rb").read(65536).partition(b"\\r\\n\\r\\n")
            seen.append([int(head.split()[1]), len(body)])
print(json.dumps({"user": os.getuid(), "seen": seen}))
"""
GUESSES = ["", "/", "token/", "a" * 43 + "/", "%2e/", "../", "-/"]

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("python3"),
    reason="only root can become another user",
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PageServer]:
    with running_server(write_assets(tmp_path)) as server:
        yield server


def visit_as_nobody(server: PageServer, guesses: list[str]) -> list[list[int]]:
    """Return the status and body size of every request that `nobody` made."""
    system_python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable
    run = subprocess.run(
        [system_python, "-I", "-S", "-c", VISITOR, str(port_of(server)), json.dumps(guesses)],
        user="nobody",
        group="nogroup",
        extra_groups=[],
        cwd="/",
        env={},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    report = json.loads(run.stdout)
    assert report["user"] != os.geteuid()
    seen: list[list[int]] = report["seen"]
    return seen


def test_t12_without_the_token_another_user_finds_nothing(server: PageServer) -> None:
    seen = visit_as_nobody(server, GUESSES)
    assert len(seen) == 2 * len(GUESSES) * 3
    assert {tuple(answer) for answer in seen} == {(404, 0)}


def test_t12_every_start_has_a_token_of_its_own(tmp_path: Path) -> None:
    assets = write_assets(tmp_path)
    urls = set()
    for _ in range(20):
        with running_server(assets) as server:
            urls.add(server.shell_url.split("/")[3])
    assert len(urls) == 20


def test_t12_token_twin(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_request, "token_is_right", lambda token, path_token: True)
    monkeypatch.setattr("app.window.page_server.IDLE_SECONDS", 0.05)
    assert [200, len(FILES["shell/index.html"])] in visit_as_nobody(server, ["guess/"])
