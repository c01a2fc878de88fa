"""T03: a call id is a number or nothing, so no id ever runs as a script in the shell."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

import pytest

from tests.support.attacks import hostile_ids
from tests.support.bridges import Bridge, envelope
from tests.support.fake_page import FakePage
from tests.support.node import run_node

IDS = 5_000


def _post_all(bridge: Bridge, ids: Sequence[object]) -> None:
    for call_id in ids:
        bridge.gate.receive(envelope(bridge.gate.token, call_id))


def _pwned_by(scripts: Sequence[str]) -> bool:
    """Run the scripts one by one, as an engine does, and return whether one of them did more than deliver."""
    runner = f"""
        import {{ runInThisContext }} from 'node:vm';
        globalThis.__agentnookReceive = () => undefined;
        for (const script of {json.dumps(scripts)}) try {{ runInThisContext(script); }} catch {{ }}
        console.log(globalThis.__pwned === undefined ? 'clean' : 'pwned');
    """
    return run_node(script=runner).strip() == "pwned"


def test_t03_hostile_ids_never_reach_a_script() -> None:
    with Bridge() as bridge:
        _post_all(bridge, list(hostile_ids(IDS)))
        bridge.call("app.ping", {"n": 1}, "123456789")
        assert bridge.gate.counters.dropped == IDS
        assert bridge.page.scripts == ['__agentnookReceive([{"id":"123456789","ok":true,"value":{"n":1}}])']
        assert not _pwned_by(bridge.page.scripts)


def test_t03_hostile_ids_run_without_the_id_check_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bridge.envelope._CALL_ID", re.compile(".*", re.DOTALL))
    page = FakePage(reads=False)
    with Bridge(page=page) as bridge:
        for call_id in (call_id for call_id in hostile_ids(20) if isinstance(call_id, str)):
            sent = len(page.scripts)
            bridge.gate.receive(envelope(bridge.gate.token, call_id))
            page.wait_for_scripts(sent + 1)
    assert _pwned_by(page.scripts)


def test_t03_values_cannot_end_the_script_or_the_string() -> None:
    text = "\"}]);globalThis.__pwned=1;//\u2028\u2029</script><!--\\'\x00\ud83d"
    with Bridge({"settings.read": lambda _args: {"value": text, "default": 1, "source": "x", "help": ""}}) as bridge:
        reply = bridge.call("settings.read", {"key": "theme"})
        assert reply["ok"] is False  # half a character is no text that could be kept
    with Bridge(
        {"settings.read": lambda _args: {"value": text[:-1], "default": 1, "source": "x", "help": ""}}
    ) as bridge:
        assert bridge.call("settings.read", {"key": "theme"})["value"]["value"] == text[:-1]
        assert not _pwned_by(bridge.page.scripts)
        assert all(script.isascii() and "<" not in script for script in bridge.page.scripts)


def test_t03_values_run_without_encoding_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bridge.replies.script_text", lambda value: f'"{value["value"]}"')
    page = FakePage(reads=False)
    with Bridge({"settings.write": lambda _args: {"value": '"}]);globalThis.__pwned=1;//'}}, page=page) as bridge:
        bridge.gate.receive(envelope(bridge.gate.token, "1", "settings.write", {"key": "theme", "value": 1}))
        page.wait_for_scripts(1)
    assert _pwned_by(page.scripts)
