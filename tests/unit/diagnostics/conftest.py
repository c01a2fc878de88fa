"""A small computer of its own for each test of diagnostics, to break one thing in it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.diagnostics.checks import qt_engine
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import CheckContext, Finding, State
from app.diagnostics.report import Report
from app.resources import assets_dir
from app.settings.locations import resolve_locations

MakeContext = Callable[..., CheckContext]

NOW = 1_795_000_000.0  # in November 2026


@pytest.fixture(autouse=True)
def patient_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_engine, "LDD_SECONDS", 60.0)


@pytest.fixture
def make_context(tmp_path: Path) -> MakeContext:
    """Return what makes the context of a healthy computer, except for what the test says."""

    def make(**changes: Any) -> CheckContext:
        home = tmp_path / "home"
        context = CheckContext(
            locations=resolve_locations(home / "data", {}),
            environ={"HOME": str(home)},
            system="linux",
            now=lambda: NOW,
            root=tmp_path / "root",
            module_folders=tuple(sys.path),
            python_version=(3, 11, 2),
            assets=assets_dir(),
        )
        context.locations.data_dir.mkdir(parents=True, exist_ok=True)
        context.locations.data_dir.chmod(0o700)
        context.root.mkdir(exist_ok=True)
        return replace(context, **changes)

    return make


def run_patiently(context: CheckContext) -> Report:
    """Run every check when its answer matters and not its time: a machine under tests is slow."""
    return run_checks(context, check_seconds=60.0, total_seconds=60.0)


def told(finding: Finding) -> tuple[State, str, str]:
    """Return what a person is told: state, sentence, remedy, from the catalogue; apostrophes are as one types them."""
    remedy = finding.remedy.text if finding.remedy is not None else ""
    assert not finding.summary.startswith("doctor.")
    assert not remedy.startswith("doctor.")
    return finding.state, finding.summary.replace("\u2019", "'"), remedy.replace("\u2019", "'")


def describe(context: CheckContext, *records: dict[str, Any]) -> CheckContext:
    """Describe connections, each by what a test says of it."""
    whole = [{"id": f"one-{number}", **record} for number, record in enumerate(records)]
    context.locations.connections_file.write_text(json.dumps({"version": 1, "connections": whole}))
    return context


def odd_things_at(path: Path) -> Iterator[str]:
    """Put one thing after the other where a plain file should be: a pipe, a folder, a link to something endless."""
    os.mkfifo(path)
    yield "pipe"
    path.unlink()
    path.mkdir()
    yield "folder"
    path.rmdir()
    path.symlink_to("/dev/zero")
    yield "link"
    path.unlink()
