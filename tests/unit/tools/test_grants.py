"""What is allowed for longer than once: for which tool and connection, for how long, and when it holds no more."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.errors import CannotWrite
from app.tools import copy_text, open_link, pick_files, read_clipboard, read_file, save_file
from app.tools.grant_file import MOST_BYTES, GrantFile
from app.tools.grants import Grant, Grants, choices_for, digest_of
from app.tools.permissions import MOST_GRANTS, Lasting, Permissions
from app.tools.registry import BUILT_IN, ToolRegistry
from app.tools.tool import Tool, Touch
from tests.support.tool_desk import KeptGrants, ToolDesk
from tests.support.waiting import wait_until

COPY = copy_text.TOOL
EVERYTHING = ("once", "session", "always", "deny")


class Person(ToolDesk):
    """A person who answers as they are told, over a file in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.file = GrantFile(folder / "permissions.json")
        self.questions: list[Mapping[str, object]] = []
        self.decision = "once"
        self.now = 0.0
        self.start()

    def start(self, *tools: Tool[Any]) -> None:
        """Start the program, or start it again."""
        self.kept = self.file  # type: ignore[assignment]
        self.permissions = Permissions(self._answer, lambda _id: None, clock=lambda: self.now)
        self.registry: ToolRegistry = self.make_registry(self.permissions, tools or BUILT_IN)

    def _answer(self, request_id: str, question: Mapping[str, object]) -> None:
        self.questions.append(question)
        self.permissions.decide(request_id, self.decision)

    def call(self, tool: str = "copy_text", connection: str = "local", **arguments: object) -> Any:
        """Call a tool; returns whether it ran, or why it did not."""
        result: dict[str, Any] = self.registry.invoke(tool, arguments or {"text": "a"}, connection)
        return result["success"] or result["error"]["code"]

    def asked(self) -> int:
        """Return how often they were asked since this was asked last."""
        count = len(self.questions)
        self.questions.clear()
        return count

    def ledger(self) -> list[tuple[str, str, str, str]]:
        """Return the calls, oldest first."""
        return [(each.tool, each.agent, each.decided, each.outcome) for each in reversed(self.registry.ledger.calls())]


@pytest.fixture
def person(tmp_path: Path) -> Person:
    return Person(tmp_path)


def test_once_is_once(person: Person) -> None:
    assert (person.call(), person.call(), person.asked()) == (True, True, 2)


@pytest.mark.parametrize(("lasts", "after"), [("session", 1), ("always", 0)])
def test_a_restart_keeps_always_and_forgets_this_session(person: Person, lasts: str, after: int) -> None:
    person.decision = lasts
    assert (person.call(), person.call(), person.call(), person.asked()) == (True, True, True, 1)
    person.start()
    assert (person.call(), person.asked()) == (True, after)


def test_it_is_for_one_tool_and_one_connection(person: Person) -> None:
    person.decision = "always"
    person.call()
    person.call(connection="another")
    person.call("pick_files", types=["pdf"])
    assert person.asked() == 3


@pytest.mark.parametrize("lasts", ["session", "always"])
def test_what_is_taken_back_is_asked_about_again(person: Person, lasts: str) -> None:
    person.decision = lasts
    person.call()
    person.call("save_file", file_name="a.txt", content="b")
    person.call(connection="another")
    person.registry.grants.revoke("local", "copy_text")
    person.asked()
    person.call("save_file", file_name="a.txt", content="b")
    person.call(connection="another")
    assert person.asked() == 0
    person.call()
    assert person.asked() == 1
    person.registry.grants.revoke(None, None)
    assert person.registry.granted() == []
    person.start()
    person.call()
    assert person.asked() == 1


def test_a_denial_is_not_remembered(person: Person) -> None:
    person.decision = "deny"
    assert (person.call(), person.call(), person.asked()) == ("permission_denied", "permission_denied", 2)
    assert person.registry.granted() == []


def test_denials_are_neither_added_to_nor_forgotten_by_what_is_allowed(person: Person) -> None:
    """What is granted asks nobody; questions are still refused for the rest of the minute."""
    person.decision = "session"
    person.call()
    person.decision = "deny"
    for _ in range(3):
        assert person.call("pick_files", types=["a"]) == "permission_denied"
        assert person.call() is True
    assert person.asked() == 4
    person.decision = "once"
    assert person.call("pick_files", types=["a"]) == "silenced"
    assert person.call() is True
    assert person.asked() == 0
    person.now = 61.0
    assert person.call("pick_files", types=["a"]) == "cancelled"
    assert person.asked() == 1


