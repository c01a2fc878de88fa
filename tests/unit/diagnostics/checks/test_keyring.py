"""F46-F49 as diagnostics tell them, with a real Secret Service on a bus of its own, and with keyrings that lie."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.diagnostics.checks import connection_keys, keyring, keyring_lock, keyring_trial, quiet_keyring
from app.diagnostics.findings import CheckContext, State, System
from app.errors import KeyringLocked
from app.services.keyring_backend import OpenKeyring
from tests.support.keeping_keyring import KeepingKeyring
from tests.support.processes import ROOT, started
from tests.support.secret_service import lock, secret_service, session_bus
from tests.support.waiting import wait_until
from tests.unit.diagnostics.conftest import MakeContext, describe, told

KEY = "sk-canary-0123456789-wxyz"
WORKFLOW = {"kind": "workflow", "workflow_id": "wf_68df4b13b3588190", "label": "Research"}


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    with secret_service(tmp_path / "session") as environ:
        yield environ


def doctor(bus: dict[str, str], data: Path, *ids: str) -> dict[str, Any]:
    """Run the doctor in a session, and return what it found, by id: state, sentence, remedy, evidence."""
    asked = [word for each in ids for word in ("--check", each)]
    command = [sys.executable, "-m", "app", "doctor", "--json", "--data-dir", str(data), *asked]
    done = subprocess.run(command, env=bus, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert KEY not in done.stdout + done.stderr
    found = json.loads(done.stdout)["checks"]
    return {each["id"]: (each["state"], each["summary"], (each["remedy"] or {}).get("text", "")) for each in found}


def test_an_unlocked_keyring_passes_and_nothing_is_left_in_it(bus: dict[str, str], tmp_path: Path) -> None:
    found = doctor(bus, tmp_path, "key-01", "key-02", "key-03")
    assert found == {
        "key-01": ("pass", "Keys are kept in Secret Service.", ""),
        "key-03": ("pass", "The keyring is unlocked.", ""),
        "key-02": ("pass", "A trial item was written, read back and removed.", ""),
    }
    searched = [sys.executable, "-m", "keyring", "get", "agentnook", f"connection:{quiet_keyring.TRIAL_ID}"]
    assert subprocess.run(searched, env=bus, capture_output=True, text=True, timeout=60, check=False).stdout == ""


def test_f47_a_locked_keyring_fails_stays_locked_and_says_how_to_unlock_it(bus: dict[str, str], tmp_path: Path) -> None:
    lock(bus)
    (tmp_path / "connections.json").write_text(json.dumps({"connections": [{"id": "one", **WORKFLOW}]}))
    for _ in range(2):
        found = doctor(bus, tmp_path, "key-02", "key-03", "key-04")
        state, sentence, remedy = found["key-03"]
        assert (state, sentence) == ("fail", "Your keyring is locked, so no key can be read from it.")
        assert "Passwords and Keys" in remedy
        assert (found["key-02"][0], found["key-04"][0]) == ("skip", "skip")


def test_f48_a_keyring_that_does_not_answer_fails_in_time(tmp_path: Path) -> None:
    with session_bus(tmp_path / "session") as own:
        ready = tmp_path / "ready"
        command = [sys.executable, "-m", "tests.support.hanging_secret_service", str(ready)]
        with started(command, log=tmp_path / "service.log", environ=own):
            wait_until(ready.exists, what="the hanging keyring")
            state, sentence, remedy = doctor(own, tmp_path, "key-03")["key-03"]
    assert (state, sentence) == ("fail", "Your keyring does not answer.")
    assert "Log out and in again" in remedy


@pytest.mark.parametrize(
    ("system", "way"), [("linux", "GNOME Keyring"), ("macos", "keychain"), ("windows", "Credential")]
)
def test_f46_without_a_keyring_it_warns_and_says_what_follows(make_context: MakeContext, system: str, way: str) -> None:
    context = make_context(system=system)
    assert told(keyring.probe(context))[:2] == (
        State.PASS,
        "This system has no keyring that can be used, and no connection has a key to keep.",
    )
    state, sentence, remedy = told(keyring.probe(describe(context, WORKFLOW)))
    assert state is State.WARN
    assert "only until the program ends" in sentence
    assert way in remedy
    assert keyring_lock.probe(context).state is State.SKIP


def test_on_debian_a_command_installs_one(make_context: MakeContext) -> None:
    def commands(system: System) -> tuple[str, ...]:
        remedy = keyring.probe(describe(make_context(system=system), WORKFLOW)).remedy
        return remedy.commands if remedy is not None else ()

    assert commands("linux") == ()
    (make_context().root / "etc").mkdir()
    (make_context().root / "etc/debian_version").write_text("12.11\n")
    assert commands("linux") == ("sudo apt install gnome-keyring",)
    assert commands("macos") == ()


class ForgettingKeyring(KeepingKeyring):
    """Takes everything and keeps nothing, as the null backend does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class RefusingKeyring(KeepingKeyring):
    """Takes nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(f"no room for {password}")

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("no way in")


def with_backend(make_context: MakeContext, backend: KeepingKeyring, **changes: object) -> CheckContext:
    return make_context(open_quiet_keyring=lambda: OpenKeyring(backend, "a keyring"), **changes)


def test_f49_a_keyring_that_loses_things_is_found_out(make_context: MakeContext) -> None:
    state, sentence, remedy = told(keyring_trial.probe(with_backend(make_context, ForgettingKeyring())))
    assert (state, sentence) == (State.FAIL, "The keyring does not give back what is put into it.")
    assert "made the default" in remedy


def test_a_keyring_that_takes_nothing_fails_without_its_words(make_context: MakeContext) -> None:
    context = with_backend(make_context, RefusingKeyring())
    finding = keyring_trial.probe(context)
    assert told(finding)[:2] == (State.FAIL, "The keyring takes nothing new.")
    assert finding.detail == "RuntimeError"
    assert told(keyring_lock.probe(context))[:2] == (State.FAIL, "Your keyring ends every question with an error.")


@pytest.mark.parametrize("changes", [{"system": "macos"}, {"environ": {"XDG_CURRENT_DESKTOP": "KDE"}}])
def test_a_keyring_that_might_ask_is_not_touched(make_context: MakeContext, changes: dict[str, object]) -> None:
    backend = KeepingKeyring()
    context = describe(with_backend(make_context, backend, **changes), WORKFLOW)
    probes = (keyring_lock.probe, keyring_trial.probe, connection_keys.probe)
    assert {probe(context).state for probe in probes} == {State.SKIP}
    assert backend.kept == {}


def test_a_missing_key_is_named_by_its_connection(make_context: MakeContext) -> None:
    backend = KeepingKeyring()
    context = describe(with_backend(make_context, backend), WORKFLOW, {"kind": "server", "url": "https://chat.example"})
    state, sentence, remedy = told(connection_keys.probe(context))
    assert (state, sentence) == (State.WARN, "No key is kept for: Research.")
    assert "Open the connections" in remedy
    backend.set_password("agentnook", "connection:one-0", KEY)
    finding = connection_keys.probe(context)
    assert finding.state is State.PASS
    assert finding.evidence == {"keys": ["one-0: keyring", "one-1: none"]}
    assert KEY not in repr(finding)


def test_the_key_of_a_given_workflow_is_the_environments(make_context: MakeContext) -> None:
    environ = {"CHATKIT_WORKFLOW_ID": "wf_68df4b13b3588190", "OPENAI_API_KEY": KEY}
    finding = connection_keys.probe(make_context(environ=environ, system="macos"))
    assert finding.evidence == {"keys": ["given: environment"]}
    assert KEY not in repr(finding)


def test_a_key_of_the_environment_counts_while_the_keyring_is_locked(make_context: MakeContext) -> None:
    def locked() -> OpenKeyring:
        raise KeyringLocked

    context = describe(make_context(open_quiet_keyring=locked, environ={"OPENAI_API_KEY": KEY}), WORKFLOW)
    assert connection_keys.probe(context).evidence == {"keys": ["one-0: environment"]}


def test_without_connections_no_key_is_needed(make_context: MakeContext) -> None:
    assert connection_keys.probe(make_context()).state is State.SKIP
