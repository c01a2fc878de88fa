"""The trial of an installer, as far as it opens the window: here that of the program as it stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import trial
from checkout import ROOT
from tests.support.official_app import NO_BUS
from tests.support.running_app import window_environment

pytestmark = [pytest.mark.window, pytest.mark.qt]


def test_the_window_opens_and_its_pages_ask_for_the_chat_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in window_environment(DBUS_SESSION_BUS_ADDRESS=NO_BUS).items():
        monkeypatch.setenv(name, value)
    program = tmp_path / "program"
    root = "--allow-root" if os.geteuid() == 0 else ""
    program.write_text(f'#!/bin/sh\ncd "{ROOT}" && exec "{sys.executable}" -m app {root} "$@"\n')
    program.chmod(0o755)
    trial.open_window(program, tmp_path / "data")
