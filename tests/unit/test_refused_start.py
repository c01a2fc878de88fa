from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.refused_start import doctor_command


@pytest.mark.parametrize(
    ("platform", "is_frozen", "command"),
    [
        ("linux", True, "agentnook doctor"),
        ("win32", False, "agentnook doctor"),
        ("win32", True, '"{folder}/agentnook-cli.exe" doctor'),
        ("darwin", True, '"{folder}/agentnook" doctor'),
    ],
)
def test_the_doctor_is_named_as_it_can_be_typed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, is_frozen: bool, command: str
) -> None:
    monkeypatch.setattr(sys, "frozen", is_frozen, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "agentnook"))
    assert doctor_command(platform) == command.format(folder=tmp_path)
