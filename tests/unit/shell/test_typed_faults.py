"""What the shell says about a description while it is typed is what Python says about it in the end."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from app.errors import ConnectionUnusable
from app.resources import text
from app.services.connection_details import check_url, check_workflow_id
from tests.support.node import run_node

# Without a catalogue the words are their keys.
SCRIPT = """
import * as faults from './assets/shell/typed_faults.js';
const [, , name, typed] = process.argv;
console.log(JSON.stringify(JSON.parse(typed).map(faults[name])));
"""
WORKFLOWS = (
    "wf_68a1b2c3",
    '"wf_68a1b2c3"',
    "'wf_68'",
    "wf_68 a1",
    "wf_x1",
    "wf_xxx",
    "wf_XXX",
    "wf_...",
    "wf_…",
    "wf_000",
    "wf_123",
    "wf_123abc",
    "wf_<id>",
    "wf_your_workflow_id",
    "wf_YOUR-ID",
    "wf_YOUR_ID",
    "wf_exampleé",
    "wf_abc",
    "wf_abc123",
    "wf_abc1234",
    "wf_id",
    "wf_ids",
    "wf_replace_me",
    "wf_placeholder",
    "wf_é",
    "my-workflow",
    "sk-123",
    "wf_68.a1",
    "WF_68",
    "wfx",
)
ADDRESSES = (
    "https://chat.example.org",
    "HTTPS://chat.example.org/chatkit",
    "https://chat.example.org:8443/a?",
    "chat.example.org",
    "ftp://a.org",
    "https:///a",
    "https://:80",
    "https://a.org:99999",
    "https://a.org:8x",
    "https://a.org\\@evil.example",
    "https://a b.org",
    "https://a.org/b c",
    "https://user:key@a.org",
    "https://user@a.org",
    "https://a.org/?token=1",
    "https://a.org/#a",
    "http://chat.example.org",
    "http://127.0.0.1.evil.example",
    "http://localhost.evil.example",
    "http://localhost:8000",
    "http://LOCALHOST/",
    "http://[::1]:8000/chatkit/",
    "http://127.9.9.9",
    "http://a",
    "http://127.0/",
    "http://local/",
    "http://[::2]/",
)


@pytest.mark.parametrize(
    ("name", "check", "typed"),
    [
        ("faultOfWorkflowId", check_workflow_id, WORKFLOWS),
        ("faultOfUrl", check_url, ADDRESSES),
    ],
)
def test_both_find_the_same_fault(name: str, check: Callable[[str], str], typed: tuple[str, ...]) -> None:
    seen = json.loads(run_node(name, json.dumps(typed), script=SCRIPT))
    said = [text(key) if key else "" for key in seen]
    assert dict(zip(typed, said, strict=True)) == {each: _refusal(check, each) for each in typed}


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("faultOfWorkflowId", "wf_68a1b2c3"),
        ("faultOfWorkflowId", '"wf_68a1b2c3"'),
        ("faultOfUrl", "https://chat.example.org:8443/chatkit"),
        ("faultOfUrl", "http://localhost:8000/chatkit"),
        ("faultOfUrl", "http://127.0.0.1:8000/chatkit"),
        ("faultOfUrl", "http://[::1]:8000/chatkit"),
    ],
)
def test_a_beginning_of_what_is_right_is_not_called_wrong(name: str, whole: str) -> None:
    beginnings = [whole[:end] for end in range(1, len(whole) + 1)]
    seen = json.loads(run_node(name, json.dumps(beginnings), script=SCRIPT))
    assert dict(zip(beginnings, seen, strict=True)) == dict.fromkeys(beginnings, "")


def _refusal(check: Callable[[str], str], typed: str) -> str:
    try:
        check(typed)
    except ConnectionUnusable as error:
        return error.sentence
    return ""
