"""A developer's log tells each step towards a secret, and no secret; any other log tells none of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from app.errors import KeyRefused
from app.observability.developers import speak_to_developers
from app.services.hosted_sessions import SessionOptions, mint_hosted
from app.services.session_service import mint_from_service
from app.services.session_trace import preview, trace_call
from tests.support.stand_in_api import SECRET_MARK, StandInApi, failing, in_place_of_openai

KEY = "sk-of-the-test-0123456789"
OPTIONS = SessionOptions("wf_68a1b2c3", "somebody")


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as standing_in:
        yield standing_in


@pytest.fixture
def developing() -> Iterator[None]:
    speak_to_developers(wanted=True)
    yield
    speak_to_developers(wanted=False)


@pytest.mark.usefixtures("developing")
def test_each_step_is_told_and_no_secret(api: StandInApi, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "app")
    trace_call("workflow", "wf_68a1b2c3", None)
    mint_hosted(OPTIONS, KEY)
    called, answered = caplog.messages
    assert called == "getClientSecret invoked: workflow wf_…b2c3, no secret yet"
    assert answered.startswith(f"POST {api.url}/chatkit/sessions: status 200, ok: True, body: ")
    assert '"client_secret":[secret]' in answered
    assert SECRET_MARK not in caplog.text
    assert KEY not in caplog.text


@pytest.mark.usefixtures("developing")
def test_a_refusal_is_told_with_its_body(api: StandInApi, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "app")
    api.script = [failing(401, "invalid_api_key")]
    with pytest.raises(KeyRefused):
        mint_hosted(OPTIONS, KEY)
    assert "status 401, ok: False" in caplog.text
    assert "invalid_api_key" in caplog.text


@pytest.mark.usefixtures("developing")
def test_a_service_is_told_of_alike(api: StandInApi, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "app")
    mint_from_service(api.url.removesuffix("/v1"), "token-of-the-test", "wf_68a1b2c3", current="ek_before")
    assert "/api/chatkit/session/refresh: status 200" in caplog.text
    for secret in (SECRET_MARK, "token-of-the-test", "ek_before"):
        assert secret not in caplog.text


def test_otherwise_nothing_is_told_however_much_the_log_holds(
    api: StandInApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "app")
    trace_call("workflow", "wf_1", "ek_1")
    mint_hosted(OPTIONS, KEY)
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"<html>", "6 bytes that are no JSON"),
        (
            b'{"a": {"api_key": 3, "b": [{"token": "x"}]}}',
            '{"a": {"api_key":[secret], "b": [{"token":[secret]}]}}',
        ),
        (b'{"client_secret": null}', '{"client_secret": null}'),
        (json.dumps({"a": "x" * 1_000}).encode(), '{"a": "' + "x" * 293),
    ],
)
def test_a_body_is_shown_by_its_beginning_without_secrets(content: bytes, shown: str) -> None:
    assert preview(content) == shown
