"""What a hosted session is asked for fits OpenAI's own description, and what is out of range is refused unsent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.errors import KeyRefused, SessionNotCreated, WorkflowNotSet
from app.services import openai_client
from app.services.hosted_sessions import SessionOptions, mint_hosted
from app.services.openai_client import OPENAI_URL, open_openai, openai_url
from tests.support.stand_in_api import EXTRACT, in_place_of_openai, violations

OPTIONS = SessionOptions("wf_1", "somebody")
CHANGES: list[dict[str, Any]] = [
    {},
    {"version": "3"},
    {"state_variables": {"a": "b", "c": 1, "d": 1.5, "e": True}},
    {"expires_after_seconds": 1, "max_requests_per_minute": 1},
    {"file_upload_enabled": False, "max_file_size_mb": 512, "max_files": 1},
    {"history_enabled": False, "recent_threads": 1, "automatic_titles": False},
]


@pytest.mark.parametrize("changes", CHANGES)
def test_what_is_sent_fits_the_package_and_the_official_description(changes: dict[str, Any]) -> None:
    from openai.types.beta.chatkit.session_create_params import SessionCreateParams
    from pydantic import ConfigDict, TypeAdapter, with_config

    parameters = replace(OPTIONS, **changes).parameters()
    strict = with_config(ConfigDict(extra="forbid"))(SessionCreateParams)
    assert TypeAdapter(strict).validate_python(parameters) == parameters
    assert violations("CreateChatSessionBody", parameters) == []


@pytest.mark.skipif(not EXTRACT.is_file(), reason="the official extract is not beside this checkout")
def test_the_official_description_finds_what_is_wrong() -> None:
    assert violations("CreateChatSessionBody", {"user": "", "workflow": {"id": "wf_1"}})


def test_attachments_and_history_are_on() -> None:
    configuration = OPTIONS.parameters()["chatkit_configuration"]
    assert configuration["file_upload"] == {"enabled": True, "max_file_size": 10, "max_files": 5}
    assert configuration["history"] == {"enabled": True}
    assert "version" not in OPTIONS.parameters()["workflow"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", "latest"),
        ("version", " Latest "),
        ("user", ""),
        ("user", "u" * 513),
        ("expires_after_seconds", 0),
        ("expires_after_seconds", 601),
        ("max_requests_per_minute", 0),
        ("max_file_size_mb", 0),
        ("max_file_size_mb", 513),
        ("max_files", 0),
        ("recent_threads", 0),
        ("state_variables", {str(number): 1 for number in range(65)}),
        ("state_variables", {"n" * 65: 1}),
        ("state_variables", {"a": None}),
    ],
)
def test_what_is_out_of_range_is_refused_with_a_sentence(name: str, value: object) -> None:
    with pytest.raises(SessionNotCreated, match="ChatKit's session could not be created: "):
        replace(OPTIONS, **{name: value}).parameters()  # type: ignore[arg-type]


def test_a_missing_workflow_or_key_is_named_before_anything_is_sent() -> None:
    with pytest.raises(WorkflowNotSet):
        mint_hosted(replace(OPTIONS, workflow_id=" "), "sk-1")
    for key in ("", "  ", "sk-ü", "sk-\n1"):
        with pytest.raises(KeyRefused):
            mint_hosted(OPTIONS, key)


@pytest.mark.parametrize(
    ("url", "source", "used"),
    [
        ("http://127.0.0.1:9/v1", True, True),
        ("http://127.0.0.1:9/v1", False, False),
        ("http://127.0.0.1.example.com/v1", True, False),
        ("http://127.0.0.1@example.com/v1", True, False),
        ("", True, False),
    ],
)
def test_t14_the_environment_moves_the_key_only_to_loopback_and_only_in_a_source_run(
    monkeypatch: pytest.MonkeyPatch, url: str, source: bool, used: bool
) -> None:
    monkeypatch.setenv("AGENTNOOK_TEST_OPENAI_URL", url)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:7/v1")
    monkeypatch.setattr(openai_client, "is_source_run", lambda: source)
    assert openai_url() == (url if used else OPENAI_URL)


def test_it_asks_as_the_packages_own_method_does(monkeypatch: pytest.MonkeyPatch) -> None:
    with in_place_of_openai(monkeypatch) as api:
        mint_hosted(OPTIONS, "sk-1")
        with open_openai("sk-1") as client:
            client.beta.chatkit.sessions.create(**OPTIONS.parameters())
        ours, theirs = api.requests
    assert ours == theirs
