"""What an administrator asks before many people use the program, each question with its good and its bad answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.brand import BRAND
from app.diagnostics.checks import (
    admin_domains,
    admin_https,
    admin_keys,
    admin_language,
    admin_logging,
    admin_privacy,
    admin_reach,
    admin_retention,
    admin_sign_in,
)
from app.diagnostics.findings import State
from app.services import given_connection
from app.services.keyring_backend import OpenKeyring
from app.services.official_script import OPENAI_HOSTS
from app.settings.locations import resolve_locations
from tests.support.keeping_keyring import KeepingKeyring
from tests.unit.diagnostics.conftest import MakeContext, describe, told

WORKFLOW = {"kind": "workflow", "workflow_id": "wf_68df4b13b3588190", "label": "Research"}
SERVER = {"kind": "server", "url": "https://chat.example/chatkit", "label": "Support", "interface": "official"}
KEY = "sk-canary-0123456789-wxyz"
GIVEN = {"CHATKIT_WORKFLOW_ID": "wf_68df4b13b3588190", "OPENAI_API_KEY": KEY}


@pytest.mark.parametrize("key", ["domain_pk_", "sk-canary-0123456789"])
def test_adm_01_what_is_no_domain_key_warns_with_the_page_to_get_one(make_context: MakeContext, key: str) -> None:
    finding = admin_domains.probe(describe(make_context(), SERVER, {**SERVER, "domain_key": key, "label": "Wrong"}))
    state, sentence, remedy = told(finding)
    assert (state, sentence) == (State.WARN, "These servers have a domain key that is none of OpenAI's: Wrong.")
    assert "domain allowlist" in remedy
    assert finding.remedy is not None
    assert finding.remedy.link.endswith("/security/domain-allowlist")
    assert "canary" not in repr(finding)


def test_adm_01_a_registered_server_passes_and_others_need_no_key(make_context: MakeContext) -> None:
    registered = {**SERVER, "domain_key": "domain_pk_0123"}
    finding = admin_domains.probe(describe(make_context(), registered, WORKFLOW))
    assert told(finding)[1] == "Every server that is shown in OpenAI's interface has a domain key."
    finding = admin_domains.probe(describe(make_context(), registered, SERVER))
    assert finding.evidence == {"servers": 2, "without_key": 1, "wrong_key": 0}
    assert "“localhost”" in finding.summary
    without = describe(make_context(), WORKFLOW, {**SERVER, "interface": "builtin"})
    assert admin_domains.probe(without).state is State.SKIP


def test_adm_02_a_server_of_this_computer_is_told_from_those_over_https(make_context: MakeContext) -> None:
    context = describe(make_context(), SERVER, {**SERVER, "url": "http://127.0.0.1:8000", "label": "Mine"})
    finding = admin_https.probe(context)
    assert finding.summary.endswith("so nobody else can use them: Mine.")
    assert finding.evidence == {"servers": 2, "without_https": 1}
    assert told(admin_https.probe(describe(context, SERVER)))[1] == "Every server is asked over https."
    assert admin_https.probe(describe(context, WORKFLOW)).state is State.SKIP


def test_adm_03_a_key_that_is_handed_out_warns(make_context: MakeContext) -> None:
    finding = admin_keys.probe(describe(make_context(environ=GIVEN), WORKFLOW))
    state, sentence, remedy = told(finding)
    assert state is State.WARN
    assert "can read that key" in sentence
    assert "session service" in remedy
    assert KEY not in repr(finding)
    assert finding.evidence == {"own_keys": 1, "handed_out": 1}


def test_adm_03_a_workflow_that_is_given_without_a_key_hands_out_none(
    make_context: MakeContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given_connection, "BRAND", replace(BRAND, bundled_workflow_id=WORKFLOW["workflow_id"]))
    finding = admin_keys.probe(make_context())
    assert (finding.state, finding.evidence) == (State.PASS, {"own_keys": 1, "handed_out": 0})


def test_adm_03_a_persons_own_key_passes(make_context: MakeContext) -> None:
    assert admin_keys.probe(describe(make_context(), WORKFLOW)).state is State.PASS
    service = {"kind": "session_service", "url": "https://sessions.example", "workflow_id": "wf_68df4b13b3588190"}
    assert admin_keys.probe(describe(make_context(), service)).state is State.SKIP


@pytest.mark.parametrize(
    ("environ", "names"),
    [({"AGENTNOOK_LOG_LEVEL": "debug"}, "log_level"), ({"AGENTNOOK_DEVELOPMENT": "yes"}, "development")],
)
def test_adm_04_what_is_meant_for_looking_for_faults_warns(
    make_context: MakeContext, environ: dict[str, str], names: str
) -> None:
    state, sentence, remedy = told(admin_logging.probe(make_context(environ=environ)))
    assert (state, sentence) == (State.WARN, f"Settings meant for looking for a fault are on: {names}.")
    assert "“info”" in remedy
    assert admin_logging.probe(make_context()).state is State.PASS


def test_adm_05_what_others_can_read_warns_and_one_command_closes_it(make_context: MakeContext, tmp_path: Path) -> None:
    home = tmp_path / "home"
    context = make_context(locations=resolve_locations(home / "agentnook", {}), env_file=home / ".env")
    assert admin_privacy.probe(context).state is State.PASS
    context.locations.log_dir.mkdir(parents=True)
    for path in (context.locations.data_dir, context.locations.log_dir):
        path.chmod(0o750)
    (home / ".env").write_text(f"OPENAI_API_KEY={KEY}\n")
    (home / ".env").chmod(0o644)
    finding = admin_privacy.probe(context)
    state, sentence, remedy = told(finding)
    assert (state, sentence) == (State.WARN, "Other users of this computer may look into what the program keeps.")
    assert "--data-dir" in remedy
    assert finding.remedy is not None
    ours = ("~/agentnook", "~/agentnook/log", "~/.env")
    assert finding.remedy.commands == tuple(f"chmod go-rwx {path}" for path in ours)
    assert admin_privacy.probe(make_context(system="windows")).state is State.SKIP


def test_adm_05_no_command_changes_the_rights_of_a_folder_that_is_not_ours(make_context: MakeContext) -> None:
    finding = admin_privacy.probe(make_context(locations=resolve_locations(Path("/"), {})))
    assert finding.state is State.WARN
    assert finding.remedy is not None
    assert finding.remedy.commands == ()
    assert "command" not in finding.remedy.text


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Example", "Nextcloud", "iCloud Drive"])
def test_adm_06_a_folder_that_is_copied_elsewhere_warns(make_context: MakeContext, tmp_path: Path, folder: str) -> None:
    finding = admin_retention.probe(make_context(locations=resolve_locations(tmp_path / folder / "agentnook", {})))
    state, sentence, remedy = told(finding)
    assert state is State.WARN
    assert f"“{folder}” copies to other computers" in sentence
    assert "--data-dir" in remedy


def test_adm_06_otherwise_it_says_how_long_and_how_to_save(make_context: MakeContext) -> None:
    finding = admin_retention.probe(make_context())
    assert finding.state is State.PASS
    assert "until somebody deletes them" in finding.summary
    assert "agentnook export" in finding.summary


def test_adm_07_the_hosts_to_let_through_are_named(make_context: MakeContext) -> None:
    context = describe(
        make_context(), WORKFLOW, {**SERVER, "interface": "builtin"}, {**SERVER, "url": "http://[::1]:1"}
    )
    finding = admin_reach.probe(context)
    assert finding.state is State.PASS
    hosts = ["api.openai.com", "cdn.platform.openai.com", "chat.example", *OPENAI_HOSTS]
    assert finding.evidence["hosts"] == sorted(hosts)
    assert all(host in finding.summary for host in hosts)
    assert admin_reach.probe(describe(context, {**SERVER, "interface": "builtin"})).evidence["hosts"] == [
        "chat.example"
    ]
    assert admin_reach.probe(make_context(locations=resolve_locations(Path("/nowhere"), {}))).state is State.SKIP


def test_adm_07_a_proxy_that_wants_a_password_warns_where_the_script_comes_through_it(
    make_context: MakeContext,
) -> None:
    environ = {"HTTPS_PROXY": "http://ann:secret@proxy.example:8080"}
    finding = admin_reach.probe(describe(make_context(environ=environ), WORKFLOW))
    state, sentence, remedy = told(finding)
    assert state is State.WARN
    assert "a proxy that wants a password" in sentence
    assert "without a password" in remedy
    assert "secret" not in repr(finding)
    builtin = describe(make_context(environ=environ), {**SERVER, "interface": "builtin"})
    assert admin_reach.probe(builtin).state is State.PASS


@pytest.mark.parametrize("locale", ["de", "de-AT", "pt_BR"])
def test_adm_08_a_language_without_words_warns(make_context: MakeContext, locale: str) -> None:
    state, sentence, remedy = told(admin_language.probe(make_context(environ={"AGENTNOOK_LOCALE": locale})))
    assert state is State.WARN
    assert f"“{locale}”" in sentence
    assert "Nothing has to be done" in remedy


@pytest.mark.parametrize("environ", [{}, {"AGENTNOOK_LOCALE": "en-GB"}])
def test_adm_08_a_language_with_words_passes(make_context: MakeContext, environ: dict[str, str]) -> None:
    assert admin_language.probe(make_context(environ=environ)).evidence["languages"] == ["en"]
    assert admin_language.probe(make_context(environ=environ)).state is State.PASS


def test_adm_09_a_server_that_answers_anybody_warns(make_context: MakeContext) -> None:
    backend = KeepingKeyring()
    context = describe(make_context(open_quiet_keyring=lambda: OpenKeyring(backend, "a keyring")), SERVER, WORKFLOW)
    state, sentence, remedy = told(admin_sign_in.probe(context))
    assert state is State.WARN
    assert sentence.endswith("so they may answer anybody who knows their address: Support.")
    assert "token of each person" in remedy
    backend.set_password("agentnook", "connection:one-0", KEY)
    finding = admin_sign_in.probe(context)
    assert finding.state is State.PASS
    assert KEY not in repr(finding)


def test_adm_09_without_a_server_or_a_keyring_that_tells_it_is_left_out(make_context: MakeContext) -> None:
    assert admin_sign_in.probe(describe(make_context(), {**SERVER, "url": "http://localhost:1"})).state is State.SKIP
    assert admin_sign_in.probe(describe(make_context(system="macos"), SERVER)).state is State.SKIP
