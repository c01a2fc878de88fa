"""Where a machine has no uv, pip brings exactly one version of it, and only a file whose hash is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

import uv_tool


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Return what would be run, by a machine that has no uv until something has been."""
    ran: list[list[str]] = []
    monkeypatch.setattr(uv_tool, "run_quietly", lambda command, **_how: ran.append(list(command)))
    monkeypatch.setattr(uv_tool, "_present_uv_candidates", lambda: iter(["uv"] if ran else []))
    monkeypatch.setattr(uv_tool, "_is_new_enough", lambda _path: True)
    monkeypatch.setattr(uv_tool, "TOOLS", tmp_path)
    return ran


@pytest.mark.parametrize("modules", [{"ensurepip", "pip"}, {"pip"}, set[str]()])
def test_every_way_to_install_uv_is_pinned(
    commands: list[Sequence[str]], modules: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uv_tool, "_can", modules.__contains__)
    assert uv_tool.bring_uv() == "uv"
    install = commands[-1]
    assert install[1:4] == ["-m", "pip", "install"]
    assert tuple(install[-len(uv_tool.PINNED) :]) == uv_tool.PINNED
    assert not [word for word in install if re.match(r"uv\b.*[<>=]", word)]


def test_the_pin_is_one_version_with_a_hash_for_each_system() -> None:
    lines = [line for line in uv_tool.REQUIREMENTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    pin = re.fullmatch(r"uv==(\d+)\.(\d+)\.\d+ \\", lines[0])
    assert pin is not None
    assert (int(pin[1]), int(pin[2])) >= uv_tool.OLDEST_UV
    assert len(lines) > 10
    assert [line for line in lines[1:] if not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)] == []
    assert "--require-hashes" in uv_tool.PINNED
