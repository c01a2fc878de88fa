"""The way from Python to the page: batches, acknowledgements, deadlines, and what is forgotten."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping

import pytest

from app.bridge import channel as channel_module
from app.bridge.channel import Channel
from app.bridge.replies import script_text
from app.errors import InternalError
from tests.support.fake_page import FakePage
from tests.support.waiting import holds_for, wait_until


class Line:
    """A channel, the page at its end, and the reports of a page that does not answer."""

    def __init__(self, *, deadline_seconds: float = 5.0, heartbeat_seconds: float = 60.0) -> None:
        self.page = FakePage()
        self.reports = 0
        self.channel = Channel(
            self.page.run_script,
            self.page.run_later,
            deadline_seconds=deadline_seconds,
            heartbeat_seconds=heartbeat_seconds,
            on_unresponsive=self._report,
        )
        self.channel.page_loading()

    def reply(self, reply: Mapping[str, object]) -> None:
        """Answer the page load of now."""
        self.channel.reply_line()(script_text(reply))

    def _report(self) -> None:
        self.reports += 1


@pytest.fixture
def make_line() -> Iterator[Callable[..., Line]]:
    lines: list[Line] = []

    def make(**seconds: float) -> Line:
        lines.append(Line(**seconds))
        return lines[-1]

    yield make
    for line in lines:
        line.channel.close()
        line.page.wake()
    wait_until(lambda: not any(thread.name == "bridge-channel" for thread in threading.enumerate()))


MakeLine = Callable[..., Line]


def test_nothing_is_sent_before_the_page_listens(make_line: MakeLine) -> None:
    line = make_line()
    line.reply({"id": "1"})
    line.channel.send_event("tool.settled", {"request_id": "a"})
    assert line.page.scripts == []
    line.channel.page_open()
    line.page.wait_for_messages(2)
    assert line.page.scripts == ['__agentnookReceive([{"id":"1"},{"event":"tool.settled","data":{"request_id":"a"}}])']


def test_what_comes_meanwhile_leaves_together_and_in_order(make_line: MakeLine) -> None:
    line = make_line()
    line.channel.page_open()
    line.page.answers = False
    line.reply({"id": "0"})
    line.page.wait_for_scripts(1)
    for number in range(1, 500):
        line.reply({"id": str(number)})
    assert len(line.page.scripts) == 1
    line.page.wake()
    line.page.wait_for_messages(500)
    assert [message["id"] for message in line.page.messages] == [str(number) for number in range(500)]
    assert len(line.page.scripts) == 2


def test_a_batch_has_a_size(make_line: MakeLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel_module, "MAX_BATCH_MESSAGES", 10)
    monkeypatch.setattr(channel_module, "MAX_BATCH_CHARACTERS", 200)
    line = make_line()
    for number in range(25):
        line.reply({"id": str(number)})
    line.reply({"id": "big", "text": "x" * 1_000})
    line.reply({"id": "last"})
    line.channel.page_open()
    line.page.wait_for_messages(27)
    assert [len(script) > 1_000 for script in line.page.scripts] == [False, False, False, True, False]


def test_one_batch_at_a_time(make_line: MakeLine) -> None:
    line = make_line()
    line.channel.page_open()
    line.page.answers = False
    for number in range(5):
        line.reply({"id": str(number)})
        line.page.wait_for_scripts(1)
    assert len(line.page.held) == 1


def test_a_reply_to_an_earlier_page_is_discarded(make_line: MakeLine) -> None:
    line = make_line()
    line.channel.page_open()
    late = line.channel.reply_line()
    line.channel.page_loading()
    late('{"id":"late"}')
    line.channel.page_open()
    line.reply({"id": "new"})
    line.page.wait_for_messages(1)
    assert line.page.messages == [{"id": "new"}]


def test_what_is_queued_for_an_earlier_page_is_discarded(make_line: MakeLine) -> None:
    line = make_line()
    line.reply({"id": "old"})
    line.channel.send_event("tool.settled", {"request_id": "old"})
    line.channel.page_loading()
    line.channel.send_event("page.recovered", {"reason": "test"})
    line.channel.page_open()
    line.page.wait_for_messages(1)
    assert line.page.messages == [{"event": "page.recovered", "data": {"reason": "test"}}]


def test_a_page_that_hangs_is_reported_once_and_goes_on_when_it_wakes(make_line: MakeLine) -> None:
    line = make_line(deadline_seconds=0.02)
    line.channel.page_open()
    line.page.answers = False
    line.reply({"id": "1"})
    wait_until(lambda: line.reports)
    line.reply({"id": "2"})
    assert len(line.page.scripts) == 1
    line.page.wake()
    line.page.wait_for_messages(2)
    assert line.reports == 1


def test_a_page_that_hangs_again_is_not_reported_again(make_line: MakeLine) -> None:
    line = make_line(deadline_seconds=0.02)
    line.channel.page_open()
    for number in range(3):
        line.page.answers = False
        line.reply({"id": str(number)})
        line.page.wait_for_scripts(number + 1)
        wait_until(lambda: line.reports)
        line.page.wake()
    assert line.reports == 1


def test_a_new_page_frees_the_channel_and_may_be_reported_too(make_line: MakeLine) -> None:
    line = make_line(deadline_seconds=0.02)
    for load in range(1, 4):
        line.channel.page_loading()
        line.page.answers = False
        line.channel.page_open()
        line.reply({"id": str(load)})
        wait_until(lambda load=load: line.reports == load)  # type: ignore[misc]
    assert [message["id"] for message in line.page.messages] == ["1", "2", "3"]


def test_a_late_acknowledgement_of_an_earlier_page_does_no_harm(make_line: MakeLine) -> None:
    line = make_line()
    line.channel.page_open()
    line.page.answers = False
    line.reply({"id": "1"})
    line.page.wait_for_scripts(1)
    line.channel.page_loading()
    line.channel.page_open()
    line.reply({"id": "2"})
    line.page.wait_for_scripts(2)
    line.page.held[0]()
    line.reply({"id": "3"})
    line.page.held[1]()
    line.page.wait_for_scripts(3)
    assert line.page.messages[-1] == {"id": "3"}


def test_too_many_events_push_the_oldest_out_but_never_a_reply(
    make_line: MakeLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel_module, "MAX_QUEUED", 5)
    line = make_line()
    for number in range(3):
        line.channel.send_event("tool.settled", {"request_id": f"before-{number}"})
        line.reply({"id": str(number)})
    for number in range(10):
        line.channel.send_event("tool.settled", {"request_id": f"after-{number}"})
    line.channel.page_open()
    line.page.wait_for_messages(5)
    assert [reply["id"] for reply in line.page.replies()] == ["0", "1", "2"]
    assert [event["data"]["request_id"] for event in line.page.events()] == ["after-8", "after-9"]


def test_a_page_that_takes_no_answers_loses_the_latest(make_line: MakeLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel_module, "MAX_QUEUED", 5)
    line = make_line(deadline_seconds=600)
    line.channel.page_open()
    line.page.answers = False
    line.reply({"id": "first"})
    line.page.wait_for_scripts(1)
    for number in range(10):
        line.reply({"id": str(number)})
    line.page.wake()
    line.page.wait_for_messages(6)
    line.reply({"id": "alive"})
    line.page.wait_for_messages(7)
    assert [reply["id"] for reply in line.page.replies()] == ["first", "0", "1", "2", "3", "4", "alive"]
    assert not line.reports


def test_an_event_that_is_not_declared_or_has_another_shape_is_our_own_fault(make_line: MakeLine) -> None:
    line = make_line()
    for name, data in (("tool.unheard", {}), ("tool.settled", {}), ("tool.settled", {"request_id": 1})):
        with pytest.raises(InternalError):
            line.channel.send_event(name, data)


def test_a_window_that_raises_does_not_end_the_channel(
    make_line: MakeLine, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = make_line(deadline_seconds=0.02)
    healthy = line.channel._run_script

    def raise_once(script: str, done: Callable[[], None]) -> None:
        monkeypatch.setattr(line.channel, "_run_script", healthy)
        raise RuntimeError("wrapped object was deleted")

    monkeypatch.setattr(line.channel, "_run_script", raise_once)
    line.channel.page_open()
    line.reply({"id": "1"})
    wait_until(lambda: line.reports)
    assert "refused a call" in caplog.text
    line.channel.page_loading()
    line.channel.page_open()
    line.reply({"id": "2"})
    line.page.wait_for_messages(1)


def test_a_quiet_page_is_asked_whether_it_is_there(make_line: MakeLine) -> None:
    line = make_line(heartbeat_seconds=0.01)
    line.channel.page_open()
    line.page.wait_for_scripts(3)
    assert set(line.page.scripts) == {"__agentnookReceive([])"}
    line.reply({"id": "1"})
    line.page.wait_for_messages(1)
    assert line.reports == 0


def test_a_page_that_is_not_open_is_not_asked(make_line: MakeLine) -> None:
    line = make_line(heartbeat_seconds=0.01)
    line.channel.send_event("tool.settled", {"request_id": "a"})
    line.channel.page_open()
    line.page.wait_for_scripts(2)
    line.channel.page_loading()
    asked = len(line.page.scripts)
    line.channel.send_event("tool.settled", {"request_id": "b"})
    # One question may have been on its way; nothing follows it.
    assert holds_for(0.1, lambda: len(line.page.scripts) <= asked + 1)


def test_a_quiet_page_that_hangs_is_reported(make_line: MakeLine) -> None:
    line = make_line(heartbeat_seconds=0.01, deadline_seconds=0.02)
    line.page.answers = False
    line.channel.page_open()
    wait_until(lambda: line.reports)
    line.channel.page_loading()
    line.page.wake()
    line.channel.page_open()
    asked = len(line.page.scripts)
    line.page.wait_for_scripts(asked + 3)
    assert line.reports == 1


def test_a_page_gets_its_last_second_from_when_the_window_is_awake(make_line: MakeLine) -> None:
    line = make_line(deadline_seconds=0.02)
    line.page.answers = line.page.window_is_awake = False
    line.channel.page_open()
    line.reply({"id": "1"})
    wait_until(lambda: line.page.asked_later)
    # As long as the window's thread is busy, or the computer sleeps, nothing is the page's fault.
    assert holds_for(0.1, lambda: line.reports == 0)
    line.page.asked_later[0]()
    wait_until(lambda: line.reports)


def test_a_page_that_answers_when_the_computer_wakes_is_left_alone(make_line: MakeLine) -> None:
    line = make_line(deadline_seconds=0.02)
    line.page.answers = line.page.window_is_awake = False
    line.channel.page_open()
    line.reply({"id": "1"})
    wait_until(lambda: line.page.asked_later)
    line.page.wake()
    line.page.asked_later[0]()
    line.reply({"id": "2"})
    line.page.wait_for_messages(2)
    assert line.reports == 0


def test_a_closed_channel_takes_and_sends_nothing(make_line: MakeLine) -> None:
    line = make_line()
    line.channel.page_open()
    line.channel.close()
    line.reply({"id": "1"})
    line.channel.send_event("tool.settled", {"request_id": "a"})
    wait_until(lambda: not any(thread.name == "bridge-channel" for thread in threading.enumerate()))
    assert line.page.scripts == []


def test_many_threads_lose_nothing(make_line: MakeLine) -> None:
    line = make_line()
    line.channel.page_open()

    def send(name: int) -> None:
        for number in range(200):
            line.reply({"id": f"{name}-{number}"})

    threads = [threading.Thread(target=send, args=(name,)) for name in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    line.page.wait_for_messages(1_000)
    assert len({message["id"] for message in line.page.messages}) == 1_000
