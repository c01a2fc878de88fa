"""What only one system has is read there, and is nothing elsewhere."""

from __future__ import annotations

import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.diagnostics.checks import dotnet
from app.diagnostics.system_readers import read_attribute, read_registry, system_proxies


def test_this_system_has_neither_registry_nor_attributes_of_macos(tmp_path: Path) -> None:
    assert read_registry(*dotnet.PLACE) is None
    assert read_attribute(tmp_path, "com.apple.quarantine") is None


def test_the_proxies_are_those_that_requests_find(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:1")
    assert system_proxies()["https"] == "http://proxy.example:1"


class FakeRegistry:
    """Windows' own module, as far as it is called."""

    HKEY_LOCAL_MACHINE = 1

    def OpenKey(self, hive: int, key: str) -> Any:  # noqa: N802 -- its name
        if (hive, key) != (1, dotnet.PLACE[1]):
            raise FileNotFoundError(key)
        return nullcontext()

    def QueryValueEx(self, _key: object, name: str) -> tuple[object, int]:  # noqa: N802 -- its name
        return {"Release": (533_320, 4), "Other": (b"", 3)}[name]


def test_on_windows_the_registry_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", FakeRegistry())
    assert read_registry(*dotnet.PLACE) == 533_320
    assert read_registry(*dotnet.PLACE[:2], "Other") is None
    assert read_registry("HKEY_LOCAL_MACHINE", "gone", "Release") is None


@pytest.mark.parametrize(("told", "value"), [((0, b"0081;x\n"), "0081;x"), ((1, b""), None), (None, None)])
def test_on_macos_the_systems_tool_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: tuple[int, bytes] | None, value: str | None
) -> None:
    def run(command: list[str], **_: object) -> Any:
        assert command == ["/usr/bin/xattr", "-p", "com.apple.quarantine", str(tmp_path)]
        if told is None:
            raise subprocess.TimeoutExpired(command, 1)
        return SimpleNamespace(returncode=told[0], stdout=told[1])

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", run)
    assert read_attribute(tmp_path, "com.apple.quarantine") == value
