from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import AppError, Cancelled, CannotWrite, InvalidArguments, PermissionDenied
from app.tools import switch_theme
from app.tools.cancellation import Cancellation
from app.tools.permissions import Permissions
from app.tools.registry import BUILT_IN, ToolRegistry
from app.tools.tool import Parameters, Tool, ToolContext, ToolResult
from tests.support.tool_desk import ToolDesk


class Desk(ToolDesk):
    """A registry with a person who answers at once."""

    def __init__(self) -> None:
        super().__init__()
        self.decision = "once"
        self.questions: list[Mapping[str, object]] = []
        self.settled: list[str] = []
        self.asked_for: list[tuple[str, ...]] = []
        self.permissions = Permissions(self.ask, self.settled.append)
        self.registry = self.make()

    def make(self, *tools: Tool[Parameters]) -> ToolRegistry:
        return self.make_registry(self.permissions, tools or BUILT_IN)

    def ask(self, request_id: str, question: Mapping[str, object]) -> None:
        self.questions.append(question)
        self.permissions.decide(request_id, self.decision)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_switch_theme_asks_nobody(desk: Desk, theme: str) -> None:
    assert desk.registry.invoke("switch_theme", {"theme": theme}, "local") == {
        "success": True,
        "theme": theme,
        "remembered": True,
    }
    assert desk.themes == [theme]
    assert desk.questions == []