@pytest.mark.parametrize(
    ("tool", "choices"),
    [
        *[(each, EVERYTHING) for each in (pick_files.TOOL, save_file.TOOL, COPY)],
        (read_file.TOOL, ("once", "session", "deny")),
        (open_link.TOOL, ("once", "deny")),
        (read_clipboard.TOOL, ("once", "deny")),
        (replace(COPY, name="custom", touches=frozenset({Touch.LEAVES})), ("once", "session", "deny")),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_what_leaves_is_allowed_for_a_session_at_most(tool: Tool[Any], choices: tuple[str, ...]) -> None:
    assert choices_for(tool) == choices


def test_what_was_not_offered_cannot_be_had(person: Person) -> None:
    for decision in ("session", "always"):
        person.decision = decision
        assert person.call("open_link", url="https://example.org/") == "invalid_arguments"
    assert (person.opened, person.registry.granted()) == ([], [])


def test_a_forged_file_allows_nothing_that_is_not_offered(person: Person) -> None:
    forged = [
        Grant("local", "here", each.name, each.touches, "always", digest_of(each)) for each in BUILT_IN if each.touches
    ]
    person.file.write(forged)
    person.start()
    assert {each["tool"] for each in person.registry.granted()} == {
        "pick_files",
        "pick_folder",
        "save_file",
        "copy_text",
    }


def test_a_tool_that_touches_more_asks_again(person: Person) -> None:
    person.decision = "always"
    person.call()
    person.start(replace(COPY, touches=frozenset({Touch.READS, Touch.WRITES})))
    assert (person.call(), person.asked()) == (True, 2)
    person.start()
    assert (person.call(), person.asked()) == (True, 0)


def test_a_tool_that_is_gone_takes_its_permission_along(person: Person) -> None:
    person.decision = "always"
    person.call()
    person.start(pick_files.TOOL)
    assert person.file.read() == ()


@pytest.mark.parametrize("now", ["elsewhere", None])
def test_a_connection_that_is_gone_or_leads_elsewhere_loses_what_it_had(person: Person, now: str | None) -> None:
    person.decision = "always"
    person.call()
    person.connections = {"another": "there"} | ({"local": now} if now else {})
    assert person.registry.granted() == []
    person.registry.grants.prune()
    assert person.file.read() == ()
    person.connections["local"] = "here"
    person.asked()
    person.call()
    assert person.asked() == 1


def test_an_answer_that_lasts_answers_what_waits_behind_it() -> None:
    asked: list[str] = []
    desk = ToolDesk()
    permissions = Permissions(lambda request_id, _question: asked.append(request_id), lambda _id: None)
    registry = desk.make_registry(permissions)
    results: list[object] = []

    def call(tool: str, **arguments: object) -> None:
        results.append(registry.invoke(tool, arguments, "local")["success"])

    threads = [
        threading.Thread(target=call, args=("copy_text",), kwargs={"text": "a"}, daemon=True),
        threading.Thread(target=call, args=("copy_text",), kwargs={"text": "b"}, daemon=True),
        threading.Thread(target=call, args=("pick_files",), daemon=True),
    ]
    for count, thread in enumerate(threads, 1):
        thread.start()
        wait_until(lambda count=count: len(asked) == count, what="the question")  # type: ignore[misc]
    permissions.decide(asked[0], "session")
    for thread in threads[:2]:
        thread.join(5)
    assert (results, threads[2].is_alive()) == ([True, True], True)
    registry.cancel()
    threads[2].join(5)
    assert [each.decided for each in registry.ledger.calls()] == ["cancelled", "session", "session"]


def test_a_call_that_is_cancelled_before_it_asks_asks_nobody() -> None:
    asked: list[str] = []
    desk = ToolDesk()
    permissions = Permissions(lambda request_id, _question: asked.append(request_id), lambda _id: None)
    registry = desk.make_registry(permissions)
    make_context = desk.context

    def context(*parts: Any) -> Any:
        made = make_context(*parts)
        registry.cancel()
        return made

    registry._make_context = context
    result: Any = registry.invoke("copy_text", {"text": "a"}, "local")
    assert (result["error"]["code"], desk.clipboard) == ("cancelled", "")


def test_an_agent_is_silenced_for_its_own_connection_only(person: Person) -> None:
    person.decision = "deny"
    for _ in range(4):
        person.call()
    assert person.asked() == 3
    person.decision = "once"
    assert (person.call(connection="another"), person.asked()) == (True, 1)
    assert [each[2:] for each in person.ledger()] == [
        *[("denied", "permission_denied")] * 3,
        ("silenced", "silenced"),
        ("once", "ok"),
    ]


def test_a_third_no_answers_what_else_the_same_agent_asks() -> None:
    asked: list[str] = []
    desk = ToolDesk()
    permissions = Permissions(lambda request_id, _question: asked.append(request_id), lambda _id: None)
    registry = desk.make_registry(permissions)
    codes: dict[str, object] = {}

    def call(name: str, connection: str) -> None:
        result: Any = registry.invoke("copy_text", {"text": name}, connection)
        codes[name] = result["success"] or result["error"]["code"]

    calls = [("a", "local"), ("b", "local"), ("c", "local"), ("d", "local"), ("e", "another")]
    threads = [threading.Thread(target=call, args=each, daemon=True) for each in calls]
    for count, thread in enumerate(threads, 1):
        thread.start()
        wait_until(lambda count=count: len(asked) == count, what="the question")  # type: ignore[misc]
    for request_id in asked[:3]:
        permissions.decide(request_id, "deny")
    for thread in threads[:4]:
        thread.join(5)
    assert codes == {**dict.fromkeys("abc", "permission_denied"), "d": "silenced"}
    permissions.decide(asked[4], "once")
    threads[4].join(5)
    assert codes["e"] is True


@pytest.mark.parametrize("lasts", ["session", "always"])
def test_a_dialog_that_is_closed_again_and_again_is_asked_about_again(person: Person, lasts: str) -> None:
    person.decision, person.picked = lasts, None
    for _ in range(3):
        assert person.call("pick_files", types=["pdf"]) == "cancelled"
    assert (person.registry.granted(), person.asked()) == ([], 1)
    # Each counts as a no.
    assert (person.call("pick_files", types=["pdf"]), person.asked()) == ("silenced", 0)
    person.now = 61.0
    person.decision = "deny"
    for _ in range(5):
        person.call("pick_files", types=["pdf"])
    assert person.asked() == 3


def test_a_dialog_that_is_used_now_and_then_is_not_asked_about_again(person: Person, tmp_path: Path) -> None:
    person.decision = "session"
    for number in range(4):
        person.now = 100.0 * number
        for person.picked in (None, None, [str(tmp_path / "a")]):
            (tmp_path / "a").touch()
            person.call("pick_files", types=["pdf"])
    assert person.asked() == 1


def test_slow_dialogs_are_no_way_around_it(person: Person) -> None:
    person.decision, person.picked = "session", None
    for number in range(3):
        person.now = 100.0 * number
        person.call("pick_files", types=["pdf"])
    assert (person.registry.granted(), person.asked()) == ([], 1)


def test_a_call_that_the_window_cancels_is_no_word_of_the_person(person: Person) -> None:
    person.decision = "session"

    def pick(**_more: object) -> None:
        person.registry.cancel()

    person.pick_files = pick  # type: ignore[method-assign]
    for _ in range(4):
        assert person.call("pick_files", types=["pdf"]) == "cancelled"
    assert (len(person.registry.granted()), person.asked()) == (1, 1)


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [("pick_files", {}), ("pick_folder", {}), ("save_file", {"file_name": "a.txt", "content": "b"})],
)
def test_a_dialog_says_whose_it_is(person: Person, tool: str, arguments: dict[str, object]) -> None:
    person.registry.invoke(tool, arguments, "local")
    assert "Guide" in person.titles[-1]


def test_a_permission_outlives_another_language(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [digest_of(each) for each in BUILT_IN]
    monkeypatch.setattr("app.tools.tool.text", lambda key, **_values: f"übersetzt: {key}")
    assert COPY.in_words().startswith("übersetzt")
    assert [digest_of(each) for each in BUILT_IN] == before
    assert digest_of(replace(COPY, sentence="Do something else")) != digest_of(COPY)


def test_a_chat_whose_connection_was_edited_meanwhile_is_refused(person: Person) -> None:
    person.connections["local"] = "elsewhere"
    result: Any = person.registry.invoke("copy_text", {"text": "a"}, "local", "here")
    assert (result["error"]["code"], person.asked(), person.clipboard) == ("cancelled", 0, "")
    assert person.registry.invoke("copy_text", {"text": "a"}, "local", "elsewhere")["success"]


def test_the_ledger_says_how_each_call_was_decided_and_nothing_of_its_contents(person: Person) -> None:
    for person.decision in ("once", "session", "deny"):
        person.call(text="canary")
    person.registry.grants.revoke(None, None)
    person.call(text="canary")
    person.decision = "always"
    person.call(text="canary")
    person.call("save_file", file_name="canary.txt", content="canary")
    person.call("switch_theme", theme="dark")
    person.call("switch_theme", theme="canary")
    person.call("canary")
    person.call("read_file", handle="canary")
    assert person.ledger() == [
        ("copy_text", "Guide", "once", "ok"),
        ("copy_text", "Guide", "session", "ok"),
        ("copy_text", "Guide", "session", "ok"),
        ("copy_text", "Guide", "denied", "permission_denied"),
        ("copy_text", "Guide", "always", "ok"),
        ("save_file", "Guide", "always", "cancelled"),
        ("switch_theme", "Guide", "nobody", "ok"),
        ("switch_theme", "Guide", "nobody", "invalid_arguments"),
        ("", "Guide", "nobody", "unknown_tool"),
        ("read_file", "Guide", "nobody", "file_refused"),
    ]
    assert "canary" not in repr(person.registry.ledger.calls())


def test_a_file_is_asked_about_by_its_name(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("hello")
    person.picked = [str(file)]
    result: Any = person.registry.invoke("pick_files", {}, "local")
    handle = result["files"][0]["handle"]
    assert person.call("read_file", handle=handle) is True
    assert person.questions[-1]["shown"] == {"handle": "notes.txt"}
    assert person.questions[-1]["arguments"] == {"handle": handle, "from_character": 0}


class Refusing(KeptGrants):
    """A disk that takes nothing."""

    def write(self, _grants: object) -> None:
        raise CannotWrite


def test_a_full_disk_costs_only_the_memory_of_a_permission() -> None:
    grants = Grants(BUILT_IN, lambda _connection: "here", Refusing())
    grants.give(COPY, "local", "always", "here")
    assert grants.covering(COPY, "local") == "session"


def test_what_is_taken_back_does_not_hold_even_where_the_disk_refuses() -> None:
    kept = Refusing((Grant("local", "here", "copy_text", COPY.touches, "always", digest_of(COPY)),))
    grants = Grants(BUILT_IN, lambda _connection: "here", kept)
    with pytest.raises(CannotWrite):
        grants.revoke("local", "copy_text")
    assert grants.covering(COPY, "local") is None
    # It is tried again.
    with pytest.raises(CannotWrite):
        grants.revoke(None, None)


def test_only_what_is_always_allowed_is_kept() -> None:
    kept = KeptGrants()
    grants = Grants(BUILT_IN, lambda _connection: "here", kept)
    grants.give(COPY, "local", "session", "here")
    grants.give(pick_files.TOOL, "local", "always", "here")
    assert [each.tool for each in kept.grants] == ["pick_files"]


def test_there_are_not_more_than_the_most() -> None:
    grants = Grants(BUILT_IN, lambda _connection: "here", KeptGrants())
    for number in range(MOST_GRANTS + 5):
        grants.give(COPY, f"c{number}", "session", grants.agent_of(f"c{number}"))
    assert len(grants.all()) == MOST_GRANTS
    assert grants.covering(COPY, "c0") is None


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"grants": 1}', b"\xff", b"[" * 100_000, b" " * (MOST_BYTES + 1)], ids=range(7)
)
def test_a_damaged_file_is_set_aside_and_allows_nothing(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "permissions.json"
    file.write_bytes(damage)
    assert GrantFile(file).read() == ()
    assert [path.read_bytes() for path in tmp_path.glob("permissions.json.damaged-*")] == [damage]
    assert not file.exists()


def test_a_record_that_is_no_grant_is_left_out(tmp_path: Path) -> None:
    good = {"connection": "local", "agent": "here", "tool": "copy_text", "touches": ["writes"], "lasts": "always"}
    lasts: Lasting = "always"
    wrong: list[object] = [
        *(None, [], "x", {}),
        *({key: value for key, value in good.items() if key != missing} for missing in good),
        *({**good, key: 1} for key in good),
        {**good, "touches": ["everything"]},
        {**good, "lasts": "session"},
    ]
    file = tmp_path / "permissions.json"
    file.write_text(json.dumps({"version": 1, "grants": [*wrong, good]}))
    assert GrantFile(file).read() == (Grant("local", "here", "copy_text", frozenset({Touch.WRITES}), lasts),)


def test_the_file_is_private(person: Person, tmp_path: Path) -> None:
    person.decision = "always"
    person.call()
    assert (tmp_path / "permissions.json").stat().st_mode & 0o077 == 0
