from __future__ import annotations

import json

import pytest

from app.diagnostics.checks import window_size
from app.diagnostics.findings import State
from tests.unit.diagnostics.conftest import MakeContext, told


@pytest.mark.parametrize(("width", "zoom"), [(420, 100), (1024, 200), (1260, 300), (840, 200)])
def test_a_window_of_420_pixels_or_more_passes(make_context: MakeContext, width: int, zoom: int) -> None:
    context = make_context(environ={"AGENTNOOK_WINDOW_WIDTH_PX": str(width), "AGENTNOOK_ZOOM_PERCENT": str(zoom)})
    assert window_size.probe(context).evidence == {"width": width, "height": 720, "zoom": zoom, "maximized": False}
    assert window_size.probe(context).state is State.PASS


def test_a_zoom_that_leaves_too_little_warns(make_context: MakeContext) -> None:
    context = make_context()
    settings = {"settings_version": 1, "window_width_px": 838, "zoom_percent": 200}
    context.locations.settings_file.write_text(json.dumps(settings))
    finding = window_size.probe(context)
    state, sentence, remedy = told(finding)
    assert state is State.WARN
    assert sentence.startswith("At a zoom of 200 %, the window is only 419 pixels wide")
    assert "press Ctrl and 0" in remedy
    assert finding.remedy is not None
    assert finding.remedy.action == "settings"
    context.locations.settings_file.write_text(json.dumps({**settings, "window_maximized": True}))
    assert window_size.probe(context).state is State.PASS


def test_a_value_that_cannot_be_used_counts_as_none(make_context: MakeContext) -> None:
    context = make_context(environ={"AGENTNOOK_ZOOM_PERCENT": "1"})
    context.locations.settings_file.write_text(json.dumps({"settings_version": 1, "zoom_percent": "large"}))
    assert window_size.probe(context).evidence["zoom"] == 100
