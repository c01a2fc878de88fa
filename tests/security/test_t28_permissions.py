"""T28: what a page asks the engine for is refused at once, on a real press too, and the log says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.clipboard import clipboard_text, in_clipboard
from tests.support.driven_app import DrivenApp
from tests.support.waiting import wait_until
from tests.support.windows import BOTH, open_window

# Every promise has to settle with no. What an engine does not have at all is as good; what only a foreign press could
# answer is not asked here.
ASK = """
    const asks = {
        geolocation: () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
        notifications: async () => { if ((await Notification.requestPermission()) !== 'granted') throw 'denied'; },
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
        'clipboard text': () => navigator.clipboard.readText(),
        clipboard: () => navigator.clipboard.read(),
        midi: () => navigator.requestMIDIAccess(),
        'midi system': () => navigator.requestMIDIAccess({ sysex: true }),
        fonts: async () => { if ((await queryLocalFonts()).length === 0) throw 'nothing'; },
        usb: () => navigator.usb.requestDevice({ filters: [] }),
        serial: () => navigator.serial.requestPort(),
        hid: () => navigator.hid.requestDevice({ filters: [] }),
        bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
        idle: async () => { if ((await IdleDetector.requestPermission()) !== 'granted') throw 'denied'; },
        'wake lock': () => navigator.wakeLock.request('screen'),
        credentials: () => navigator.credentials.get({ publicKey: { challenge: new Uint8Array(8), timeout: 1000 } }),
        'open file': () => showOpenFilePicker(),
        'open folder': () => showDirectoryPicker(),
        'save file': () => showSaveFilePicker(),
        fullscreen: () => document.documentElement.requestFullscreen(),
        pointer: async () => {
            await document.body.requestPointerLock();
            if (document.pointerLockElement === null) throw 'denied';
        },
        'keeping data': async () => { if (!(await navigator.storage.persist())) throw 'denied'; },
        'device names': async () => {
            const devices = await navigator.mediaDevices.enumerateDevices();
            if (devices.every(({ label }) => label === '')) throw 'no names';
        },
    };
    const late = () => new Promise((resolve) => setTimeout(() => resolve('NO ANSWER'), 8_000));
    const outcome = async (ask) => {
        try { await ask(); return 'GRANTED'; } catch { return 'refused'; }
    };
    const button = document.createElement('button');
    Object.assign(button, { id: 'ask', textContent: 'Press' });
    button.style.cssText = 'position: fixed; inset: 100px; z-index: 9';
    button.onclick = async () => {
        const answer = (ask) => Promise.race([outcome(ask), late()]);
        const chosen = Object.entries(asks).filter(([name]) => argument.length === 0 || argument.includes(name));
        const answers = chosen.map(async ([name, ask]) => [name, await answer(ask)]);
        globalThis.__outcomes = Object.fromEntries(await Promise.all(answers));
    };
    globalThis.__outcomes = null;
    document.body.append(button);
"""
LEAST_ASKED = 12


def ask(app: DrivenApp, *names: str, in_chat: bool = False) -> dict[str, str]:
    """Ask for some things or all with one press in a document, and return what came of each."""
    run, press = (app.in_chat, app.click_in_chat) if in_chat else (app.in_shell, app.click_in_shell)
    run(ASK, names)
    press("#ask")
    outcomes: dict[str, str] = wait_until(
        lambda: run("return globalThis.__outcomes;"), deadline_seconds=20, what="the answers"
    )
    run("document.getElementById('ask').remove();")
    return outcomes


@pytest.fixture(name="clipboard")
def _clipboard() -> Iterator[None]:
    """Put something of another program's into the clipboard."""
    with in_clipboard("somebody else's"):
        yield


@pytest.mark.parametrize("app", BOTH, indirect=True)
@pytest.mark.parametrize("in_chat", [True, False], ids=["chat", "shell"])
def test_t28_nothing_is_granted_and_every_promise_settles(app: DrivenApp, in_chat: bool, clipboard: None) -> None:
    outcomes = ask(app, in_chat=in_chat)
    assert len(outcomes) >= LEAST_ASKED
    assert set(outcomes.values()) == {"refused"}, outcomes
    assert "refused a page: " in app.log()


@pytest.mark.parametrize("engine", BOTH)
def test_t28_some_are_granted_without_the_table_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("permission table",)) as app:
        name = {"qt": "notifications", "gtk": "pointer"}[engine]
        assert ask(app, name) == {name: "GRANTED"}


@pytest.mark.parametrize("engine", BOTH)
def test_t28_the_clipboard_is_read_without_the_rules_for_it_twin(engine: str, tmp_path: Path, clipboard: None) -> None:
    with open_window(engine, tmp_path, without=("permission table", "clipboard rules")) as app:
        assert ask(app, "clipboard text") == {"clipboard text": "GRANTED"}


COPY = """
    const copy = async (text) => {
        try { await navigator.clipboard.writeText(text); return 'copied'; } catch { return 'refused'; }
    };
    const button = document.createElement('button');
    Object.assign(button, { id: 'copy', textContent: 'Copy' });
    button.style.cssText = 'position: fixed; inset: 100px; z-index: 9';
    globalThis.__copied = [];
    button.onclick = async () => globalThis.__copied.push(await copy(argument));
    document.body.append(button);
    const waiting = setInterval(async () => {
        if (navigator.userActivation.isActive || globalThis.__copied.length !== 1) return;
        clearInterval(waiting);
        globalThis.__copied.push(await copy('nobody pressed'));
        location.hash = 'copied';
    }, 50);
"""


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t28_copying_works_on_a_press_and_only_then(app: DrivenApp) -> None:
    app.in_chat(COPY, "pressed in the chat")
    app.click_in_chat("#copy")
    wait_until(lambda: clipboard_text() == "pressed in the chat", what="the clipboard")
    wait_until(lambda: app.chat_url().endswith("#copied"), deadline_seconds=20, what="the quiet attempt")
    assert app.in_chat("document.getElementById('copy').remove(); return globalThis.__copied;") == ["copied", "refused"]
    assert clipboard_text() == "pressed in the chat"


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t28_copying_works_in_the_shell(app: DrivenApp) -> None:
    app.in_shell(COPY, "pressed in the shell")
    app.click_in_shell("#copy")
    wait_until(lambda: clipboard_text() == "pressed in the shell", what="the clipboard")
    app.in_shell("document.getElementById('copy').remove();")


@pytest.mark.parametrize("engine", BOTH)
def test_t28_copying_works_unpressed_without_the_rules_for_it_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("clipboard rules",)) as app:
        app.in_shell(COPY, "pressed in the shell")
        app.click_in_shell("#copy")
        wait_until(lambda: clipboard_text() == "nobody pressed", deadline_seconds=20, what="the clipboard")
