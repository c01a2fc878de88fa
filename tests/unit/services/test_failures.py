"""The last failures: kept, bounded, private, redacted, and never a failure themselves."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from app.errors import Busy, ChatHostUnavailable, InternalError
from app.services.failures import MOST_BYTES, MOST_CHARACTERS, MOST_RECORDS, Failures, is_recent, read_records


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "failures.json"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def failures(path: Path, clock: Clock) -> Failures:
    return Failures(path, now=clock)


def test_a_failure_is_kept_with_time_code_sentence_place_and_detail(failures: Failures, path: Path) -> None:
    failures.record(ChatHostUnavailable(detail="exit code 1"), where="chat_host")
    (record,) = Failures(path).recent()
    assert record.at_utc == "2023-11-14T22:13:20Z"
    assert (record.code, record.where, record.detail) == ("chat_host_unavailable", "chat_host", "exit code 1")
    assert record.sentence == ChatHostUnavailable().sentence
    assert record.times == 1


def test_the_file_is_private_and_alone(failures: Failures, path: Path) -> None:
    path.parent.mkdir()
    leftover = path.with_name(f".{path.name}.0000.new")
    leftover.write_text("half")
    failures.record(Busy(), where="x")
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_the_last_twenty_are_kept_newest_last(failures: Failures, path: Path) -> None:
    for number in range(50):
        failures.record(Busy(), where=f"place {number}")
    places = [record.where for record in Failures(path).recent()]
    assert places == [f"place {number}" for number in range(50 - MOST_RECORDS, 50)]


def test_secrets_are_taken_out_and_texts_are_bounded(failures: Failures, path: Path) -> None:
    failures.record(InternalError("token=abc", detail="password=abc " + "x" * 10_000), where="key sk-abcdef123456")
    kept = path.read_text()
    assert "abc" not in kept
    (record,) = failures.recent()
    assert record.sentence == "token=[secret]"
    assert len(record.detail) <= MOST_CHARACTERS


def test_a_failure_that_repeats_itself_is_counted(failures: Failures, path: Path, clock: Clock) -> None:
    failures.record(Busy(), where="x")
    for _ in range(999):
        failures.record(Busy(), where="x")
    assert [record.times for record in failures.recent()] == [1000]
    assert [record.times for record in Failures(path).recent()] == [1]
    clock.now += 60
    failures.record(Busy(), where="x")
    failures.record(Busy(), where="y")
    assert [(record.where, record.times) for record in Failures(path).recent()] == [("x", 1001), ("y", 1)]


def test_failures_that_take_turns_push_no_other_out(failures: Failures) -> None:
    failures.record(InternalError(), where="window")
    for _ in range(MOST_RECORDS):
        failures.record(Busy(), where="x")
        failures.record(Busy(), where="y")
    kept = [(record.where, record.times) for record in failures.recent()]
    assert kept == [("window", 1), ("x", MOST_RECORDS), ("y", MOST_RECORDS)]


def test_what_works_again_is_kept_as_over_until_it_fails_anew(failures: Failures, path: Path) -> None:
    failures.settle(Busy.code)
    assert not path.exists()
    for error in (Busy(), InternalError()):
        failures.record(error, where="x")
    failures.settle(Busy.code)
    now = 1_700_000_000.0
    assert [(each.code, is_recent(each, now)) for each in read_records(path)] == [("busy", False), ("internal", True)]
    failures.record(Busy(), where="x")
    assert [(each.code, each.times, is_recent(each, now)) for each in failures.recent()][1:] == [("busy", 2, True)]


GOOD = {"at_utc": "2026-01-01T00:00:00Z", "code": "busy", "sentence": "s", "where": "w", "detail": "", "times": 1}


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00" * 100,
        b'{"version": 1, "failures": [',
        b"[]",
        b"null",
        b'{"failures": {}}',
        b'{"failures": [1, null, {}, []]}',
        b"[" * 100_000,
        b" " * (MOST_BYTES + 1),
        b"\xff\xfe",
    ],
)
def test_a_damaged_file_counts_as_empty_and_is_replaced(failures: Failures, path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    assert failures.recent() == []
    failures.record(Busy(), where="x")
    assert len(read_records(path)) == 1


@pytest.mark.parametrize(
    ("name", "wrong"), [("code", 5), ("times", 0), ("times", True), ("times", "1"), ("where", None)]
)
def test_a_damaged_record_is_left_out_alone(path: Path, name: str, wrong: object) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 1, "failures": [GOOD, {**GOOD, name: wrong}, GOOD]}))
    assert len(read_records(path)) == 2


def test_a_pipe_or_link_in_its_place_neither_hangs_nor_leads_elsewhere(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "target").write_text(json.dumps({"failures": [GOOD]}))
    (tmp_path / "link").symlink_to(tmp_path / "target")
    for name in ("pipe", "link"):
        assert Failures(tmp_path / name).recent() == []


def test_a_folder_that_refuses_costs_only_the_record_on_disk(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    failures = Failures(tmp_path / "file" / "failures.json")
    failures.record(Busy(), where="x")
    assert len(failures.recent()) == 1
    assert "the last failures are not kept" in caplog.text


def test_threads_may_record_at_once(failures: Failures) -> None:
    def record(number: int) -> None:
        for step in range(5):
            failures.record(Busy(), where=f"{number} {step}")

    threads = [threading.Thread(target=record, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(failures.recent()) == MOST_RECORDS
