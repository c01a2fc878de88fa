"""What a hosted session meets on the way, over real sockets: each failure has its own name, and the key stays home."""

from __future__ import annotations

import itertools
import logging
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app import errors, network
from app.errors import AppError
from app.resources import text
from app.services import client_secrets
from app.services.client_secrets import ClientSecrets, MintedSecret
from app.services.hosted_sessions import SessionOptions, mint_hosted
from app.services.session_failures import status_failure
from app.services.session_service import check_service, mint_from_service
from tests.support.certificates import certificate
from tests.support.stand_in_api import SECRET_MARK, Answer, StandInApi, failing, in_place_of_openai, stand_in

OPTIONS = SessionOptions("wf_1", "somebody")
KEY = "sk-test-key"


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as server:
        yield server


def mint() -> MintedSecret:
    return mint_hosted(OPTIONS, KEY)


def test_t14_nothing_of_the_environment_leaves_with_the_key(api: StandInApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org_leak")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj_leak")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Leak: leak\nAuthorization: Bearer leak")
    for name in ("HTTP_PROXY", "http_proxy", "OPENAI_BASE_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/leak")
    assert mint().value == f"{SECRET_MARK}1"
    _path, headers, _body = api.requests[0]
    assert "leak" not in str(headers)
    assert (headers["authorization"], headers["openai-beta"]) == (f"Bearer {KEY}", "chatkit_beta=v1")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (failing(401), "KeyRefused"),
        (failing(402), "BillingProblem"),
        (failing(403), "ProjectRefused"),
        (failing(404), "WorkflowUnknown"),
        (failing(410), "WorkflowUnknown"),
        (failing(429, "insufficient_quota"), "BillingProblem"),
        (failing(429), "RateLimited"),
        (failing(400), "SessionNotCreated"),
        (failing(500), "ServerTrouble"),
        (failing(503), "ServerTrouble"),
        (failing(302, location="http://127.0.0.1:9/"), "AnswerUnusable"),
        (Answer(body=b"<html>", content_type="text/html"), "NotTheServer"),
        (Answer(403, body=b"<html>", content_type="text/html"), "NotTheServer"),
        (Answer(body=b"{"), "AnswerUnusable"),
        (Answer(body=b"[]"), "AnswerUnusable"),
        (Answer(body=b"{}"), "AnswerUnusable"),
        (Answer(body=b" " * 50_000_000), "AnswerUnusable"),
        (Answer(headers={"Content-Encoding": "gzip"}), "AnswerUnusable"),
    ],
)
def test_f38_f39_each_answer_has_its_own_error_here_and_at_a_service(
    api: StandInApi, answer: Answer, kind: str
) -> None:
    api.script = [answer, answer]
    for make in (mint, lambda: mint_from_service(api.url.removesuffix("/v1"), KEY, "wf_1")):
        with pytest.raises(AppError) as failure:
            make()
        assert type(failure.value).__name__ == kind
        assert KEY not in f"{failure.value!r}{failure.value.detail}{failure.value.envelope()}"
    assert len(api.requests) == 2


@pytest.mark.parametrize(("told", "seconds"), [("7", 7.0), ("900", 60.0), ("soon", 10.0), ("", 10.0), ("nan", 10.0)])
def test_f35_the_wait_is_what_the_server_says_up_to_a_minute(api: StandInApi, told: str, seconds: float) -> None:
    api.script = [failing(429, retry_after=told)]
    with pytest.raises(errors.RateLimited) as failure:
        mint()
    assert failure.value.retry_after_seconds == seconds
    assert f"{seconds:.0f} s" in failure.value.hint


def test_the_end_of_hosted_workflows_is_named_after_the_cause_and_only_when_it_came() -> None:
    before, after = (status_failure(404, today=date(2026, 11, day)) for day in (29, 30))
    assert after.hint.startswith(before.hint)
    assert "hosted workflows have ended" in after.hint
    assert "hosted workflows" not in before.hint + status_failure(401, today=date(2026, 12, 1)).hint


def test_f31_a_name_without_an_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(errors.NameNotResolved):
        check_service("https://nowhere.invalid")


@pytest.mark.parametrize("answer", [failing(404), failing(405), Answer(404, b"<html>", content_type="text/html")])
def test_a_mistyped_address_of_a_service_is_no_unknown_workflow(api: StandInApi, answer: Answer) -> None:
    api.script = [answer]
    with pytest.raises(errors.NotTheServer) as failure:
        check_service(api.url)
    assert failure.value.sentence == text("service.elsewhere.sentence")


