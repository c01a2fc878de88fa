"""Notifications, over a real session bus to a service that notes them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.notifications import PLAIN
from tests.support.processes import ROOT, started
from tests.support.secret_service import session_bus
from tests.support.waiting import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the notification service is Linux's")

SHOW = "import sys; from app.services.notifications import show_notification as s; s(sys.argv[1], sys.argv[2])"


def show(environ: dict[str, str], who: str, message: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SHOW, who, message]
    return subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def shown(folder: Path, who: str, message: str) -> list[str]:
    """Show one to a service that notes it, and return what it was told: program, title, words."""
    ready, noted = folder / "ready", folder / "shown"
    with session_bus(folder / "session") as environ:
        service = [sys.executable, "-m", "tests.support.notification_service", str(ready), str(noted)]
        with started(service, log=folder / "service.log", environ=environ):
            wait_until(ready.exists, what="the notification service")
            done = show(environ, who, message)
            assert done.returncode == 0, done.stderr
            wait_until(noted.exists, what="the notification")
    (line,) = noted.read_text().splitlines()
    told: list[str] = json.loads(line)
    return told


def test_a_notification_is_plain_text_under_the_agents_name(tmp_path: Path) -> None:
    said = "Booked: <b>Rome</b> & back".translate(PLAIN)
    assert not set("<>&").intersection(said)
    assert shown(tmp_path, "Trip agent", "Booked: <b>Rome</b> & back") == ["Agentnook", "Trip agent", said]


def test_a_notification_is_one_line_that_hides_nothing(tmp_path: Path) -> None:
    hides = "Booked\n\n\u2028Your bank:\x1b[0m\x07 \u2066pay\u2069 \u200bnow\x85é"
    told = shown(tmp_path, "Trip\u202e agent\n", hides)
    assert told == ["Agentnook", "Trip agent", "Booked Your bank:[0m pay now é"]


def test_without_a_service_the_agent_hears_of_it(tmp_path: Path) -> None:
    with session_bus(tmp_path / "session") as environ:
        done = show(environ, "Trip agent", "Booked")
    assert "Unavailable: This desktop shows no notifications." in done.stderr
