"""T02: a frame of another origin can post to the gate, and nothing of it reaches a service."""

from __future__ import annotations

import time

import pytest

from app.bridge import gate as gate_module
from app.bridge.envelope import Envelope
from app.bridge.gate import Gate
from tests.support.attacks import frame_messages, hostile_gate_inputs
from tests.support.bridges import Bridge, envelope

FRAME_MESSAGES = 10_000
HOSTILE_INPUTS = 200_000
HOSTILE_SECONDS = 20.0


def test_t02_frame_messages_reach_no_service() -> None:
    with Bridge() as bridge:
        for message in frame_messages(FRAME_MESSAGES):
            bridge.gate.receive(message)
        assert bridge.gate.counters.dropped == FRAME_MESSAGES
        assert bridge.gate.counters.passed == bridge.gate.counters.refused == 0
        # The bridge is alive after it, and the first thing the page hears is this answer.
        assert bridge.call("app.ping", {"n": 7})["value"] == {"n": 7}
        assert bridge.calls.names == ["app.ping"]
        assert len(bridge.page.messages) == 1


def test_t02_frame_messages_reach_services_without_token_check_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "_is_token", lambda *_anything: True)
    with Bridge() as bridge:
        for message in frame_messages(200):
            bridge.gate.receive(message)
        assert bridge.gate.counters.passed > 0


def test_t02_hostile_inputs_neither_pass_nor_raise() -> None:
    passed: list[object] = []
    gate = Gate(lambda *call: passed.append(call), lambda: None, reply_line=lambda: passed.append)
    # The attacker even knows the token here, so the shape alone must hold.
    inputs = list(hostile_gate_inputs(HOSTILE_INPUTS, gate.token))
    began = time.perf_counter()
    for text in inputs:
        gate.receive(text)  # type: ignore[arg-type]  # a page can make an engine deliver anything
    took_seconds = time.perf_counter() - began
    assert not passed
    assert gate.counters.passed == gate.counters.refused == 0
    assert took_seconds <= HOSTILE_SECONDS


def test_t02_hostile_inputs_pass_without_shape_check_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    def believing(value: dict[str, object]) -> Envelope:
        return Envelope("1", str(value.get("token")), "app.ping", {"n": 1})

    monkeypatch.setattr("app.bridge.envelope._as_envelope", believing)
    passed: list[object] = []
    gate = Gate(lambda *call: passed.append(call), lambda: None, reply_line=lambda: passed.append)
    for text in hostile_gate_inputs(2_000, gate.token):
        if isinstance(text, str):
            gate.receive(text)
    assert passed


def test_t02_token_of_an_earlier_page_is_dead() -> None:
    with Bridge() as bridge:
        old = bridge.gate.token
        assert bridge.load_page() != old
        bridge.gate.receive(envelope(old))
        assert bridge.gate.counters.dropped == 1


def test_t02_token_of_an_earlier_page_works_when_it_is_not_renewed_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "page_loading", lambda gate: gate.token)
    with Bridge() as bridge:
        old = bridge.gate.token
        bridge.load_page()
        bridge.gate.receive(envelope(old))
        assert bridge.gate.counters.passed == 1


def test_t02_knocking_is_capped_for_a_page_load() -> None:
    with Bridge() as bridge:
        for _ in range(1_000):
            bridge.gate.receive("knock")
        assert bridge.knocks == gate_module.KNOCKS_PER_LOAD
        bridge.load_page()
        bridge.gate.receive("knock")
        assert bridge.knocks == gate_module.KNOCKS_PER_LOAD + 1


def test_t02_knocking_is_endless_without_the_cap_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate_module, "KNOCKS_PER_LOAD", 10**9)
    with Bridge() as bridge:
        for _ in range(1_000):
            bridge.gate.receive("knock")
        assert bridge.knocks == 1_000
