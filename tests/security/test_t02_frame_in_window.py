"""T02 in the real window: the chat document posts to the shell's handler, and nothing of it reaches a service."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.attacks import frame_messages
from tests.support.driven_app import DrivenApp
from tests.support.windows import BOTH, GTK, QT, open_window

MESSAGES = 10_000
ODD_VALUES = 7
TWIN_MESSAGES = 200
# What only a frame with a handler of its own has.
POST_ALL = """
    const { jsBridge } = webkit.messageHandlers;
    globalThis.__agentnookOpen = (token) => globalThis.__stolen.push(token);
    globalThis.__stolen = [];
    for (const message of argument) jsBridge.postMessage(message);
    for (const odd of [null, undefined, 1, {}, [], new ArrayBuffer(8), { toString: () => 'knock' }])
        jsBridge.postMessage(odd);
"""
# Every other way to the relay: its event in the frame's own window and in the shell's, and a message to the shell.
TRY_ALL = """
    const refusals = new Set();
    for (const message of argument) {
        dispatchEvent(new CustomEvent('agentnook:post', { detail: message, bubbles: true, composed: true }));
        parent.postMessage(message, '*');
        try { parent.dispatchEvent(new CustomEvent('agentnook:post', { detail: message })); }
        catch (error) { refusals.add(error.name); }
    }
    return { webkit: typeof globalThis.webkit, refusals: [...refusals] };
"""


def hostile_messages(count: int = MESSAGES) -> list[str]:
    """Return what a frame that knows the program would post: calls, and knocks between them."""
    return ["knock" if number % 100 == 0 else message for number, message in enumerate(frame_messages(count))]


@pytest.mark.parametrize("app", [GTK], indirect=True)
def test_t02_a_frame_has_no_way_for_ten_thousand_messages(app: DrivenApp) -> None:
    before = app.notes_at_rest()
    assert app.in_chat(TRY_ALL, hostile_messages()) == {"webkit": "undefined", "refusals": ["SecurityError"]}
    assert app.ask("app.ping", n=7) == {"n": 7}
    after = app.notes()
    assert after["handled"] == before["handled"] | {"app.ping": 1}
    assert [after[count] - before[count] for count in ("dropped", "knocks", "page_opens")] == [0, 0, 0]
    assert app.opened_outside() == []


@pytest.mark.parametrize("engine", [GTK])
def test_t02_a_frame_with_a_way_reaches_nothing_with_ten_thousand_messages(engine: str, tmp_path: Path) -> None:
    """The gate holds alone as well."""
    with open_window(engine, tmp_path, without=("own script world",)) as app:
        before = app.notes_at_rest()
        app.in_chat(POST_ALL, hostile_messages())
        assert app.ask("app.ping", n=7) == {"n": 7}
        after = app.notes()
        assert after["handled"] == before["handled"] | {"app.ping": 1}
        assert after["dropped"] - before["dropped"] >= MESSAGES + ODD_VALUES - after["knocks"]
        # Knocks were answered to the shell, which has its token already, and to nobody else.
        assert app.in_chat("return globalThis.__stolen;") == []
        assert after["page_opens"] == before["page_opens"]
        assert app.opened_outside() == []


@pytest.mark.parametrize("engine", [GTK])
def test_t02_a_frame_reaches_services_without_its_world_and_the_token_check_twin(engine: str, tmp_path: Path) -> None:
    with open_window(engine, tmp_path, without=("own script world", "token check")) as app:
        app.in_chat(POST_ALL, hostile_messages(TWIN_MESSAGES))
        app.ask("app.ping", n=7)
        assert app.notes()["handled"].keys() >= {"connection.list", "chat.endpoint"}


@pytest.mark.parametrize("app", [QT], indirect=True)
def test_t02_a_frame_has_no_transport_at_all(app: DrivenApp) -> None:
    assert (
        app.in_chat("return [typeof globalThis.qt, typeof globalThis.webkit, typeof globalThis.chrome?.webview];")
        == ["undefined"] * 3
    )


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t02_the_shell_has_nothing_of_pywebview(app: DrivenApp) -> None:
    for run in (app.in_shell, app.in_chat):
        assert run("return [typeof globalThis.pywebview, typeof globalThis.external?.call];") == ["undefined"] * 2


@pytest.mark.parametrize("app", BOTH, indirect=True)
def test_t02_the_ways_into_the_page_cannot_be_replaced(app: DrivenApp) -> None:
    replace = """
        const outcomes = [];
        for (const name of ['__agentnookOpen', '__agentnookReceive']) {
            const descriptor = Object.getOwnPropertyDescriptor(window, name);
            outcomes.push(descriptor.writable, descriptor.configurable, descriptor.enumerable);
            outcomes.push(Reflect.set(window, name, () => undefined));
        }
        return outcomes;
    """
    assert app.in_shell(replace) == [False] * 8
    assert app.ask("app.ping", n=1) == {"n": 1}
