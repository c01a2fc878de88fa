"""What every test gets: an environment and a home that say nothing about this machine."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

FORGOTTEN_PREFIXES = ("AGENTNOOK_", "CHATKIT_", "NEXT_PUBLIC_", "OPENAI_", "PYWEBVIEW_", "QTWEBENGINE_", "XDG_CONFIG_")
FORGOTTEN_NAMES = ("QT_QPA_PLATFORM", "QT_API", "LC_ALL", "LC_MESSAGES", "LANGUAGE")
PROXY_NAMES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


def _is_forgotten(name: str) -> bool:
    return name.startswith(FORGOTTEN_PREFIXES) or name in FORGOTTEN_NAMES or name.lower() in PROXY_NAMES


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home folder that holds nothing of the person who runs the tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, empty_home: Path) -> None:
    """Take away every variable that could steer the program, so that a test says itself what it depends on."""
    for name in [name for name in os.environ if _is_forgotten(name)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(empty_home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(empty_home / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(empty_home / ".local" / "share"))
    monkeypatch.setenv("XDG_STATE_HOME", str(empty_home / ".local" / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(empty_home / ".cache"))


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """Leave the process's log as it was: what a test of a command adds to it would hear every later test."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in [each for each in root.handlers if each not in handlers]:
        root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture(autouse=True)
def needs_display(request: pytest.FixtureRequest) -> None:
    """Say plainly what is missing when a test of the real window runs without a screen."""
    if request.node.get_closest_marker("window") and not os.environ.get("DISPLAY"):
        pytest.fail("this test opens a window: run it with `python3 packaging/dev.py test`", pytrace=False)
