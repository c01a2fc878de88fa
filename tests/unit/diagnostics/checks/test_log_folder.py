from __future__ import annotations

from pathlib import Path

from app.diagnostics.checks import log_folder
from app.diagnostics.findings import State
from app.settings.locations import Locations
from tests.unit.diagnostics.conftest import MakeContext, odd_things_at


def located(log_dir: Path) -> Locations:
    return Locations(log_dir, log_dir, log_dir, log_dir, log_dir)


def test_a_folder_that_can_be_written_passes(make_context: MakeContext) -> None:
    context = make_context()
    assert log_folder.probe(context).state is State.PASS
    assert not context.locations.log_dir.exists()


def test_a_folder_that_refuses_warns(make_context: MakeContext, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (Path("/proc"), tmp_path / "file"):
        finding = log_folder.probe(make_context(locations=located(place)))
        assert finding.state is State.WARN
        assert finding.summary.startswith("The log cannot be written")
        assert finding.remedy is not None
        assert finding.remedy.commands == (f"ls -ld {place}",)


def test_what_is_no_file_in_the_logs_place_warns(make_context: MakeContext) -> None:
    context = make_context()
    path = context.locations.log_file
    path.parent.mkdir(parents=True)
    for _ in odd_things_at(path):
        finding = log_folder.probe(context)
        assert finding.state is State.WARN
        assert finding.remedy is not None
        assert finding.remedy.commands == ("mv ~/data/log/agentnook.log /tmp/",)
