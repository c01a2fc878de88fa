from __future__ import annotations

from pathlib import Path

import pytest

from app import __version__
from app.diagnostics.checks import program
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext


def test_it_says_version_and_kind(make_context: MakeContext) -> None:
    finding = program.probe(make_context())
    assert finding.state is State.PASS
    assert finding.evidence == {"version": __version__, "install_kind": "source"}
    assert __version__ in finding.summary


def test_two_versions_on_top_of_each_other_are_told(
    make_context: MakeContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = tmp_path / "agentnook-0.0.9.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text("Metadata-Version: 2.1\nName: agentnook\nVersion: 0.0.9\n")
    monkeypatch.setattr(program, "is_source_run", lambda: False)
    finding = program.probe(make_context(module_folders=(str(tmp_path),)))
    assert finding.state is State.WARN
    assert "0.0.9" in finding.summary
    assert finding.remedy is not None
    assert finding.remedy.commands == ("python3 -m pip install --force-reinstall agentnook",)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("bundle", {"is_frozen": True}),
        ("snap", {"is_frozen": True, "environ": {"SNAP": "/snap/x"}}),
        ("appimage", {"is_frozen": True, "environ": {"APPIMAGE": "/x"}}),
        ("source", {"environ": {"SNAP": "/snap/code"}}),
    ],
)
def test_every_kind_has_its_sentence(make_context: MakeContext, kind: str, changes: dict[str, object]) -> None:
    finding = program.probe(make_context(**changes))
    assert finding.evidence["install_kind"] == kind
    assert not finding.summary.startswith("doctor.")


def test_a_flatpak_is_known_by_its_note(make_context: MakeContext) -> None:
    context = make_context(is_frozen=True)
    (context.root / ".flatpak-info").write_text("")
    assert program.probe(context).evidence["install_kind"] == "flatpak"
