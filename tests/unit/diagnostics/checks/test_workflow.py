from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.diagnostics.checks import workflow
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext

GOOD = "wf_68df4b13b3588190a09d19288d4610ec0df388c3983f58d1"


def test_without_an_id_there_is_nothing_to_look_at(make_context: MakeContext, tmp_path: Path) -> None:
    assert workflow.probe(make_context()).state is State.SKIP
    assert workflow.probe(make_context(environ={"CHATKIT_WORKFLOW_ID": ""})).state is State.SKIP
    assert workflow.probe(make_context(env_file=tmp_path / "gone")).state is State.SKIP


@pytest.mark.parametrize("name", ["AGENTNOOK_WORKFLOW_ID", "CHATKIT_WORKFLOW_ID", "NEXT_PUBLIC_CHATKIT_WORKFLOW_ID"])
def test_a_good_id_passes_and_is_not_shown(make_context: MakeContext, name: str) -> None:
    finding = workflow.probe(make_context(environ={name: GOOD}))
    assert finding.state is State.PASS
    assert name in finding.summary
    assert GOOD not in repr(finding)


@pytest.mark.parametrize("wrong", ["68df4b13b3588190", "sk-proj-abcdefgh", "wf_", "wf_a b", "WF_68df4b13b3588190"])
def test_what_is_no_id_warns_and_is_not_shown(make_context: MakeContext, wrong: str) -> None:
    finding = workflow.probe(make_context(environ={"CHATKIT_WORKFLOW_ID": wrong}))
    assert finding.state is State.WARN
    assert "CHATKIT_WORKFLOW_ID" in finding.summary
    assert wrong not in repr(finding).replace("wf_,", "")
    assert finding.remedy is not None
    assert "Agent Builder" in finding.remedy.text


@pytest.mark.parametrize("example", ["wf_your_workflow_id", "wf_replace_me_please", "wf_...", "wf_XXXXXXXXXXXX"])
def test_the_id_of_an_example_warns(make_context: MakeContext, tmp_path: Path, example: str) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"CHATKIT_WORKFLOW_ID={example}\n")
    finding = workflow.probe(make_context(env_file=env_file))
    assert finding.state is State.WARN
    assert "example" in finding.summary


def test_the_place_that_wins_is_judged(make_context: MakeContext) -> None:
    context = make_context(environ={"CHATKIT_WORKFLOW_ID": GOOD})
    context.locations.settings_file.write_text(json.dumps({"settings_version": 1, "workflow_id": 7}))
    finding = workflow.probe(context)
    assert finding.state is State.PASS
    assert finding.evidence == {"set_in": ["CHATKIT_WORKFLOW_ID", "the settings file"]}
    without = make_context()
    assert workflow.probe(without).state is State.WARN
