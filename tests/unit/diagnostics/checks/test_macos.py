"""The checks of macOS, with an application bundle of the test's own."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from app.diagnostics.checks import mac_microphone, mac_place, mac_signature
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, told


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a whole bundle: signed, with its ticket, and with its reason for the microphone."""
    bundle = tmp_path / "Applications" / "Agentnook.app"
    for name in (mac_signature.SIGNATURE, mac_signature.TICKET):
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).touch()
    (bundle / "Contents/Info.plist").write_bytes(plistlib.dumps({mac_microphone.REASON: "To write what you say."}))
    return bundle


def run_from(make_context: MakeContext, bundle: Path, mark: str | None = None) -> CheckContext:
    marks = {(bundle, mac_place.QUARANTINE): mark}
    executable = bundle / "Contents/MacOS/agentnook"
    return make_context(
        system="macos", is_frozen=True, executable=executable, attribute=lambda *place: marks.get(place)
    )


def test_a_whole_bundle_passes(make_context: MakeContext, bundle: Path) -> None:
    context = run_from(make_context, bundle, mark="0041;65f0c2a1;Safari;")
    assert [check.probe(context).state for check in (mac_place, mac_signature, mac_microphone)] == [State.PASS] * 3
    assert mac_place.probe(run_from(make_context, bundle)).state is State.PASS


def test_a_shadow_copy_warns_and_says_where_to_put_it(make_context: MakeContext, tmp_path: Path) -> None:
    shadow = tmp_path / "AppTranslocation" / "0AF3" / "d" / "Agentnook.app"
    state, sentence, remedy = told(mac_place.probe(run_from(make_context, shadow)))
    assert state is State.WARN
    assert "shadow copy" in sentence
    assert "“Applications”" in remedy


@pytest.mark.parametrize("mark", ["0081;65f0c2a1;Safari;", "odd"])
def test_quarantine_warns_and_says_how_to_agree(make_context: MakeContext, bundle: Path, mark: str) -> None:
    state, sentence, remedy = told(mac_place.probe(run_from(make_context, bundle, mark)))
    assert state is State.WARN
    assert "mark of a download" in sentence
    assert "Control key" in remedy


def test_a_missing_signature_fails_and_a_missing_ticket_warns(make_context: MakeContext, bundle: Path) -> None:
    context = run_from(make_context, bundle)
    (bundle / mac_signature.TICKET).unlink()
    state, sentence, remedy = told(mac_signature.probe(context))
    assert state is State.WARN
    assert "Apple's ticket is not with the program" in sentence
    assert "Download the program again" in remedy
    (bundle / mac_signature.SIGNATURE).unlink()
    state, sentence, _ = told(mac_signature.probe(context))
    assert state is State.FAIL
    assert "signature is missing" in sentence


@pytest.mark.parametrize("content", [plistlib.dumps({}), plistlib.dumps([]), b"<plist", None])
def test_no_reason_for_the_microphone_warns(make_context: MakeContext, bundle: Path, content: bytes | None) -> None:
    description = bundle / "Contents/Info.plist"
    description.unlink() if content is None else description.write_bytes(content)
    state, sentence, remedy = told(mac_microphone.probe(run_from(make_context, bundle)))
    assert state is State.WARN
    assert "dictation is not possible" in sentence
    assert remedy


def test_without_a_bundle_they_are_left_out(make_context: MakeContext) -> None:
    # The Python of macOS itself runs from a bundle of its own.
    own = Path("/Library/Frameworks/Python.framework/Resources/Python.app/Contents/MacOS/Python")
    for check in (mac_place, mac_signature, mac_microphone):
        for context in (make_context(), make_context(is_frozen=True, executable=own)):
            assert told(check.probe(context))[:2] == (State.SKIP, "This matters on macOS only.")
        for changes in ({"executable": own}, {"is_frozen": True}):
            finding = check.probe(make_context(system="macos", **changes))
            assert told(finding)[:2] == (State.SKIP, "The program is not run from an application bundle.")
