"""The running of calls: lanes, deadlines, shapes and errors."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest

from app.bridge.arguments import Integer, Record
from app.bridge.contract import COMMANDS
from app.bridge.declarations import Command, LaneName
from app.bridge.dispatcher import SLOW_QUEUE, SLOW_THREADS, Dispatcher, Handler
from app.bridge.replies import ReplyTo
from app.errors import AppError, Cancelled, ChatHostUnavailable, InternalError, InvalidArguments
from tests.support.waiting import wait_until

NUMBER = Record({"n": Integer()})


def _command(name: str, lane: LaneName = "quick", deadline_seconds: float = 10.0) -> Command:
    return Command(name, "For a test.", NUMBER, NUMBER, lane=lane, deadline_seconds=deadline_seconds)


class Desk:
    """A dispatcher for a few commands, and what came of their calls."""

    def __init__(self, handlers: Sequence[tuple[Command, Handler]]) -> None:
        self.commands = {command.name: command for command, _handler in handlers}
        self.replies: dict[str, dict[str, Any]] = {}
        self.failures: list[tuple[str, str]] = []
        self.released: list[str] = []
        self.dispatcher = Dispatcher(
            {command.name: handler for command, handler in handlers},
            self._record,
            commands=list(self.commands.values()),
        )

    def call(self, name: str, call_id: str = "1") -> None:
        reply_to = ReplyTo(call_id, self._take, lambda: self.released.append(call_id))
        self.dispatcher.dispatch(self.commands[name], {"n": 1}, reply_to)

    def reply(self, call_id: str = "1") -> dict[str, Any]:
        return wait_until(lambda: self.replies.get(call_id), what=f"the reply to {call_id}")

    def code(self, call_id: str = "1") -> str:
        return str(self.reply(call_id)["error"]["code"])

    def _take(self, text: str) -> None:
        reply = json.loads(text)
        assert reply["id"] not in self.replies
        self.replies[reply["id"]] = reply

    def _record(self, error: AppError, *, where: str) -> None:
        self.failures.append((error.code, where))


@pytest.fixture
def make_desk() -> Iterator[Callable[..., Desk]]:
    desks: list[Desk] = []

    def make(*handlers: tuple[Command, Handler]) -> Desk:
        desks.append(Desk(handlers))
        return desks[-1]

    yield make
    for desk in desks:
        desk.dispatcher.close(timeout_seconds=5)


MakeDesk = Callable[..., Desk]


def _echo(args: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"n": args["n"]}


def _raise(error: BaseException) -> Handler:
    def handle(_args: Mapping[str, Any]) -> Mapping[str, Any]:
        raise error

    return handle


def _wait_for(event: threading.Event) -> Handler:
    def handle(args: Mapping[str, Any]) -> Mapping[str, Any]:
        event.wait(timeout=10)
        return _echo(args)

    return handle


@pytest.mark.parametrize("lane", ["inline", "quick", "slow"])
def test_a_call_is_answered_with_the_value(make_desk: MakeDesk, lane: LaneName) -> None:
    desk = make_desk((_command("a.a", lane), _echo))
    desk.call("a.a")
    assert desk.reply() == {"id": "1", "ok": True, "value": {"n": 1}}
    assert desk.released == ["1"]
    assert desk.failures == []


def test_inline_answers_on_this_thread_and_the_lanes_on_their_own(make_desk: MakeDesk) -> None:
    seen: dict[str, str] = {}

    def note(lane: str) -> Handler:
        def handle(args: Mapping[str, Any]) -> Mapping[str, Any]:
            seen[lane] = threading.current_thread().name
            return _echo(args)

        return handle

    lanes: tuple[LaneName, ...] = ("inline", "quick", "slow")
    desk = make_desk(*((_command(f"a.{lane}", lane), note(lane)) for lane in lanes))
    for call_id, lane in enumerate(lanes):
        desk.call(f"a.{lane}", str(call_id))
        desk.reply(str(call_id))
    assert seen == {"inline": threading.current_thread().name, "quick": "bridge-quick", "slow": "bridge-slow"}


def test_slow_calls_do_not_starve_quick_ones_and_a_slow_one_too_many_is_told(make_desk: MakeDesk) -> None:
    release = threading.Event()
    desk = make_desk((_command("a.slow", "slow"), _wait_for(release)), (_command("a.quick"), _echo))
    most = SLOW_THREADS + SLOW_QUEUE
    for number in range(most + 1):
        desk.call("a.slow", str(number))
    assert desk.code(str(most)) == "busy"
    desk.call("a.quick", "100")
    assert desk.reply("100")["ok"]
    release.set()
    assert all(desk.reply(str(number))["ok"] for number in range(most))


def test_an_error_of_ours_is_told_in_its_own_words(make_desk: MakeDesk) -> None:
    error = ChatHostUnavailable(detail="refused on port 1")
    desk = make_desk((_command("a.a"), _raise(error)))
    desk.call("a.a")
    assert desk.reply()["error"] == dict(error.envelope())
    wait_until(lambda: desk.failures == [("chat_host_unavailable", "a.a")])


@pytest.mark.parametrize("error", [InvalidArguments(), Cancelled()])
def test_what_a_person_or_a_page_decides_is_no_failure_of_the_program(make_desk: MakeDesk, error: AppError) -> None:
    desk = make_desk((_command("a.a", "inline"), _raise(error)))
    desk.call("a.a")
    assert desk.code() == error.code
    assert desk.failures == []


def test_an_unexpected_error_is_told_as_a_mistake_and_logged_with_its_traceback(
    make_desk: MakeDesk, caplog: pytest.LogCaptureFixture
) -> None:
    desk = make_desk((_command("a.a", "inline"), _raise(KeyError("private words"))))
    with caplog.at_level(logging.ERROR):
        desk.call("a.a")
    assert desk.reply()["error"] == dict(InternalError().envelope())
    assert "Traceback" in caplog.text
    assert desk.failures == [("internal", "a.a")]


@pytest.mark.parametrize(
    "value",
    [{}, {"n": 1, "m": 2}, {"n": "1"}, {"n": float("nan")}, None, [1], "x", {"n": object()}],
    ids=repr,
)
def test_a_value_of_another_shape_does_not_leave(make_desk: MakeDesk, value: Any) -> None:
    desk = make_desk((_command("a.a", "inline"), lambda _args: value))
    desk.call("a.a")
    assert desk.code() == "internal"


def test_a_call_that_takes_too_long_is_answered_and_its_late_value_discarded(make_desk: MakeDesk) -> None:
    release = threading.Event()
    desk = make_desk((_command("a.a", "quick", 0.02), _wait_for(release)))
    desk.call("a.a")
    assert desk.code() == "deadline_exceeded"
    wait_until(lambda: desk.failures == [("deadline_exceeded", "a.a")])
    release.set()
    desk.dispatcher.close(timeout_seconds=5)
    assert desk.reply()["ok"] is False
    assert desk.released == ["1"]


def test_a_call_that_waited_past_its_deadline_is_not_begun(make_desk: MakeDesk) -> None:
    release, began = threading.Event(), list[int]()

    def begin(args: Mapping[str, Any]) -> Mapping[str, Any]:
        began.append(1)
        return _echo(args)

    desk = make_desk((_command("a.long"), _wait_for(release)), (_command("a.short", "quick", 0.02), begin))
    for number in range(3):
        desk.call("a.long", str(number))
    desk.call("a.short", "10")
    assert desk.code("10") == "deadline_exceeded"
    release.set()
    desk.dispatcher.close(timeout_seconds=5)
    assert began == []


def test_closing_answers_what_is_open_and_keeps_its_time(make_desk: MakeDesk) -> None:
    release = threading.Event()
    desk = make_desk((_command("a.slow", "slow"), _wait_for(release)), (_command("a.quick"), _wait_for(release)))
    desk.call("a.slow", "1")
    for number in range(2, 9):
        desk.call("a.quick", str(number))
    began = time.monotonic()
    desk.dispatcher.close(timeout_seconds=0.05)
    assert time.monotonic() - began < 5
    assert {desk.code(str(number)) for number in range(1, 9)} == {"cancelled"}
    desk.call("a.quick", "9")
    assert desk.code("9") == "busy"
    release.set()


def test_every_command_needs_a_handler_and_every_handler_a_command() -> None:
    handlers: dict[str, Handler] = {command.name: _echo for command in COMMANDS}
    Dispatcher(handlers, lambda _error, *, where: None)
    with pytest.raises(InternalError) as missing:
        Dispatcher(
            {name: handler for name, handler in handlers.items() if name != "app.ping"}, lambda _e, *, where: None
        )
    assert "app.ping" in missing.value.detail
    with pytest.raises(InternalError) as unknown:
        Dispatcher({**handlers, "app.evil": _echo}, lambda _error, *, where: None)
    assert "app.evil" in unknown.value.detail


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_handler_that_ends_its_thread_is_answered_by_the_deadline(make_desk: MakeDesk) -> None:
    desk = make_desk((_command("a.exit", "quick", 0.02), _raise(SystemExit())), (_command("a.good"), _echo))
    desk.call("a.exit", "1")
    assert desk.code("1") == "deadline_exceeded"
    desk.call("a.good", "2")
    assert desk.reply("2")["ok"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_record_that_cannot_be_kept_costs_no_answer_and_no_lane(make_desk: MakeDesk) -> None:
    desk = make_desk((_command("a.bad"), _raise(ChatHostUnavailable())), (_command("a.good"), _echo))

    def refuse(error: AppError, *, where: str) -> None:
        raise OSError(error.code, where)

    desk.dispatcher._record_failure = refuse
    for number in range(5):
        desk.call("a.bad", str(number))
        assert desk.code(str(number)) == "chat_host_unavailable"
    desk.call("a.good", "10")
    assert desk.reply("10")["ok"]