def test_f37_a_refused_token_of_a_service_is_called_as_its_field_is(api: StandInApi) -> None:
    for token in (KEY, "geheim-für-dich"):
        api.script = [failing(401)]
        with pytest.raises(errors.KeyRefused) as failure:
            check_service(api.url, token)
        assert failure.value.sentence == text("service.refused.sentence")


def test_f32_a_connection_that_hangs_and_one_that_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "CONNECT_SECONDS", 0.2)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with pytest.raises(errors.ConnectionRefused):
            check_service(url)
        listening.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listening.getsockname())
        with pytest.raises(errors.NetworkTimeout):
            check_service(url)
        for one in waiting:
            one.close()


def test_f33_a_server_that_never_answers_is_asked_once_more(api: StandInApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network.open_client, "__defaults__", (None, 0.2))
    monkeypatch.setattr(client_secrets, "FIRST_PAUSE_SECONDS", 0.001)
    api.script = [Answer(hangs=True), Answer(hangs=True)]
    with pytest.raises(errors.NetworkTimeout):
        ClientSecrets(mint).get(None)
    assert len(api.requests) == 2


@pytest.mark.parametrize("day", [-86_400, 0, 86_400])
def test_f43_the_life_of_a_secret_is_counted_by_the_clock_of_the_server(api: StandInApi, day: int) -> None:
    true_clock = api.server_clock
    api.server_clock = lambda: true_clock() + day
    assert 598 <= mint().lives_for_seconds <= 600


def test_t19_a_hundred_sessions_leave_nothing_on_the_disk(
    api: StandInApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, everything = logging.getLogger(), logging.FileHandler(tmp_path / "everything.log")
    # The most talkative log there can be: nothing redacts it, and every library says all it has to say.
    monkeypatch.setattr(root, "level", logging.DEBUG)
    monkeypatch.setattr(root, "handlers", [everything])
    # So slow a clock for this many that nobody asks too often.
    ticks = itertools.count(step=5)
    secrets, current = ClientSecrets(mint, lambda: float(next(ticks))), None
    for number in range(100):
        minted = secrets.get(current)
        root.debug("session %d: %s", number, minted)
        current = minted.value
    everything.close()
    assert current == f"{SECRET_MARK}100"
    assert "session 99: MintedSecret" in (tmp_path / "everything.log").read_text()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and SECRET_MARK.encode() in path.read_bytes()]


def test_t18_a_token_crosses_no_network_in_the_clear() -> None:
    with pytest.raises(errors.SessionNotCreated, match="https://"):
        mint_from_service("http://service.example", "token", "wf_1")


@dataclass(frozen=True)
class Bad:
    host: str = "127.0.0.1"
    from_day: int = -1
    to_day: int = 9
    trusted: bool = True


@pytest.mark.parametrize(
    ("bad", "kind"),
    [
        (Bad(from_day=-9, to_day=-1), "CertificateRefused"),
        (Bad(from_day=1), "ClockWrong"),
        (Bad(host="127.0.0.9"), "CertificateRefused"),
        (Bad(trusted=False), "CertificateRefused"),
        (Bad(), None),
    ],
)
def test_f40_t18_a_bad_certificate_gets_no_token_and_is_named(tmp_path: Path, bad: Bad, kind: str | None) -> None:
    path = certificate(tmp_path, "Listening Ltd", bad.host, bad.from_day, bad.to_day)
    authorities = path if bad.trusted else None
    with stand_in(path) as server:
        url = server.url.removesuffix("/v1")
        if kind is None:
            assert mint_from_service(url, "token", "wf_1", ca_file=authorities).value
            assert server.requests[0][1]["authorization"] == "Bearer token"
            return
        with pytest.raises(AppError) as failure:
            mint_from_service(url, "token", "wf_1", ca_file=authorities)
        assert type(failure.value).__name__ == kind
        assert ("Listening Ltd" in failure.value.sentence) == (kind == "CertificateRefused")
        assert server.requests == []


def test_f40_t18_protocols_before_tls_1_2_are_not_spoken() -> None:
    assert network.tls_context().minimum_version == ssl.TLSVersion.TLSv1_2


def test_t18_a_redirect_takes_no_token_to_another_host(api: StandInApi) -> None:
    with stand_in() as other:
        api.script = [Answer(307, b"{}", {"Location": f"{other.url}/chatkit/sessions"})] * 2
        for make in (mint, lambda: mint_from_service(api.url.removesuffix("/v1"), KEY, "wf_1")):
            with pytest.raises(errors.AnswerUnusable):
                make()
        assert other.requests == []
