"""Saving from the window: a real process of the program, a stand-in for OpenAI's interface, and its states."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from app.errors import Busy, InternalError, NotFound
from app.resources import text
from app.services.hosted_exports import ExportState, HostedExports
from tests.support.hosted_threads import every_kind, hosted_thread, reply
from tests.support.stand_in_api import Answer, StandInApi, failing, in_place_of_openai
from tests.support.waiting import wait_until

KEY = "sk-of-the-test-0123456789"
DEADLINE_SECONDS = 30.0


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInApi]:
    with in_place_of_openai(monkeypatch) as standing_in:
        first, second = hosted_thread(1, "One"), hosted_thread(2, "Two")
        standing_in.conversations = {
            first["id"]: (first, [reply(first, 1, "Hi")]),
            second["id"]: (second, every_kind(second)),
        }
        yield standing_in


class Window:
    """What the window has of it."""

    def __init__(self, folder: Path, command: list[str] | None = None) -> None:
        self.heard: Queue[ExportState] = Queue()
        self.exports = HostedExports(
            lambda: folder / "exported",
            folder / "conversations.sqlite3",
            folder / "export.log",
            self.heard.put,
            command,
        )

    def end(self) -> ExportState:
        """Return the state it ends with."""
        while (state := self.heard.get(timeout=DEADLINE_SECONDS)).state == "running":
            pass
        return state


def test_it_says_how_far_it_is_and_how_it_ended(api: StandInApi, tmp_path: Path) -> None:
    window = Window(tmp_path)
    with pytest.raises(NotFound):
        window.exports.folder()
    assert window.exports.start(KEY).state == "running"
    counts = [window.heard.get(timeout=DEADLINE_SECONDS).done for _ in range(2)]
    ended = window.end()
    assert counts == [1, 2]
    assert (ended.state, ended.done, ended.failed, ended.lost) == ("ended", 2, 0, 1)
    assert ended.message == text("export.ended_in_window", done=2)
    assert ended.hint == text("export.some_lost", count=1)
    assert window.exports.state == ended
    assert window.exports.folder() == tmp_path / "exported"


def test_there_is_one_at_a_time_and_it_can_be_stopped(api: StandInApi, tmp_path: Path) -> None:
    api.script = [Answer(hangs=True)]
    window = Window(tmp_path)
    window.exports.start(KEY)
    with pytest.raises(Busy):
        window.exports.start(KEY)
    wait_until(lambda: api.requests, what="a request")
    window.exports.stop()
    assert window.end().state == "stopped"
    window.exports.start(KEY)
    assert window.end().state == "ended"


def test_what_failed_is_said_in_words(api: StandInApi, tmp_path: Path) -> None:
    api.script = [failing(401)]
    window = Window(tmp_path)
    window.exports.start(KEY)
    failed = window.end()
    assert (failed.state, failed.hint) == ("failed", text("error.key_refused.hint"))
    assert failed.message.endswith("could not be read: the key was not accepted.")


def test_an_account_without_conversations_is_no_failure(api: StandInApi, tmp_path: Path) -> None:
    api.conversations.clear()
    window = Window(tmp_path)
    window.exports.start(KEY)
    assert window.end().message == text("export.none")


def test_a_process_that_dies_is_a_fault_of_ours(tmp_path: Path) -> None:
    window = Window(tmp_path, [sys.executable, "-c", "print('no JSON'); raise SystemExit(3)"])
    window.exports.start(KEY)
    assert window.end().message == InternalError().sentence


def test_closing_the_window_ends_it(api: StandInApi, tmp_path: Path) -> None:
    api.script = [Answer(hangs=True)]
    window = Window(tmp_path)
    window.exports.start(KEY)
    wait_until(lambda: api.requests, what="a request")
    window.exports.close()
    assert window.end().state == "stopped"
