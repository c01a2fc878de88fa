from __future__ import annotations

from pathlib import Path

import pytest

from app.diagnostics.checks import kept_choices
from app.diagnostics.findings import State
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


def test_a_file_that_is_read_only_matters_on_windows(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = make_context(system="windows")
    assert kept_choices.probe(context).state is State.PASS
    context.locations.settings_file.touch()
    assert kept_choices.probe(context).state is State.PASS
    # Root, who runs tests, may write whatever a file's rights are.
    monkeypatch.setattr("os.access", lambda *_: False)
    state, sentence, remedy = told(kept_choices.probe(context))
    assert (state, sentence) == (
        State.WARN,
        "The settings file is marked as read-only, so what you choose is lost at the end.",
    )
    assert "“Properties”" in remedy
    assert kept_choices.probe(make_context()).state is State.PASS
