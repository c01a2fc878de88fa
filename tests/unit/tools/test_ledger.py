"""The ledger: the last thousand calls, over a restart, a crash and a full disk, until it is cleared."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from app.errors import CannotWrite
from app.tools.ledger import MOST_BYTES, MOST_CALLS, Decided, Ledger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "calls.jsonl"


def note(ledger: Ledger, number: int = 0) -> None:
    ledger.note(
        tool="copy_text",
        connection="local",
        agent=f"Agent {number}",
        touches=("writes",),
        decided="once",
        outcome="ok",
    )


def agents(ledger: Ledger) -> list[str]:
    return [each.agent for each in ledger.calls()]


def test_it_is_kept_newest_first_for_its_owner_alone(file: Path) -> None:
    ledger = Ledger(file, now=lambda: 1_700_000_000.9)
    note(ledger, 1)
    note(ledger, 2)
    assert agents(ledger) == ["Agent 2", "Agent 1"]
    again = Ledger(file)
    assert again.calls() == ledger.calls()
    assert again.calls()[0].at == 1_700_000_000
    assert file.stat().st_mode & 0o077 == 0


def test_it_holds_the_last_thousand_and_its_file_is_bounded(file: Path) -> None:
    ledger = Ledger(file)
    for number in range(2 * MOST_CALLS + 7):
        note(ledger, number)
    assert len(file.read_bytes().splitlines()) < 2 * MOST_CALLS
    for known in (ledger, Ledger(file)):
        assert agents(known)[0] == f"Agent {2 * MOST_CALLS + 6}"
        assert len(agents(known)) == MOST_CALLS


def test_it_is_cleared_for_good(file: Path) -> None:
    ledger = Ledger(file)
    note(ledger)
    ledger.clear()
    assert (ledger.calls(), Ledger(file).calls()) == ([], [])
    note(ledger, 1)
    assert agents(Ledger(file)) == ["Agent 1"]


def ask_nobody(ledger: Ledger, tool: str = "get_app_info", decided: Decided = "nobody") -> None:
    ledger.note(tool=tool, connection="local", agent="Agent", touches=(), decided=decided, outcome="ok")


def test_what_asks_nobody_pushes_nothing_out_of_sight(file: Path) -> None:
    times = [0.0]
    ledger = Ledger(file, now=lambda: times[0])
    note(ledger, 1)
    for number in range(2 * MOST_CALLS + 100):
        times[0] = float(number)
        ask_nobody(ledger, ["get_app_info", "switch_theme"][number % 2])
        ask_nobody(ledger, "copy_text", "silenced")
    for known in (ledger, Ledger(file)):
        assert [(each.tool, each.times, each.at) for each in known.calls()] == [
            ("copy_text", 2 * MOST_CALLS + 100, 2 * MOST_CALLS + 99),
            ("switch_theme", MOST_CALLS + 50, 2 * MOST_CALLS + 99),
            ("get_app_info", MOST_CALLS + 50, 2 * MOST_CALLS + 98),
            ("copy_text", 1, 0),
        ]
    assert len(file.read_bytes().splitlines()) <= 2 * MOST_CALLS
    ask_nobody(again := Ledger(file))
    assert again.calls()[0].times == MOST_CALLS + 51


def test_what_somebody_was_asked_about_is_a_row_each(file: Path) -> None:
    ledger = Ledger(file)
    for _ in range(3):
        note(ledger, 1)
    assert [each.times for each in ledger.calls()] == [1, 1, 1]


def test_lines_of_earlier_versions_are_read(file: Path) -> None:
    ask_nobody(Ledger(file))
    record = json.loads(file.read_text())
    del record["times"]
    file.write_text((json.dumps(record) + "\n") * 3)
    ledger = Ledger(file)
    ask_nobody(ledger)
    for known in (ledger, Ledger(file)):
        assert [each.times for each in known.calls()] == [4]


def test_a_line_that_a_crash_cut_short_costs_only_itself(file: Path) -> None:
    note(Ledger(file), 1)
    with file.open("ab") as torn:
        torn.write(b'{"at": 17')
    ledger = Ledger(file)
    note(ledger, 2)
    assert agents(ledger) == agents(Ledger(file)) == ["Agent 2", "Agent 1"]


@pytest.mark.parametrize(
    "change",
    [
        {"at": -1},
        {"at": 1e9},
        {"at": 10**18},
        {"at": True},
        {"tool": 1},
        {"agent": "x" * 301},
        {"touches": "x" * 21},
        {"touches": [1]},
        {"touches": None},
        {"decided": "x"},
        {"decided": []},
        {"outcome": None},
        {"times": 0},
        {"times": True},
        {"times": 2**53},
    ],
    ids=str,
)
def test_a_line_that_is_no_call_is_left_out(file: Path, change: dict[str, object]) -> None:
    note(Ledger(file), 1)
    record = json.loads(file.read_text())
    with file.open("a") as more:
        more.write(json.dumps({**record, **change}) + "\n[]\nnothing\n" + "[" * 100_000 + "\n")
    assert agents(Ledger(file)) == ["Agent 1"]


def test_a_file_that_is_too_large_begins_anew(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b" " * (MOST_BYTES + 1))
    ledger = Ledger(file)
    note(ledger, 1)
    assert agents(Ledger(file)) == ["Agent 1"]


def test_a_disk_that_refuses_costs_no_call_anything(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(file)
    note(ledger, 1)

    def full(_descriptor: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        note(ledger, 2)
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", lambda _descriptor, _data: 3)
        note(ledger, 3)
    note(ledger, 4)
    assert agents(ledger) == agents(Ledger(file)) == ["Agent 4", "Agent 3", "Agent 2", "Agent 1"]


def test_what_cannot_be_cleared_is_said(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(CannotWrite):
        Ledger(file).clear()
