"""Owns the making of sessions at OpenAI: what may be asked for, and the secret that comes of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.errors import AnswerUnusable, SessionNotCreated, WorkflowNotSet
from app.network import check_is_json, server_time
from app.resources import text
from app.services.client_secrets import MintedSecret
from app.services.openai_client import open_openai
from app.services.session_trace import trace_answer

if TYPE_CHECKING:
    import openai
    from openai.types.beta.chatkit.chat_session_workflow_param import ChatSessionWorkflowParam
    from openai.types.beta.chatkit.session_create_params import SessionCreateParams

LONGEST_SECONDS = 600
MOST_MEGABYTES = 512
MOST_STATE_VARIABLES = 64
LONGEST_NAME = 64
LONGEST_TEXT = 10_485_760
LONGEST_USER = 512
BETA_HEADERS = MappingProxyType({"OpenAI-Beta": "chatkit_beta=v1"})

StateValue = str | int | float | bool


@dataclass(frozen=True, slots=True)
class SessionOptions:
    """What a hosted session is asked for; an empty version is the newest one. `check` refuses what is out of range."""

    workflow_id: str
    user: str
    version: str = ""
    state_variables: Mapping[str, StateValue] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    expires_after_seconds: int = LONGEST_SECONDS
    max_requests_per_minute: int = 10
    file_upload_enabled: bool = True
    max_file_size_mb: int = 10
    max_files: int = 5
    history_enabled: bool = True
    recent_threads: int | None = None
    automatic_titles: bool = True

    def check(self) -> None:
        """Raise WorkflowNotSet or SessionNotCreated, with a sentence about the first value that is out of range."""
        if not self.workflow_id.strip():
            raise WorkflowNotSet
        in_range = {
            "version": self.version.strip().lower() != "latest",
            "user": 1 <= len(self.user) <= LONGEST_USER,
            "expires_after_seconds": 1 <= self.expires_after_seconds <= LONGEST_SECONDS,
            "max_requests_per_minute": self.max_requests_per_minute >= 1,
            "max_file_size_mb": 1 <= self.max_file_size_mb <= MOST_MEGABYTES,
            "max_files": self.max_files >= 1,
            "recent_threads": self.recent_threads is None or self.recent_threads >= 1,
            "state_variables": _are_state_variables(self.state_variables),
        }
        for name, fits in in_range.items():
            if not fits:
                raise SessionNotCreated(text(f"hosted.option.{name}"))

    def parameters(self) -> SessionCreateParams:
        """Return what is sent; raises like `check`."""
        self.check()
        workflow: ChatSessionWorkflowParam = {"id": self.workflow_id.strip()}
        if self.version.strip():
            workflow["version"] = self.version.strip()
        if self.state_variables:
            workflow["state_variables"] = dict(self.state_variables)
        parameters: SessionCreateParams = {
            "user": self.user,
            "workflow": workflow,
            "expires_after": {"anchor": "created_at", "seconds": self.expires_after_seconds},
            "rate_limits": {"max_requests_per_1_minute": self.max_requests_per_minute},
            "chatkit_configuration": {
                "automatic_thread_titling": {"enabled": self.automatic_titles},
                "file_upload": {
                    "enabled": self.file_upload_enabled,
                    "max_file_size": self.max_file_size_mb,
                    "max_files": self.max_files,
                },
                "history": {"enabled": self.history_enabled},
            },
        }
        if self.recent_threads is not None:
            parameters["chatkit_configuration"]["history"]["recent_threads"] = self.recent_threads
        return parameters


def _are_state_variables(values: Mapping[str, StateValue]) -> bool:
    return len(values) <= MOST_STATE_VARIABLES and all(
        len(name) <= LONGEST_NAME
        and isinstance(value, StateValue)
        and not (isinstance(value, str) and len(value) > LONGEST_TEXT)
        for name, value in values.items()
    )


def mint_hosted(options: SessionOptions, key: str, ca_file: Path | None = None) -> MintedSecret:
    """Create a session at OpenAI, with one try; raises an AppError that has a sentence and a next step."""
    parameters = options.parameters()
    with open_openai(key, ca_file, hear_answer=trace_answer) as client:
        return _create(client, parameters, float(options.expires_after_seconds))


def _create(client: openai.OpenAI, parameters: SessionCreateParams, seconds: float) -> MintedSecret:
    import httpx2

    # What `client.beta.chatkit.sessions.create` does, without the 700 modules that the way there imports: the chat
    # waits for this. A test compares the two requests.
    answer = client.post(
        "/chatkit/sessions", body=parameters, options={"headers": BETA_HEADERS}, cast_to=httpx2.Response
    )
    check_is_json(answer.headers.get("content-type", ""))
    session = json.loads(answer.content)
    return minted(
        session.get("client_secret"), session.get("id"), session.get("expires_at"), answer.headers.get("date"), seconds
    )


def minted(value: Any, session_id: Any, expires_at: Any, date_header: str | None, seconds: float) -> MintedSecret:
    """Return a secret whose life is counted by the server's own clock; raises AnswerUnusable for what is none."""
    if not (isinstance(value, str) and value and isinstance(session_id, str)):
        raise AnswerUnusable(detail="no secret")
    if isinstance(expires_at, bool) or not isinstance(expires_at, int | float):
        raise AnswerUnusable(detail="no end")
    server_now = server_time(date_header)
    lives = seconds if server_now is None else max(0.0, min(expires_at - server_now, seconds))
    return MintedSecret(value, float(expires_at), session_id, lives)
