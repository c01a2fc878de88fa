"""What leaves this computer tells neither what agents are called nor where they are; the screen still does."""

from __future__ import annotations

import io
import json
import shlex
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest

from app.diagnostics import command
from app.diagnostics.bundle import collect
from app.diagnostics.checks import CHECKS
from app.diagnostics.command import run_doctor
from app.diagnostics.engine import run_checks
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy, State
from app.diagnostics.handing_on import HandingOn
from app.diagnostics.markdown import as_markdown
from app.diagnostics.report import Report
from app.diagnostics.wording import for_command
from app.observability.own_names import OwnNames
from app.observability.redaction import Redactor, keep_readable
from app.settings.locations import resolve_locations
from tests.support.redactors import use_redactor
from tests.unit.diagnostics.conftest import MakeContext, describe, run_patiently

LABEL, PAY, HOST = "Frau Müller's desk", "Pay round", "chat.inner.example"
RECORDS: tuple[dict[str, Any], ...] = (
    {"kind": "server", "label": LABEL, "url": f"https://{HOST}/chatkit", "domain_key": "nonsense"},
    {"kind": "workflow", "label": PAY, "workflow_id": "wf_" + "a" * 20},
    {"kind": "server", "label": "broken one", "url": "ftp://other.inner.example"},
)
Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
TOLD = (LABEL, PAY, "broken one", "inner.example")


@pytest.fixture(autouse=True)
def fresh_redactor(monkeypatch: pytest.MonkeyPatch) -> None:
    use_redactor(monkeypatch, Redactor(OwnNames()))


@pytest.fixture
def context(make_context: MakeContext) -> CheckContext:
    proxy = {"HTTPS_PROXY": "http://me:pw@proxy.inner.example:8080"}
    context = make_context()
    return describe(replace(context, environ={**context.environ, **proxy}), *RECORDS)


def named(words: str) -> list[str]:
    return [each for each in TOLD if each in words or json.dumps(each)[1:-1] in words]


def test_the_screen_tells_names_and_hosts(context: CheckContext) -> None:
    report = run_patiently(context)
    assert named(report.as_text(colour=False)) == list(TOLD)
    assert set(named(json.dumps(report.as_dict()))) == set(TOLD)


def test_nothing_that_leaves_tells_a_name_or_a_host(context: CheckContext) -> None:
    context.locations.log_dir.mkdir(parents=True)
    context.locations.log_file.write_text(f"2026-11-18T11:06:40Z x {PAY} https://gone.inner.example:8080/x {HOST}\n")
    report = run_patiently(context)
    handed_on = HandingOn(context).report(report)
    faces = [handed_on.as_json(), handed_on.as_text(colour=False), as_markdown(handed_on)]
    faces += [part.content.decode() for part in collect(context, report).parts]
    assert [named(face) for face in faces] == [[]] * len(faces)
    assert "connection 1" in as_markdown(handed_on)
    assert "connection 3: " in handed_on.as_text(colour=False)
    assert "[host]" in handed_on.as_json()
    assert any("x connection 2 https://[host]:8080/x [host]" in face for face in faces)


def test_hosts_that_are_the_same_for_everybody_stay(context: CheckContext) -> None:
    words = "https://api.openai.com/v1 https://cdn.platform.openai.com http://127.0.0.1:80 http://localhost:1 http://[::1]:3"
    assert HandingOn(context).words(words) == words
    assert HandingOn(context).words("https://openai.com.example/") == "https://[host]/"


def test_a_proxy_of_the_organisation_is_one_of_its_hosts(context: CheckContext) -> None:
    assert HandingOn(context).words("through proxy.inner.example:8080") == "through [host]:8080"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (r'{"x": "https:\/\/other.corp\/x"}', r'{"x": "https:\/\/[host]\/x"}'),
        (
            "Hostname mismatch, certificate is not valid for 'chat.acme-merger.internal'.",
            "Hostname mismatch, certificate is not valid for '[host]'.",
        ),
        ("no route to 10.20.30.40:8080, ::ffff:10.1.2.3", "no route to [host]:8080, [host]"),
        ("fd12:3456:789a::1 and [fe80::1]:80", "[host] and [[host]]:80"),
        ('tried "nas.acme.local:443"', 'tried "[host]:443"'),
        (r"said: \"nas.acme.local\"", r"said: \"[host]\""),
    ],
)
def test_a_server_that_is_in_no_list_any_more_is_not_told(context: CheckContext, before: str, after: str) -> None:
    handed_on = HandingOn(context)
    assert handed_on.words(before) == after
    assert handed_on.words(after) == after


@pytest.mark.parametrize(
    "words",
    [
        "127.0.0.1:80, ::1, 0.0.0.0, [::1]:3, 127.0.1.1",
        "2026-11-18T11:06:40.123Z at 11:06:40, Qt 6.11.3, WebView2 143.0.7499.40, 535.183.01.2, 6.8.0.2, a::b, a::",
        "'cdn.platform.openai.com' and 'docs.python.org' and 'localhost'",
        "'app.settings.schema', 'settings.json', 'agentnook.log.1', 'libEGL.so.1', 'gi.repository', 'web.run.app.py'",
    ],
)
def test_what_only_looks_like_a_server_stays(context: CheckContext, words: str) -> None:
    assert HandingOn(context).words(words) == words


def test_a_folder_that_a_person_chose_is_told_by_what_it_is_for(context: CheckContext) -> None:
    context = replace(context, locations=resolve_locations(Path("/media/ann/Anna's stick"), {}))
    keep_readable(*context.locations.folders)
    words = "[Errno 13] no: '/media/ann/Anna's stick/log/agentnook.log', /media/ann/Anna's stick/settings.json"
    assert HandingOn(context).words(words) == "[Errno 13] no: '[log]/agentnook.log', [data]/settings.json"


