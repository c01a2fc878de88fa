from __future__ import annotations

import logging

import pytest

from app.window.hardening import CLOSED_DOORS, SANDBOX_DOORS, NavigationPolicy, PermissionTable, close_doors

SHELL = "http://127.0.0.1:4711/secret/shell/index.html"
FALLBACK = "http://127.0.0.1:4711/secret/shell/not_ready.html"
POLICY = NavigationPolicy(SHELL, FALLBACK, "http://localhost:4711")


@pytest.mark.parametrize("url", [SHELL, FALLBACK])
def test_the_top_document_may_be_the_shells_pages(url: str) -> None:
    assert POLICY.allows(url, True)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "about:blank",
        "https://evil.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://127.0.0.1:4711/",
        "http://127.0.0.1:4711/secret/shell/other.html",
        "http://localhost:4711/secret/chat/builtin.html",
        SHELL + "?x=1",
        "mailto:somebody@example.org",
    ],
)
def test_the_top_document_may_be_nothing_else(url: str) -> None:
    assert not POLICY.allows(url, True)


@pytest.mark.parametrize("url", ["about:blank", "about:srcdoc", "http://localhost:4711/secret/chat/builtin.html"])
def test_frames_may_show_the_chat_document(url: str) -> None:
    assert POLICY.allows(url, False)


@pytest.mark.parametrize(
    "url",
    [
        SHELL,
        "http://localhost:4712/",
        "http://localhost:4711.evil.example/",
        "http://user@localhost:4711/",
        "https://localhost:4711/",
        "file:///etc/passwd",
    ],
)
def test_frames_may_show_nothing_else(url: str) -> None:
    assert not POLICY.allows(url, False)


def test_frames_may_show_the_official_interface_and_the_top_may_not() -> None:
    policy = NavigationPolicy(SHELL, FALLBACK, "http://localhost:4711", "https://cdn.platform.openai.com")
    frame = "https://cdn.platform.openai.com/deployments/chatkit/index-1.html#x"
    assert policy.allows(frame, False)
    assert not policy.allows(frame, True)
    assert not POLICY.allows(frame, False)
    assert not policy.allows("https://cdn.platform.openai.com.evil.example/", False)


def test_an_engine_that_does_not_say_which_may_load_either() -> None:
    assert POLICY.allows(SHELL, None)
    assert POLICY.allows("http://localhost:4711/secret/chat/builtin.html", None)
    assert not POLICY.allows("https://evil.example/", None)


def test_doors_are_closed_and_named() -> None:
    environ = dict.fromkeys((*CLOSED_DOORS, *SANDBOX_DOORS, "HOME"), "x")
    assert close_doors(environ, keep_sandbox_switches=False) == [*CLOSED_DOORS, *SANDBOX_DOORS]
    assert environ == {"HOME": "x"}


def test_root_in_a_container_keeps_the_sandbox_switches() -> None:
    environ = dict.fromkeys((*CLOSED_DOORS, *SANDBOX_DOORS), "x")
    close_doors(environ, keep_sandbox_switches=True)
    assert sorted(environ) == sorted(SANDBOX_DOORS)


def test_a_refusal_is_noted_once(caplog: pytest.LogCaptureFixture) -> None:
    table = PermissionTable({"copying": True, "camera": False})
    with caplog.at_level(logging.INFO):
        assert table.grants("copying")
        assert not table.grants("camera")
        assert not table.grants("camera")
        assert not table.grants("SomethingNew")
        table.refuse("download")
    assert caplog.messages == [f"refused a page: {name}" for name in ("camera", "SomethingNew", "download")]
