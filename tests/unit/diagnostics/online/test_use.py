"""What a connection does with its hosts, each broken once: key, sessions, service, server, chat on this computer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import network
from app.diagnostics.checks import CHECKS
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import CheckContext, Finding, State
from app.diagnostics.online import ONLINE_TOTAL_SECONDS, OnlineAccess, chat_host, online_checks, online_ids
from app.diagnostics.report import Report
from app.errors import AppError, KeyringLocked
from app.resources import text
from app.services import chat_host_process
from app.services.client_secrets import MintedSecret
from app.services.connections import Connection
from app.services.official_script import TEST_VARIABLE
from app.services.session_failures import status_failure
from tests.support.self_hosted import self_hosted
from tests.support.stand_in_api import SECRET_MARK, Answer, StandInApi, failing, in_place_of_openai
from tests.support.stand_in_component import stand_in_component
from tests.unit.diagnostics.conftest import MakeContext

KEY = "sk-canary-0123456789-wxyz"
WORKFLOW = Connection("w", "workflow", "Mine", "Mine", workflow_id="wf_68a1b2c3")
SERVICE = Connection("s", "session_service", "Ours", "Ours", workflow_id="wf_68a1b2c3")
SERVER = Connection("o", "server", "Own", "Own")
LOCAL = Connection("local", "local", "Here", "Guide")

KEY_PATH, SESSION_PATH, HEALTH_PATH = "/v1/models", "/v1/chatkit/sessions", "/api/chatkit/health"


@pytest.fixture
def context(make_context: MakeContext) -> CheckContext:
    return make_context(now=time.time)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as standing_in, stand_in_component() as component:
        monkeypatch.setenv(TEST_VARIABLE, component.script("good"))
        yield standing_in


def access(connection: Connection, key: str = KEY) -> OnlineAccess:
    return OnlineAccess.of(connection, lambda: key, lambda: "somebody")


def run(context: CheckContext, asked: OnlineAccess) -> Report:
    return run_checks(
        context,
        checks=online_checks(asked),
        total_seconds=ONLINE_TOTAL_SECONDS,
    )


def found(report: Report) -> dict[str, Finding]:
    """Return what was found, after a look that nothing secret is in it."""
    everything = report.as_json() + report.as_text(colour=False) + repr(report.results)
    for secret in (KEY, SECRET_MARK):
        assert secret not in everything
    return {result.check.id: result.finding for result in report.results}


def says(finding: Finding, error: AppError) -> None:
    """Assert that a finding tells this failure."""
    assert finding.state is State.FAIL
    assert (finding.summary, finding.evidence["code"]) == (error.sentence, error.code)
    assert finding.remedy is not None
    assert finding.remedy.text == error.hint


def test_every_id_of_every_connection_is_known_and_is_none_of_this_computer() -> None:
    made = {check.id for each in (WORKFLOW, SERVICE, SERVER, LOCAL) for check in online_checks(access(each))}
    assert made <= online_ids()
    assert not online_ids() & {check.id for check in CHECKS}


# A hosted workflow


def test_a_workflow_that_works_passes_from_the_script_to_the_second_secret(
    context: CheckContext, api: StandInApi
) -> None:
    api.key = KEY
    findings = found(run(context, access(WORKFLOW)))
    assert {name: each.state for name, each in findings.items() if each.state is not State.PASS} == {
        "net-11": State.SKIP
    }
    assert [*findings] == [
        *("cdn-01", "cdn-02", "cdn-03", "cdn-05", "api-01", "api-02", "api-03", "api-05"),
        *("net-05", "net-06", "net-07", "net-11"),
    ]
    assert len(api.made) == 2
    assert findings["net-11"].summary == text("doctor.turn.workflow")
    assert findings["net-06"].measured == {"lives_for_seconds": 600}


def test_no_key_is_said_and_nothing_is_made(context: CheckContext, api: StandInApi) -> None:
    findings = found(run(context, access(WORKFLOW, "")))
    assert findings["net-05"].evidence == {"code": "key_missing"}
    assert findings["net-05"].summary == text("error.key_missing.sentence")
    assert api.made == []


def test_f37_an_old_key_fails_and_what_needs_it_is_left_out(context: CheckContext, api: StandInApi) -> None:
    api.key = "sk-another-one"
    findings = found(run(context, access(WORKFLOW)))
    says(findings["net-05"], status_failure(401))
    for name in ("net-06", "net-07"):
        assert findings[name].state is State.SKIP
        assert text("doctor.key.title") in findings[name].summary
    assert api.made == []


def test_a_locked_keyring_is_said(context: CheckContext, api: StandInApi) -> None:
    def locked() -> str:
        raise KeyringLocked

    findings = found(run(context, OnlineAccess.of(WORKFLOW, locked, lambda: "somebody")))
    says(findings["net-05"], KeyringLocked())
    assert api.made == []


def test_a_key_that_may_not_list_models_warns_and_sessions_are_tried(context: CheckContext, api: StandInApi) -> None:
    api.always[KEY_PATH] = failing(403)
    findings = found(run(context, access(WORKFLOW)))
    assert findings["net-05"].state is State.WARN
    assert findings["net-05"].summary == text("doctor.key.restricted")
    assert findings["net-06"].state is State.PASS


@pytest.mark.parametrize(
    ("refusal", "error"),
    [
        (failing(403), status_failure(403)),
        (failing(404), status_failure(404)),
        (failing(402), status_failure(402)),
        (failing(429, "insufficient_quota"), status_failure(429, "insufficient_quota")),
        (failing(429, retry_after="7"), status_failure(429, "", "7")),
        (failing(400), status_failure(400)),
        (failing(500), status_failure(500)),
    ],
)
def test_each_refusal_of_a_session_has_its_words(
    context: CheckContext, api: StandInApi, refusal: Answer, error: AppError
) -> None:
    api.always[SESSION_PATH] = refusal
    findings = found(run(context, access(WORKFLOW)))
    says(findings["net-06"], error)
    assert findings["net-07"].state is State.SKIP


def test_a_secret_that_lasts_for_a_moment_warns(context: CheckContext, api: StandInApi) -> None:
    api.lives_for = 60
    finding = found(run(context, access(WORKFLOW)))["net-06"]
    assert finding.state is State.WARN
    assert "lasts only" in finding.summary
    assert finding.remedy is not None
    assert finding.remedy.text == text("doctor.session.short.remedy")


def test_the_same_secret_again_fails(context: CheckContext, api: StandInApi) -> None:
    always = MintedSecret(f"{SECRET_MARK}always", 0.0, "cksess_1")
    findings = found(run(context, OnlineAccess(WORKFLOW, lambda: KEY, lambda _last: always)))
    assert findings["net-07"].state is State.FAIL
    assert findings["net-07"].summary == text("doctor.renewal.same")
    assert findings["net-07"].remedy is not None
    assert findings["net-07"].remedy.text == text("doctor.renewal.same.remedy")
    assert api.made == []


def test_without_the_script_the_rest_is_still_tested(
    context: CheckContext, api: StandInApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TEST_VARIABLE, "http://127.0.0.1:9/chatkit.js")
    findings = found(run(context, access(WORKFLOW)))
    assert findings["cdn-03"].evidence["code"] == "connection_refused"
    assert findings["cdn-05"].state is State.SKIP
    assert text("doctor.reach.cdn.03.title") in findings["cdn-05"].summary
    assert findings["net-07"].state is State.PASS


def test_what_comes_after_an_unreachable_host_is_left_out_because_of_it(
    context: CheckContext, api: StandInApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGENTNOOK_TEST_OPENAI_URL", "http://127.0.0.1:9/v1")
    findings = found(run(context, access(WORKFLOW)))
    for name in ("api-05", "net-05", "net-06", "net-07"):
        assert findings[name].state is State.SKIP
        assert text("doctor.reach.api.03.title") in findings[name].summary
    assert api.requests == []


# An organisation's service


def service_at(api: StandInApi) -> Connection:
    return replace(SERVICE, url=api.url.removesuffix("/v1"))


def test_a_service_that_works_passes(context: CheckContext, api: StandInApi) -> None:
    findings = found(run(context, access(service_at(api))))
    assert {each.state for name, each in findings.items() if name != "net-11"} == {State.PASS}
    # The steps to OpenAI itself are gone meanwhile: what they ask may come anywhere in between.
    asked = [(path, body) for path, _headers, body in api.requests if path != KEY_PATH]
    reached, used = [HEALTH_PATH], [HEALTH_PATH, "/api/chatkit/session", "/api/chatkit/session/refresh"]
    assert [path for path, _body in asked] == [*reached, *used]
    assert asked[-1][1]["current_client_secret"].startswith(SECRET_MARK)
    assert findings["net-11"].summary == text("doctor.turn.session_service")


def test_a_service_that_refuses_the_token_fails(context: CheckContext, api: StandInApi) -> None:
    api.key = "token-of-somebody-else"
    finding = found(run(context, access(service_at(api))))["net-08"]
    assert finding.state is State.FAIL
    assert finding.summary == text("service.refused.sentence")
    assert finding.remedy is not None
    assert finding.remedy.text == text("service.refused.hint")
    assert api.made == []


def test_an_address_without_a_service_fails(context: CheckContext, api: StandInApi) -> None:
    api.always[HEALTH_PATH] = failing(404)
    finding = found(run(context, access(service_at(api))))["net-08"]
    assert finding.summary == text("service.elsewhere.sentence")
    assert finding.remedy is not None
    assert finding.remedy.text == text("service.elsewhere.hint")


# A server of one's own


def test_a_server_that_answers_passes_and_one_that_refuses_fails(context: CheckContext, tmp_path: Path) -> None:
    with self_hosted(tmp_path / "theirs.sqlite3", token=KEY) as url:
        connection = replace(SERVER, url=url)
        findings = found(run(context, access(connection)))
        assert findings["net-09"].state is State.PASS
        assert findings["net-11"].summary == text("doctor.turn.server")
        finding = found(run(context, access(connection, "another-token")))["net-09"]
    assert finding.state is State.FAIL
    assert finding.summary == text("relay.refused.sentence")
    assert finding.remedy is not None
    assert finding.remedy.text == text("relay.refused.hint")


def test_what_is_no_chatkit_server_fails(context: CheckContext, api: StandInApi) -> None:
    api.always["/v1"] = Answer(body=b"{}")
    finding = found(run(context, access(replace(SERVER, url=api.url))))["net-09"]
    assert finding.state is State.FAIL
    assert finding.summary == text("relay.foreign.sentence")


# This computer


def test_the_chat_of_this_computer_starts_and_leaves_nothing(context: CheckContext) -> None:
    findings = found(run(context, access(LOCAL)))
    assert findings["net-10"].state is State.PASS
    assert findings["net-11"].summary == text("doctor.turn.local")
    assert list(context.locations.data_dir.iterdir()) == []


def never_ready() -> tuple[str, ...]:
    return ("/bin/sh", "-c", "exec cat")


def crashing() -> tuple[str, ...]:
    return ("/bin/false",)


@pytest.mark.parametrize("command", [never_ready, crashing])
def test_a_chat_host_that_does_not_get_ready_fails(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch, command: Callable[[], tuple[str, ...]]
) -> None:
    monkeypatch.setattr(chat_host_process, "host_command", command)
    monkeypatch.setattr(chat_host, "READY_SECONDS", 1.0)
    finding = chat_host.probe(context)
    assert finding.state is State.FAIL
    assert finding.summary == text("error.chat_host_unavailable.sentence")
    assert finding.remedy is not None
    assert finding.remedy.text == text("doctor.chat_host.remedy")


def test_a_chat_host_that_says_why_it_cannot_run_is_quoted(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    says_why = ("/bin/sh", "-c", """echo '{"error": {"message": "The disk is full."}}'""")
    monkeypatch.setattr(chat_host_process, "host_command", lambda: says_why)
    finding = chat_host.probe(context)
    assert finding.state is State.FAIL
    assert finding.summary == "The disk is full."


# All of it


def test_servers_that_hang_hold_up_nobody_for_longer_than_is_allowed(context: CheckContext, api: StandInApi) -> None:
    api.script = [Answer(hangs=True)]
    began = time.monotonic()
    checks = online_checks(access(WORKFLOW))
    report = run_checks(context, checks=checks, check_seconds=1.5, total_seconds=3.0)
    assert time.monotonic() - began < network.READ_SECONDS
    findings = found(report)
    assert findings["api-05"].state is State.UNKNOWN
    assert findings["net-06"].state is State.SKIP


@pytest.mark.parametrize("connection", [WORKFLOW, SERVICE, SERVER, LOCAL])
def test_every_check_has_its_words_an_id_of_its_own_and_known_needs(connection: Connection) -> None:
    checks = online_checks(access(replace(connection, url="https://chat.example/x", interface="official")))
    ids = [each.id for each in checks]
    assert len(set(ids)) == len(ids)
    for position, each in enumerate(checks):
        assert each.group == "online"
        assert not text(each.title).startswith("doctor.")
        assert set(each.depends_on) <= set(ids[:position])
