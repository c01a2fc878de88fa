"""What is written of an error: kinds and places, and none of its own words."""

from __future__ import annotations

import errno

import pytest

from app.observability.error_traces import MOST_ERRORS, kind_of, place_of, trace_of

WORDS = "Dear Anna, about the house"


def fail_twice() -> None:
    try:
        raise KeyError(WORDS)
    except KeyError as error:
        raise RuntimeError(WORDS) from error


def caught() -> RuntimeError:
    with pytest.raises(RuntimeError) as found:
        fail_twice()
    return found.value


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (KeyError(WORDS), "KeyError"),
        (UnicodeDecodeError("utf-8", WORDS.encode(), 0, 1, WORDS), "UnicodeDecodeError"),
        (FileNotFoundError(errno.ENOENT, WORDS, WORDS), "FileNotFoundError: [Errno 2] No such file or directory"),
        (OSError(WORDS), "OSError"),
        (ModuleNotFoundError(WORDS, name="gi"), "ModuleNotFoundError: gi"),
    ],
)
def test_a_kind_has_no_words_of_the_error(error: Exception, kind: str) -> None:
    assert kind_of(error) == kind


def test_a_trace_tells_every_place_and_what_led_to_it() -> None:
    told = trace_of(caught())
    assert WORDS not in told
    assert [line for line in told.splitlines() if not line.startswith(" ")] == [
        "Traceback (most recent call last):",
        "KeyError",
        "Traceback (most recent call last):",
        "RuntimeError",
    ]
    assert 'File "tests/unit/observability/test_error_traces.py", line ' in told
    assert told.count(", in fail_twice\n") == 2


def test_a_place_is_where_it_was_raised() -> None:
    assert place_of(caught()).startswith("tests/unit/observability/test_error_traces.py:")
    assert place_of(caught()).endswith(" fail_twice")
    assert place_of(ValueError()) == "an unknown place"


def test_an_error_that_led_to_itself_has_an_end() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert trace_of(first).count("Traceback") == 2
    chain = ValueError()
    for _ in range(MOST_ERRORS * 2):
        later = ValueError()
        later.__cause__, chain = chain, later
    assert trace_of(chain).count("Traceback") == MOST_ERRORS
