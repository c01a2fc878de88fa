"""The checks of Windows, with a registry of the test's own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.diagnostics.checks import dotnet, renderer, webview2
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, told

Registry = Mapping[tuple[str, str, str], str | int]
FOR_ME, FOR_ALL, FOR_ALL_32 = ((*place, "pv") for place in webview2.PLACES)


def windows(make_context: MakeContext, values: Registry) -> CheckContext:
    return make_context(system="windows", registry=lambda *place: values.get(place))


@pytest.mark.parametrize("place", [FOR_ME, FOR_ALL, FOR_ALL_32])
def test_webview2_passes_wherever_it_is_noted(make_context: MakeContext, place: tuple[str, str, str]) -> None:
    finding = webview2.probe(windows(make_context, {place: "131.0.2903.70"}))
    assert (finding.state, finding.evidence) == (State.PASS, {"version": "131.0.2903.70"})


@pytest.mark.parametrize("left", ["", "0.0.0.0", "none"])
def test_f20_without_webview2_it_fails_with_a_page_to_get_it(make_context: MakeContext, left: str) -> None:
    finding = webview2.probe(windows(make_context, {FOR_ALL: left}))
    state, sentence, remedy = told(finding)
    assert state is State.FAIL
    assert sentence == "Microsoft's web engine WebView2 is not installed, so there is no window."
    assert "Evergreen Bootstrapper" in remedy
    assert finding.remedy is not None
    assert finding.remedy.link.startswith("https://developer.microsoft.com/")


def test_f21_an_old_webview2_warns_and_a_very_old_one_fails(make_context: MakeContext) -> None:
    state, sentence, _ = told(webview2.probe(windows(make_context, {FOR_ME: "119.0.1.2", FOR_ALL: "9.0.1.1"})))
    assert (state, sentence) == (State.WARN, "WebView2 119.0.1.2 is old; the window works, and pages may look wrong.")
    state, sentence, _ = told(webview2.probe(windows(make_context, {FOR_ME: "85.0.564.40"})))
    assert (state, sentence) == (State.FAIL, "WebView2 85.0.564.40 is too old to draw the window.")


def test_dotnet_has_to_be_there_and_new_enough(make_context: MakeContext) -> None:
    assert dotnet.probe(windows(make_context, {dotnet.PLACE: 394_802})).state is State.PASS
    for values, words in (({}, "is not installed"), ({dotnet.PLACE: 394_271}, "is older than 4.6.2")):
        state, sentence, remedy = told(dotnet.probe(windows(make_context, values)))
        assert state is State.FAIL
        assert words in sentence
        assert "Windows Update" in remedy


def test_the_renderer_is_webview2_where_pywebview_sees_it(make_context: MakeContext) -> None:
    for place in (FOR_ME, FOR_ALL):
        finding = renderer.probe(windows(make_context, {place: "131.0.2903.70"}))
        assert finding.evidence == {"renderer": "edgechromium"}
    state, sentence, remedy = told(renderer.probe(windows(make_context, {FOR_ALL_32: "131.0.2903.70"})))
    assert state is State.FAIL
    assert "Internet Explorer" in sentence
    assert "Evergreen Bootstrapper" in remedy


def test_other_systems_are_left_out(make_context: MakeContext) -> None:
    assert {check.probe(make_context()).state for check in (webview2, dotnet, renderer)} == {State.SKIP}
