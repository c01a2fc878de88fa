"""The limits of attachments that the pages tell a person are those that Python holds them to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.chat_host.attachment_files import folder_beside
from app.chat_host.attachments import MOST_BYTES, MOST_IN_A_MESSAGE
from app.chat_host.guard import UPLOAD_LIMIT_BYTES
from app.diagnostics.checks import uploads
from app.services.hosted_sessions import SessionOptions
from tests.support.node import run_node

SCRIPT = """
    import { HOSTED_LIMITS, LOCAL_LIMITS, SERVER_LIMITS } from './assets/shell/attachment_limits.js';
    console.log(JSON.stringify({ hosted: HOSTED_LIMITS, local: LOCAL_LIMITS, server: SERVER_LIMITS }));
"""


@pytest.fixture(scope="module")
def limits() -> dict[str, dict[str, Any]]:
    said: dict[str, dict[str, Any]] = json.loads(run_node(script=SCRIPT))
    return said


def test_the_conversations_of_this_computer_take_what_the_pages_say(limits: dict[str, dict[str, Any]]) -> None:
    assert (limits["local"]["maxSize"], limits["local"]["maxCount"]) == (MOST_BYTES, MOST_IN_A_MESSAGE)


def test_a_session_of_a_hosted_agent_allows_what_the_pages_say(limits: dict[str, dict[str, Any]]) -> None:
    session = SessionOptions("wf_1", "someone")
    assert limits["hosted"]["maxSize"] == session.max_file_size_mb * 1024 * 1024
    assert limits["hosted"]["maxCount"] == session.max_files


def test_what_the_pages_pass_on_to_a_server_passes_the_guard(limits: dict[str, dict[str, Any]]) -> None:
    assert limits["server"]["maxSize"] == UPLOAD_LIMIT_BYTES


def test_diagnostics_know_the_limit_and_the_folder_of_this_computers_attachments() -> None:
    assert uploads.LARGEST_LOCAL == MOST_BYTES
    assert folder_beside(Path("conversations.sqlite3")) == Path(uploads.FOLDER)
