"""`doctor --online`: it names the computers before it asks them, tests the right connection, and changes nothing."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.diagnostics import command
from app.diagnostics.checks import CHECKS
from app.diagnostics.command import run_doctor
from app.diagnostics.findings import Check
from app.errors import UsageError
from app.resources import text
from app.services.connection_file import encode
from app.services.connections import Connection
from app.services.official_script import TEST_VARIABLE
from app.services.openai_client import TEST_URL_VARIABLE
from app.settings.locations import Locations, resolve_locations
from tests.support.official_app import NO_BUS
from tests.support.processes import ROOT
from tests.support.stand_in_api import SECRET_MARK, Answer, StandInApi, in_place_of_openai, stand_in
from tests.support.stand_in_component import stand_in_component
from tests.support.waiting import wait_until

KEY = "sk-canary-0123456789-wxyz"
GIVEN = {"OPENAI_API_KEY": KEY, "CHATKIT_WORKFLOW_ID": "wf_68a1b2c3"}
# Less than a server has to answer.
MOST_SECONDS_TO_END = 5


@pytest.fixture
def locations(tmp_path: Path) -> Locations:
    (tmp_path / "data").mkdir(mode=0o700)
    return resolve_locations(tmp_path / "data", {})


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run where no `.env` file is, and let the log go nowhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "hold_early_lines", lambda: None)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as standing_in, stand_in_component() as component:
        monkeypatch.setenv(TEST_VARIABLE, component.script("good"))
        yield standing_in


def doctor(locations: Locations, *arguments: str, environ: dict[str, str] | None = None) -> tuple[int, str]:
    output = io.StringIO()
    environ = {"DBUS_SESSION_BUS_ADDRESS": NO_BUS, **(environ or {})}
    code = run_doctor([*arguments, "--data-dir", str(locations.data_dir)], environ=environ, output=output)
    return code, output.getvalue()


def keep(locations: Locations, *connections: Connection, selected: str = "") -> None:
    locations.connections_file.write_bytes(encode(connections, selected))


def server(name: str, api: StandInApi) -> Connection:
    return Connection(name, "server", name, name, url=f"{api.url}/chatkit")


def test_the_hosts_stand_on_stderr_before_the_first_packet(
    api: StandInApi, locations: Locations, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []

    def look_first(*_arguments: object, **_named: object) -> object:
        said.append(capsys.readouterr().err)
        assert api.requests == []
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run_checks", look_first)
    with pytest.raises(KeyboardInterrupt):
        doctor(locations, "--online", environ=GIVEN)
    first, *hosts = said[0].splitlines()
    assert first == text("doctor.reach.asked", connection=text("connection.workflow.label"))
    assert [line.split()[0].partition(":")[0] for line in hosts] == ["127.0.0.1", "127.0.0.1"]
    assert text("doctor.reach.api_workflow.why") in hosts[1]


def test_the_report_holds_both_offline_and_online_and_no_secret(api: StandInApi, locations: Locations) -> None:
    api.key = KEY
    _code, words = doctor(locations, "--online", "--json", environ=GIVEN)
    ids = [check["id"] for check in json.loads(words)["checks"]]
    assert ids[: len(CHECKS)] == [check.id for check in CHECKS]
    states = {check["id"]: check["state"] for check in json.loads(words)["checks"] if check["group"] == "online"}
    assert set(states.values()) == {"pass", "skip"}
    assert states["net-07"] == "pass"
    for secret in (KEY, SECRET_MARK):
        assert secret not in words


def test_the_text_says_that_others_were_asked(api: StandInApi, locations: Locations) -> None:
    _code, words = doctor(locations, "--online", "--check", "net-05", environ=GIVEN)
    assert "on the way to the connection" in words.splitlines()[0]
    assert text("doctor.group.online") in words
    assert text("doctor.key.pass") in words
    _code, words = doctor(locations, "--check", "app-04")
    assert "without asking any network" in words.splitlines()[0]


def test_what_fails_online_is_code_1(api: StandInApi, locations: Locations) -> None:
    api.key = "sk-another-one"
    code, words = doctor(locations, "--online", "--check", "net-05", environ=GIVEN)
    assert code == 1
    assert text("error.key_refused.hint") in words
    api.key = KEY
    assert doctor(locations, "--online", "--check", "net-05", environ=GIVEN)[0] == 0


def test_the_selected_connection_is_tested_or_the_one_that_is_named(
    locations: Locations, capsys: pytest.CaptureFixture[str]
) -> None:
    with stand_in() as one, stand_in() as other:
        keep(locations, server("one", one), server("other", other), selected="one")
        doctor(locations, "--online", "--check", "server-05")
        assert (len(one.requests), len(other.requests)) == (1, 0)
        doctor(locations, "--online", "--connection", "other", "--check", "server-05")
        assert (len(one.requests), len(other.requests)) == (1, 1)
    assert text("doctor.reach.asked", connection="other") in capsys.readouterr().err


def test_on_this_computer_nobody_is_asked(locations: Locations, capsys: pytest.CaptureFixture[str]) -> None:
    code, words = doctor(locations, "--online", "--check", "net-10", "--check", "net-11")
    assert code == 0
    assert text("doctor.chat_host.pass") in words
    assert text("doctor.reach.nobody", connection=text("connection.local.label")) in capsys.readouterr().err


def test_a_connection_that_is_not_there_is_a_usage_error_that_names_the_others(locations: Locations) -> None:
    with stand_in() as one:
        keep(locations, server("one", one))
        with pytest.raises(UsageError, match="gone") as caught:
            doctor(locations, "--online", "--connection", "gone")
    assert caught.value.hint.endswith("local, one")
    with pytest.raises(UsageError, match="--online"):
        doctor(locations, "--connection", "local")


def test_a_check_of_the_test_says_that_the_test_has_to_be_asked_for(locations: Locations) -> None:
    for name in ("net-05", "cdn-04"):
        with pytest.raises(UsageError, match=f"{name}: this is part of the test") as caught:
            doctor(locations, "--check", name)
        assert "--online" in caught.value.hint
    with pytest.raises(UsageError, match="no check called net-05") as caught:
        doctor(locations, "--online", "--check", "net-05")
    assert caught.value.hint.endswith("doctor --online --list-checks")
    with pytest.raises(UsageError, match=r"no check called net-55\."):
        doctor(locations, "--check", "net-55", "--check", "net-05")


def test_checks_of_this_computer_have_no_more_time_beside_the_test(
    locations: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, float] = {}

    def look(_context: object, _ids: object, *, checks: tuple[Check, ...], **_more: object) -> object:
        given.update({check.id: check.seconds for check in checks})
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run_checks", look)
    with pytest.raises(KeyboardInterrupt):
        doctor(locations, "--online")
    assert {given[check.id] for check in CHECKS} == {2.0}
    assert given["net-10"] > 2.0


def test_the_report_says_which_connection_was_tested_and_when(locations: Locations) -> None:
    with stand_in() as one:
        keep(locations, server("one", one), selected="one")
        _code, words = doctor(locations, "--online", "--check", "server-05", "--json")
        told = json.loads(words)
        assert told["tested"] == {"connection": "one", "kind": "server"}
        assert told["run"]["tested_at_utc"] == told["run"]["started_at_utc"]
        _code, words = doctor(locations, "--online", "--check", "server-05")
    assert words.splitlines()[1].startswith("The connection one (server) was tested at 20")
    _code, words = doctor(locations, "--check", "app-04", "--json")
    assert json.loads(words)["tested"] is None


def test_damaged_connections_stay_as_they_are(locations: Locations) -> None:
    locations.connections_file.write_bytes(b"{")
    assert doctor(locations, "--online", "--check", "net-11")[0] == 0
    assert [path.name for path in locations.data_dir.iterdir()] == [locations.connections_file.name]
    assert locations.connections_file.read_bytes() == b"{"


def test_the_checks_of_the_connection_are_listed(api: StandInApi, locations: Locations) -> None:
    _code, words = doctor(locations, "--online", "--list-checks", environ=GIVEN)
    listed = [line.split()[0] for line in words.splitlines()]
    assert {"cdn-01", "api-05", "net-05", "net-06", "net-07", "net-11"} <= set(listed)
    _code, words = doctor(locations, "--list-checks", environ=GIVEN)
    assert [line.split()[0] for line in words.splitlines()] == [check.id for check in CHECKS]
    assert api.requests == []


def test_it_can_be_left_while_a_server_keeps_it_waiting(locations: Locations, tmp_path: Path) -> None:
    with stand_in() as api:
        api.script = [Answer(hangs=True)] * 9
        started = subprocess.Popen(
            [sys.executable, "-m", "app", "doctor", "--online", "--data-dir", str(locations.data_dir)],
            cwd=ROOT,
            env={**os.environ, **GIVEN, TEST_URL_VARIABLE: api.url, TEST_VARIABLE: f"{api.url}/script.js"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        try:
            wait_until(lambda: len(api.requests) == 2, deadline_seconds=30, what="both hosts to be asked")
            started.send_signal(signal.SIGINT)
            _out, complaints = started.communicate(timeout=MOST_SECONDS_TO_END)
        finally:
            started.kill()
            started.wait()
    assert started.returncode == 130
    assert b"Traceback" not in complaints
