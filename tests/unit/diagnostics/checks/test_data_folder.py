from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.diagnostics.checks import data_folder
from app.diagnostics.checks.folder_trial import try_to_write
from app.diagnostics.findings import State, System
from app.settings.locations import resolve_locations
from tests.unit.diagnostics.conftest import MakeContext


def test_a_folder_that_can_be_written_passes_and_is_left_as_it_was(make_context: MakeContext) -> None:
    context = make_context()
    assert data_folder.probe(context).state is State.PASS
    assert list(context.locations.data_dir.iterdir()) == []


def test_a_folder_that_is_not_there_yet_passes_and_is_not_made(make_context: MakeContext, tmp_path: Path) -> None:
    locations = resolve_locations(tmp_path / "new" / "deep", {})
    assert data_folder.probe(make_context(locations=locations)).state is State.PASS
    assert not (tmp_path / "new").exists()


def test_a_folder_that_refuses_even_root_fails(make_context: MakeContext) -> None:
    # Nobody, not even root, makes a file there.
    locations = resolve_locations(Path("/proc"), {})
    finding = data_folder.probe(make_context(locations=locations))
    assert finding.state is State.FAIL
    assert finding.summary.startswith("Nothing can be written")
    assert "/proc" in finding.detail
    assert finding.remedy is not None


def test_a_file_or_a_pipe_in_its_place_fails(make_context: MakeContext, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    os.mkfifo(tmp_path / "pipe")
    for place in ("file", "file/deeper", "pipe"):
        finding = data_folder.probe(make_context(locations=resolve_locations(tmp_path / place, {})))
        assert finding.state is State.FAIL
        assert finding.summary.startswith("There is a file")
        assert finding.remedy is not None


def test_a_folder_that_others_may_change_warns(make_context: MakeContext) -> None:
    context = make_context()
    context.locations.data_dir.chmod(0o777)
    finding = data_folder.probe(context)
    assert finding.state is State.WARN
    assert finding.remedy is not None
    assert finding.remedy.commands == ("chmod 700 ~/data",)


@pytest.mark.parametrize(
    ("number", "system", "commands"),
    [
        (errno.EACCES, "linux", ("chmod u+rwx ~/data",)),
        (errno.EACCES, "windows", ()),
        (errno.EROFS, "linux", ()),
        (errno.ENOSPC, "macos", ()),
    ],
)
def test_each_cause_has_its_remedy(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch, number: int, system: System, commands: tuple[str, ...]
) -> None:
    monkeypatch.setattr(data_folder, "try_to_write", lambda _: OSError(number, os.strerror(number)))
    finding = data_folder.probe(make_context(system=system))
    assert finding.state is State.FAIL
    assert finding.remedy is not None
    assert finding.remedy.commands == commands


def test_a_folder_of_somebody_else_is_given_back(make_context: MakeContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, "try_to_write", lambda _: PermissionError(errno.EACCES, "denied"))
    monkeypatch.setattr("os.geteuid", lambda: 4_000_000)
    finding = data_folder.probe(make_context())
    assert finding.remedy is not None
    assert finding.remedy.commands == ('sudo chown -R "$USER" ~/data',)


def test_the_trial_leaves_nothing_behind_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.write", refuse)
    error = try_to_write(tmp_path)
    assert error is not None
    assert error.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
