"""What an entry looks like, and that a bad one harms nobody."""

from __future__ import annotations

import logging
import re
import sys

import pytest

from app.observability import log_lines
from app.observability.log_lines import (
    MAXIMUM_LINE_LENGTH,
    MOST_LOOKED_AT,
    EarlyLines,
    LineHandler,
    RedactingFormatter,
    as_one_entry,
)


def record(message: str, *arguments: object, error: BaseException | None = None) -> logging.LogRecord:
    what = (type(error), error, error.__traceback__) if error is not None else None
    return logging.LogRecord("app.here", logging.INFO, __file__, 1, message, arguments, what)


def test_an_entry_has_a_utc_stamp_level_and_logger() -> None:
    entry = RedactingFormatter().format(record("hello %s", "you"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO     app\.here hello you", entry)


def test_the_stamp_is_utc_wherever_the_computer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    written = record("x")
    written.created, written.msecs = 0.25, 250.0
    assert RedactingFormatter().format(written).startswith("1970-01-01T00:00:00.250Z ")


def test_the_record_is_left_as_it_was() -> None:
    written = record("%s", "password=abc", error=ValueError("password=abc"))
    RedactingFormatter().format(written)
    assert written.args == ("password=abc",)
    assert written.exc_text is None


def test_a_traceback_has_places_and_no_words_and_is_indented() -> None:
    try:
        raise ValueError("Dear Anna")
    except ValueError as error:
        entry = RedactingFormatter().format(record("failed", error=error))
    assert "\n    Traceback (most recent call last):\n      File " in entry
    assert entry.endswith("\n    ValueError")


def test_of_an_error_in_a_message_only_its_kind_is_written() -> None:
    error = KeyError("Dear Anna")
    for written in (record("%s", error), record("%(what)s", {"what": error}), record(error)):  # type: ignore[arg-type]
        assert RedactingFormatter().format(written).endswith(" app.here KeyError")


def test_of_what_asyncio_says_the_first_line_is_written() -> None:
    written = record("Task exception was never retrieved\nfuture: KeyError('Dear Anna')")
    written.name = "asyncio"
    assert RedactingFormatter().format(written).endswith(" asyncio Task exception was never retrieved")


def test_what_was_formatted_elsewhere_is_left_out() -> None:
    written = record("failed")
    written.exc_text = "KeyError: Dear Anna"
    assert RedactingFormatter().format(written).endswith(" failed")


def test_no_traceback_goes_to_the_terminal() -> None:
    entry = RedactingFormatter(with_traceback=False).format(record("failed", error=ValueError("x")))
    assert entry.endswith("failed")


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("a\nb", "a\n    b"),
        ("a\r\nb", "a\n    b"),
        ("a\rb", "a\\x0db"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\u2028b\x9fc", "a\\x2028b\\x9fc"),
        ("grüße 👋", "grüße 👋"),
        ("a\tb", "a\tb"),
    ],
)
def test_an_entry_can_neither_be_several_nor_steer_a_terminal(words: str, entry: str) -> None:
    assert as_one_entry(words) == entry


def test_a_huge_entry_is_cut() -> None:
    entry = as_one_entry("x " * MAXIMUM_LINE_LENGTH)
    assert entry.endswith(f" [{MAXIMUM_LINE_LENGTH} more characters]")


def test_of_a_huge_entry_only_what_can_be_written_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def look_at(text: str) -> str:
        looked_at.append(text)
        return text

    monkeypatch.setattr(log_lines, "redact", look_at)
    entry = RedactingFormatter().format(record("x " * 40_000 + "sk-abcdefghijkl"))
    assert max(map(len, looked_at)) < MOST_LOOKED_AT + 100
    assert entry.count("\n") == 0


def test_early_lines_are_bounded_and_taken_once() -> None:
    early = EarlyLines()
    for number in range(1000):
        early.write(f"{number}\n")
    early.flush()
    taken = early.take()
    assert len(taken) == 400
    assert taken[-1] == "999\n"
    assert early.take() == []


class Refusing:
    def write(self, words: str) -> None:
        raise OSError("disk full")

    def flush(self) -> None:
        raise AssertionError("nothing to flush")


class Odd:
    def __str__(self) -> str:
        raise RuntimeError("no words")


def test_an_entry_that_cannot_be_made_or_written_is_counted_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    handler = LineHandler(sys.stderr)
    handler.handle(record("%d", "password=abc"))
    handler.handle(record("%s", Odd()))
    assert handler.dropped == 2
    full = LineHandler(Refusing())
    full.handle(record("x"))
    assert full.dropped == 1
    assert capsys.readouterr() == ("", "")
