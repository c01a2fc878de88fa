from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.diagnostics.checks import disk_room
from app.diagnostics.findings import State
from app.settings.locations import resolve_locations
from tests.unit.diagnostics.conftest import MakeContext


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path | None]:
    """Return a disk of 64 KiB, where the machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    mounted = os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0
    yield place if mounted else None
    if mounted:
        subprocess.run(["umount", str(place)], check=True)


def test_this_disk_has_a_number(make_context: MakeContext) -> None:
    finding = disk_room.probe(make_context())
    assert isinstance(finding.measured["free_mebibytes"], int)


@pytest.mark.parametrize(("mebibytes", "state"), [(0, "fail"), (19, "fail"), (100, "warn"), (5000, "pass")])
def test_how_much_is_enough(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch, mebibytes: int, state: str
) -> None:
    usage = shutil.disk_usage(".")._replace(free=mebibytes * disk_room.MEBIBYTE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    finding = disk_room.probe(make_context())
    assert finding.state == state
    assert (finding.remedy is None) == (state == "pass")


def test_a_full_disk_fails(make_context: MakeContext, tiny_disk: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if tiny_disk is None:
        usage = shutil.disk_usage(".")._replace(free=65_536)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    locations = resolve_locations((tiny_disk or Path()) / "not" / "there", {})
    finding = disk_room.probe(make_context(locations=locations))
    assert finding.state is State.FAIL
    assert finding.summary == "The disk of your conversations is full."
    assert finding.remedy is not None
    assert "trash" in finding.remedy.text
