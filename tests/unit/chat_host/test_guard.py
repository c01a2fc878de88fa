"""The guard of the chat host: one line per rule, and proof that each rule alone stands between a request and us."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat_host import guard
from app.chat_host.guard import Check, Head, Policy

TOKEN = "t" * 43
CHAT = "http://localhost:5000"
POLICY = Policy(host="localhost:6000", chat_origin=CHAT, token=TOKEN)
GOOD: dict[str, str] = {
    "host": "localhost:6000",
    "origin": CHAT,
    "sec-fetch-site": "same-site",
    guard.TOKEN_HEADER: TOKEN,
    "content-type": "application/json",
    "content-length": "20",
}
PREFLIGHT: dict[str, str] = {
    "host": "localhost:6000",
    "origin": CHAT,
    "sec-fetch-site": "same-site",
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type,x-agentnook-token",
}
UPLOAD = f"/files/uploads/{'a' * 43}"
DIRECT = "/files/form"
PICTURE = f"/files/previews/{'a' * 43}"


def head(changes: dict[str, str | None] | None = None, *, method: str = "POST", path: str = "/chatkit") -> Head:
    base = PREFLIGHT if method == "OPTIONS" else GOOD
    merged = {**base, **(changes or {})}
    return Head(method, path, tuple((name, value) for name, value in merged.items() if value is not None))


def test_the_chat_documents_request_passes() -> None:
    assert guard.refuse(head(), POLICY) is None


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_a_file_of_any_type_and_of_more_bytes_passes_with_the_token(method: str) -> None:
    file: dict[str, str | None] = {"content-type": "text/plain", "content-length": str(guard.UPLOAD_LIMIT_BYTES)}
    assert guard.refuse(head(file, method=method, path=UPLOAD), POLICY) is None
    asked = head({"access-control-request-method": method}, method="OPTIONS", path=UPLOAD)
    assert guard.refuse(asked, POLICY) is None
    assert dict(guard.preflight_headers(UPLOAD))["access-control-allow-methods"] == "POST, PUT"


def test_a_form_with_a_file_passes_with_the_token() -> None:
    form: dict[str, str | None] = {"content-type": "multipart/form-data; boundary=x", "content-length": "9999999"}
    assert guard.refuse(head(form, path=DIRECT), POLICY) is None


@pytest.mark.parametrize("changes", [{}, {"sec-fetch-dest": "image"}, {"sec-fetch-dest": "empty", "origin": CHAT}])
def test_a_picture_passes_without_the_token_from_any_frame(changes: dict[str, str]) -> None:
    sent = {"host": "localhost:6000", "sec-fetch-site": "cross-site", **changes}
    assert guard.refuse(Head("GET", PICTURE, tuple(sent.items())), POLICY) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"origin": None},
        {"sec-fetch-site": None},
        {"sec-fetch-site": "same-origin"},
        {"content-type": "application/json; charset=utf-8"},
        {"content-type": "Application/JSON"},
        {"content-length": None},
        {"content-length": str(guard.BODY_LIMIT_BYTES)},
        {"accept-language": "de"},
    ],
)
def test_what_else_may_pass(changes: dict[str, str | None]) -> None:
    assert guard.refuse(head(changes), POLICY) is None


REFUSED: list[tuple[Check, int, dict[str, str | None], str, str]] = [
    (guard.check_host, 403, {"host": None}, "POST", "/chatkit"),
    (guard.check_host, 403, {"host": "127.0.0.1:6000"}, "POST", "/chatkit"),
    (guard.check_host, 403, {"host": "localhost:6001"}, "POST", "/chatkit"),
    (guard.check_host, 403, {"host": "localhost"}, "POST", "/chatkit"),
    (guard.check_host, 403, {"host": "localhost:6000.evil.example"}, "POST", "/chatkit"),
    (guard.check_host, 403, {"host": "evil.example:6000"}, "POST", "/chatkit"),
    (guard.check_origin, 403, {"origin": "null"}, "POST", "/chatkit"),
    (guard.check_origin, 403, {"origin": "https://evil.example"}, "POST", "/chatkit"),
    (guard.check_origin, 403, {"origin": "http://127.0.0.1:5000"}, "POST", "/chatkit"),
    (guard.check_origin, 403, {"origin": "http://localhost:5001"}, "POST", "/chatkit"),
    (guard.check_origin, 403, {"origin": "http://localhost:6000"}, "POST", "/chatkit"),
    (guard.check_origin, 403, {"origin": CHAT + "/"}, "POST", "/chatkit"),
    (guard.check_site, 403, {"sec-fetch-site": "cross-site"}, "POST", "/chatkit"),
    (guard.check_site, 403, {"sec-fetch-site": ""}, "POST", "/chatkit"),
    (guard.check_token, 401, {guard.TOKEN_HEADER: None}, "POST", "/chatkit"),
    (guard.check_token, 401, {guard.TOKEN_HEADER: ""}, "POST", "/chatkit"),
    (guard.check_token, 401, {guard.TOKEN_HEADER: TOKEN[:-1]}, "POST", "/chatkit"),
    (guard.check_token, 401, {guard.TOKEN_HEADER: TOKEN + "t"}, "POST", "/chatkit"),
    (guard.check_token, 401, {guard.TOKEN_HEADER: "\xff" * 43}, "POST", "/chatkit"),
    (guard.check_route, 404, {}, "POST", "/"),
    (guard.check_route, 404, {}, "POST", "/chatkit/"),
    (guard.check_route, 404, {}, "POST", "/chatkit/../etc"),
    (guard.check_route, 405, {}, "GET", "/chatkit"),
    (guard.check_route, 405, {}, "HEAD", "/chatkit"),
    (guard.check_route, 405, {}, "DELETE", "/chatkit"),
    (guard.check_content_type, 415, {"content-type": None}, "POST", "/chatkit"),
    (guard.check_content_type, 415, {"content-type": "text/plain"}, "POST", "/chatkit"),
    (guard.check_content_type, 415, {"content-type": "application/jsonp"}, "POST", "/chatkit"),
    (guard.check_content_type, 415, {"content-type": "text/plain; application/json"}, "POST", "/chatkit"),
    (guard.check_announced_length, 413, {"content-length": str(guard.BODY_LIMIT_BYTES + 1)}, "POST", "/chatkit"),
    (guard.check_announced_length, 400, {"content-length": "-1"}, "POST", "/chatkit"),
    (guard.check_announced_length, 400, {"content-length": "\u0663"}, "POST", "/chatkit"),
    (guard.check_host, 403, {"host": "evil.example"}, "GET", PICTURE),
    (guard.check_origin, 403, {"origin": "https://evil.example"}, "GET", PICTURE),
    (guard.check_destination, 403, {"sec-fetch-dest": "document"}, "GET", PICTURE),
    (guard.check_destination, 403, {"sec-fetch-dest": ""}, "GET", PICTURE),
    (guard.check_route, 405, {}, "HEAD", PICTURE),
    (guard.check_route, 405, {}, "POST", PICTURE),
    (guard.check_route, 404, {}, "GET", PICTURE + "a"),
    (guard.check_route, 404, {}, "GET", PICTURE[:-1] + "."),
    (guard.check_route, 404, {}, "GET", PICTURE.rpartition("/")[0]),
    (guard.check_route, 404, {}, "GET", PICTURE + "/"),
    (guard.check_origin, 403, {"origin": "https://evil.example"}, "PUT", UPLOAD),
    (guard.check_site, 403, {"sec-fetch-site": "cross-site"}, "PUT", UPLOAD),
    (guard.check_token, 401, {guard.TOKEN_HEADER: None}, "PUT", UPLOAD),
    (guard.check_route, 405, {}, "GET", UPLOAD),
    (guard.check_route, 404, {}, "PUT", UPLOAD + "/a"),
    (guard.check_announced_length, 413, {"content-length": str(guard.UPLOAD_LIMIT_BYTES + 1)}, "PUT", UPLOAD),
    (guard.check_host, 403, {"host": "evil.example"}, "POST", DIRECT),
    (guard.check_origin, 403, {"origin": "https://evil.example"}, "POST", DIRECT),
    (guard.check_site, 403, {"sec-fetch-site": "cross-site"}, "POST", DIRECT),
    (guard.check_token, 401, {guard.TOKEN_HEADER: None}, "POST", DIRECT),
    (guard.check_route, 405, {}, "PUT", DIRECT),
    (guard.check_route, 405, {}, "GET", DIRECT),
    (guard.check_route, 404, {}, "POST", DIRECT + "/"),
    (guard.check_announced_length, 413, {"content-length": str(guard.UPLOAD_LIMIT_BYTES + 1)}, "POST", DIRECT),
    (guard.check_preflight, 403, {"access-control-request-method": "PUT"}, "OPTIONS", DIRECT),
    (guard.check_preflight, 403, {"access-control-request-method": "GET"}, "OPTIONS", UPLOAD),
    (guard.check_preflight, 403, {"origin": None}, "OPTIONS", "/chatkit"),
    (guard.check_preflight, 403, {"access-control-request-method": "PUT"}, "OPTIONS", "/chatkit"),
    (guard.check_preflight, 403, {"access-control-request-headers": "x-evil"}, "OPTIONS", "/chatkit"),
    (guard.check_preflight, 403, {}, "OPTIONS", "/other"),
]


@pytest.mark.parametrize(("check", "status", "changes", "method", "path"), REFUSED)
def test_each_rule_alone_decides(
    check: Check,
    status: int,
    changes: dict[str, str | None],
    method: str,
    path: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hostile = head(changes, method=method, path=path)
    refusal = guard.refuse(hostile, POLICY)
    assert refusal is not None
    assert refusal.status == status
    for name in ("REQUEST_CHECKS", "PICTURE_CHECKS", "PREFLIGHT_CHECKS"):
        monkeypatch.setattr(guard, name, tuple(each for each in getattr(guard, name) if each is not check))
    assert guard.refuse(hostile, POLICY) is None


def test_the_rules_stand_in_their_order() -> None:
    wrong = {
        "host": "evil",
        "origin": "evil",
        "sec-fetch-site": "cross-site",
        guard.TOKEN_HEADER: "",
        "content-type": "",
    }
    expected = [403, 403, 403, 401, 404, 415, 413]
    found: list[int] = []
    for repaired in (None, "host", "origin", "sec-fetch-site", guard.TOKEN_HEADER, "path", "content-type"):
        wrong.pop(repaired or "", None)
        path = "/chatkit" if len(found) >= 5 else "/elsewhere"
        refusal = guard.refuse(head({**wrong, "content-length": str(10**9)}, path=path), POLICY)
        found.append(refusal.status if refusal else 200)
    assert found == expected


@pytest.mark.parametrize("name", ["host", "origin", "sec-fetch-site", guard.TOKEN_HEADER, "content-type"])
def test_a_header_sent_twice_is_not_believed(name: str) -> None:
    doubled = Head("POST", "/chatkit", (*GOOD.items(), (name, GOOD[name])))
    assert guard.refuse(doubled, POLICY) is not None


def test_only_the_chat_document_may_read_an_answer() -> None:
    assert ("access-control-allow-origin", CHAT) in guard.answer_headers(head(), POLICY)
    for origin in ("https://evil.example", "null", None):
        headers = dict(guard.answer_headers(head({"origin": origin}), POLICY))
        assert "access-control-allow-origin" not in headers
        assert headers["vary"] == "Origin"
        assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")


def test_a_preflight_is_granted_to_the_chat_document_for_ten_minutes() -> None:
    asked = head(method="OPTIONS")
    assert asked.is_preflight
    assert guard.refuse(asked, POLICY) is None
    granted = dict(guard.preflight_headers("/chatkit"))
    assert granted["access-control-allow-methods"] == "POST"
    assert guard.TOKEN_HEADER in granted["access-control-allow-headers"]
    assert granted["access-control-max-age"] == "600"


def test_a_policy_never_shows_its_token() -> None:
    assert TOKEN not in repr(POLICY)


HEADERS = st.sampled_from([*GOOD, "access-control-request-method", "x-other"])
VALUES = st.one_of(st.sampled_from([*GOOD.values(), *PREFLIGHT.values()]), st.text(max_size=8))


@settings(derandomize=True, deadline=None, max_examples=400)
@given(
    st.sampled_from(["POST", "PUT", "GET", "OPTIONS", "TRACE", ""]),
    st.sampled_from(["/chatkit", UPLOAD, DIRECT]),
    st.lists(st.tuples(HEADERS, VALUES), max_size=9),
)
def test_nothing_passes_without_the_token_and_our_host(method: str, path: str, headers: list[tuple[str, str]]) -> None:
    asked = Head(method, path, tuple(headers))
    passes = guard.refuse(asked, POLICY) is None
    if passes and not asked.is_preflight:
        assert asked.values(guard.TOKEN_HEADER) == [TOKEN]
        assert asked.values("host") == [POLICY.host]
