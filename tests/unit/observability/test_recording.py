"""Record mode: everything is held for a while, it ends by itself, and the log is as it was before."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.observability.logging_setup import LogSetup, start_logging
from app.observability.recording import RECORD_SECONDS, Recording
from tests.support.waiting import holds_for, wait_until

NOW = 1_795_000_000.0
log = logging.getLogger("app.test")


@pytest.fixture
def setup(bare_root: logging.Logger, tmp_path: Path) -> Iterator[LogSetup]:
    setup = start_logging(tmp_path / "a.log", development=False)
    yield setup
    setup.close()


class Heard(list[float | None]):
    """What was told, in its order."""


def recording(setup: LogSetup, heard: Heard, seconds: float = RECORD_SECONDS) -> Recording:
    return Recording(setup, heard.append, seconds=seconds, now=lambda: NOW)


def written(tmp_path: Path) -> str:
    return (tmp_path / "a.log").read_text("utf-8")


def test_it_holds_everything_until_it_is_stopped(setup: LogSetup, tmp_path: Path) -> None:
    heard = Heard()
    record = recording(setup, heard)
    log.debug("before")
    assert record.start() == NOW + 600
    log.debug("during")
    record.stop()
    record.stop()
    log.debug("after")
    assert heard == [NOW + 600, None]
    lines = written(tmp_path).splitlines()[1:]
    assert [line.split(maxsplit=3)[3] for line in lines] == [
        "record mode begins: for 600 seconds the log holds everything",
        "during",
        "record mode ends",
    ]


def test_what_could_not_end_does_not_begin(setup: LogSetup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_timer: threading.Timer) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Timer, "start", refuse)
    heard = Heard()
    with pytest.raises(RuntimeError):
        recording(setup, heard).start()
    log.debug("quietly")
    assert heard == []
    assert "quietly" not in written(tmp_path)


def test_it_ends_by_itself(setup: LogSetup, tmp_path: Path) -> None:
    heard = Heard()
    recording(setup, heard, 0.05).start()
    wait_until(lambda: heard[1:] == [None], what="the end")
    log.debug("after")
    assert "record mode ends" in written(tmp_path)
    assert "after" not in written(tmp_path)


def test_the_level_that_was_chosen_is_there_again(setup: LogSetup, tmp_path: Path) -> None:
    record = recording(setup, Heard())
    setup.set_level("warning")
    record.start()
    log.debug("during")
    record.stop()
    log.info("news after")
    assert "during" in written(tmp_path)
    assert "record mode ends" in written(tmp_path)
    assert "news after" not in written(tmp_path)


def test_a_level_that_is_chosen_meanwhile_counts_afterwards(setup: LogSetup, tmp_path: Path) -> None:
    record = recording(setup, Heard())
    record.start()
    setup.set_level("warning")
    log.debug("during")
    record.stop()
    log.info("news after")
    assert "during" in written(tmp_path)
    assert "news after" not in written(tmp_path)


def test_started_anew_it_lasts_longer_and_ends_once(setup: LogSetup) -> None:
    heard = Heard()
    record = recording(setup, heard, 0.3)
    for _ in range(3):
        record.start()
    wait_until(lambda: None in heard, what="the end")
    assert heard == [NOW + 0.3] * 3 + [None]
    assert holds_for(0.4, lambda: len(heard) == 4)


def test_no_timer_is_left_behind(setup: LogSetup) -> None:
    def timers() -> int:
        return sum(isinstance(thread, threading.Timer) for thread in threading.enumerate())

    record = recording(setup, Heard())
    for _ in range(3):
        record.start()
    wait_until(lambda: timers() == 1, what="the older timers to end")
    record.stop()
    wait_until(lambda: timers() == 0, what="the last timer to end")


def test_an_end_that_comes_while_it_starts_anew_is_none(setup: LogSetup) -> None:
    heard = Heard()

    def start_anew_late(until: float | None) -> None:
        heard.append(until)
        if len(heard) == 1:
            # The first end is due by now, and waits for the lock that is held here.
            assert holds_for(0.2, lambda: len(heard) == 1)
            record.start()

    record = Recording(setup, start_anew_late, seconds=0.05, now=lambda: NOW)
    record.start()
    wait_until(lambda: None in heard, what="the end")
    assert holds_for(0.2, lambda: heard == [NOW + 0.05, NOW + 0.05, None])


def test_a_page_that_is_gone_does_not_keep_it_going(setup: LogSetup, tmp_path: Path) -> None:
    def refuse(until: float | None) -> None:
        if until is None:
            raise RuntimeError("nobody listens")

    record = Recording(setup, refuse)
    record.start()
    with pytest.raises(RuntimeError):
        record.stop()
    log.debug("after")
    assert "after" not in written(tmp_path)


def test_it_does_not_outlive_the_log(setup: LogSetup, tmp_path: Path) -> None:
    recording(setup, Heard()).start()
    setup.close()
    again = start_logging(tmp_path / "a.log", development=False)
    log.debug("the next run")
    again.close()
    assert "the next run" not in written(tmp_path)


def test_libraries_stay_quiet(setup: LogSetup, tmp_path: Path) -> None:
    recording(setup, Heard()).start()
    logging.getLogger("library").debug("chatter")
    assert "chatter" not in written(tmp_path)