def test_pick_files_asks_and_gives_no_path_away(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("a,b")
    desk.picked = [str(file)]
    result = desk.registry.invoke("pick_files", {"multiple": True, "types": ["csv", ".TXT"]}, "local")
    assert desk.asked_for == [("*.csv", "*.txt")]
    assert desk.questions[0]["tool"] == "pick_files"
    assert desk.questions[0]["touches"] == ["reads"]
    files = result["files"]
    assert isinstance(files, list)
    assert files[0]["name"] == "notes.csv"
    assert files[0]["size_bytes"] == 3
    assert files[0]["type"] == "text/csv"
    assert str(tmp_path) not in repr(result)
    assert desk.handles.find(files[0]["handle"], "local").path == file


def code_of(result: Mapping[str, object]) -> object:
    assert result["success"] is False
    error = result["error"]
    assert isinstance(error, dict)
    return error["code"]


def test_a_refusal_reaches_the_agent_as_a_failure(desk: Desk) -> None:
    desk.decision = "deny"
    assert code_of(desk.registry.invoke("pick_files", {}, "local")) == "permission_denied"


@pytest.mark.parametrize("nothing", [None, []])
def test_a_cancelled_dialog_reaches_the_agent_as_a_failure(desk: Desk, nothing: list[str] | None) -> None:
    desk.picked = nothing
    assert code_of(desk.registry.invoke("pick_files", {}, "local")) == "cancelled"


def test_an_unknown_tool_is_refused_with_the_known_ones(desk: Desk) -> None:
    result = desk.registry.invoke("format_disk", {}, "local")
    assert code_of(result) == "unknown_tool"
    assert "copy_text, get_app_info, open_link, pick_files" in str(result["error"])


@pytest.mark.parametrize(
    ("name", "parameters", "field"),
    [
        ("switch_theme", {}, "theme"),
        ("switch_theme", {"theme": "pink"}, "theme"),
        ("switch_theme", {"theme": "dark", "colour": "red"}, "colour"),
        ("pick_files", {"multiple": "yes"}, "multiple"),
        ("pick_files", {"types": ["../../etc"]}, "types"),
        ("pick_files", {"types": ["x"] * 21}, "types"),
    ],
)
def test_wrong_parameters_name_the_field(desk: Desk, name: str, parameters: dict[str, object], field: str) -> None:
    result = desk.registry.invoke(name, parameters, "local")
    assert code_of(result) == "invalid_arguments"
    assert field in str(result["error"])
    assert desk.questions == []


def test_a_tool_that_raises_leaves_no_trace_for_the_agent(desk: Desk) -> None:
    def explode(_parameters: Parameters, _context: ToolContext) -> ToolResult:
        raise RuntimeError("/home/somebody/secret")

    tool = Tool("explode", "tool.switch_theme.sentence", Parameters, frozenset(), 1.0, explode)
    result = desk.make(tool).invoke("explode", {}, "local")
    assert code_of(result) == "internal"
    assert "somebody" not in repr(result)


def test_definitions_carry_a_schema(desk: Desk) -> None:
    definitions = {each["name"]: each for each in desk.registry.definitions()}
    assert definitions["switch_theme"]["parameters"]["properties"]["theme"]["enum"] == ["light", "dark", "system"]
    assert definitions["pick_files"]["touches"] == ["reads"]


def test_a_closing_window_answers_for_the_person() -> None:
    asked = threading.Event()
    permissions = Permissions(lambda _id, _question: asked.set(), lambda _id: None)
    outcome: list[str] = []

    def wait() -> None:
        try:
            permissions.request({}, deadline_seconds=30)
        except AppError as error:
            outcome.append(type(error).__name__)

    waiter = threading.Thread(target=wait)
    waiter.start()
    assert asked.wait(5)
    permissions.close()
    waiter.join(5)
    assert outcome == ["Cancelled"]


def test_a_question_nobody_answers_ends(desk: Desk) -> None:
    settled: list[str] = []
    expired: list[int] = []
    permissions = Permissions(lambda _id, _question: None, settled.append, expired=lambda: expired.append(len(settled)))
    with pytest.raises(Exception, match="cancelled"):
        permissions.request({}, deadline_seconds=0.01)
    assert len(settled) == 1
    assert expired == [0]
    permissions = Permissions(lambda _id, _question: permissions.cancel(), settled.append, expired=pytest.fail)
    with pytest.raises(Cancelled):
        permissions.request({}, deadline_seconds=5)


def test_a_question_of_a_page_that_is_gone_is_cancelled_and_later_ones_are_put() -> None:
    permissions = Permissions(lambda _id, _question: permissions.cancel(), lambda _id: None)
    for _ in range(2):
        with pytest.raises(Cancelled):
            permissions.request({}, deadline_seconds=5)


def test_an_answer_to_no_question_changes_nothing() -> None:
    Permissions(lambda _id, _question: None, lambda _id: None).decide("nothing", "deny")


def test_an_invented_decision_is_refused() -> None:
    permissions = Permissions(lambda _id, _question: None, lambda _id: None)
    with pytest.raises(InvalidArguments):
        permissions.decide("nothing", "for ever")


def test_denial_is_an_error_of_the_tree() -> None:
    permissions = Permissions(lambda request_id, _question: permissions.decide(request_id, "deny"), lambda _id: None)
    with pytest.raises(PermissionDenied):
        permissions.request({}, deadline_seconds=5)


def test_a_theme_that_a_full_disk_forgets_is_switched_all_the_same(desk: Desk) -> None:
    def refuse(_choice: str) -> None:
        raise CannotWrite

    context = desk.context("local", 1.0, Cancellation())
    assert switch_theme.run(switch_theme.SwitchThemeParameters(theme="dark"), replace(context, set_theme=refuse)) == {
        "theme": "dark",
        "remembered": False,
    }


def test_a_call_for_a_connection_that_is_left_is_noted_by_its_name(desk: Desk) -> None:
    def left(*_anything: object) -> ToolContext:
        raise Cancelled

    desk.registry._make_context = left
    desk.registry.invoke("read_file", {"handle": "x"}, "local")
    desk.registry.invoke("format_disk", {}, "local")
    noted = [(each.tool, each.touches, each.outcome) for each in desk.registry.ledger.calls()]
    assert noted == [("", (), "cancelled"), ("read_file", ("leaves", "reads"), "cancelled")]


def test_who_was_denied_often_is_not_asked_about_again_for_a_while() -> None:
    asked, now = list[str](), [0.0]

    def ask(request_id: str, _question: Mapping[str, object]) -> None:
        asked.append(request_id)
        permissions.decide(request_id, "deny")

    permissions = Permissions(ask, lambda _id: None, clock=lambda: now[0])
    for _ in range(5):
        with pytest.raises(PermissionDenied):
            permissions.request({}, deadline_seconds=5)
    assert len(asked) == 3
    now[0] = 61.0
    with pytest.raises(PermissionDenied):
        permissions.request({}, deadline_seconds=5)
    assert len(asked) == 4


def test_a_tool_that_asks_nobody_is_not_run_without_end(desk: Desk) -> None:
    now = [100.0]
    registry = desk.make_registry(desk.permissions, clock=lambda: now[0])
    assert registry.invoke("switch_theme", {"theme": "dark"}, "local")["success"]
    assert code_of(registry.invoke("switch_theme", {"theme": "light"}, "local")) == "too_many_calls"
    now[0] += 1.9
    assert code_of(registry.invoke("switch_theme", {"theme": "light"}, "local")) == "too_many_calls"
    now[0] += 0.1
    assert registry.invoke("switch_theme", {"theme": "light"}, "local")["success"]
    assert desk.themes == ["dark", "light"]


def test_a_type_with_a_line_end_is_refused(desk: Desk) -> None:
    assert code_of(desk.registry.invoke("pick_files", {"types": ["pdf\n"]}, "local")) == "invalid_arguments"
