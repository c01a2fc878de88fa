from __future__ import annotations

from pathlib import Path

from app.diagnostics.checks import python
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext


def test_this_python_has_what_is_needed(make_context: MakeContext) -> None:
    assert python.probe(make_context()).state is State.PASS


def test_packages_that_are_not_there_are_named(make_context: MakeContext, tmp_path: Path) -> None:
    for name in set(python.PACKAGES) - {"chatkit", "mcp"}:
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a check must not import')\n")
    finding = python.probe(make_context(module_folders=(str(tmp_path),)))
    assert finding.state is State.FAIL
    assert finding.evidence["missing"] == ["chatkit", "mcp"]
    assert "chatkit, mcp" in finding.summary
    assert finding.remedy is not None
    assert finding.remedy.commands


def test_an_old_python_is_told(make_context: MakeContext) -> None:
    finding = python.probe(make_context(python_version=(3, 10, 4)))
    assert finding.state is State.FAIL
    assert "3.10.4" in finding.summary
    assert finding.remedy is not None
    assert "3.11" in finding.remedy.text


def test_a_bundle_has_its_packages_inside(make_context: MakeContext) -> None:
    assert python.probe(make_context(module_folders=(), is_frozen=True)).state is State.PASS
