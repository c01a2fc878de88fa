from __future__ import annotations

from pathlib import Path

import pytest

from app.diagnostics.checks import kept_choices
from app.diagnostics.findings import CheckContext, State
from app.settings.locations import resolve_locations
from tests.unit.diagnostics.conftest import MakeContext, told


def test_a_folder_that_can_be_written_passes_and_is_left_as_it_was(make_context: MakeContext, tmp_path: Path) -> None:
    context = make_context()
    assert kept_choices.probe(context).state is State.PASS
    assert list(context.locations.settings_dir.iterdir()) == []
    assert kept_choices.probe(make_context(locations=resolve_locations(tmp_path / "new", {}))).state is State.PASS


def test_f10_a_folder_that_refuses_even_root_warns(make_context: MakeContext, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place, folder in ((Path("/proc/agentnook"), "/proc"), (tmp_path / "file", str(tmp_path / "file"))):
        finding = kept_choices.probe(make_context(locations=resolve_locations(place, {}), environ={}))
        state, sentence, remedy = told(finding)
        assert state is State.WARN
        assert sentence.endswith("so what you choose is lost at the end.")
        assert "--data-dir" in remedy
        assert finding.remedy is not None
        assert finding.remedy.commands == (f"ls -ld {folder}",)


@pytest.fixture
def read_only(make_context: MakeContext, monkeypatch: pytest.MonkeyPatch) -> CheckContext:
    context = make_context(system="windows")
    context.locations.settings_file.touch()
    monkeypatch.setattr("os.access", lambda *_: False)
    return context


def test_a_file_that_is_read_only_matters_on_windows(read_only: CheckContext, make_context: MakeContext) -> None:
    state, sentence, remedy = told(kept_choices.probe(read_only))
    assert (state, sentence) == (
        State.WARN,
        "The settings file is marked as read-only, so what you choose is lost at the end.",
    )
    assert "“Properties”" in remedy
    assert kept_choices.probe(make_context()).state is State.PASS
