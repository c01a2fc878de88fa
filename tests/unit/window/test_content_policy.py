"""The two policies, word for word, and what no policy may ever say."""

from __future__ import annotations

import pytest

from app.window.content_policy import DENIED_FEATURES, Headers, chat_headers, official_headers, shell_headers

PORT = 50001
CHAT_HOST_PORT = 50002
CDN = "https://cdn.platform.openai.com"
POLICIES = {
    "shell": shell_headers(PORT),
    "chat": chat_headers(PORT, CHAT_HOST_PORT),
    "official": official_headers(PORT, CHAT_HOST_PORT, CDN),
}


def policy(headers: Headers) -> dict[str, str]:
    """Return the content security policy by directive."""
    return dict(part.split(" ", 1) for part in dict(headers)["Content-Security-Policy"].split("; "))


def test_the_shell_loads_itself_and_frames_the_chat() -> None:
    assert policy(POLICIES["shell"]) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "frame-src": f"http://localhost:{PORT}",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_the_chat_loads_itself_and_talks_to_the_chat_host() -> None:
    assert policy(POLICIES["chat"]) == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data: blob: http://localhost:{CHAT_HOST_PORT}",
        "connect-src": f"'self' http://localhost:{CHAT_HOST_PORT}",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": f"http://127.0.0.1:{PORT}",
    }


def test_the_official_document_loads_one_script_and_one_frame_more() -> None:
    official, chat = policy(POLICIES["official"]), policy(POLICIES["chat"])
    # Pictures of messages stand in that frame.
    assert official == chat | {"script-src": f"'self' {CDN}", "frame-src": CDN, "img-src": "'self' data: blob:"}


@pytest.mark.parametrize("document", POLICIES)
def test_nothing_turns_text_into_code_and_nothing_comes_from_elsewhere(document: str) -> None:
    content = policy(POLICIES[document])
    assert "unsafe-eval" not in str(content)
    assert "unsafe-inline" not in content["script-src"]
    assert "https:" not in str(content).replace(CDN, "")
    assert (CDN in str(content)) == (document == "official")
    assert "*" not in str(content)


@pytest.mark.parametrize("document", POLICIES)
def test_both_documents_keep_their_address_and_are_not_stored(document: str) -> None:
    headers = dict(POLICIES[document])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("document", POLICIES)
def test_no_header_opens_the_page_to_others_and_each_stands_once(document: str) -> None:
    names = [name.lower() for name, _ in POLICIES[document]]
    assert len(names) == len(set(names))
    assert not [
        name for name in names if name.startswith(("access-control-", "cross-origin-embedder", "cross-origin-opener"))
    ]


def test_only_the_shell_refuses_to_be_embedded_as_a_resource() -> None:
    assert dict(POLICIES["shell"])["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Cross-Origin-Resource-Policy" not in dict(POLICIES["chat"])


@pytest.mark.parametrize(
    ("document", "may_copy"),
    [("shell", f'(self "http://localhost:{PORT}")'), ("chat", "(self)"), ("official", f'(self "{CDN}")')],
)
def test_copying_is_allowed_and_hearing_on_the_way_to_the_official_interface_alone(
    document: str, may_copy: str
) -> None:
    features = dict(part.split("=", 1) for part in dict(POLICIES[document])["Permissions-Policy"].split(", "))
    assert features.pop("clipboard-write") == may_copy
    assert features.pop("microphone") == ("()" if document == "chat" else may_copy)
    assert features == dict.fromkeys(DENIED_FEATURES, "()")
    assert {"camera", "geolocation", "clipboard-read", "display-capture"} <= set(features)


def test_every_header_is_plain_ascii_on_one_line() -> None:
    for headers in POLICIES.values():
        assert all(text.isascii() and text.isprintable() for header in headers for text in header)
