"""The log of a process: early lines, levels, last resorts, and that nothing is left behind at its end."""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from pathlib import Path

import pytest

from app.observability import private_log
from app.observability.log_lines import LineHandler
from app.observability.logging_setup import LogSetup, hold_early_lines, start_logging

log = logging.getLogger("app.test")


def refuse(*_: object) -> None:
    raise OSError("disk full")


def written(path: Path) -> str:
    return path.read_text("utf-8")


def test_lines_from_before_the_file_are_in_it_first(bare_root: logging.Logger, tmp_path: Path) -> None:
    hold_early_lines()
    hold_early_lines()
    log.info("early, password=abc")
    setup = start_logging(tmp_path / "a.log", development=False)
    log.info("late")
    setup.close()
    entries = written(tmp_path / "a.log").splitlines()
    assert entries[0].endswith("INFO     app.test early, password=[secret]")
    assert "version" in entries[1]
    assert entries[2].endswith("late")


def test_without_a_usable_file_the_log_goes_on_in_memory(
    bare_root: logging.Logger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.log").mkdir()
    setup = start_logging(tmp_path / "a.log", development=False)
    log.error("something")
    assert setup.file_problem
    setup.close()
    log.error("later")
    assert capsys.readouterr() == ("", "")


def test_early_lines_that_the_disk_refuses_do_not_stop_the_start(
    bare_root: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_early_lines()
    log.info("early")
    monkeypatch.setattr(private_log.PrivateLog, "write", refuse)
    setup = start_logging(tmp_path / "a.log", development=False)
    log.info("late")
    assert setup.dropped >= 1
    setup.close()


def test_lost_lines_are_counted_and_told(
    bare_root: logging.Logger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = start_logging(tmp_path / "a.log", development=False)
    with monkeypatch.context() as disk_full:
        disk_full.setattr("os.write", refuse)
        log.info("lost")
        log.info("lost")
    assert setup.dropped == 2
    setup.close()
    assert "2 lines of the log could not be written" in written(tmp_path / "a.log")


def test_libraries_only_warn_and_the_level_can_be_changed(bare_root: logging.Logger, tmp_path: Path) -> None:
    setup = start_logging(tmp_path / "a.log", development=False)
    logging.getLogger("library").info("chatter")
    logging.getLogger("library").warning("warning of a library")
    log.debug("detail one")
    setup.set_level("debug")
    log.debug("detail two")
    setup.set_level("warning")
    log.info("news")
    setup.close()
    entries = written(tmp_path / "a.log")
    assert "warning of a library" in entries
    assert "detail two" in entries
    assert not any(words in entries for words in ("chatter", "detail one", "news"))


def test_a_library_with_a_handler_of_its_own_loses_it(
    bare_root: logging.Logger, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = logging.getLogger("pywebview")
    monkeypatch.setattr(library, "handlers", [logging.StreamHandler(sys.stderr)])
    monkeypatch.setattr(library, "level", logging.INFO)
    setup = start_logging(tmp_path / "a.log", development=False)
    library.info("chatter")
    library.error("it failed, password=abc")
    setup.close()
    assert capsys.readouterr().err == ""
    assert "chatter" not in written(tmp_path / "a.log")
    assert "it failed, password=[secret]" in written(tmp_path / "a.log")
    # pywebview adds its handler only to a logger that has none.
    assert library.handlers


def test_python_warnings_go_to_the_log(bare_root: logging.Logger, tmp_path: Path) -> None:
    setup = start_logging(tmp_path / "a.log", development=False)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        # catch_warnings puts its own way of showing in place; the log's is what a program has.
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn("token=abc is old", DeprecationWarning, stacklevel=1)
        logging.captureWarnings(False)
    setup.close()
    assert "DeprecationWarning: token=[secret] is old" in written(tmp_path / "a.log")


def test_development_speaks_on_the_terminal_too(
    bare_root: logging.Logger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    setup = start_logging(tmp_path / "a.log", development=True)
    log.debug("detail, password=abc")
    setup.close()
    assert "detail, password=[secret]" in capsys.readouterr().err


@pytest.fixture
def setup(bare_root: logging.Logger, tmp_path: Path) -> LogSetup:
    return start_logging(tmp_path / "a.log", development=False)


def test_an_error_in_a_thread_goes_to_the_log(
    setup: LogSetup, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise ValueError("password=abc")

    for target in (fail, sys.exit):
        thread = threading.Thread(target=target, name="worker-7")
        thread.start()
        thread.join(5)
    setup.close()
    entries = written(tmp_path / "a.log")
    assert entries.count("thread worker-7 ended because of an error") == 1
    assert "\n    ValueError\n" in entries
    assert capsys.readouterr() == ("", "")


def test_an_error_in_a_destructor_goes_to_the_log(
    setup: LogSetup, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Failing:
        def __del__(self) -> None:
            raise ValueError("password=abc")

    Failing()
    setup.close()
    assert "nobody could be told of ValueError in" in written(tmp_path / "a.log")
    assert "abc" not in written(tmp_path / "a.log")
    assert capsys.readouterr() == ("", "")


def test_an_error_nobody_caught_is_one_sentence_for_the_person(
    setup: LogSetup, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(ValueError, ValueError("password=abc"), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    setup.close()
    terminal = capsys.readouterr()
    assert terminal.out == ""
    assert terminal.err.startswith("The program made a mistake. ")
    assert terminal.err.count("\n") == 1
    assert written(tmp_path / "a.log").count("CRITICAL") == 1


def test_a_program_without_a_terminal_survives_its_last_error(
    setup: LogSetup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(ValueError, ValueError("x"), None)
    setup.close()
    assert "CRITICAL" in written(tmp_path / "a.log")


def test_the_end_gives_everything_back(bare_root: logging.Logger, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    setup = start_logging(tmp_path / "a.log", development=False)
    assert sys.excepthook is not before[0]
    setup.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert not any(isinstance(handler, LineHandler) for handler in bare_root.handlers)
