"""Diagnostics as the window offers it: what is known is remembered, shown before it is saved, and saved as it was."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app.diagnostics import diagnosis as module
from app.diagnostics.bundle import Part
from app.diagnostics.diagnosis import MOST_PREVIEW_CHARACTERS, Diagnosis
from app.diagnostics.findings import Check, CheckContext, Finding, Remedy
from app.diagnostics.online import OnlineAccess
from app.diagnostics.wording import failed, passed
from app.errors import CannotWrite
from app.services.agent_access import AgentAccess
from app.services.connections import LOCAL_ID, Connection, Connections
from app.services.credentials import Credentials
from app.services.keyring_backend import OpenKeyring
from tests.support.keeping_keyring import KeepingKeyring
from tests.unit.diagnostics.conftest import MakeContext

SERVER = Connection("", "server", "Helpdesk", "Helpdesk", url="https://agents.example.org/chatkit")


class Asked:
    """A panel's diagnostics, with what it asks others for."""

    def __init__(self, context: CheckContext) -> None:
        self.connections = Connections()
        credentials = Credentials("test", {}, lambda: OpenKeyring(KeepingKeyring(), "Test Keyring"))
        access = AgentAccess(self.connections, lambda: credentials, lambda: "somebody", lambda _relay: None)
        self.progress: list[Mapping[str, object]] = []
        self.proposed: list[str] = []
        self.place: Path | None = None
        self.diagnosis = Diagnosis(context, self.connections, access, self._pick, self.progress.append)

    def _pick(self, file_name: str) -> Path | None:
        self.proposed.append(file_name)
        return self.place


@pytest.fixture
def asked(make_context: MakeContext) -> Asked:
    return Asked(make_context())


def online_check(name: str, probe: Callable[[CheckContext], Finding]) -> Check:
    return Check(name, "connection", "doctor.program.title", "low", probe)


def test_what_is_copied_holds_all_that_is_known(asked: Asked) -> None:
    whole = asked.diagnosis.run([], online=False)
    one = asked.diagnosis.run(["app-01"], online=False)
    assert [check["id"] for check in one["report"]["checks"]] == ["app-01"]
    assert one["markdown"].count("\n") == whole["markdown"].count("\n") > 1
    # A whole run forgets nothing that it has not found out anew, and adds nothing to it.
    assert len(asked.diagnosis.run([], online=False)["report"]["checks"]) == len(whole["report"]["checks"])


def test_what_leaves_names_no_connection_also_of_those_in_no_file(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    remedy, host = Remedy("x"), "agents.example.org"
    probe = online_check("net-99", lambda _: failed(f"Helpdesk at {host}", remedy, f"{host}:443"))
    monkeypatch.setattr(module, "online_checks", lambda _access: (probe,))
    asked.connections.select(asked.connections.save(SERVER).id)
    told = asked.diagnosis.run([], online=True)
    assert told["report"]["checks"][0]["summary"] == "Helpdesk at agents.example.org"
    assert "connection 1 at [host]\n      [host]:443" in told["markdown"]
    parts = {part["name"]: part["text"] for part in asked.diagnosis.preview()["parts"]}
    assert "connection 1 at [host]" in parts["report.txt"]
    assert not [name for name, words in parts.items() if "Helpdesk" in words or host in words]


def test_the_selected_connection_is_tried_and_told_check_by_check(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def checks(access: OnlineAccess) -> tuple[Check, ...]:
        tried.append(access.connection.label)
        assert access.read_key() == ""
        return (online_check("net-98", lambda _: passed("yes")), online_check("net-99", lambda _: passed("too")))

    monkeypatch.setattr(module, "online_checks", checks)
    asked.connections.select(asked.connections.save(SERVER).id)
    asked.diagnosis.run(["app-01"], online=False)
    told = asked.diagnosis.run([], online=True)
    assert tried == ["Helpdesk"]
    assert [check["id"] for check in told["report"]["checks"]] == ["net-98", "net-99"]
    assert [(each["done"], each["total"]) for each in asked.progress] == [(1, 2), (2, 2)]
    assert all(name in told["markdown"] for name in ("app-01", "net-98", "net-99"))


def test_the_last_test_stays_in_what_is_copied_and_goes_with_its_connection(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "online_checks", lambda _access: (online_check("net-98", lambda _: passed("yes")),))
    kept = asked.connections.save(SERVER)
    asked.connections.select(kept.id)
    tested = asked.diagnosis.run([], online=True)["markdown"]
    assert f"The connection {kept.id} (server) was tested at 20" in tested
    again = asked.diagnosis.run([], online=False)["markdown"]
    assert "net-98" in again
    assert f"The connection {kept.id} (server) was tested at 20" in again
    assert "Helpdesk" not in again
    asked.connections.select(LOCAL_ID)
    for other in (asked.diagnosis.run([], online=False), asked.diagnosis.run(["app-01"], online=False)):
        assert "net-98" not in other["markdown"]
        assert "was tested" not in other["markdown"]
    asked.connections.select(kept.id)
    assert "net-98" in asked.diagnosis.run([], online=False)["markdown"]
    asked.connections.save(replace(kept, url="https://other.example.org/chatkit"))
    assert "net-98" not in asked.diagnosis.run([], online=False)["markdown"]


def test_of_two_tests_only_the_later_one_is_heard(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter(("net-98", "net-99"))

    def begin_another(_: CheckContext) -> Finding:
        if asked.progress:
            return passed("inner")
        asked.progress.append({"begun": True})
        asked.diagnosis.run([], online=True)
        return passed("outer")

    monkeypatch.setattr(module, "online_checks", lambda _access: (online_check(next(names), begin_another),))
    asked.diagnosis.run([], online=True)
    assert [each.get("done") for each in asked.progress] == [None, 1]


def test_what_leaves_is_told_for_every_connection_without_asking(asked: Asked) -> None:
    asked.connections.save(SERVER)
    local, server = asked.diagnosis.reach()["connections"]
    assert (local["selected"], local["hosts"]) == (True, [])
    assert server["selected"] is False
    assert [each["host"] for each in server["hosts"] if each["tested"]] == ["agents.example.org"]


def test_what_was_shown_is_saved_without_what_was_left_out(asked: Asked, tmp_path: Path) -> None:
    shown = {part["name"]: part for part in asked.diagnosis.preview()["parts"]}
    assert "manifest.json" in shown
    assert all(part["size_bytes"] == len(part["text"].encode()) for part in shown.values())
    asked.place = tmp_path / "mine.zip"
    wanted = [name for name in shown if name != "report.txt"]
    assert asked.diagnosis.save(wanted) == {"saved": "mine.zip"}
    with zipfile.ZipFile(asked.place) as saved:
        assert saved.namelist() == wanted
        assert saved.read("report.json").decode() == shown["report.json"]["text"]
        assert json.loads(saved.read("manifest.json"))
    assert asked.proposed[0].startswith("agentnook-report-")


def test_nobody_who_leaves_the_dialog_gets_a_file(asked: Asked, tmp_path: Path) -> None:
    assert asked.diagnosis.save(["report.txt"]) == {"saved": None}
    asked.place = tmp_path / "missing" / "mine.zip"
    with pytest.raises(CannotWrite):
        asked.diagnosis.save(["report.txt"])


def test_a_part_is_shown_as_long_as_the_page_takes_it(asked: Asked) -> None:
    long = module._previewed(Part("a.log", "Log", b"x" * (MOST_PREVIEW_CHARACTERS + 1)))
    assert len(long["text"]) == MOST_PREVIEW_CHARACTERS
    assert long["size_bytes"] == MOST_PREVIEW_CHARACTERS + 1
