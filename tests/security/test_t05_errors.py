"""T05: whatever a handler raises, the page sees a code and our own sentences, never a text, a path or a traceback."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Mapping
from typing import Any

import pytest

from app.bridge.dispatcher import Dispatcher
from app.bridge.replies import ReplyTo
from app.errors import AppError, InternalError
from tests.support.attacks import errors_with_canary
from tests.support.bridges import Bridge

KINDS = 40


def _run_all(bridge: Bridge, errors: list[BaseException]) -> str:
    """Let a handler raise each error and return everything the page was told."""

    def raising(args: Mapping[str, Any]) -> Mapping[str, Any]:
        raise errors[int(args["value"])]

    bridge.dispatcher._handlers["settings.write"] = raising
    for number in range(len(errors)):
        bridge.gate._limiters = bridge.gate._fresh_limiters()
        reply = bridge.call("settings.write", {"key": "theme", "value": number}, str(number + 1))
        assert reply["ok"] is False
        assert set(reply["error"]) == {"code", "message", "hint", "retryable"}
    return "".join(bridge.page.scripts)


def test_t05_no_error_text_reaches_the_page(caplog: pytest.LogCaptureFixture) -> None:
    canary = secrets.token_hex(8)
    errors = errors_with_canary(canary)
    assert len(errors) == KINDS
    with Bridge() as bridge, caplog.at_level(logging.WARNING):
        told = _run_all(bridge, errors)
    assert canary not in told
    assert "Traceback" not in told
    assert ".py" not in told
    # The log keeps what a person who repairs it needs; it is redacted where it is written.
    assert canary in caplog.text
    assert "Traceback" in caplog.text


def test_t05_error_text_reaches_the_page_without_the_envelope_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    def telling(dispatcher: Dispatcher, command: object, error: AppError, reply_to: ReplyTo) -> None:
        reply_to.fail(InternalError(traceback.format_exc() + error.detail))

    monkeypatch.setattr(Dispatcher, "_fail", telling)
    canary = secrets.token_hex(8)
    with Bridge() as bridge:
        assert canary in _run_all(bridge, errors_with_canary(canary)[:4])


def test_t05_a_field_that_is_not_declared_does_not_leave() -> None:
    canary = secrets.token_hex(8)
    with Bridge({"tool.list": lambda _args: {"tools": [], "token": canary}}) as bridge:
        assert bridge.call("tool.list", {})["error"]["code"] == "internal"
        assert canary not in "".join(bridge.page.scripts)


def test_t05_a_field_that_is_not_declared_leaves_without_the_shape_check_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.bridge.arguments.Record.fault", lambda *_anything: "")
    canary = secrets.token_hex(8)
    with Bridge({"tool.list": lambda _args: {"tools": [], "token": canary}}) as bridge:
        bridge.call("tool.list", {})
        assert canary in "".join(bridge.page.scripts)
