"""T20: secrets and persons in log lines and reports. 100,000 lines in every shape and way, and not one gets through."""

from __future__ import annotations

import itertools
import logging
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.observability import log_lines, private_log, redaction
from app.observability.logging_setup import start_logging
from tests.support.processes import ROOT
from tests.support.redactors import use_redactor
from tests.support.secret_corpus import MARK, SHAPES, WAYS, corpus_redactor

LINES = 100_000

log = logging.getLogger("app.t20")


@pytest.fixture(autouse=True)
def names_of_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    use_redactor(monkeypatch, corpus_redactor())


def as_message(secret: str) -> None:
    log.info(secret)


def as_argument(secret: str) -> None:
    log.warning("refused: %s (%d)", secret, 3)


def as_named_argument(secret: str) -> None:
    log.info("refused: %(what)r", {"what": secret})


def as_error(secret: str) -> None:
    try:
        raise ValueError(secret)
    except ValueError:
        log.exception("it failed")


def as_cause(secret: str) -> None:
    try:
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise RuntimeError("outer") from error
    except RuntimeError as error:
        log.error("it failed", exc_info=error)


# Tracebacks cost most, so they are fewer; each shape still meets each of them in each way.
MANNERS: tuple[Callable[[str], None], ...] = (
    *(as_message, as_argument, as_named_argument) * 5,
    as_error,
    as_cause,
)


def all_secrets(count: int) -> Iterator[tuple[str, str, str]]:
    chance = random.Random(20)
    pairs = itertools.cycle(itertools.product(SHAPES, WAYS))
    for shape, way in itertools.islice(pairs, count):
        yield shape, way, WAYS[way](SHAPES[shape](chance))


def write_all(folder: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """Log this many secrets through the program's own log and return everything that was written."""
    # pytest's own handlers would keep every raw line as well.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    setup = start_logging(folder / "agentnook.log", development=False)
    try:
        for manner, (_, _, secret) in zip(itertools.cycle(MANNERS), all_secrets(count), strict=False):
            manner(secret)
        assert setup.dropped == 0
    finally:
        setup.close()
    return "".join(path.read_text("utf-8") for path in folder.iterdir())


def leaks(words: str) -> list[str]:
    return [line for line in words.splitlines() if MARK.casefold() in line.casefold()]


def test_t20_no_secret_gets_into_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(SHAPES) >= 30
    monkeypatch.setattr(private_log, "MAXIMUM_FILE_BYTES", 1 << 30)
    written = write_all(tmp_path, LINES, monkeypatch)
    assert written.count("\n20") >= LINES
    assert leaks(written)[:5] == []


def test_t20_no_secret_gets_into_the_log_twin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_lines, "redact", lambda text: text)
    count = len(SHAPES) * len(WAYS)
    written = write_all(tmp_path, count, monkeypatch)
    assert len(leaks(written)) > count / 2


@pytest.mark.parametrize("shape", SHAPES)
def test_t20_each_shape_is_hidden_in_each_way(shape: str) -> None:
    chance = random.Random(shape)
    for way, wrap in WAYS.items():
        for _ in range(20):
            secret = wrap(SHAPES[shape](chance))
            redacted = redaction.redact(secret)
            assert MARK.casefold() not in redacted.casefold(), (way, redacted)
            assert redaction.redact(redacted) == redacted, way


def test_t20_an_error_nobody_caught_is_redacted_and_never_a_traceback_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = start_logging(tmp_path / "agentnook.log", development=True)
    secret = f"password={MARK}"
    try:
        error = ValueError(secret)
        sys.excepthook(ValueError, error, None)
        threading.excepthook(threading.ExceptHookArgs((ValueError, error, None, threading.current_thread())))
    finally:
        setup.close()
    written = (tmp_path / "agentnook.log").read_text("utf-8")
    assert written.count("\n    ValueError\n") == 2
    assert MARK not in written
    terminal = capsys.readouterr()
    assert MARK not in terminal.err + terminal.out
    assert "Traceback" not in terminal.err + terminal.out
    assert "The program made a mistake." in terminal.err


# One character of a kind, as often as a line of the log can hold it, after what every shape begins with.
ENDLESS = """
from app.observability.redaction import redact
for begins in ("/home/", "C:\\\\Users\\\\", "https://", "password=", "token ", "Bearer ", "a@", "eyJ", "sk-",
    "/media/", "'/media/", "[Errno 2] x: '", "\\\\\\\\a\\\\", "D:\\\\", "~/", "' -> '", "x-", "key"):
    for each in ("+", " ", "\\\\", "/", "a", "a+", "@", ":", ".", "%", "%2"):
        redact((begins + each * 260 + " ") * 15)
        redact(begins + each * 8_000 + " 1%")
"""


def test_t20_no_line_holds_the_program_up() -> None:
    """Looked at once, all of these take a second or two; who tries every way to split them takes far longer."""
    subprocess.run([sys.executable, "-c", ENDLESS], cwd=ROOT, timeout=15, check=True)
