from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest

from app.diagnostics.checks import uploads
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext, describe, told

WORKFLOW = {"kind": "workflow", "workflow_id": "wf_68df4b13b3588190"}


def test_the_limits_are_told_and_nothing_is_made(make_context: MakeContext) -> None:
    context = describe(make_context(), WORKFLOW, {**WORKFLOW, "chat": {"attachments": False}})
    finding = uploads.probe(context)
    assert finding.state is State.PASS
    assert "up to 100 MB" in finding.summary
    assert "5 of up to 10 MB" in finding.summary
    assert finding.evidence["switched_off"] == ["one-1"]
    assert not (context.locations.data_dir / "attachments").exists()


def test_a_file_in_the_folders_place_fails(make_context: MakeContext) -> None:
    context = make_context()
    (context.locations.data_dir / "attachments").touch()
    finding = uploads.probe(context)
    state, sentence, remedy = told(finding)
    assert state is State.FAIL
    assert "nothing can be attached" in sentence
    assert "move away" in remedy
    assert finding.remedy is not None
    assert finding.remedy.commands == ("ls -ld ~/data/attachments",)


def test_f08_no_room_for_the_largest_file_warns(make_context: MakeContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=uploads.LARGEST_LOCAL - 1))
    state, sentence, remedy = told(uploads.probe(make_context()))
    assert state is State.WARN
    assert sentence.startswith("There is less room on the disk")
    assert "Empty the trash" in remedy
