from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.diagnostics.checks import data_folder
from app.diagnostics.checks.folder_trial import try_to_write
from app.diagnostics.findings import State, System
from app.settings.locations import Locations, resolve_locations
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


@pytest.fixture
def own_folder(tmp_path: Path) -> Locations:
    """Return locations whose data folder has the program's own name."""
    locations = resolve_locations(tmp_path / "home" / "agentnook", {})
    locations.data_dir.mkdir(parents=True)
    return locations


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(data_folder, "try_to_write", lambda _: OSError(number, os.strerror(number)))


@pytest.mark.parametrize(
    ("number", "system", "commands"),
    [
        (errno.EACCES, "linux", ("chmod u+rwx ~/agentnook",)),
        (errno.EACCES, "windows", ()),
        (errno.EROFS, "linux", ()),
        (errno.ENOSPC, "macos", ()),
    ],
)
def test_each_cause_has_its_remedy(
    make_context: MakeContext,
    own_folder: Locations,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    system: System,
    commands: tuple[str, ...],
) -> None:
    refuse(monkeypatch, number)
    finding = data_folder.probe(make_context(system=system, locations=own_folder))
    assert finding.state is State.FAIL
    assert finding.remedy is not None
    assert finding.remedy.commands == commands


def test_a_folder_of_somebody_else_is_given_back(
    make_context: MakeContext, own_folder: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, errno.EACCES)
    monkeypatch.setattr("os.geteuid", lambda: 4_000_000)
    finding = data_folder.probe(make_context(locations=own_folder))
    assert finding.remedy is not None
    assert finding.remedy.commands == ('sudo chown -R "$USER" ~/agentnook',)


@pytest.mark.parametrize("place", ["/", "/home", "/not/there/agentnook", "/etc"])
def test_no_command_ever_changes_the_rights_of_a_folder_that_is_not_ours(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    refuse(monkeypatch, errno.EACCES)
    monkeypatch.setattr("os.geteuid", lambda: 4_000_000)
    finding = data_folder.probe(make_context(locations=resolve_locations(Path(place), {})))
    assert finding.state is State.FAIL
    assert finding.remedy is not None
    assert finding.remedy.commands == ()
    assert "--data-dir" in finding.remedy.text


def test_a_folder_that_is_meant_for_everybody_is_left_as_it_is(make_context: MakeContext) -> None:
    context = make_context()
    context.locations.data_dir.chmod(0o1777)
    finding = data_folder.probe(context)
    assert finding.state is State.WARN
    assert finding.remedy is not None
    assert finding.remedy.commands == ()


def test_the_trial_leaves_nothing_behind_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.write", refuse)
    error = try_to_write(tmp_path)
    assert error is not None
    assert error.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
