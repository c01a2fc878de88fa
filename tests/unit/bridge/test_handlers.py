"""Every command does what it says with the real services behind it, and answers in its declared shape."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.bridge.connection_handlers import Exchange
from app.bridge.contract import COMMANDS, RESET_STEPS
from app.bridge.diagnostic_handlers import Diagnostics
from app.bridge.handlers import PageFacts, Services, make_handlers
from app.diagnostics.diagnosis import Diagnosis
from app.diagnostics.findings import CheckContext
from app.diagnostics.resets import Resets
from app.errors import AppError, InvalidArguments, LinkRefused, NotOffered, SettingsProblem
from app.resources import text
from app.services.agent_access import AgentAccess
from app.services.chat_host_process import ChatHostProcess
from app.services.connections import Connections
from app.services.credentials import Credentials
from app.services.drafts import MOST_DRAFT_CHARACTERS, Draft, Drafts
from app.services.external_links import ExternalLinks, LinkPolicy
from app.services.hosted_exports import HostedExports
from app.services.keyring_backend import OpenKeyring
from app.services.later import Later
from app.services.official_script import OFFICIAL_SCRIPT
from app.services.page_question import PageQuestion
from app.services.preferences import Preferences
from app.services.theme import Theme
from app.settings.locations import Locations, resolve_locations
from app.settings.schema import SETTINGS
from app.settings.store import SettingsStore
from app.tools.permissions import Permissions
from app.tools.registry import BUILT_IN, ToolRegistry
from app.window.loopback import LoopbackSockets, bind_loopback
from tests.support.keeping_keyring import KeepingKeyring
from tests.support.tool_desk import ToolDesk

FACTS = PageFacts("Qt WebEngine 6", "Linux 6", "de-AT", 1, ())
CHAT_ORIGIN = "http://localhost:1"
DECLARED = {command.name: command for command in COMMANDS}
LONGEST_MAIL = "mailto:" + ",".join(f"{'a' * 60}{number}@{'b' * 60}.example" for number in range(10))
GIVEN = {"name": "a.pdf", "size_bytes": 3, "type": "application/pdf", "path": "once/abc"}


class FakeRecorder:
    """Notes what it is asked for."""

    def __init__(self, recorded: list[float | None]) -> None:
        self._recorded = recorded

    def start(self) -> float:
        self._recorded.append(600.5)
        return 600.5

    def stop(self) -> None:
        self._recorded.append(None)


class Desk:
    """All services, as the program puts them together, and one page that asks."""

    def __init__(self, locations: Locations, sockets: LoopbackSockets) -> None:
        self.locations = locations
        self.drafts, self.dialogs = Drafts(), ToolDesk(picked=None)
        self.opened: list[str] = []
        self.applied: list[tuple[str, object]] = []
        self.theme = Theme("system", "light", lambda _scheme: None, lambda _state: None)
        self.permissions = Permissions(self._answer, lambda _request_id: None)
        self.decision = "once"
        self.host = ChatHostProcess(
            sockets,
            database=locations.database_file,
            chat_origin=CHAT_ORIGIN,
            tools=list,
            on_state=lambda _state, _message: None,
            log_file=locations.log_file,
        )
        self._settings: Later[Preferences] = Later(self._make_settings)
        self._tools: Later[ToolRegistry] = Later(self._make_tools)
        self._host: Later[ChatHostProcess] = Later(lambda: self.host)
        keyring = OpenKeyring(KeepingKeyring(), "Test Keyring")
        self.credentials: Later[Credentials] = Later(lambda: Credentials("test", {}, lambda: keyring))
        for later in (self._settings, self._tools, self._host, self.credentials):
            later.fulfil()
        self.shown: list[Path] = []
        exports = HostedExports(
            lambda: locations.data_dir / "exported",
            locations.database_file,
            locations.log_file.with_name("export.log"),
            lambda _state: None,
        )
        self._exports: Later[HostedExports] = Later(lambda: exports)
        self._exports.fulfil()
        connections = Connections()
        access = AgentAccess(connections, self.credentials.get, lambda: "somebody", lambda _relay: None)
        self.place: Path | None = None
        self.progress: list[Mapping[str, object]] = []
        self.recorded: list[float | None] = []
        self.done: list[str] = []
        self.question = PageQuestion(lambda: self.done.append("page asked"))
        self.failed: list[AppError] = []
        self.services = Services(
            facts=lambda: FACTS,
            theme=self.theme,
            connections=connections,
            access=access,
            drafts=self.drafts,
            links=ExternalLinks(LinkPolicy(), self._settings.get().allow_link_host, self.opened.append),
            chat_host=self._host,
            exchange=Exchange(lambda: locations.data_dir, self.shown.append, lambda: None),
            exports=self._exports,
            show_folder=self.shown.append,
            settings=self._settings,
            tools=self._tools,
            decide=self.permissions.decide,
            cancel_calls=lambda: self._tools.get().cancel(),
            take_files=lambda: {"files": [GIVEN], "refused": ["No."], "left_out": 1, "left_behind": 0},
            diagnostics=self._make_diagnostics(connections, access),
            record=self.failed.append,
            settle=self.done.append,
        )
        self._handlers = make_handlers(self.services)

    def ask(self, name: str, /, **args: Any) -> Mapping[str, Any]:
        """Make a call as the dispatcher does; what goes in and what comes out has the declared shape."""
        assert not DECLARED[name].args.fault(args)
        value = self._handlers[name](args)
        assert not DECLARED[name].returns.fault(value), DECLARED[name].returns.fault(value)
        return value

    def _make_settings(self) -> Preferences:
        store = SettingsStore(self.locations, overrides={}, environ={})
        store.load()
        return Preferences(store, lambda key, value: self.applied.append((key, value)))

    def _make_tools(self) -> ToolRegistry:
        return self.dialogs.make_registry(self.permissions)

    def _make_diagnostics(self, connections: Connections, access: AgentAccess) -> Diagnostics:
        context = CheckContext.of_this_process(self.locations, environ={})
        diagnosis = Diagnosis(context, connections, access, lambda _name: self.place, self.progress.append)
        resets = Resets(
            self._settings.get,
            connections,
            access,
            lambda: self.done.append("web data"),
            lambda: self.done.append("size"),
            lambda safe_mode: self.done.append(f"start {safe_mode}"),
        )
        recorder = FakeRecorder(self.recorded)
        return Diagnostics(Later(lambda: diagnosis), Later(lambda: resets), Later(lambda: recorder), self.question)

    def _answer(self, request_id: str, _question: Mapping[str, object]) -> None:
        self.ask("tool.decide", request_id=request_id, decision=self.decision)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    sockets = bind_loopback()
    yield Desk(resolve_locations(tmp_path), sockets)
    sockets.close()


def test_every_command_has_a_handler_and_none_is_left_over(desk: Desk) -> None:
    assert desk._handlers.keys() == DECLARED.keys()


def test_hello_tells_what_the_page_starts_with(desk: Desk) -> None:
    desk.ask("draft.keep", text="unsent", thread_id="thr_1")
    hello = desk.ask("app.hello", v=1)
    assert hello["theme"] == {"choice": "system", "resolved": "light"}
    assert (hello["draft"], hello["thread_id"]) == ("unsent", "thr_1")
    assert hello["connection"]["agent_label"] == "Demo guide, not an AI"


def test_hello_names_the_interface_and_the_script_it_would_load(desk: Desk) -> None:
    hello = desk.ask("app.hello", v=1)
    assert hello["connection"]["interface"] == "builtin"
    assert hello["chat_script"] == OFFICIAL_SCRIPT


def test_nobody_mints_a_secret_unless_the_connection_does(desk: Desk) -> None:
    with pytest.raises(NotOffered):
        desk.ask("chat.client_secret", current=None, anew=False)


def test_files_that_were_given_are_told_by_name(desk: Desk) -> None:
    assert desk.ask("file.take") == {"files": [GIVEN], "refused": ["No."], "left_out": 1, "left_behind": 0}


def test_ping(desk: Desk) -> None:
    assert desk.ask("app.ping", n=7) == {"n": 7}


@pytest.mark.parametrize("key", [setting.key for setting in SETTINGS])
def test_every_setting_can_be_read_and_written(desk: Desk, key: str) -> None:
    read = desk.ask("settings.read", key=key)
    assert read["source"] == "default"
    assert desk.ask("settings.write", key=key, value=read["value"]) == {"value": read["value"]}
    assert desk.ask("settings.read", key=key)["source"] == "settings_file"


def test_a_changed_setting_is_applied(desk: Desk) -> None:
    desk.ask("settings.write", key="theme", value="dark")
    assert desk.applied == [("theme", "dark")]


@pytest.mark.parametrize(("key", "value"), [("theme", "purple"), ("no_such_setting", 1), ("zoom_percent", None)])
def test_what_a_setting_cannot_be_is_refused(desk: Desk, key: str, value: object) -> None:
    with pytest.raises(SettingsProblem):
        desk.ask("settings.write", key=key, value=value)


def test_the_endpoint_is_the_host_s(desk: Desk) -> None:
    endpoint = desk.ask("chat.endpoint")
    assert (endpoint["url"], endpoint["token"]) == (desk.host.url, desk.host.token)
    assert desk.ask("chat.retry") == {}


def test_a_fault_of_openais_interface_is_kept_in_the_words_of_the_window(desk: Desk) -> None:
    assert desk.ask("chat.failed", fault="official_undefined") == {}
    (failure,) = desk.failed
    assert (failure.code, failure.detail) == ("interface_failed", "official_undefined")
    assert failure.sentence == text("shell.official.official_undefined")
    assert desk.ask("chat.ready") == {}
    assert desk.done == [failure.code]


def test_tools_are_listed_asked_about_and_run(desk: Desk, tmp_path: Path) -> None:
    assert [tool["name"] for tool in desk.ask("tool.list")["tools"]] == [tool.name for tool in BUILT_IN]
    file = tmp_path / "notes.txt"
    file.write_text("hello")
    desk.dialogs.picked = [str(file)]
    outcome = desk.ask("tool.invoke", name="pick_files", params={"multiple": False}, call_id="c1", connection="local")[
        "result"
    ]
    assert outcome["success"]
    assert str(tmp_path) not in str(outcome)


def test_what_is_allowed_for_longer_is_told_and_taken_back_and_calls_are_listed(desk: Desk) -> None:
    desk.decision = "always"
    desk.ask("tool.invoke", name="copy_text", params={"text": "canary"}, call_id="c1", connection="local")
    (grant,) = desk.ask("tool.grants")["grants"]
    assert (grant["connection"], grant["tool"], grant["lasts"]) == ("local", "copy_text", "always")
    assert desk.ask("tool.revoke", connection="local", tool="copy_text") == {}
    assert desk.ask("tool.grants") == {"grants": []}
    (call,) = desk.ask("tool.ledger")["calls"]
    assert (call["tool"], call["agent"], call["decided"], call["outcome"]) == ("copy_text", "Guide", "always", "ok")
    assert "canary" not in str(call)
    assert desk.ask("tool.ledger_clear") == {}
    assert desk.ask("tool.ledger") == {"calls": []}


@pytest.mark.parametrize(
    ("name", "params", "code"),
    [
        ("pick_files", {}, "permission_denied"),
        ("pick_files", {"types": ["../x"]}, "invalid_arguments"),
        ("switch_theme", {"theme": "purple"}, "invalid_arguments"),
        ("format_disk", {}, "unknown_tool"),
    ],
)
def test_a_tool_that_does_not_run_answers_all_the_same(desk: Desk, name: str, params: object, code: str) -> None:
    desk.decision = "deny"
    outcome = desk.ask("tool.invoke", name=name, params=params, call_id="c1", connection="local")["result"]
    assert (outcome["success"], outcome["error"]["code"]) == (False, code)


def test_an_invented_decision_does_not_pass(desk: Desk) -> None:
    assert DECLARED["tool.decide"].args.fault({"request_id": "a", "decision": "for ever"})
    with pytest.raises(InvalidArguments):
        desk.permissions.decide("a", "for ever")


@pytest.mark.parametrize("url", ["https://example.org/a", LONGEST_MAIL])
def test_a_link_is_shown_first_and_opened_when_the_person_agrees(desk: Desk, url: str) -> None:
    assert desk.ask("link.open", url=url, confirmed=False)["outcome"] == "ask"
    assert desk.opened == []
    assert desk.ask("link.open", url=url, confirmed=True)["outcome"] == "opened"
    assert len(desk.opened) == 1


def test_a_host_is_remembered_for_the_next_start(desk: Desk) -> None:
    desk.ask("link.open", url="https://example.org/a", confirmed=True)
    assert desk.ask("settings.read", key="allowed_link_hosts")["value"] == ["example.org"]


def test_a_link_outside_the_rules_is_refused(desk: Desk) -> None:
    with pytest.raises(LinkRefused):
        desk.ask("link.open", url="javascript:alert(1)", confirmed=True)


PART_CHARACTERS = 50_000


def test_the_longest_draft_is_kept_whole(desk: Desk) -> None:
    words = "x" * MOST_DRAFT_CHARACTERS
    for start in range(0, len(words), PART_CHARACTERS):
        part, parts = start // PART_CHARACTERS + 1, len(words) // PART_CHARACTERS
        desk.ask("draft.keep", text=words[start : start + PART_CHARACTERS], thread_id=None, part=part, parts=parts)
    assert desk.drafts.current() == Draft(words, None)
    assert desk.ask("app.hello", v=1)["draft"] == words


def test_only_the_page_s_own_answer_is_one(desk: Desk) -> None:
    desk.question.ask(lambda: desk.done.append("page answered"))
    assert desk.done == ["page asked"]
    assert desk.ask("diagnostics.answer") == {}
    assert desk.done == ["page asked", "page answered"]


def test_diagnostics_report(desk: Desk) -> None:
    told = desk.ask("diagnostics.run", ids=["app-01", "app-04"], online=False)
    assert [check["id"] for check in told["report"]["checks"]] == ["app-01", "app-04"]
    assert told["markdown"]


def test_a_report_is_looked_at_and_saved(desk: Desk, tmp_path: Path) -> None:
    names = [part["name"] for part in desk.ask("diagnostics.preview")["parts"]]
    assert desk.ask("diagnostics.save", parts=names)["saved"] is None
    desk.place = tmp_path / "report.zip"
    assert desk.ask("diagnostics.save", parts=names)["saved"] == "report.zip"


def test_what_leaves_is_told_without_a_connection(desk: Desk) -> None:
    assert [each["hosts"] for each in desk.ask("diagnostics.reach")["connections"]] == [[]]


def test_a_recording_says_when_it_ends(desk: Desk) -> None:
    assert desk.ask("diagnostics.record", on=True)["until_utc"] == 600
    assert desk.ask("diagnostics.record", on=False)["until_utc"] is None
    assert desk.recorded == [600.5, None]


def test_every_declared_step_is_on_the_ladder(desk: Desk) -> None:
    needs_restart = {step: desk.ask("diagnostics.reset", step=step)["restart"] for step in RESET_STEPS}
    assert [step for step, restart in needs_restart.items() if not restart] == ["start_again", "safe_mode", "keys"]
    assert desk.done == ["start False", "start True", "web data", "size", "size"]


@pytest.mark.parametrize("level", ["info", "warning", "error"])
def test_a_note_goes_to_the_log(desk: Desk, caplog: pytest.LogCaptureFixture, level: str) -> None:
    caplog.set_level(logging.INFO, logger="app.page")
    desk.ask("log.note", level=level, message="100% %s")
    assert caplog.record_tuples == [("app.page", getattr(logging, level.upper()), "100% %s")]
