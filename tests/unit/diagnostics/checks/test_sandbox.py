from __future__ import annotations

import pytest

from app.diagnostics.checks import sandbox
from app.diagnostics.findings import CheckContext, State
from tests.unit.diagnostics.conftest import MakeContext, told

WHOLE = {
    "Application": "name=org.example.Agentnook",
    "Context": "shared=network;ipc;\nsockets=wayland;fallback-x11;",
    "Session Bus Policy": "org.freedesktop.secrets=talk",
}


def in_flatpak(context: CheckContext, **changes: str) -> CheckContext:
    sections = {**WHOLE, **{name.replace("_", " "): lines for name, lines in changes.items()}}
    words = "".join(f"[{name}]\n{lines}\n" for name, lines in sections.items())
    (context.root / ".flatpak-info").write_text(words)
    return context


def test_a_flatpak_that_is_given_all_passes(make_context: MakeContext) -> None:
    finding = sandbox.probe(in_flatpak(make_context()))
    assert told(finding)[1] == "The Flatpak's sandbox gives the program what it needs."
    assert finding.evidence == {"sandbox": "flatpak", "missing": []}


@pytest.mark.parametrize(
    ("context_lines", "missing"),
    [
        ("sockets=x11;", "the network"),
        ("shared=network;\nsockets=pulseaudio;", "the screen"),
        ("", "the network, the screen"),
    ],
)
def test_a_flatpak_without_network_or_screen_fails_and_one_command_mends_it(
    make_context: MakeContext, context_lines: str, missing: str
) -> None:
    finding = sandbox.probe(in_flatpak(make_context(), Context=context_lines))
    state, sentence, remedy = told(finding)
    assert (state, sentence) == (State.FAIL, f"The Flatpak's sandbox keeps from the program: {missing}.")
    assert "Flatseal" in remedy
    assert finding.remedy is not None
    assert finding.remedy.commands == ("flatpak override --user --reset org.example.Agentnook",)


def test_without_the_keyring_it_only_warns(make_context: MakeContext) -> None:
    context = in_flatpak(make_context(), Session_Bus_Policy="org.freedesktop.secrets=none")
    assert told(sandbox.probe(context))[:2] == (
        State.WARN,
        "The Flatpak's sandbox keeps from the program: the keyring.",
    )


def test_no_name_becomes_a_command(make_context: MakeContext) -> None:
    finding = sandbox.probe(in_flatpak(make_context(), Application="name=x; rm -rf ~", Context=""))
    assert finding.remedy is not None
    assert finding.remedy.commands == ()


def test_an_unreadable_description_warns(make_context: MakeContext) -> None:
    context = make_context()
    (context.root / ".flatpak-info").write_text("no section\n")
    state, _, remedy = told(sandbox.probe(context))
    assert state is State.WARN
    assert "Install the Flatpak again" in remedy


def test_other_packages_are_named(make_context: MakeContext) -> None:
    snap = make_context(is_frozen=True, environ={"SNAP": "/snap/agentnook/1"})
    assert sandbox.probe(snap).evidence == {"sandbox": "snap"}
    assert sandbox.probe(make_context()).evidence == {"sandbox": "none"}
    assert sandbox.probe(make_context(system="macos")).state is State.SKIP
