"""T07: a script in the place of OpenAI's tries sixty ways and more out of the chat document; none leads out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.official_app import OfficialApp, open_official
from tests.support.page_scripts import TAKE_PORT
from tests.support.stand_in_component import StandInComponent, stand_in_component
from tests.support.waiting import wait_until
from tests.support.windows import open_window

pytestmark = [pytest.mark.window, pytest.mark.qt]

LEAST_TRIED = 60
# What the shell does for the chat document unasked, whatever the document is.
HARMLESS = {"app.hello", "app.ping", "chat.endpoint", "chat.client_secret", "draft.keep", "file.take", "log.note"}
# Whoever says hello anew ends what the document before it has asked for: with these it harms nobody but itself.
HARMLESS |= {"tool.cancel"}
# Whether its interface came up: kept for diagnostics alone, a fault of each kind once.
HARMLESS |= {"chat.ready", "chat.failed"}
# Calls of the bridge, dressed as messages of the port, and messages of the shell's own.
FORGED = """
    for (const name of argument) {
        for (const message of [
            { type: name }, { type: name, id: '1', args: {} }, { type: 'call', id: '1', name, args: {} },
            { v: 1, id: '1', token: 'guessed', name, args: {} }, { type: 'reply', id: '1', ok: true, value: { name } },
            { type: 'client_tool', id: `t-${name}`, name, params: {} },
        ]) {
            globalThis.__port.postMessage(message);
            parent.postMessage(message, '*');
        }
    }
"""
# Says hello once more, as a script in the chat document can, and returns where it is told that conversations are.
ENDPOINT = """
    const nonce = crypto.randomUUID();
    const port = await new Promise((resolve) => {
        addEventListener('message', ({ data, ports }) => data?.nonce === nonce && resolve(ports[0]));
        parent.postMessage({ type: 'chat.hello', v: 1, nonce }, `http://127.0.0.1:${location.port}`);
    });
    const said = await new Promise((resolve) => {
        port.onmessage = ({ data }) => data.type === 'configure' && resolve(data);
    });
    const { url, token } = said.endpoint;
    if (url === '') return { url, token };
    const body = JSON.stringify({ type: 'threads.list', params: { limit: 1, order: 'desc' } });
    const headers = { 'content-type': 'application/json', 'x-agentnook-token': token };
    return (await fetch(url, { method: 'POST', headers, body })).json();
"""
COMMANDS = (
    "settings.write",
    "connection.list",
    "secret.store",
    "secret.status",
    "tool.decide",
    "link.open",
    "diagnostics.run",
    "chat.retry",
)


def escapes(app: OfficialApp) -> set[str]:
    """Return what came of all attempts; to look earlier would pass for a press of a person's."""
    wait_until(lambda: app.chat_url().endswith("#tried"), deadline_seconds=30, what="the attempts")
    found: dict[str, Any] = app.in_chat("return globalThis.__escapes;")
    assert found["tried"] >= LEAST_TRIED
    return set(found["escaped"])


def stolen(component: StandInComponent) -> list[str]:
    return [path for path in component.visits if "stolen" in path or "taken" in path]


def test_t07_a_hostile_script_gets_nowhere(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("hostile")) as app:
        top = app.top_url()
        assert escapes(app) == set()
        assert stolen(component) == []
        assert app.top_url() == top
        assert app.opened_outside() == []
        assert app.notes()["handled"].keys() <= HARMLESS
        # The window is as it was, and Python answers it.
        assert app.ask("app.ping", n=7) == {"n": 7}


def test_t07_who_takes_the_port_can_ask_for_no_more_than_the_document(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        before = app.notes()["handled"]
        app.in_chat(TAKE_PORT)
        app.in_chat(FORGED, COMMANDS)
        app.settle()
        after = app.notes()["handled"]
        asked = {name for name in after if after[name] != before.get(name, 0)}
        # A tool that does not exist is asked for, and refused by Python's own table.
        assert asked <= HARMLESS | {"tool.invoke"}
        assert app.opened_outside() == []


def test_t07_the_script_of_a_hosted_agent_gets_no_key_to_the_conversations_of_this_computer(tmp_path: Path) -> None:
    with stand_in_component() as component, open_official(tmp_path / "run", component.script("good")) as app:
        app.box.wait_for()
        assert app.in_chat(ENDPOINT) == {"url": "", "token": ""}


def test_t07_where_conversations_are_this_computers_its_document_has_the_key_twin(tmp_path: Path) -> None:
    with open_window("qt", tmp_path / "run") as app:
        assert app.in_chat(ENDPOINT)["data"] == []


def test_t07_a_hostile_script_gets_out_without_the_policies_twin(tmp_path: Path) -> None:
    with (
        stand_in_component() as component,
        open_official(tmp_path / "run", component.script("hostile"), ("--without", "content policy")) as app,
    ):
        escaped = escapes(app)
        assert escaped >= {"fetch blindly", "script elsewhere", "eval", "attribute text", "worker"}
        assert stolen(component)
