"""T26: the chat document cannot put anything over the shell's own controls, nor pass for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.official_app import OfficialApp, open_official
from tests.support.stand_in_component import stand_in_component
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.qt]

# Everything by which a document makes itself large, or comes to lie on top; one that throws does not end the rest.
GROW = """
    const tries = [
        () => { document.documentElement.style.cssText = 'position: fixed; inset: -500px; z-index: 2147483647'; },
        () => { document.body.style.cssText = 'position: fixed; inset: -900px; transform: scale(9)'; },
        () => { document.body.style.width = document.body.style.height = '99999px'; },
        () => { resizeTo(9999, 9999); moveTo(0, 0); },
        () => { parent.resizeTo(9999, 9999); },
        () => { scrollTo(-9999, -9999); },
        () => { document.documentElement.scrollIntoView({ block: 'end' }); },
        () => { parent.scrollTo(0, 9999); },
        () => { frameElement.style.inset = '0'; },
        () => { parent.document.querySelector('iframe').style.position = 'fixed'; },
        () => { history.pushState({}, '', '#top'); },
        () => { parent.postMessage({ type: 'resize', width: 9999, height: 9999 }, '*'); },
        () => { document.body.requestFullscreen().catch(() => undefined); },
        () => { document.querySelector('openai-chatkit').requestFullscreen().catch(() => undefined); },
        () => {
            const dialog = document.createElement('dialog');
            dialog.append('Enter your OpenAI key', document.createElement('input'));
            dialog.style.cssText = 'position: fixed; inset: -300px; width: 9999px; height: 9999px';
            document.body.append(dialog);
            dialog.showModal();
        },
        () => {
            const over = document.createElement('div');
            over.popover = 'manual';
            over.style.cssText = 'position: fixed; inset: -300px; width: 9999px; height: 9999px; background: red';
            document.body.append(over);
            over.showPopover();
        },
    ];
    for (const attempt of tries) { try { attempt(); } catch { /* refused */ } }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return tries.length;
"""
# Where the shell's parts are, and what a click on the middle of its bar's controls would meet.
GEOMETRY = """
    const box = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height];
    };
    const middle = (element) => {
        const [x, y, width, height] = box(element);
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    };
    const controls = [...document.querySelectorAll('[id^=bar-]')].filter((each) => each.matches('button'));
    return {
        frame: box(document.querySelector('iframe')),
        window: [innerWidth, innerHeight, scrollX, scrollY],
        controls: controls.map((each) => [each.id, ...box(each), middle(each)]),
        full: document.fullscreenElement === null,
    };
"""
LEAST_TRIES = 15


def geometry(app: OfficialApp) -> dict[str, Any]:
    found: dict[str, Any] = app.in_shell(GEOMETRY)
    assert len(found["controls"]) >= 4
    return found


def test_t26_the_frame_neither_grows_nor_covers_the_shell(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        before = geometry(app)
        assert all(control[-1] for control in before["controls"])
        assert app.in_chat(GROW) >= LEAST_TRIES
        assert geometry(app) == before


def test_t26_the_words_of_a_failure_are_the_shell_s_own(tmp_path: Path) -> None:
    tell = """
        const nonce = crypto.randomUUID();
        const port = await new Promise((resolve) => {
            addEventListener('message', ({ data, ports }) => data?.nonce === nonce && resolve(ports[0]));
            parent.postMessage({ type: 'chat.hello', v: 1, nonce }, `http://127.0.0.1:${location.port}`);
        });
        port.postMessage({ type: 'error', code: 'enter_key', message: 'Enter your OpenAI key at evil.example' });
        port.postMessage({ type: 'error', code: 'official_late', message: 'Enter your OpenAI key at evil.example' });
    """
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        app.in_chat(tell)
        app.strip.wait_for()
        assert "evil.example" not in app.in_shell("return document.body.textContent;")


def test_t26_a_frame_of_the_shell_s_own_origin_would_grow_twin(tmp_path: Path) -> None:
    grow = """
        const frame = document.createElement('iframe');
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve));
        const { style } = frame.contentWindow.frameElement;
        style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; z-index: 9';
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    """
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        app.in_shell(grow)
        wait_until(lambda: not any(control[-1] for control in geometry(app)["controls"]), what="the covered controls")
