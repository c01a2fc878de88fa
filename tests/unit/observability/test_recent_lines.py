"""A developer's log in memory: bounded, numbered, handed out piece by piece, and only where somebody develops."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app.observability import recent_lines
from app.observability.developers import warn_developers
from app.observability.logging_setup import LogSetup, hold_early_lines, start_logging
from app.observability.recent_lines import MOST_LINE_CHARACTERS, RECENT_LINES, RecentLines

log = logging.getLogger("app.here")


def entry(words: str, level: str = "INFO") -> str:
    return f"2026-01-01T00:00:00.000Z {level:<8} app.here {words}\n"


def test_the_last_lines_are_kept_with_their_numbers() -> None:
    lines = RecentLines()
    lines.write_all(entry(str(number)) for number in range(1, RECENT_LINES + 11))
    kept = lines.after(0)
    assert [line.number for line in kept] == list(range(11, RECENT_LINES + 11))
    assert lines.after(RECENT_LINES + 8) == kept[-2:]
    assert lines.after(RECENT_LINES + 10) == []


def test_more_than_a_page_takes_at_once_comes_when_it_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent_lines, "MOST_CHARACTERS", 3 * len(entry("a")))
    lines = RecentLines()
    lines.write_all(entry("a") for _ in range(5))
    assert [line.number for line in lines.after(0)] == [1, 2, 3]
    assert [line.number for line in lines.after(3)] == [4, 5]


@pytest.mark.parametrize(
    ("written", "level"),
    [("DEBUG", "debug"), ("WARNING", "warning"), ("CRITICAL", "error"), ("ERROR", "error"), ("Level_5", "info")],
)
def test_every_level_is_one_of_four(written: str, level: str) -> None:
    lines = RecentLines()
    lines.write(entry("a", written))
    assert [line.level for line in lines.after(0)] == [level]


def test_a_line_is_cut_and_holds_no_half_characters() -> None:
    lines = RecentLines()
    lines.write(entry("\ud800" + "a" * MOST_LINE_CHARACTERS))
    [line] = lines.after(0)
    assert len(line.text) == MOST_LINE_CHARACTERS
    assert " app.here \\ud800aaa" in line.text


def develop(folder: Path) -> LogSetup:
    return start_logging(folder / "a.log", development=True)


def test_everything_of_ours_is_there_from_the_start_and_stacks_name_no_folder(tmp_path: Path) -> None:
    hold_early_lines()
    log.info("before there was a file")
    setup = develop(tmp_path)
    try:
        log.debug("a detail")
        try:
            Path(tmp_path / "missing").read_text()
        except OSError:
            log.exception("it failed")
        assert setup.recent is not None
        lines = setup.recent.after(0)
    finally:
        setup.close()
    assert [line.level for line in lines] == ["info", "info", "debug", "error"]
    assert "before there was a file" in lines[0].text
    failed = lines[-1].text
    assert 'File "tests/unit/observability/test_recent_lines.py", line' in failed
    assert 'File "pathlib' in failed
    # What went to the file is the same.
    assert failed in (tmp_path / "a.log").read_text()


def test_what_is_for_developers_is_said_to_nobody_else(tmp_path: Path) -> None:
    warn_developers("nobody %s yet", "listens")
    setup = develop(tmp_path)
    warn_developers("a %s is odd", "thing")
    setup.close()
    warn_developers("nobody listens any more")
    setup = start_logging(tmp_path / "b.log", development=False)
    setup.set_level("debug")
    warn_developers("nobody listens here")
    assert setup.recent is None
    setup.close()
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    assert "WARNING  app.developers a thing is odd" in written
    assert "nobody" not in written