def test_a_folder_that_a_person_chose_below_their_home_is_told_by_what_it_is_for(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_redactor(monkeypatch, Redactor(OwnNames(homes=("/home/anna",))))
    own = resolve_locations(Path("/home/anna/Clients/Acme-Merger/data"), {})
    keep_readable(*own.folders)
    context = replace(context, environ={"HOME": "/home/anna"}, locations=own)
    said = HandingOn(context).words(
        "/home/anna/Clients/Acme-Merger/data/log/x.log, /home/anna/Clients/Acme-Merger/data/y"
    )
    assert said == "[log]/x.log, [data]/y"


def test_a_base_folder_that_a_person_chose_is_told_by_what_it_is_for_and_a_systems_stays(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_redactor(monkeypatch, Redactor(OwnNames(homes=("/home/anna",))))
    environ = {"HOME": "/home/anna", "XDG_DATA_HOME": "/home/anna/Acme"}
    context = replace(context, environ=environ, locations=resolve_locations(None, environ))
    keep_readable(*context.locations.folders)
    said = HandingOn(context).words("/home/anna/Acme/agentnook/x and /home/anna/.config/agentnook/settings.json")
    assert said == "[data]/x and ~/.config/agentnook/settings.json"


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_where_authorities_of_an_organisation_are_is_not_told(context: CheckContext, variable: str) -> None:
    environ = {**context.environ, variable: "/data/Acme/one.pem:acme-ca"}
    places = ["/data/Acme/one.pem", "acme-ca"] if variable.endswith("DIR") else [environ[variable]]
    report = run_checks(replace(context, environ=environ), ["net-02"], check_seconds=60.0)
    handed_on = HandingOn(replace(context, environ=environ))
    for face in (handed_on.report(report).as_json(), handed_on.report(report).as_text(colour=False)):
        assert not [each for each in places if each in face]
    assert handed_on.words("see /etc/ssl/certs") == "see /etc/ssl/certs"


def test_where_the_file_of_variables_is_is_not_told(context: CheckContext) -> None:
    context = replace(context, env_file=Path("/data/Acme/.env"))
    assert HandingOn(context).words("/data/Acme/.env: no") == "[path]: no"


@pytest.mark.parametrize("label", ["doctor", "Settings", "agentnook"])
def test_a_connection_called_like_a_common_word_does_not_garble_the_rest(context: CheckContext, label: str) -> None:
    context = describe(context, {"kind": "server", "label": label, "url": f"https://{HOST}/chatkit"})
    handed_on = HandingOn(context)
    words = "agentnook doctor --check app-01 app.settings.schema: the settings of Agentnook, settings and doctor"
    assert handed_on.words(words) == words
    for before, after in (("", ""), ("“", "”"), ('x: "', '".'), ("", ": no address"), ("broken one, ", "\nx")):
        assert label not in handed_on.words(f"{before}{label}{after}")


def test_a_name_is_only_a_name_as_a_whole(context: CheckContext) -> None:
    assert HandingOn(context).words("pay rounds, PAY ROUND.") == "pay rounds, connection 2."


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("label", ["İpek", "Jörg", "Straße 7"])
def test_a_connection_is_its_number_however_it_is_spelled(context: CheckContext, label: str, form: Form) -> None:
    handed_on = HandingOn(describe(context, {"kind": "server", "label": label, "url": f"https://{HOST}/chatkit"}))
    for spelled in (label, label.lower(), label.upper()):
        assert handed_on.words(f"of {unicodedata.normalize(form, spelled)}.") == "of connection 1."


def test_the_command_prints_names_for_the_person_and_none_as_json(
    context: CheckContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "hold_early_lines", lambda: None)
    said = {form: io.StringIO() for form in ("--no-color", "--json")}
    for form, output in said.items():
        arguments = [form, "--data-dir", str(context.locations.data_dir), "--check", "adm-07"]
        run_doctor(arguments, environ=context.environ, output=output)
    assert HOST in said["--no-color"].getvalue()
    assert HOST not in said["--json"].getvalue()
    assert "[host]" in said["--json"].getvalue()


def test_what_explains_a_finding_leaves_with_it(context: CheckContext) -> None:
    finding = Finding(State.FAIL, "x", explained_by=("net-01", "con-04"))
    check = Check("tst-01", "data", CHECKS[0].title, "low", lambda _: finding)
    [told] = HandingOn(context).report(run_checks(context, checks=[check])).as_dict()["checks"]
    assert told["explained_by"] == ["net-01", "con-04"]


def commands_of(report: Report) -> list[str]:
    return [line for result in report.results for line in (result.finding.remedy or Remedy("")).commands]


@pytest.mark.parametrize(
    ("folder", "is_handed_on"),
    [("/home/somebody/data", False), ("/mnt/disk of ann/x", False), ("/opt/agentnook/x", True), ("/tmp", True)],
)
def test_a_command_is_exact_on_the_screen_and_leaves_only_unbroken(
    context: CheckContext, folder: str, is_handed_on: bool
) -> None:
    wanted = (f"ls -ld {for_command(Path(folder), context)}",)
    assert wanted == (f"ls -ld {shlex.quote(folder)}",)
    check = Check("tst-01", "data", CHECKS[0].title, "low", lambda _: Finding(State.FAIL, "x", "", Remedy("y", wanted)))
    report = run_checks(context, checks=[check])
    assert commands_of(report) == list(wanted)
    assert f"$ {wanted[0]}" in report.as_text(colour=False)
    assert commands_of(HandingOn(context).report(report)) == list(wanted) * is_handed_on
