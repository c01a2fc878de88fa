"""T28 in the official interface: neither its document nor its own frame is given what pages ask an engine for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.official_app import open_official
from tests.support.stand_in_component import stand_in_component

pytestmark = [pytest.mark.window, pytest.mark.qt]

# An ask that is never answered is one that was not granted.
ASK = """
    const asks = {
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
        geolocation: () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
        notifications: async () => { if ((await Notification.requestPermission()) !== 'granted') throw 'denied'; },
        'clipboard text': () => navigator.clipboard.readText(),
        clipboard: () => navigator.clipboard.read(),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        usb: () => navigator.usb.requestDevice({ filters: [] }),
        serial: () => navigator.serial.requestPort(),
        hid: () => navigator.hid.requestDevice({ filters: [] }),
        fullscreen: () => document.documentElement.requestFullscreen(),
    };
    const late = () => new Promise((resolve) => setTimeout(resolve, 5_000, 'refused'));
    const outcome = (ask) => Promise.race([(async () => ask())().then(() => 'GRANTED', () => 'refused'), late()]);
    const answers = Object.entries(asks).map(async ([name, ask]) => [name, await outcome(ask)]);
    return Object.fromEntries(await Promise.all(answers));
"""
ASKED = 12


def test_t28_the_official_interface_is_given_nothing(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        for outcomes in (app.in_chat(ASK), app.inner.evaluate(f"async () => {{ {ASK} }}")):
            assert len(outcomes) == ASKED
            assert {name for name, outcome in outcomes.items() if outcome != "refused"} == set()


def test_t28_the_official_interface_is_given_something_without_the_table_twin(tmp_path: Path) -> None:
    without = ("--without", "permission table")
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good"), without) as app:
        app.box.wait_for()
        assert "GRANTED" in app.in_chat(ASK).values()
