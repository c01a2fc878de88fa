from __future__ import annotations

import json

import pytest

from app.diagnostics.checks import nvidia
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, told

GTK = {"AGENTNOOK_ENGINE": "gtk"}


@pytest.fixture
def context(make_context: MakeContext) -> CheckContext:
    """Return a computer with NVIDIA's driver and GTK's engine."""
    context = make_context(environ=GTK)
    driver = context.root / "proc/driver/nvidia"
    driver.mkdir(parents=True)
    (driver / "version").write_text("NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.163.01\n")
    return context


def test_the_pair_that_leaves_the_window_blank_warns_with_the_way_out(context: CheckContext) -> None:
    finding = nvidia.probe(context)
    state, sentence, remedy = told(finding)
    assert (state, sentence) == (State.WARN, "With NVIDIA's driver, GTK's web engine can show an empty window.")
    assert "software rendering" in remedy
    assert finding.remedy is not None
    assert finding.remedy.commands == ("agentnook --software-rendering",)


def test_either_switch_makes_it_safe(context: CheckContext, make_context: MakeContext) -> None:
    for switch in ({"WEBKIT_DISABLE_DMABUF_RENDERER": "1"}, {"AGENTNOOK_SOFTWARE_RENDERING": "yes"}):
        finding = nvidia.probe(make_context(environ={**GTK, **switch}))
        assert finding.state is State.PASS
        assert "what leaves the window empty is switched off" in finding.summary
        assert finding.evidence == {"nvidia": True, "switched_off": True}
    assert nvidia.probe(make_context(environ={**GTK, "WEBKIT_DISABLE_DMABUF_RENDERER": "0"})).state is State.WARN
    context.locations.settings_file.write_text(json.dumps({"settings_version": 1, "software_rendering": True}))
    assert nvidia.probe(context).state is State.PASS


def test_other_drivers_pass_and_other_engines_are_left_out(make_context: MakeContext) -> None:
    finding = nvidia.probe(make_context(environ=GTK))
    assert told(finding)[:2] == (State.PASS, "No driver is in use that is known to leave the window empty.")
    assert finding.evidence == {"nvidia": False, "switched_off": False}
    assert nvidia.probe(make_context()).state is State.SKIP
    assert nvidia.probe(make_context(system="macos")).state is State.SKIP
